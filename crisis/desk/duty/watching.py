"""What people of the staff have to be told without being asked: promises, calls and posts that did not come out as they should.

`due` is a function of the state alone; `watch` keeps what it gives, each once, and closes what is over.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from crisis.desk.desk import Desk
from crisis.desk.duty.alerting import close, raise_alert
from crisis.desk.duty.enquiries import unanswered
from crisis.desk.duty.offering import no_change
from crisis.desk.duty.promising import open_promises, owned
from crisis.desk.outbox.observing import odd
from crisis.desk.outbox.queue import AWAITS, STALE
from crisis.desk.people import speaking
from crisis.dispatch.fallbacks import ACCOUNT_HELD
from crisis.dispatch.timing import in_order
from crisis.duty import promises as pure
from crisis.duty.promises import Stage
from crisis.model.delivery import Delivery, State
from crisis.model.duty import Promise
from crisis.model.owed import StaffAlert
from crisis.model.records import Enquiry
from crisis.model.role import Role
from crisis.model.watched import Odd, OddPost
from crisis.sentence import Sentence
from crisis.store.unit import Reading

EVERYBODY = (Role.LEAD, Role.DEPUTY, Role.DRAFTER, Role.APPROVER)

OURS = ("stopped", ACCOUNT_HELD, AWAITS, "not-sent")
"""Reasons that a person of the desk gave, who need not be told of them."""

LEADING = (Role.LEAD, Role.DEPUTY)

OF_PROMISE: Mapping[Stage, str] = {
    Stage.SOON: "promise-soon",
    Stage.NOW: "promise-now",
    Stage.BROKEN: "promise-overdue",
    Stage.ESCALATED: "promise-escalated",
}

CODES = (
    *OF_PROMISE.values(),
    "enquiry-overdue",
    "delivery-unknown",
    "delivery-failed",
    "delivery-expired",
    "delivery-held",
    "speaking-soon",
    "speaking-over",
    *(f"post-{odd.value}" for odd in Odd),
)
"""Every kind of alert that is raised here."""

UNKNOWN_FOR = timedelta(minutes=1)
"""So long an unknown may take to settle itself by being read back."""

RECENT = timedelta(hours=24)
"""What went wrong longer ago alerts nobody: a desk that was away for a week begins with what matters now."""

AMISS = (State.UNKNOWN, State.FAILED, State.EXPIRED, State.HELD)


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise for which something is to be done: where it stands, its time for people, and the command that keeps it."""

    promise: Promise
    stage: Stage
    at: str
    command: str


@dataclass(frozen=True, slots=True)
class Watched:
    """What is watched: promises that come due, the last delivery of each post that did not go as it should, calls to be
    returned, what stands on our accounts otherwise than it was sent, and who lacks something for speaking: what the alert is
    called by, and its words."""

    promises: Sequence[Promised] = ()
    amiss: Sequence[Delivery] = ()
    enquiries: Sequence[Enquiry] = ()
    odd: Sequence[OddPost] = ()
    lapsing: Sequence[tuple[str, Sentence]] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """An alert that is due to the people with one of the `roles`: `code` and `about` tell whether it has been raised already."""

    code: str
    about: str
    sentence: Sentence
    roles: tuple[Role, ...] = EVERYBODY

    @property
    def key(self) -> tuple[str, str | None]:
        """What makes it the same alert."""
        return self.code, self.about


def due(watched: Watched, now: datetime) -> Iterator[Due]:
    """The alerts that this state asks for now."""
    for each in watched.promises:
        if now - each.promise.due < RECENT:
            yield from _of_promise(each)
    for alike in _alike(delivery for delivery in watched.amiss if _is_news(delivery, now)):
        yield _amiss(alike)
    for enquiry in watched.enquiries:
        if timedelta(0) < now - enquiry.due < RECENT:
            yield Due("enquiry-overdue", enquiry.id, _unreturned(enquiry))
    for one in watched.odd:
        yield Due(f"post-{one.odd.value}", f"{one.account} {one.remote_id}", odd_said(one))
    for called, told in watched.lapsing:
        code, _, about = called.partition(" ")
        yield Due(code, about, told, LEADING)


