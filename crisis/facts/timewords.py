"""The words of times: folded text → tokens (dates, clocks, weekdays, zones, from/to), and what lies between them.

Pure lexing: no token is resolved against a calendar here (see `dates`), nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from crisis.facts.zones import ABBREVIATIONS


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
    """A token with its place. By kind: date = (year or 0, month, day, 1 if day and month could be swapped); day =
    (day,); number = (value,), a day where a range gives its month; relative = (days from the notice's date,) or (weekday, weeks ahead); weekday = (0 Monday … 6,); clock = (hour, minute,
    1 if its half of the day is sure, 2 if it is where clocks have 24 hours, else 0); zone in `word`; wrong = the code of the doubt in `word`."""

    kind: Tok
    start: int
    end: int
    numbers: tuple[int, ...] = ()
    word: str = ""


Maker = Callable[[re.Match[str]], tuple[Tok, tuple[int, ...], str]]

MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
WEEKDAYS = {name: number for number, name in enumerate("mon tue wed thu fri sat sun".split())}
KANJI_WEEKDAYS = {name: number for number, name in enumerate("月火水木金土日")}
ERAS = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988, "昭和": 1925}
RELATIVES = {
    "本日": 0, "今日": 0, "きょう": 0, "今夜": 0, "今晩": 0, "今夕": 0, "今朝": 0, "明日": 1, "あした": 1, "あす": 1, "明朝": 1,
    "明後日": 2, "あさって": 2, "昨日": -1, "きのう": -1, "昨夜": -1, "一昨日": -2, "today": 0, "tonight": 0,
    "this morning": 0, "this afternoon": 0, "this evening": 0, "tomorrow": 1, "the day after tomorrow": 2,
    "day after tomorrow": 2, "yesterday": -1,
}  # fmt: skip
HALF_WORDS = {"今朝": "朝", "明朝": "朝", "今夕": "夜", "今夜": "夜", "今晩": "夜", "昨夜": "夜", "tonight": "夜"}

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_WEEKDAY = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
_HALF = r"(?:午前|午後|am|pm|早朝|朝|昼|夕方|夕|夜|深夜|未明)"
_AMPM = r"(?:am|pm|a\.m\.?|p\.m\.?)(?![a-z])"
_SIGNED = r"\+\d{1,2}(?::?\d{2})?|(?<=t\d\d:\d\d)-\d{2}:?\d{2}|(?<=t\d\d:\d\d:\d\d)-\d{2}:?\d{2}"
_TIME_ZONE = (
    rf"\(?(?P<zone>(?:utc|gmt)[+-]\d{{1,2}}(?::?\d{{2}})?(?![\d:])|(?<=\d)(?:{_SIGNED})(?![\d:])|(?<=\d)z(?![a-z])|"
    rf"(?<![a-z])(?:{'|'.join(ABBREVIATIONS)})(?![a-z]))\)?"
)


def _date(year: int, month: str | int, day: str, *, swappable: bool = False) -> tuple[Tok, tuple[int, ...], str]:
    return Tok.DATE, (year, int(month), int(day), int(swappable)), ""


def _era(match: re.Match[str]) -> tuple[Tok, tuple[int, ...], str]:
    base = ERAS[match["era"]]
    return _date(base + (1 if match["era_y"] == "元" else int(match["era_y"])), match["era_m"], match["era_d"])


def _named(match: re.Match[str], group: str) -> tuple[Tok, tuple[int, ...], str]:
    month = MONTHS[match[f"{group}_m"][:3]]
    return _date(int(match[f"{group}_y"] or 0), month, match[f"{group}_d"])


def _slashed(match: re.Match[str]) -> tuple[Tok, tuple[int, ...], str]:
    """Month first as Japan writes it, unless only the other way is a date; `swappable` where both are."""
    first, second = int(match["sl_a"]), int(match["sl_b"])
    if first > 12 >= second:
        first, second = second, first
        return _date(0, first, str(second))
    return _date(0, first, str(second), swappable=first <= 12 and second <= 12 and first != second)


def _short_year(match: re.Match[str]) -> tuple[Tok, tuple[int, ...], str]:
    """3/14/2026: the year says that this is not the Japanese order, so two small numbers stay ambiguous."""
    first, second = int(match["us_a"]), int(match["us_b"])
    if first <= 12 and second <= 12 and first != second:
        return Tok.WRONG, (), "ambiguous-time"
    month, day = (first, second) if first <= 12 else (second, first)
    return _date(int(match["us_y"]), month, str(day))


def _half_of_day(hour: int, half: str, minute: int) -> int | None:
    """The hour in 24-hour form; None where the words leave it open (午後12時, 12 am, 夜1時)."""
    late = {"午後", "pm", "夕方", "夕", "夜"}
    if half in late:
        if hour >= 13:
            return hour
        if hour == 12:
            return 12 if half == "pm" or minute and half == "午後" else None
        return hour + 12 if half in {"午後", "pm"} or hour >= 4 else None
    if hour == 12:
        return 0 if minute and half == "am" else None
    if half == "昼":
        return {11: 11, 1: 13, 2: 14, 3: 15}.get(hour)
    return hour if hour <= 12 else None


def _clock(hour: int, minute: int, half: str) -> tuple[Tok, tuple[int, ...], str]:
    half = half.replace(".", "")
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return Tok.WRONG, (), "impossible-time"
    if not half:
        return Tok.CLOCK, (hour, minute, 0), ""
    stated = _half_of_day(hour, half, minute)
    if stated is None:
        return Tok.WRONG, (), "ambiguous-time"
    return Tok.CLOCK, (stated, minute, 1), ""


def _japanese_clock(match: re.Match[str]) -> tuple[Tok, tuple[int, ...], str]:
    minute = 30 if match["jc_half"] else int(match["jc_min"] or 0)
    return _clock(int(match["jc_h"]), minute, match["jc_part"] or "")


def _colon_clock(match: re.Match[str]) -> tuple[Tok, tuple[int, ...], str]:
    token = _clock(int(match["cc_h"]), int(match["cc_min"]), match["cc_part"] or match["cc_ampm"] or "")
    if token[0] is not Tok.CLOCK or token[1][2]:
        return token
    return Tok.CLOCK, (*token[1][:2], 1 if len(match["cc_h"]) == 2 else 2), ""


def _relative(match: re.Match[str]) -> tuple[Tok, tuple[int, ...], str]:
    word = match["rel"]
    return Tok.RELATIVE, (RELATIVES[word],), word


def _week(match: re.Match[str]) -> tuple[Tok, tuple[int, ...], str]:
    return Tok.RELATIVE, (KANJI_WEEKDAYS[match["wk_day"]], {"今週": 0, "来週": 1, "再来週": 2}[match["wk"]]), ""


def _zone(match: re.Match[str]) -> tuple[Tok, tuple[int, ...], str]:
    return Tok.ZONE, (), match["zone"]


def _word(kind: Tok) -> Maker:
    return lambda match: (kind, (), match[0])


def _wrong(code: str) -> Maker:
    return lambda match: (Tok.WRONG, (), code)


# In order: the first pattern that fits at a place wins, so longer forms stand before their parts.
_PATTERNS: tuple[tuple[str, str, Maker], ...] = (
    ("era_", r"(?P<era>令和|平成|昭和|(?<![a-z])[rh](?=\d))\s*(?P<era_y>元|\d{1,2})\s*[年./]\s*(?P<era_m>\d{1,2})\s*[月./]\s*(?P<era_d>\d{1,2})日?(?!\d)", _era),
    ("full", r"(?<!\d)(?P<full_y>\d{4})\s*年\s*(?P<full_m>\d{1,2})\s*月\s*(?P<full_d>\d{1,2})\s*日", lambda m: _date(int(m["full_y"]), m["full_m"], m["full_d"])),
    ("iso", r"(?<!\d)(?P<iso_y>\d{4})(?P<iso_s>[-/.])(?P<iso_m>\d{1,2})(?P=iso_s)(?P<iso_d>\d{1,2})(?!\d)(?:t(?=\d))?", lambda m: _date(int(m["iso_y"]), m["iso_m"], m["iso_d"])),
    ("basic", r"(?<!\d)(?P<bas_y>20\d\d)(?P<bas_m>[01]\d)(?P<bas_d>[0-3]\d)(?!\d)", lambda m: _date(int(m["bas_y"]), m["bas_m"], m["bas_d"])),
    ("month", r"(?<!\d)(?P<md_m>\d{1,2})\s*月\s*(?P<md_d>\d{1,2})\s*日(?!間)", lambda m: _date(0, m["md_m"], m["md_d"])),
    ("us", r"(?<![\d/])(?P<us_a>\d{1,2})/(?P<us_b>\d{1,2})/(?P<us_y>\d{4})(?!\d)", _short_year),
    ("yy", r"(?<![\d/])\d{1,2}[/.]\d{1,2}[/.]\d{1,2}(?![\d/])", _wrong("ambiguous-time")),
    ("slash", r"(?<![\d/])(?P<sl_a>\d{1,2})/(?P<sl_b>\d{1,2})(?![\d/])", _slashed),
    ("named", rf"(?<![\d:])(?P<dm_d>\d{{1,2}})(?:st|nd|rd|th)?[ -]*(?:of )?(?P<dm_m>{_MONTH})(?![a-z])(?:[ ,-]*(?P<dm_y>20\d\d)(?![\d:]))?", lambda m: _named(m, "dm")),
    ("mname", rf"(?<![a-z])(?P<mn_m>{_MONTH})[ -]*(?P<mn_d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]| ?[ap]\.?m)(?:,? ?(?P<mn_y>20\d\d)(?![\d:]))?", lambda m: _named(m, "mn")),
    ("weekly", r"(?P<wk>再来週|来週|今週)(?:の)?(?P<wk_day>[月火水木金土日])曜日?", _week),
    ("nextday", r"翌朝|翌日|(?<![一-龠])翌(?=\s*\d|午)", lambda m: (Tok.RELATIVE, (), "next")),
    ("part", r"(?:(?P<jc_part>" + _HALF + r")\s*)?(?<!\d)(?P<jc_h>\d{1,2})\s*時(?!間)(?:(?P<jc_half>半)|\s*(?P<jc_min>\d{1,2})\s*分)?", _japanese_clock),
    ("colon", r"(?:(?P<cc_part>" + _HALF + r")\s*)?(?<![\d:])(?P<cc_h>\d{1,2}):(?P<cc_min>\d{2})(?::\d{2}(?:\.\d+)?)?(?!\d|:)(?:\s*(?P<cc_ampm>" + _AMPM + "))?", _colon_clock),
    ("ampm", r"(?<![\d.:])(?P<ap_h>\d{1,2})(?:\.(?P<ap_min>\d{2}))?\s*(?P<ap_half>" + _AMPM + ")", lambda m: _clock(int(m["ap_h"]), int(m["ap_min"] or 0), m["ap_half"])),
    ("hhmm", r"(?<![\d:.])(?P<mil_h>[01]\d|2[0-3])(?P<mil_m>[0-5]\d)(?=\s*(?:hrs|hours|h(?![a-z])|jst|utc|gmt|z(?![a-z])))", lambda m: _clock(int(m["mil_h"]), int(m["mil_m"]), "")),
    ("noon", r"正午|お昼の?12時|(?<![a-z])(?:12 )?noon(?![a-z])|(?<![a-z])midday(?![a-z])", lambda m: (Tok.CLOCK, (12, 0, 1), "")),
    ("midnight", r"(?<![a-z])midnight(?![a-z])|深夜0時", _wrong("ambiguous-time")),
    ("day", r"(?<![\d.:/])(?P<day>\d{1,2})日(?!間|以内|前|後|連続|目|々|程|ほど|付)", lambda m: (Tok.DAY, (int(m["day"]),), "")),
    ("relative", r"(?<![a-z])(?P<rel>" + "|".join(sorted(RELATIVES, key=len, reverse=True)) + r")(?![a-z])", _relative),
    ("bracketed", r"\(\s*(?P<wd_j>[月火水木金土日])(?:曜日?)?(?:\s*[・,、/]?\s*(?:祝日?|休日?|振休))?\s*\)", lambda m: (Tok.WEEKDAY, (KANJI_WEEKDAYS[m["wd_j"]],), "")),
    ("weekday", r"(?P<wd_k>[月火水木金土日])曜日?", lambda m: (Tok.WEEKDAY, (KANJI_WEEKDAYS[m["wd_k"]],), "")),
    ("english", rf"(?<![a-z])\(?(?P<wd_e>{_WEEKDAY})\.?\)?(?![a-z])", lambda m: (Tok.WEEKDAY, (WEEKDAYS[m["wd_e"][:3]],), "")),
    ("vague", r"未定|見込み?|見通し|目途|目処|めど|検討|可能性|かもしれ|調整中|確認中|次第|(?<![a-z])(?:tbd|tba|tbc|expected|estimated?|hope\w*|maybe|may be|possibl[ey]|likely|eta|provisional\w*|tentative\w*)(?![a-z])", _word(Tok.VAGUE)),
    ("denied", r"ではなく|じゃなく|取り?消|中止|延期|撤回|変更|訂正|誤り|前倒し|繰り[上下]げ|(?<![a-z])(?:not|instead|cancel\w*|postpone\w*|moved|changed|was|were)(?![a-z])", _word(Tok.VAGUE)),
    ("past", r"過ぎ|すぎ|(?<=[時分\d])前(?!後)|(?<=日)前|(?<=日)後|以前|(?<![a-z])(?:before|after)(?![a-z])", _word(Tok.VAGUE)),
    ("about", r"ごろ|頃|およそ|前後|約|(?<![a-z])(?:about|around|approx(?:imately)?\.?|circa)(?![a-z])", _word(Tok.ABOUT)),
    ("zone_", _TIME_ZONE, _zone),
    ("until", r"まで(?:に)?|(?<![a-z])(?:until|till|thru|through|up to)(?![a-z])", _word(Tok.END)),
    ("from", r"以降|より|(?<![a-z])(?:from|since|starting|beginning|as from|onwards?)(?![a-z])", _word(Tok.START)),
    ("joined", r"から|(?<=[\dz])/(?=\d{4}-)|[~〜～―—–‐‑−-]+|(?<![a-z])to(?![a-z])", _word(Tok.JOIN)),
    ("glue", r"現在|時点|今後|次回|次報|発表|発信|更新|終日|開始|再開|終了|予定|定刻|お知らせ|ご?連絡|ご?報告|公表|掲載|(?:いた|致)?します|です|日本|を?もって|に(?!つ)|の(?!み|ため)|は|、|,|\(|\)|。|\.(?!\d)|\s+|(?<![a-z])(?:as of|at|on|the|by|of|and|next update|update|hrs|hours|h)(?![a-z])", _word(Tok.GLUE)),
    ("number", r"(?<!\d)\d{1,2}(?!\d)", lambda m: (Tok.NUMBER, (int(m[0]),), "")),
)  # fmt: skip


@cache
def _lexer() -> re.Pattern[str]:
    """Compiled when the first time is read: `--help` and a desk without notices do not wait for it."""
    return re.compile("|".join(f"(?P<_{name}>{pattern})" for name, pattern, _ in _PATTERNS))


_MAKERS = {f"_{name}": maker for name, _, maker in _PATTERNS}


def tokens(text: str) -> Iterator[Token]:
    """The tokens of folded text in order; stretches that are no word of time come as one `other` each."""
    place = 0
    for match in _lexer().finditer(text):
        if match.start() > place:
            yield Token(Tok.OTHER, place, match.start(), word=text[place : match.start()])
        place = match.end()
        kind, numbers, word = _MAKERS[_branch(match)](match)
        yield Token(kind, match.start(), place, numbers, word)
    if place < len(text):
        yield Token(Tok.OTHER, place, len(text), word=text[place:])


def _branch(match: re.Match[str]) -> str:
    """The alternative that matched: the outermost named group closes last."""
    return match.lastgroup or ""
