"""Handing over between shifts: what is open and a free word go to whoever comes next, who takes it with what was promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crisis.desk.desk import Desk
from crisis.desk.duty.promising import open_promises, owned, pass_on
from crisis.desk.reasons import keep_reason
from crisis.errors import Refused
from crisis.model.duty import Handover, Promise
from crisis.model.records import Enquiry
from crisis.store import releases
from crisis.store.unit import Reading, Writing


def write(desk: Desk, open_now: Sequence[str], note: str, *, by: str, to: str | None = None) -> Handover:
    """Leave what is open, by identifier, and a free word to whoever comes next, or to one person. One that `by` left before and
    that nobody has taken is replaced."""
    with desk.store.writing(desk.clock.now()) as unit:
        desk.person(unit, by)
        if to is not None:
            desk.person(unit, to)
        for before in unit.find(Handover, by=by, taken_at=None):
            unit.put(replace(before, taken_at=unit.at))
        words = keep_reason(desk, unit, note.strip()) if note.strip() else None
        made = Handover(desk.ids.new("H"), unit.at, by, to, tuple(open_now), words)
        unit.add(made)
        unit.record("handover-written", handover=made.id, by=by, to=to, open=list(made.open), note=words)
    return made


def take(desk: Desk, *, by: str) -> tuple[Handover, list[Promise], list[Enquiry]]:
    """Take the newest handover: it is read, and the promises and enquiries of whoever left are now those of `by`. Raises
    `Refused` where none waits for that person."""
    with desk.store.writing(desk.clock.now()) as unit:
        desk.person(unit, by)
        waiting = unread(unit, by)
        if not waiting:
            raise Refused("no-handover", "No handover waits for you.", "crisis handover shows the last one.")
        newest = waiting[-1]
        for each in waiting:
            unit.put(replace(each, taken_at=unit.at, taken_by=by))
            unit.record("handover-taken", handover=each.id, by=by)
        left = {each.by for each in waiting}
        return (
            replace(newest, taken_at=unit.at, taken_by=by),
            _promises(desk, unit, left, by),
            _enquiries(unit, left, by),
        )


def _promises(desk: Desk, unit: Writing, left: set[str], by: str) -> list[Promise]:
    """What is with them now; what falls into another shift is with that one by itself."""
    theirs = [one for one in open_promises(unit) if owned(desk, one).owner in left]
    return [pass_on(unit, promise, by, by=by) for promise in theirs]


def _enquiries(unit: Writing, left: set[str], by: str) -> list[Enquiry]:
    theirs = [replace(one, owner=by) for one in unit.find(Enquiry, answered_at=None, owner=left)]
    for enquiry in theirs:
        unit.put(enquiry)
        unit.record("enquiry-taken", enquiry=enquiry.id, by=by)
    return theirs


def unread(unit: Reading, by: str) -> list[Handover]:
    """Handovers that nobody has taken and that this person may, oldest first."""
    return [one for one in unit.find(Handover, taken_at=None) if one.by != by and one.to in (None, by)]


def last(unit: Reading) -> Handover | None:
    """The newest handover there is."""
    return unit.newest(Handover)


def words_of(unit: Reading, handover: Handover) -> str | None:
    """The free word beside it, while it is kept."""
    return releases.reason(unit, handover.note) if handover.note else None