def _of_promise(each: Promised) -> Iterator[Due]:
    """What its owner has to hear at this stage, and the lead besides once nobody has answered."""
    promise, words = each.promise, {"at": each.at, "owner": each.promise.owner, "command": each.command}
    if each.stage is Stage.SOON:
        told = Sentence("{owner}: the next update is promised for {at}. No news? {command}", **words)
    elif each.stage is Stage.NOW:
        told = Sentence("{owner}: the update promised for {at} is due. News, or one command: {command}", **words)
    else:
        told = Sentence("The update promised for {at} is overdue ({owner}): {command}", **words)
    first = Stage.BROKEN if each.stage is Stage.ESCALATED else each.stage
    yield Due(OF_PROMISE[first], promise.post, told)
    if each.stage is Stage.ESCALATED:
        still = Sentence(
            "Nobody has kept the update promised for {at} ({owner}). Take it: crisis promise take {post} --as ID",
            post=promise.post,
            **words,
        )
        yield Due(OF_PROMISE[Stage.ESCALATED], promise.post, still, LEADING)


def _unreturned(enquiry: Enquiry) -> Sentence:
    return Sentence("Nobody has called back in time ({enquiry}): crisis enquiry list", enquiry=enquiry.id)


def _alike(deliveries: Iterable[Delivery]) -> Iterable[list[Delivery]]:
    """What is told in one alert: posts of one release that were kept back, or came too late, for one reason. Of the others each
    wants a look of its own."""
    groups: dict[tuple[str, ...], list[Delivery]] = {}
    for each in deliveries:
        together = each.state in (State.HELD, State.EXPIRED)
        key = (each.release, each.state.value, each.reason or "") if together else (each.key,)
        groups.setdefault(key, []).append(each)
    return groups.values()


def _amiss(alike: Sequence[Delivery]) -> Due:
    """The alert about posts that did not go as they should."""
    one = alike[0]
    alone = one.state in (State.UNKNOWN, State.FAILED)
    about = one.key if alone else f"{one.release} {one.reason or ''}".strip()
    return Due(f"delivery-{one.state.value}", about, _of_one(one) if alone else _of_several(alike))


def _of_one(delivery: Delivery) -> Sentence:
    named = {"post": delivery.post, "account": delivery.account}
    if delivery.state is State.UNKNOWN:
        return Sentence(
            "Nobody knows whether {post} is out on {account}. Look at the account, then: crisis settle {post}", **named
        )
    return Sentence("{post} could not be posted on {account}. Post it by hand: crisis hand {post}", **named)


def _of_several(alike: Sequence[Delivery]) -> Sentence:
    named = {"accounts": ", ".join(dict.fromkeys(each.account for each in alike)), "count": len(alike)}
    if alike[0].state is State.EXPIRED:
        return Sentence("Not sent on {accounts} in time, and will not be ({count} posts): crisis queue", **named)
    if alike[0].reason == STALE:
        return Sentence(
            "Kept back on {accounts} ({count} posts): their notice has changed. crisis withdraw --stale", **named
        )
    return Sentence("Kept back on {accounts} ({count} posts): crisis queue", **named)


def odd_said(each: OddPost) -> Sentence:
    """What is wrong with a post on an account, and what to do."""
    named = {"account": each.account, "url": each.url or each.remote_id}
    if each.odd is Odd.FOREIGN:
        return Sentence(
            "On {account} stands a post that this desk did not send: {url}. Ask who did; "
            "theirs: crisis hand --outside URL; nobody's: change the password and revoke the tokens.",
            **named,
        )
    if each.odd is Odd.GONE:
        return Sentence("{post} is on {account} no more. Ask who took it down.", **named, post=each.post)
    if each.odd is Odd.LATE:
        return Sentence(
            "{post} was settled as not sent and is on {account} after all: crisis settle {post} --published {url}",
            **named,
            post=each.post,
        )
    return Sentence("{post} on {account} is not the text that was cleared: {url}", **named, post=each.post)


