"""Which day and which minute a stated point of time means, against the notice's own date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from crisis.facts.times.words import HALF_WORDS, Token
from crisis.facts.times.zones import LOCAL, zoned
from crisis.facts.unclear import Unclear
from crisis.model.moment import Moment

SMALL_HOURS = 4  # until 04:00 people say "tomorrow" both for the coming day and for the one that has begun
LATE = 23  # what is sent from then on is read on the next day, when "tomorrow" is another
HALF_YEAR_MARGIN = 14  # days by which one year must be nearer than the next before a month and day means it
LONGEST_TURN_OF_MONTH = 14
LONGEST_TURN_OF_YEAR = 120
DAY = timedelta(days=1)
AIM = frozenset("目め")  # 18時を目途に promises news at about 18:00; of anything but news it is a hope


class Lean(Enum):
    """Where a field's time lies from the notice: `PAST` for what has happened, `PROMISE` for the next update (a clock time
    that is over means tomorrow's), `FUTURE` for starts and ends (one that is over is ambiguous), `OPEN` for the rest."""

    PAST = "past"
    PROMISE = "promise"
    FUTURE = "future"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Frame:
    """Against what a time is read. `anchor` is the notice's own time (aware); `spoken` says that the notice itself states
    that minute; `month_first` that slashed dates follow Japan's order; `elsewhere` that the notice speaks of other days
    than its own, so that a bare clock time could be meant on those, and `only_day` the one of them, where it is one: then it
    is meant on that; `whole_day` that it states its day and no minute: then `anchor` is that day's beginning, and what has
    happened lies anywhere within it; `torn` that the notice speaks to places with different clocks, so that a clock time
    that names no zone could be on any of them; `placed` that `zone` is that of the one place of which it speaks: local time is
    what its clocks show."""

    anchor: datetime
    zone: ZoneInfo
    lean: Lean = Lean.OPEN
    spoken: bool = False
    month_first: bool = True
    elsewhere: bool = False
    only_day: date | None = None
    whole_day: bool = False
    torn: bool = False
    placed: bool = False

    @property
    def latest(self) -> datetime:
        """The last minute at which the notice can have been written."""
        return self.anchor + DAY if self.whole_day else self.anchor

    @property
    def today(self) -> date:
        """The notice's date in the desk's zone."""
        return self.anchor.astimezone(self.zone).date()


@dataclass(slots=True)
class Point:
    """The words of one point of time, each at most once."""

    date: Token | None = None
    day: Token | None = None
    relative: Token | None = None
    weekday: Token | None = None
    clock: Token | None = None
    zone: Token | None = None
    about: Token | None = None

    @property
    def stated(self) -> bool:
        """Whether it says any time at all."""
        return any((self.date, self.day, self.relative, self.weekday, self.clock))


def moment(point: Point, frame: Frame, after: Moment | None = None) -> Moment:
    """The moment that a point means; `after` is the start of its period, whose day an end may lean on.

    Raises `Unclear` with `impossible-date`, `weekday-mismatch`, `impossible-time`, `ambiguous-zone`, `unzoned` or `ambiguous-time`.
    """
    day = _day(point, frame, after)
    word = point.zone.word if point.zone else ""
    word = "" if frame.placed and word in LOCAL else word
    if point.about and AIM.intersection(point.about.word) and frame.lean is not Lean.PROMISE:
        raise Unclear("undecided-time")
    if point.clock is None:
        if day is None or word:
            raise Unclear("ambiguous-time")
        return Moment(
            zoned(datetime.combine(day, time()), "", frame.zone), has_time=False, approximate=bool(point.about)
        )
    clock = _clock(point)
    at = _at(day, clock, word, frame) if day else _undated(clock, _sure(point.clock, frame), word, frame, after)
    return Moment(at, approximate=bool(point.about))


def _clock(point: Point) -> timedelta:
    """Time since midnight. 今夜8時 is 20:00; 明朝 leaves the hour as it is."""
    assert point.clock  # noqa: S101 - callers ask first
    hour, minute, sure = point.clock.numbers
    half = HALF_WORDS.get(point.relative.word, "") if point.relative else ""
    if half == "夜" and hour < 12 and (not sure or point.clock.numbers[2]):
        if hour < 5:
            raise Unclear("ambiguous-time")
        hour += 12
    if half == "午後" and hour < 12 and point.clock.numbers[2] != 1:
        hour += 12
    return timedelta(hours=hour, minutes=minute)


def _sure(clock: Token, frame: Frame) -> bool:
    """Whether 9:00 can only be the morning: Japanese notices count 24 hours, English ones often twice twelve."""
    return clock.numbers[2] == 1 or (clock.numbers[2] == 2 and frame.month_first)


def _at(day: date, clock: timedelta, zone: str, frame: Frame) -> datetime:
    if frame.torn and not zone:
        raise Unclear("unzoned")
    return zoned(datetime.combine(day, time()) + clock, zone, frame.zone)


