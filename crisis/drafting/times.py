"""Times as a post says them, in the manner of the field: 24 hours, always a date, the weekday computed and never copied.

Every language offers the same forms, so that templates read alike:

form     ja                     en                       ja-x-plain
str      10月13日(火)9:00        9:00 on Tue 13 Oct       10月13日 9:00      the clock alone on the day of the as-of time
full     10月9日(金)14:40ごろ     about 14:40 on Fri 9 Oct 10月9日 14:40ごろ   always with its date
at       10月13日(火)9:00        at 9:00 on Tue 13 Oct    10月13日 9:00      as str, with the preposition
terse    13日(火)9:00            9:00 Tue 13 Oct          13日9:00           for the shortest variant
stamp    10月9日(金)15:20        15:20 JST, Fri 9 Oct     9日 15:20          the as-of time; names the zone in English
brief    9日15:20               15:20 JST 9 Oct          9日15:20           the as-of time of the shortest variant
date     10月9日(金)             Fri 9 Oct                10月9日
clock    14:40ごろ               about 14:40              14:40ごろ          empty where only a date was stated

The month stands wherever the day is not the as-of time's own, the year wherever it is not the as-of time's year. Where a
post tells the time of two clocks, each clock time names its own: 現地時間2月21日(土)10:00, 10:00 local time on Sat 21 Feb.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from zoneinfo import ZoneInfo

from crisis.model.moment import Moment, Period

_Day = date
_WEEKDAYS_JA = "月火水木金土日"
_WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Named(Enum):
    """Whether a clock time says whose clock it is read from."""

    NOT = "not"
    DESK = "desk"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class SpokenTime:
    """A moment in one language, in every form that a template may need (above)."""

    words: str
    full: str
    at: str
    terse: str
    stamp: str
    brief: str
    date: str
    clock: str
    day: _Day

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class SpokenPeriod:
    """A span: `start` and `end` are spoken times or None; `str` says the whole of it, `terse` as short as is still clear.
    `one_day` is true where only a single date was stated."""

    start: SpokenTime | None
    end: SpokenTime | None
    words: str
    terse: str
    one_day: bool = False

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class _Seen:
    """A local time as seen from a day (None: unknown, so that nothing may be left out)."""

    local: datetime
    has_time: bool
    approximate: bool
    seen_from: date | None
    named: Named

    @property
    def same_day(self) -> bool:
        return self.has_time and self.local.date() == self.seen_from

    @property
    def same_month(self) -> bool:
        return self.seen_from is not None and self.local.date().replace(day=1) == self.seen_from.replace(day=1)

    @property
    def other_year(self) -> bool:
        return self.seen_from is not None and self.local.year != self.seen_from.year

    def clock(self, before: str = "", after: str = "") -> str:
        """`9:00` between what marks it as approximate, or nothing for a date."""
        bare = f"{self.local.hour}:{self.local.minute:02}" if self.has_time else ""
        return f"{before}{bare}{after}" if bare and self.approximate else bare

    def zone(self) -> str:
        """JST, or UTC+03 where the zone has no letters."""
        name = self.local.tzname() or ""
        return name if name.isalpha() else f"UTC{name}"

    def whose(self, local: str, desk: str) -> str:
        """The words for the clock that is read, nothing where it need not be named or only a date was stated."""
        return {Named.NOT: "", Named.DESK: desk, Named.LOCAL: local}[self.named] if self.has_time else ""


def speak_moment(
    moment: Moment, language: str, zone: ZoneInfo, seen_from: date | None, named: Named = Named.NOT
) -> SpokenTime:
    """The moment as a language says it, on the clocks of `zone`; a date without a time stays the date that was stated."""
    manner = _MANNERS.get(language) or _MANNERS.get(_primary(language), _iso)
    return manner(_seen(moment, zone, seen_from, named))


def _seen(moment: Moment, zone: ZoneInfo, seen_from: date | None, named: Named) -> _Seen:
    local = moment.at.astimezone(zone) if moment.has_time else moment.at.replace(tzinfo=zone)
    return _Seen(local, moment.has_time, moment.approximate, seen_from, named)


def speak_period(
    period: Period, language: str, zone: ZoneInfo, seen_from: date | None, named: Named = Named.NOT
) -> SpokenPeriod:
    """The period as a language says it. Japanese names the clock once, before both ends; the others behind each time."""
    whose = _BEFORE.get(language)
    if named is Named.NOT or whose is None:
        return _period(period, language, zone, seen_from, named)
    ends = [_seen(m, zone, seen_from, named) if m else None for m in (period.start, period.end)]
    first = max((whose(end) for end in ends if end), key=len)
    start, end = (_MANNERS[language](end) if end else None for end in ends)
    bare = _period(period, language, zone, seen_from, Named.NOT)
    return SpokenPeriod(start, end, first + bare.words, first + bare.terse, bare.one_day)


def _period(period: Period, language: str, zone: ZoneInfo, seen_from: date | None, named: Named) -> SpokenPeriod:
    """The end is said from the start's day, so that its month is not repeated."""
    start = speak_moment(period.start, language, zone, seen_from, named) if period.start else None
    end = speak_moment(period.end, language, zone, start.day if start else seen_from, named) if period.end else None
    english = _primary(language) == "en"
    spans = _SPANS.get(language) or _SPANS.get(_primary(language), _SPANS["en"])
    if period.start == period.end and start and not start.clock:
        on = "on {0}" if english else "{0}"
        return SpokenPeriod(start, end, on.format(start), start.terse, one_day=True)
    if start and end and not start.clock and end.clock and end.day == start.day and period.end:
        until = speak_moment(
            period.end, language, zone, seen_from, named
        )  # 「24日は正午まで」: of that day, and no other
        return SpokenPeriod(start, end, _span(spans, "", until.words), _span(spans, "", until.terse))
    last = "" if end is None else end.terse if start and not english else end.words
    words = _span(spans, start.words if start else "", last)
    return SpokenPeriod(start, end, words, _span(spans, start.terse if start else "", end.terse if end else ""))