def _is_news(delivery: Delivery, now: datetime) -> bool:
    if delivery.reason in OURS:
        return False
    if delivery.state is State.UNKNOWN:
        return now - (delivery.started_at or delivery.due) >= UNKNOWN_FOR
    return now - delivery.not_after < RECENT


def watch(desk: Desk) -> None:
    """Raise what is due, each once, and close what is over."""
    now = desk.clock.now()
    with desk.store.reading() as unit:
        if not desk.lookout.is_time(now, unit.ledger_size()):
            return
        wanted = _wanted(desk, unit)
        entries = unit.ledger_size()
        changed = bool(_new(unit, wanted.values()) or _over(unit, wanted) or _newly_broken(desk, unit))
        coming = next_time(desk, unit)
    if changed:
        entries = _keep(desk)
    desk.lookout.at, desk.lookout.entries, desk.lookout.due = now, entries, coming


def next_time(desk: Desk, unit: Reading) -> datetime | None:
    """When time alone makes something due next: a promise that comes to another stage, a call that is to be returned."""
    now = desk.clock.now()
    calls = [each.due for each in unanswered(unit) if each.due > now]
    coming = pure.next_time(open_promises(unit), desk.settings.duty, now)
    return min([*calls, *([coming] if coming else [])], default=None)


def _keep(desk: Desk) -> int:
    """Look again under the write lock, and write; the ledger's length after it."""
    with desk.store.writing(desk.clock.now()) as unit:
        wanted = _wanted(desk, unit)
        for each in _new(unit, wanted.values()):
            raise_alert(desk, unit, each.code, each.sentence, each.roles, each.about)
        for alert in _over(unit, wanted):
            close(unit, alert)
        for promise in _newly_broken(desk, unit):
            unit.put(replace(promise, broken_at=unit.at))
            unit.record("promise-broken", promise=promise.release, owner=owned(desk, promise).owner)
        return unit.ledger_size()


def _newly_broken(desk: Desk, unit: Reading) -> list[Promise]:
    """Promises whose time is over and of which nobody has written that yet."""
    return [one for one in open_promises(unit) if one.broken_at is None and one.overdue(desk.clock.now())]


def _wanted(desk: Desk, unit: Reading) -> dict[tuple[str, str | None], Due]:
    return {each.key: each for each in due(_watched(desk, unit), desk.clock.now())}


def _watched(desk: Desk, unit: Reading) -> Watched:
    last: dict[str, Delivery] = {}
    concerned = {delivery.post for delivery in unit.find(Delivery, state=AMISS)}
    for delivery in in_order(unit.find(Delivery, post=concerned)) if concerned else ():
        last[delivery.post] = delivery
    amiss = [delivery for delivery in last.values() if delivery.state in AMISS]
    return Watched(_promised(desk, unit), amiss, unanswered(unit), odd(unit), _lapsing(desk, unit))


def _lapsing(desk: Desk, unit: Reading) -> list[tuple[str, Sentence]]:
    """Once when it comes near, once more when it is there; a new day makes a new alert."""
    return [
        (
            f"speaking-{'over' if each.over else 'soon'} {each.person.id} {each.lacking.lack.value} "
            f"{each.lacking.since:%Y-%m-%d}",
            speaking.mended(desk, each),
        )
        for each in speaking.ahead(desk, unit)
    ]


def _promised(desk: Desk, unit: Reading) -> list[Promised]:
    now, zone = desk.clock.now(), desk.settings.zone
    return [
        Promised(one, at, f"{one.due.astimezone(zone):%H:%M}", shlex.join(no_change(desk, one, one.owner)))
        for one, at in pure.due([owned(desk, each) for each in open_promises(unit)], desk.settings.duty, now)
    ]


def _new(unit: Reading, wanted: Iterable[Due]) -> list[Due]:
    """Those that have never been raised."""
    return [each for each in wanted if not unit.count(StaffAlert, code=each.code, about=each.about)]


def _over(unit: Reading, wanted: Mapping[tuple[str, str | None], Due]) -> list[StaffAlert]:
    """Those that nobody has seen and that nothing asks for any more."""
    open_now = unit.find(StaffAlert, seen_at=None, code=CODES)
    return [alert for alert in open_now if (alert.code, alert.about) not in wanted]
