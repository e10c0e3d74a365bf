"""What people of the staff have to be told without being asked: promises, calls and posts that did not come out as they should.

`due` is a function of the state alone; `watch` keeps what it gives, each once, and closes what is over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from crisis.desk.desk import Desk
from crisis.desk.duty.alerting import close, raise_alert
from crisis.desk.duty.enquiries import unanswered
from crisis.desk.duty.status import Promise, promises
from crisis.dispatch.fallbacks import ACCOUNT_HELD
from crisis.dispatch.timing import in_order
from crisis.model.delivery import Delivery, State
from crisis.model.owed import StaffAlert
from crisis.model.records import Enquiry
from crisis.model.release import Role
from crisis.sentence import Sentence
from crisis.store.unit import Reading

EVERYBODY = (Role.LEAD, Role.DEPUTY, Role.DRAFTER, Role.APPROVER)

OURS = ("stopped", ACCOUNT_HELD, "not-sent")
"""Reasons that a person of the desk gave, who need not be told of them."""

CODES = (
    "promise-overdue",
    "enquiry-overdue",
    "delivery-unknown",
    "delivery-failed",
    "delivery-expired",
    "delivery-held",
)
"""Every kind of alert that is raised here."""

UNKNOWN_FOR = timedelta(minutes=1)
"""So long an unknown may take to settle itself by being read back."""

RECENT = timedelta(hours=24)
"""What went wrong longer ago alerts nobody: a desk that was away for a week begins with what matters now."""

AMISS = (State.UNKNOWN, State.FAILED, State.EXPIRED, State.HELD)


@dataclass(frozen=True, slots=True)
class Watched:
    """What is watched: promises that bind, the last delivery of each post that did not go as it should, calls to be returned."""

    promises: Sequence[Promise] = ()
    amiss: Sequence[Delivery] = ()
    enquiries: Sequence[Enquiry] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """An alert that is due: `code` and `about` tell whether it has been raised already."""

    code: str
    about: str
    sentence: Sentence

    @property
    def key(self) -> tuple[str, str | None]:
        """What makes it the same alert."""
        return self.code, self.about


def due(watched: Watched, now: datetime) -> Iterator[Due]:
    """The alerts that this state asks for now."""
    for promise in watched.promises:
        if promise.overdue and now - promise.due < RECENT:
            yield Due("promise-overdue", promise.post, _late(promise))
    for delivery in watched.amiss:
        if _is_news(delivery, now):
            yield Due(f"delivery-{delivery.state.value}", delivery.key, _said(delivery))
    for enquiry in watched.enquiries:
        if timedelta(0) < now - enquiry.due < RECENT:
            yield Due("enquiry-overdue", enquiry.id, _unreturned(enquiry))


def _late(promise: Promise) -> Sentence:
    return Sentence("The next update that {post} promised is overdue: crisis say no-change --as ID", post=promise.post)


def _unreturned(enquiry: Enquiry) -> Sentence:
    return Sentence("Nobody has called back in time ({enquiry}): crisis enquiry list", enquiry=enquiry.id)


def _said(delivery: Delivery) -> Sentence:
    named = {"post": delivery.post, "account": delivery.account}
    if delivery.state is State.UNKNOWN:
        return Sentence(
            "Nobody knows whether {post} is out on {account}. Look at the account, then: crisis settle {post}", **named
        )
    if delivery.state is State.FAILED:
        return Sentence("{post} could not be posted on {account}. Post it by hand: crisis hand {post}", **named)
    if delivery.state is State.EXPIRED:
        return Sentence("{post} was not sent on {account} in time and will not be: crisis queue", **named)
    return Sentence("{post} is held and did not go out on {account}: crisis queue", **named)


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
        changed = bool(_new(unit, wanted.values()) or _over(unit, wanted))
    if changed:
        entries = _keep(desk)
    desk.lookout.at, desk.lookout.entries = now, entries


def _keep(desk: Desk) -> int:
    """Look again under the write lock, and write; the ledger's length after it."""
    with desk.store.writing(desk.clock.now()) as unit:
        wanted = _wanted(desk, unit)
        for each in _new(unit, wanted.values()):
            raise_alert(desk, unit, each.code, each.sentence, EVERYBODY, each.about)
        for alert in _over(unit, wanted):
            close(unit, alert)
        return unit.ledger_size()


def _wanted(desk: Desk, unit: Reading) -> dict[tuple[str, str | None], Due]:
    return {each.key: each for each in due(_watched(desk, unit), desk.clock.now())}


def _watched(desk: Desk, unit: Reading) -> Watched:
    last: dict[str, Delivery] = {}
    concerned = {delivery.post for delivery in unit.find(Delivery, state=AMISS)}
    for delivery in in_order(unit.find(Delivery, post=concerned)) if concerned else ():
        last[delivery.post] = delivery
    amiss = [delivery for delivery in last.values() if delivery.state in AMISS]
    return Watched(promises(desk, unit), amiss, unanswered(unit))


def _new(unit: Reading, wanted: Iterable[Due]) -> list[Due]:
    """Those that have never been raised."""
    return [each for each in wanted if not unit.count(StaffAlert, code=each.code, about=each.about)]


def _over(unit: Reading, wanted: Mapping[tuple[str, str | None], Due]) -> list[StaffAlert]:
    """Those that nobody has seen and that nothing asks for any more."""
    open_now = unit.find(StaffAlert, seen_at=None, code=CODES)
    return [alert for alert in open_now if (alert.code, alert.about) not in wanted]