def _span(spans: tuple[str, str, str], start: str, end: str) -> str:
    """From, until, or both; empty is unstated."""
    since, until, whole = spans
    if start and end:
        return whole.format(start, end)
    return since.format(start) if start else until.format(end)


def _primary(language: str) -> str:
    return language.partition("-")[0]


def _japanese(seen: _Seen) -> SpokenTime:
    whose, day = _whose_ja(seen), f"{seen.local.day}日({_WEEKDAYS_JA[seen.local.weekday()]})"
    clock = seen.clock(after="ごろ")
    full_date = f"{_year_and_month_ja(seen)}{day}"
    full = f"{whose}{full_date}{clock}"
    words = f"{whose}{clock}" if seen.same_day else full
    terse = words if seen.same_day or not seen.same_month else f"{whose}{day}{clock}"
    brief = f"{whose}{seen.local.day}日{clock}"
    return SpokenTime(words, full, words, terse, full, brief, full_date, whose + clock, seen.local.date())


def _whose_ja(seen: _Seen) -> str:
    return seen.whose("現地時間", "日本時間" if seen.zone() == "JST" else f"{seen.zone()} ")


def _plain_japanese(seen: _Seen) -> SpokenTime:
    """Apart by bunsetsu; the weekday is left to the date, which is short and sure."""
    whose, day = _whose_plain(seen), f"{seen.local.day}日"
    clock = seen.clock(after="ごろ")
    full_date = f"{_year_and_month_ja(seen)}{day}"
    full = f"{whose}{full_date} {clock}".strip()
    words = f"{whose}{clock}" if seen.same_day else full
    terse = words if seen.same_day or not seen.same_month else f"{whose}{day}{clock}"
    stamp, brief = f"{whose}{day} {clock}".strip(), f"{whose}{day}{clock}"
    return SpokenTime(words, full, words, terse, stamp, brief, full_date, whose + clock, seen.local.date())


def _whose_plain(seen: _Seen) -> str:
    ours = "日本(にほん)の 時間(じかん)で " if seen.zone() == "JST" else f"{seen.zone()} "
    return seen.whose("現地(げんち)の 時間(じかん)で ", ours)


def _year_and_month_ja(seen: _Seen) -> str:
    return (f"{seen.local.year}年" if seen.other_year else "") + f"{seen.local.month}月"


def _english(seen: _Seen) -> SpokenTime:
    day = f"{seen.local.day} {_MONTHS_EN[seen.local.month - 1]}" + (f" {seen.local.year}" if seen.other_year else "")
    dated = f"{_WEEKDAYS_EN[seen.local.weekday()]} {day}"
    bare, zone = seen.clock(before="about "), seen.zone()
    clock = f"{bare} {seen.whose('local time', zone)}".strip()
    stamped = f"{bare} {seen.whose('local time', zone) or zone}"
    full = f"{clock} on {dated}" if clock else dated
    words = clock if seen.same_day else full
    return SpokenTime(
        words=words,
        full=full,
        at=f"at {words}" if clock else f"on {words}",
        terse=words.replace(" on ", " "),
        stamp=f"{stamped}, {dated}" if clock else dated,
        brief=f"{stamped} {day}" if clock else day,
        date=dated,
        clock=clock,
        day=seen.local.date(),
    )


def _iso(seen: _Seen) -> SpokenTime:
    """ISO 8601, for languages that have no manner of their own yet."""
    dated = seen.local.date().isoformat()
    bare, offset = seen.clock(before="~"), seen.local.isoformat()[-6:]
    clock = f"{bare}{seen.whose(offset, offset)}"
    full = f"{dated} {clock}".strip()
    words = clock if seen.same_day else full
    stamp = f"{dated} {bare}".strip() + f" {seen.zone()}"
    return SpokenTime(words, full, words, words, stamp, stamp, dated, clock, seen.local.date())


_MANNERS: dict[str, Callable[[_Seen], SpokenTime]] = {"ja": _japanese, "ja-x-plain": _plain_japanese, "en": _english}
_BEFORE: dict[str, Callable[[_Seen], str]] = {"ja": _whose_ja, "ja-x-plain": _whose_plain}
_SPANS = {
    "ja": ("{0}から", "{0}まで", "{0}から{1}まで"),
    "ja-x-plain": ("{0}から", "{0}まで", "{0}から {1}まで"),
    "en": ("from {0}", "until {0}", "from {0} to {1}"),
}
