"""Duty: who is there when, and what a published "next update" binds somebody to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

NO_CHANGE = "no-change"
"""The notice type whose post says that nothing has changed, and when we speak again."""


@dataclass(frozen=True, slots=True)
class Shift:
    """When people are on duty: from `starts` to `ends` by the clock of `zone` (None: the desk's), over midnight where it ends
    before it starts and the whole day where both are one. `on` says which days it begins on: `weekdays`, `weekends`,
    `holidays`, names such as `mon`, dates; empty means every day."""

    who: tuple[str, ...]
    starts: time
    ends: time
    on: tuple[str, ...] = ()
    zone: ZoneInfo | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """The rota and what hangs on it. `holidays` is the country (ISO 3166) whose public holidays count, None for none;
    `days_off` are days on which the company rests besides. An owner is reminded of a promise `remind` before it is due and
    offered a post that nothing has changed `offer` before; the lead is told `escalate` after it was broken."""

    shifts: tuple[Shift, ...] = ()
    holidays: str | None = "JP"
    days_off: tuple[date, ...] = ()
    remind: timedelta = timedelta(minutes=30)
    offer: timedelta = timedelta(minutes=10)
    escalate: timedelta = timedelta(minutes=15)


class Ending(StrEnum):
    """How a promise ended: by a post in its time, by an earlier post that named another time, by a post that came late, given
    up with a reason, or because the post that made it turned out never to have been out."""

    KEPT = "kept"
    MOVED = "moved"
    LATE = "kept late"
    DROPPED = "dropped"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Promise:
    """A "next update" that a release made in public: a duty of `owner`. `thread` is what its readers follow: the incident, or
    outside of one what it speaks of. `taken_at` is when a person took it or was given it; until then it is with whoever is on
    duty when it is due. `broken_at` is when its time was over; `ended_by` the release or person that ended it, `reason` the
    salted digest of why it was given up; `alone_at` is when the desk took it upon itself to keep it, which it does once."""

    release: str
    post: str
    incident: str | None
    thread: str
    due: datetime
    made_at: datetime
    owner: str
    taken_at: datetime | None = None
    broken_at: datetime | None = None
    ended_at: datetime | None = None
    ending: Ending | None = None
    ended_by: str | None = None
    reason: str | None = None
    alone_at: datetime | None = None

    def overdue(self, at: datetime) -> bool:
        """Whether its time is over with nothing newer out."""
        return self.ended_at is None and self.due < at


@dataclass(frozen=True, slots=True)
class Handover:
    """What one shift leaves to the next: `open` names what was to be done, by identifier; `note` is the salted digest of free
    words that stay inside. `taken_by` has read it."""

    id: str
    at: datetime
    by: str
    to: str | None
    open: tuple[str, ...]
    note: str | None = None
    taken_at: datetime | None = None
    taken_by: str | None = None
