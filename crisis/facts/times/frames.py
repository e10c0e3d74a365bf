"""Against what the times of a notice are read: its own date, and what it tells of its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from crisis.facts.ties import Outcome
from crisis.facts.times.dates import Frame, Lean
from crisis.model.fact import Fact
from crisis.model.moment import Moment, Period
from crisis.model.notice import Notice
from crisis.model.notice_type import Field, NoticeType
from crisis.model.settings import Settings

EARLY = timedelta(hours=2)  # by which what has happened may lie after the notice: clocks differ, and some write ahead
AS_OF, NEXT_UPDATE = "as_of", "next_update"
# Fields of the shipped types that tell what has happened.
HAPPENED = frozenset({AS_OF, "confirmed_at", "happened_at", "started_at", "restored_at", "source_at", "posted_at"})

# What is to come, beside a type's `ends_with`.
TO_COME = frozenset({"from_time", "start_at", "leave_at", "trains_stop_at", "deadline", "reopens", "until"})


def lean(field: Field, notice_type: NoticeType) -> Lean:
    """Where a field's times lie from the notice."""
    if field.name in HAPPENED:
        return Lean.PAST
    if field.name == NEXT_UPDATE:
        return Lean.PROMISE
    return Lean.FUTURE if field.name in TO_COME or field.name in notice_type.ends_with else Lean.OPEN


def frame(notice: Notice, settings: Settings, received_at: datetime) -> Frame:
    """The frame of a notice before anything of it is read."""
    anchor = (notice.written_at or received_at).astimezone(settings.zone)
    japanese = any("ぁ" <= char <= "龠" for char in notice.title + notice.text)
    return Frame(anchor, settings.zone, Lean.OPEN, spoken=notice.written_at is not None, month_first=japanese)


def anchored(frame: Frame, as_of: Sequence[Outcome]) -> Frame:
    """The frame from the notice's as-of time, where it states one."""
    for outcome in as_of:
        if isinstance(outcome, Fact) and isinstance(outcome.value, Moment) and outcome.where != "received":
            return at(frame, outcome.value)
    return frame


def at(frame: Frame, moment: Moment) -> Frame:
    """The frame of a notice that was written at a moment. One that states its day alone keeps the minute at which it came,
    where that was on the same day."""
    if moment.has_time:
        return replace(frame, anchor=moment.at, spoken=True, whole_day=False)
    if moment.at.astimezone(frame.zone).date() == frame.today and not frame.whole_day:
        return frame
    return replace(frame, anchor=moment.at, spoken=False, whole_day=True)


def after(frame: Frame, outcomes: Sequence[Outcome]) -> Frame:
    """The frame of the next update: a notice that says no time of its own was written after what it tells of that day."""
    facts = [o for o in outcomes if isinstance(o, Fact) and isinstance(o.value, Moment) and o.name in HAPPENED]
    dated = [o for o in facts if o.name == AS_OF and o.where != "received"]
    told = [o.value.at for o in facts if o.name != AS_OF and isinstance(o.value, Moment) and o.value.has_time]
    if dated or not told or max(told).astimezone(frame.zone).date() != frame.today:
        return frame
    return replace(frame, anchor=min(frame.anchor, max(told)))


def in_days(frame: Frame, periods: Sequence[Outcome]) -> Frame:
    """The frame, knowing whether the notice speaks of other days than its own."""
    spans = (o.value for o in periods if isinstance(o, Fact) and isinstance(o.value, Period))
    days = {m.at.astimezone(frame.zone).date() for span in spans for m in (span.start, span.end) if m}
    return replace(frame, elsewhere=bool(days - {frame.today}), only_day=next(iter(days)) if len(days) == 1 else None)
