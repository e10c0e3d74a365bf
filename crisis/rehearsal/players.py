"""Simulated players: they use the desk as people do. One drafts, another clears."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from crisis.desk.clearance import clearing
from crisis.desk.desk import Desk
from crisis.desk.drafts import saving
from crisis.desk.duty.promising import open_promises
from crisis.desk.notices import receive, telling
from crisis.desk.signer import Signer
from crisis.errors import Held, Refused
from crisis.model.moment import Moment
from crisis.model.post import Draft
from crisis.model.records import ENDED, StoredNotice, StoredPost

DRAFTER, APPROVER = "drafter", "approver"

UNREADABLE = "unreadable"
"""The form of what the desk keeps and cannot read as a notice."""

NO_ACCOUNT = "no-account"

OVERTAKEN = "overtaken"
"""Why something was not cleared: while it waited, a newer notice took its place."""

HEEDED = frozenset({"past-next-update"})
"""Advice at which a drafter stops: nobody posts a promise whose time is over."""

AHEAD = timedelta(minutes=10)
"""How long before a promised update a player looks whether there is news."""


@dataclass(frozen=True)
class Outcome:
    """What became of one notice: `drafted` (its `posts` wait for the approver), `cleared`, `held`, `refused`, or `known` where
    the desk had it already; `codes` say why it stopped. `promised` is the next update that its posts promise; `notice` the one of
    which they are made."""

    seen: str
    codes: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    promised: datetime | None = None
    notice: str = ""


def take_in(desk: Desk, raw: bytes, name: str, incident: str) -> tuple[Outcome, ...]:
    """The drafter takes in what has arrived and drafts it."""
    before = desk.clock.now()
    try:
        kept = receive.receive(desk, raw, name, by=DRAFTER, incident=incident)
    except Refused as refusal:
        return (Outcome("refused", (refusal.code,)),)
    return tuple(Outcome("known") if each.received_at < before else _taken_in(desk, each) for each in kept)


def told(desk: Desk, type_id: str, answers: Mapping[str, str], role: str, incident: str | None) -> tuple[Outcome, ...]:
    """Somebody phones: the drafter fills in the answers to a type's questions."""
    notice = telling.call(desk.kit.types[type_id], list(answers.items()), role=role, at=desk.clock.now())
    return (_taken_in(desk, receive.keep(desk, notice, by=DRAFTER, incident=incident, type_id=type_id)),)


def _taken_in(desk: Desk, stored: StoredNotice) -> Outcome:
    return replace(_drafted(desk, stored), notice=stored.id)


def _drafted(desk: Desk, stored: StoredNotice) -> Outcome:
    final = stored.type == "all-clear"
    _stored, made = saving.draft(desk, stored.id, final=final)
    if made.refused is not None:
        return Outcome("refused", (_why_refused(stored),))
    stopping = {finding.code for finding in made.findings if finding.stops or finding.code in HEEDED}
    if not made.posts or stopping:
        return Outcome("held", tuple(sorted(stopping)))
    _draft, posts = saving.save(desk, stored, made, by=DRAFTER, final=final)
    waiting = tuple(post.id for post in posts if post.account)
    return Outcome("drafted", (), waiting, _promised(made)) if waiting else Outcome("held", (NO_ACCOUNT,))


def _why_refused(stored: StoredNotice) -> str:
    if stored.notice.form == UNREADABLE:
        return UNREADABLE
    return "no-type" if stored.type is None else "no-posts"


def _promised(made: Draft) -> datetime | None:
    fact = made.facts.get("next_update") if made.facts else None
    return fact.value.at if fact and isinstance(fact.value, Moment) else None


def cleared(desk: Desk, outcome: Outcome) -> Outcome:
    """The approver reads what waits, and clears it; what does not wait stays as it is."""
    if outcome.seen != "drafted":
        return outcome
    if overtaken(desk, outcome):
        return replace(outcome, seen="held", codes=(OVERTAKEN,))
    try:
        clearing.clear(desk, outcome.posts, Signer(APPROVER, desk.signing_key(APPROVER)))
    except (Held, Refused) as stop:
        why = str(stop.sentence.details.get("code", stop.code))  # the finding's, where one holds it
        return replace(outcome, seen="held" if isinstance(stop, Held) else "refused", codes=(why,))
    return replace(outcome, seen="cleared")


def overtaken(desk: Desk, outcome: Outcome) -> bool:
    """Whether nothing of it waits any longer: its posts were withdrawn when a newer notice came."""
    with desk.store.reading() as unit:
        posts = unit.find(StoredPost, id=outcome.posts)
    return bool(posts) and all(post.review in ENDED for post in posts)


def still_promised(desk: Desk, due: datetime) -> bool:
    """Whether an update by that time is still owed."""
    with desk.store.reading() as unit:
        return any(promise.due <= due for promise in open_promises(unit))
