"""The tokens of times, and how each is made of what the lexer matched. Nothing is resolved against a calendar here."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Tok(StrEnum):
    """What a token is. `join` stands between two ends of a period, `start` and `end` mark one end, `vague` is a word
    that leaves the time open (未定, 見込み), `other` is everything that is no word of time."""

    DATE = "date"
    DAY = "day"
    RELATIVE = "relative"
    WEEKDAY = "weekday"
    CLOCK = "clock"
    ZONE = "zone"
    NUMBER = "number"
    DAYS = "days"
    ABOUT = "about"
    JOIN = "join"
    START = "start"
    END = "end"
    VAGUE = "vague"
    WRONG = "wrong"
    GLUE = "glue"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Token:
    """A token with its place. `numbers` by kind: date (year or 0, month, day, 1 if day and month could be swapped) · day (day,)
    · days (how many,): 3日間 · number (value,), a day where a range gives its month · relative (days from the notice's date,),
    (weekday, weeks ahead) or () for 翌日 · weekday (0 Monday … 6,) · clock (hour, minute, 1 if its half of the day is sure, 2
    if it is where clocks count 24 hours, else 0). `word` holds a zone, a relative word, or the code of a `wrong`."""

    kind: Tok
    start: int
    end: int
    numbers: tuple[int, ...] = ()
    word: str = ""


Maker = Callable[[re.Match[str]], tuple[Tok, tuple[int, ...], str]]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = {name: number for number, name in enumerate(_MONTHS, 1)}
WEEKDAYS = {name: number for number, name in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])}
KANJI_WEEKDAYS = {name: number for number, name in enumerate("月火水木金土日")}
ERAS = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988, "昭和": 1925}
RELATIVES = {
    "本日": 0, "今日": 0, "きょう": 0, "けさ": 0, "今夜": 0, "今晩": 0, "今夕": 0, "今朝": 0, "明日": 1, "あした": 1, "あす": 1, "明朝": 1,
    "明後日": 2, "あさって": 2, "昨日": -1, "きのう": -1, "昨夜": -1, "一昨日": -2, "today": 0, "tonight": 0,
    "this morning": 0, "this afternoon": 0, "this evening": 0, "tomorrow": 1, "the day after tomorrow": 2,
    "day after tomorrow": 2, "yesterday": -1,
}  # fmt: skip
LATEST_HOUR = 29  # 25時 is one in the morning of the next day, as broadcasters and night shifts count
HALF_WORDS = {
    "今朝": "朝",
    "けさ": "朝",
    "明朝": "朝",
    "今夕": "夜",
    "今夜": "夜",
    "今晩": "夜",
    "昨夜": "夜",
    "tonight": "夜",
    "this evening": "夜",
    "this afternoon": "午後",
}


def a_date(year: int, month: str | int, day: str, *, swappable: bool = False) -> tuple[Tok, tuple[int, ...], str]:
    """A date token; `year` 0 where none is stated."""
    return Tok.DATE, (year, int(month), int(day), int(swappable)), ""


def era_date(match: re.Match[str]) -> tuple[Tok, tuple[int, ...], str]:
    """令和8年3月14日, R8.3.14: the era's first year is 元年."""
    base = ERAS[match["era"]]
    return a_date(base + (1 if match["era_y"] == "元" else int(match["era_y"])), match["era_m"], match["era_d"])


def named_date(match: re.Match[str], group: str) -> tuple[Tok, tuple[int, ...], str]:
    """4 February, February 4, with or without its year."""
    month = MONTHS[match[f"{group}_m"][:3]]
    return a_date(int(match[f"{group}_y"] or 0), month, match[f"{group}_d"])


def slashed_date(match: re.Match[str]) -> tuple[Tok, tuple[int, ...], str]:
    """Month first as Japan writes it, unless only the other way is a date; `swappable` where both are."""
    first, second = int(match["sl_a"]), int(match["sl_b"])
    if first > 12 >= second:
        first, second = second, first
        return a_date(0, first, str(second))
    return a_date(0, first, str(second), swappable=first <= 12 and second <= 12 and first != second)


def year_last(match: re.Match[str]) -> tuple[Tok, tuple[int, ...], str]:
    """3/14/2026: the year says that this is not the Japanese order, so two small numbers stay ambiguous."""
    first, second = int(match["us_a"]), int(match["us_b"])
    if first <= 12 and second <= 12 and first != second:
        return Tok.WRONG, (), "ambiguous-time"
    month, day = (first, second) if first <= 12 else (second, first)
    return a_date(int(match["us_y"]), month, str(day))


def _half_of_day(hour: int, half: str, minute: int) -> int | None:
    """The hour in 24-hour form; None where the words leave it open (午後12時, 12 am, 夜1時)."""
    late = {"午後", "pm", "夕方", "夕", "夜"}
    if half in late:
        if hour >= 13:
            return hour
        if hour == 12:
            return 12 if half == "pm" or (minute and half == "午後") else None
        return hour + 12 if half in {"午後", "pm"} or hour >= 4 else None
    if hour == 12:
        return 0 if minute and half == "am" else None
    if half == "昼":
        return {11: 11, 1: 13, 2: 14, 3: 15}.get(hour)
    return hour if hour <= 12 else None


def a_clock(hour: int, minute: int, half: str) -> tuple[Tok, tuple[int, ...], str]:
    """A clock token, or the doubt where no such time exists or its half of the day stays open."""
    half = half.replace(".", "")
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return Tok.WRONG, (), "impossible-time"
    if not half:
        return Tok.CLOCK, (hour, minute, 0), ""
    stated = _half_of_day(hour, half, minute)
    if stated is None:
        return Tok.WRONG, (), "ambiguous-time"
    return Tok.CLOCK, (stated, minute, 1), ""


def japanese_clock(match: re.Match[str]) -> tuple[Tok, tuple[int, ...], str]:
    """午後5時半."""
    minute = 30 if match["jc_half"] else int(match["jc_min"] or 0)
    if 24 <= int(match["jc_h"]) <= LATEST_HOUR and minute < 60 and not match["jc_part"]:
        return Tok.CLOCK, (int(match["jc_h"]), minute, 1), ""
    return a_clock(int(match["jc_h"]), minute, match["jc_part"] or "")


def colon_clock(match: re.Match[str]) -> tuple[Tok, tuple[int, ...], str]:
    """17:00, 5:30 pm, 午後5:30."""
    token = a_clock(int(match["cc_h"]), int(match["cc_min"]), match["cc_part"] or match["cc_ampm"] or "")
    if token[0] is not Tok.CLOCK or token[1][2]:
        return token
    return Tok.CLOCK, (*token[1][:2], 1 if len(match["cc_h"]) == 2 else 2), ""


def relative(match: re.Match[str]) -> tuple[Tok, tuple[int, ...], str]:
    """本日, tomorrow."""
    word = match["rel"]
    return Tok.RELATIVE, (RELATIVES[word],), word


def in_week(match: re.Match[str]) -> tuple[Tok, tuple[int, ...], str]:
    """来週の火曜."""
    return Tok.RELATIVE, (KANJI_WEEKDAYS[match["wk_day"]], {"今週": 0, "来週": 1, "再来週": 2}[match["wk"]]), ""


def a_zone(match: re.Match[str]) -> tuple[Tok, tuple[int, ...], str]:
    """JST, +09:00."""
    return Tok.ZONE, (), match["zone"]


def a_word(kind: Tok) -> Maker:
    """Makes tokens of a kind that carry only their word."""
    return lambda match: (kind, (), match[0])


def a_wrong(code: str) -> Maker:
    """Makes tokens that stand for a doubt."""
    return lambda match: (Tok.WRONG, (), code)
