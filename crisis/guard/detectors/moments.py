"""Dates and times that cannot be as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from crisis.guard.context import Background, GuardContext
from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Found, Reading
from crisis.guard.registry import Hit, detector, situated
from crisis.model.finding import Severity

WEEKDAYS = "月火水木金土日"
DAY = r"(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

JAPANESE = Pattern(
    rf"(?:(?P<y>20\d\d)年\s?)?(?:(?P<m>\d{{1,2}})月\s?)?(?P<d>\d{{1,2}})日\s?\(?(?P<w>[{WEEKDAYS}])(?:\)|曜)"
)
SLASHED = Pattern(rf"(?<![\d/])(?:(?P<y>20\d\d)[/-])?(?P<m>\d{{1,2}})[/-](?P<d>\d{{1,2}})\s?\((?P<w>[{WEEKDAYS}])\)")
DAY_FIRST = Pattern(
    rf"(?<![a-z]){DAY.replace('(', '(?P<w>', 1)}\.?,?\s(?:the\s)?(?P<d>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?(?:\sof)?\s{MONTH.replace('(', '(?P<m>', 1)}(?:,?\s(?P<y>20\d\d))?(?![a-z])"
)
MONTH_FIRST = Pattern(
    rf"(?<![a-z]){DAY.replace('(', '(?P<w>', 1)}\.?,?\s{MONTH.replace('(', '(?P<m>', 1)}\.?\s(?P<d>\d{{1,2}})(?:st|"
    rf"nd|rd|th)?(?:,?\s(?P<y>20\d\d))?(?!\d|:)"
)
DAY_LAST = Pattern(
    rf"(?<![a-z]){MONTH.replace('(', '(?P<m>', 1)}\.?\s(?P<d>\d{{1,2}})(?:,?\s(?P<y>20\d\d))?,?\s?\({DAY.replace('(', '(?P<w>', 1)}\)"
)
PLAIN_DATE = Pattern(r"(?<!\d)(?:(?P<y>20\d\d)年\s?)?(?P<m>\d{1,2})月\s?(?P<d>\d{1,2})日")

NEXT = Pattern(
    r"(?:次回|次報|つぎは?|next(?:\s(?:update|report|post|"
    r"news))?)[^\d\n。.]{0,24}(?:(?:(?:(?P<y>20\d\d)年\s?)?(?P<m>\d{1,2})月\s?)?(?P<d>\d{1,2})日\s?(?:\(.\))?\s?)?(?P<h>[01]?\d|2[0-4])(?::(?P<min>[0-5]\d)|"
    r"時(?:(?P<min2>[0-5]?\d)分|(?P<half>半))?)(?!\d)(?:\s?(?P<pm>p\.?m))?"
)
AS_OF = Pattern(
    r"(?:(?:(?:(?P<y>20\d\d)年\s?)?(?P<m>\d{1,2})月\s?)?(?P<d>\d{1,2})日\s?(?:\(.\))?\s?)?"
    r"(?<!\d)(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)\s?(?:現在|時点|の\s?お知)|"
    r"(?P<as_of>as\sof\s)?(?<!\d)(?P<h2>[01]?\d|2[0-4]):(?P<min2>[0-5]\d)(?(as_of)(?:\s?(?:jst|utc))?|\s?(?:jst|utc))"
    rf"(?:,?\s(?:{DAY.replace('(', '(?:', 1)},?\s)?(?P<d2>\d{{1,2}})\s{MONTH.replace('(', '(?P<m2>', 1)})?"
)

DAY_BEHIND = Expression(
    rf"\s?(?:[ap]\.?m\.?)?\s?(?:jst|utc|gmt|bst)?[\s,(]{{0,3}}(?:on\s)?(?:tomorrow|the (?:next|following) (?:day|morning)|"
    rf"\d{{1,2}}/\d{{1,2}}(?!\d)|(?:{DAY.replace('(', '(?:', 1)}[\s,]{{0,2}})?(?:the\s)?"
    rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{MONTH.replace('(', '(?P<m>', 1)}|"
    rf"{MONTH.replace('(', '(?P<m2>', 1)}\s(?P<d2>\d{{1,2}}))"
    rf"(?![a-z\d])(?:,?\s(?P<y>20\d\d))?|{DAY.replace('(', '(?:', 1)}(?![a-z]))"
)
"""A day behind an English time: "on Sat 10 Oct", "tomorrow", "Friday"."""

SURE = timedelta(days=45)
"""Within this distance of now a date without a year is taken as meant for the nearest year; beyond it that is a guess."""

OVERNIGHT = timedelta(hours=6)
"""A next time this far before the time of the text, or further, means the next morning."""


@situated
def weekdays(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """A date whose weekday is another."""
    for pattern in (JAPANESE, SLASHED, DAY_FIRST, MONTH_FIRST, DAY_LAST):
        before: Found | None = None
        for found in reading.find(pattern):
            yield from _mismatch(found, context, before)
            before = found if found.match["m"] else before


def _mismatch(found: Found, context: GuardContext, before: Found | None) -> Iterator[Hit]:
    today = _today(context)
    meant = _meant(found.match.groupdict(), today)
    if before and not found.match["m"] and _ends(before, found):
        start = _meant(before.match.groupdict(), today)[:1]
        meant = (
            tuple(day for each in start for day in _existing([(each.year, each.month)], int(found.match["d"]))) or meant
        )
    if not meant or _weekday(found.match["w"]) in {day.weekday() for day in meant}:
        return
    sure = bool(found.match["y"]) or (today is not None and abs(meant[0] - today) <= SURE)
    yield Hit("weekday-mismatch", found.start, found.end, None if sure else Severity.ADVISE)


def _ends(start: Found, end: Found) -> bool:
    """Whether a day is the end of the span that begins before it, and so of its month: 「3月14日(日)から18日(木)まで」."""
    between = end.match.string[start.match.end() : end.match.start()]
    return between.strip("0123456789: ") in {"から", "~", "-", "〜"}


def _today(context: GuardContext) -> date | None:
    return context.now.astimezone(context.zone).date() if context.now else None


def _weekday(word: str) -> int:
    return WEEKDAYS.index(word) if word in WEEKDAYS else DAYS.index(word[:3])


def _meant(parts: dict[str, str | None], today: date | None) -> tuple[date, ...]:
    """The dates that may be meant: of the year stated, else the one nearest to today and the next to come. None where
    that cannot be told, or no such date exists."""
    year, month, day = parts.get("y"), parts.get("m"), int(parts["d"] or 0)
    if year and month:
        return _existing([(int(year), _month(month))], day)
    if today is None:
        return ()
    shifts = (-1, 0, 1)
    if month:
        guesses = _existing([(today.year + shift, _month(month)) for shift in shifts], day)
        return tuple(sorted(guesses, key=lambda guess: abs(guess - today))[:1])
    months = [divmod(today.year * 12 + today.month - 1 + shift, 12) for shift in shifts]
    guesses = _existing([(y, m + 1) for y, m in months], day)
    coming = tuple(guess for guess in guesses if guess >= today)[:1]
    return tuple(sorted(guesses, key=lambda guess: abs(guess - today))[:1]) + coming


def _existing(months: list[tuple[int, int]], day: int) -> tuple[date, ...]:
    dates = (_date(year, month, day) for year, month in months)
    return tuple(found for found in dates if found)


def _month(text: str) -> int:
    return int(text) if text.isdecimal() else MONTHS.index(text[:3]) + 1


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@detector
def dates_that_exist(reading: Reading, context: Background) -> Iterator[Hit]:
    """31 April, month 13."""
    for found in reading.find(PLAIN_DATE):
        year = int(found.match["y"] or 2024)
        if _date(year, int(found.match["m"]), int(found.match["d"])) is None:
            yield Hit("no-such-date", found.start, found.end)


@situated
def next_updates(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """A next update that is over already."""
    if context.now is None:
        return
    now = context.now.astimezone(context.zone)
    for found in reading.find(NEXT):
        if _is_past(found.match, now, _as_of(reading, now)):
            yield Hit("past-next-update", found.start, found.end)


def _as_of(reading: Reading, now: datetime) -> datetime:
    """As of when the text says that it speaks, today where it names no day; else now."""
    for found in sorted(reading.find(AS_OF), key=lambda found: not (found.match["h"] or found.match["as_of"]))[:1]:
        said = found.match.groupdict()
        hour, minute = int(said["h"] or said["h2"]) % 24, int(said["min"] or said["min2"])
        parts = {"y": said["y"], "m": said["m"] or said["m2"], "d": said["d"] or said["d2"]}
        days = _meant(parts, now.date()) if parts["d"] else ()
        day = days[0] if days else now.date()
        return datetime.combine(day, time(hour, minute), now.tzinfo)
    return now


def _is_past(match: re.Match[str], now: datetime, as_of: datetime) -> bool:
    hour = int(match["h"]) + (12 if match["pm"] and int(match["h"]) < 12 else 0)
    minute = int(match["min"] or match["min2"] or (30 if match["half"] else 0))
    told = as_of.replace(hour=hour % 24, minute=minute, second=0, microsecond=0)
    behind = DAY_BEHIND.match(match.string, match.end())
    if behind and not (behind["m"] or behind["m2"]):
        return False
    if match["d"] or behind:
        said = behind.groupdict() if behind else match.groupdict()
        parts = {"y": said["y"], "m": said["m"] or said.get("m2"), "d": said["d"] or said.get("d2")}
        meant = _meant(parts, now.date())[:1]
        return any(told.replace(year=day.year, month=day.month, day=day.day) < now for day in meant)
    overnight = hour == 24 or as_of - told >= OVERNIGHT
    return told + timedelta(days=overnight) < now or (told < as_of and not overnight)