def _undated(clock: timedelta, sure: bool, zone: str, frame: Frame, after: Moment | None) -> datetime:
    """A clock time without its date: on the start's day (or the next) in a period, else on the notice's."""
    if after is not None:
        at = _at(after.at.date(), clock, zone, frame)
        return at if at > after.at else _at(after.at.date() + DAY, clock, zone, frame)
    same = _at(_date_in(zone, frame), clock, zone, frame)
    if frame.lean is Lean.PROMISE and same <= frame.anchor:
        if not sure and frame.anchor < same + DAY / 2:
            raise Unclear("ambiguous-time")
        return _at(_date_in(zone, frame) + DAY, clock, zone, frame)
    if frame.lean is Lean.PAST and same > frame.latest + DAY / 2:
        return _at(_date_in(zone, frame) - DAY, clock, zone, frame)
    if frame.elsewhere and frame.lean in {Lean.OPEN, Lean.FUTURE}:
        if frame.only_day is None:
            raise Unclear("ambiguous-time")
        return _at(frame.only_day, clock, zone, frame)
    over = same < frame.anchor.replace(second=0, microsecond=0)
    if (frame.lean is Lean.FUTURE and over) or (frame.lean is Lean.OPEN and abs(same - frame.anchor) > DAY * 3 / 4):
        raise Unclear("ambiguous-time")
    return same


def _date_in(zone: str, frame: Frame) -> date:
    """The notice's date where the clock stands that the text means."""
    noon = zoned(datetime.combine(frame.today, time(12)), zone, frame.zone)
    return frame.anchor.astimezone(noon.tzinfo).date()


def _day(point: Point, frame: Frame, after: Moment | None) -> date | None:
    """The day that the point's words agree on; None where they state none."""
    days = {
        d for d in (_of_date(point, frame, after), _of_day(point, frame, after), _of_relative(point, frame, after)) if d
    }
    if len(days) > 1:
        raise Unclear("ambiguous-time")
    day = next(iter(days), None)
    if day is None and point.weekday:
        return _coming(point.weekday.numbers[0], frame, after)
    if day and point.weekday and day.weekday() != point.weekday.numbers[0]:
        raise Unclear("weekday-mismatch")
    return day


def _coming(weekday: int, frame: Frame, after: Moment | None) -> date:
    """A weekday alone: the coming one, where only that can be meant."""
    ahead = (weekday - frame.today.weekday()) % 7
    if after is not None or not ahead or frame.lean not in {Lean.FUTURE, Lean.PROMISE}:
        raise Unclear("ambiguous-time")
    return frame.today + ahead * DAY


def _of_date(point: Point, frame: Frame, after: Moment | None) -> date | None:
    if point.date is None:
        return None
    year, month, day, swappable = point.date.numbers
    if swappable and not frame.month_first:
        raise Unclear("ambiguous-time")
    if year:
        return _checked(year, month, day)
    if after is not None:
        return _first_from(after.at.date(), month, day)
    return _nearest(frame.today, month, day)


def _checked(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Unclear("impossible-date") from None


def _first_from(start: date, month: int, day: int) -> date:
    """A period's end without its year: the first such day from its start on."""
    end = _checked(start.year, month, day)
    return end if end >= start else _soon(start, _checked(start.year + 1, month, day), LONGEST_TURN_OF_YEAR)


def _soon(start: date, end: date, days: int) -> date:
    """An end in the next month or year, unless it is so far that the two were more likely written the wrong way round."""
    if (end - start).days > days:
        raise Unclear("ambiguous-time")
    return end


def _nearest(today: date, month: int, day: int) -> date:
    """A month and day means the nearest such date; about half a year away it could be either."""
    years = (today.year - 1, today.year, today.year + 1)
    near = sorted((abs((_about(year, month, day) - today).days), year) for year in years)
    if near[1][0] - near[0][0] < HALF_YEAR_MARGIN:
        raise Unclear("ambiguous-time")
    return _checked(near[0][1], month, day)


def _about(year: int, month: int, day: int) -> date:
    """A day that stands in for the date while years are compared, so that 29 February is judged in its own year."""
    _checked(2024, month, day)
    return date(year, month, min(day, 28))


def _of_day(point: Point, frame: Frame, after: Moment | None) -> date | None:
    """A day of the month alone: of the period's start, else the one that is both in this month and nearest."""
    if point.day is None:
        return None
    day = point.day.numbers[0]
    if after is not None:
        start = after.at.date()
        if day >= start.day:
            return _checked(start.year, start.month, day)
        return _soon(start, _checked(*_next_month(start), day), LONGEST_TURN_OF_MONTH)
    today = frame.today
    if frame.lean in {Lean.FUTURE, Lean.PROMISE} and day < today.day:
        later = _checked(*_next_month(today), day)
        if (later - today).days > 15:
            raise Unclear("ambiguous-time")
        return later
    same = _checked(today.year, today.month, day)
    if abs((same - today).days) > 15:
        raise Unclear("ambiguous-time")
    return same


def _next_month(day: date) -> tuple[int, int]:
    return (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)


def _of_relative(point: Point, frame: Frame, after: Moment | None) -> date | None:
    if point.relative is None:
        return None
    numbers = point.relative.numbers
    if not numbers:  # 翌日 is the day after the period's start; alone it hangs on nothing
        if after is None:
            raise Unclear("ambiguous-time")
        return after.at.date() + DAY
    if len(numbers) == 2:
        return _of_week(frame.today, *numbers)
    if numbers[0] and frame.spoken and not SMALL_HOURS <= frame.anchor.astimezone(frame.zone).hour < LATE:
        raise Unclear("ambiguous-time")
    return frame.today + numbers[0] * DAY


def _of_week(today: date, weekday: int, weeks: int) -> date:
    """来週の火曜 counts from this week's Monday; on a Sunday people differ about which week is "next"."""
    if today.weekday() == 6:
        raise Unclear("ambiguous-time")
    return today + timedelta(days=weekday - today.weekday() + 7 * weeks)
