"""The words of times: folded text → tokens (dates, clocks, weekdays, zones, from/to), and what lies between them.

Pure lexing: no token is resolved against a calendar here (see `dates`), nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from crisis.facts.times import words
from crisis.facts.times.words import KANJI_WEEKDAYS, RELATIVES, WEEKDAYS, Maker, Tok, Token
from crisis.facts.times.zones import ABBREVIATIONS
from crisis.text.folding import SHORT
from crisis.text.late import late

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
_HALF = r"(?:午前|午後|am|pm|早朝|朝|昼|夕方|夕|夜|深夜|未明)"
_AMPM = r"(?:am|pm|a\.m\.?|p\.m\.?)(?![a-z])"
# A minus sign is an offset only right after a full ISO 8601 time; elsewhere 14:00-15:30 is a period.
_SIGNED = r"\+\d{1,2}(?::?\d{2})?|(?<=t\d\d:\d\d)-\d{2}:?\d{2}|(?<=t\d\d:\d\d:\d\d)-\d{2}:?\d{2}"


def _latin(*alternatives: str) -> str:
    """Whole Latin words."""
    return rf"(?<![a-z])(?:{'|'.join(alternatives)})(?![a-z])"


_DATES: tuple[tuple[str, str, Maker], ...] = (
    (
        "era_",
        r"(?P<era>令和|平成|昭和|(?<![a-z])[rh](?=\d))\s*(?P<era_y>元|"
        r"\d{1,2})\s*[年./]\s*(?P<era_m>\d{1,2})\s*[月./]\s*(?P<era_d>\d{1,2})日?(?!\d)",
        words.era_date,
    ),
    (
        "full",
        r"(?<!\d)(?P<full_y>\d{4})\s*年\s*(?P<full_m>\d{1,2})\s*月\s*(?P<full_d>\d{1,2})\s*日",
        lambda m: words.a_date(int(m["full_y"]), m["full_m"], m["full_d"]),
    ),
    (
        "iso",
        r"(?<!\d)(?P<iso_y>\d{4})(?P<iso_s>[-/.])(?P<iso_m>\d{1,2})(?P=iso_s)(?P<iso_d>\d{1,2})(?!\d)(?:t(?=\d))?",
        lambda m: words.a_date(int(m["iso_y"]), m["iso_m"], m["iso_d"]),
    ),
    (
        "basic",
        r"(?<!\d)(?P<bas_y>20\d\d)(?P<bas_m>[01]\d)(?P<bas_d>[0-3]\d)(?!\d)",
        lambda m: words.a_date(int(m["bas_y"]), m["bas_m"], m["bas_d"]),
    ),
    (
        "month",
        r"(?<!\d)(?P<md_m>\d{1,2})\s*月\s*(?P<md_d>\d{1,2})\s*日(?!間)",
        lambda m: words.a_date(0, m["md_m"], m["md_d"]),
    ),
    ("us", r"(?<![\d/])(?P<us_a>\d{1,2})/(?P<us_b>\d{1,2})/(?P<us_y>\d{4})(?!\d)", words.year_last),
    ("yy", r"(?<![\d/])\d{1,2}[/.]\d{1,2}[/.]\d{1,2}(?![\d/])", words.a_wrong("ambiguous-time")),
    ("slash", r"(?<![\d/])(?P<sl_a>\d{1,2})/(?P<sl_b>\d{1,2})(?![\d/])", words.slashed_date),
    (
        "named",
        rf"(?<![\d:])(?P<dm_d>\d{{1,2}})(?:st|nd|rd|"
        rf"th)?[ -]*(?:of )?(?P<dm_m>{_MONTH})(?![a-z])(?:[ ,-]*(?P<dm_y>20\d\d)(?![\d:]))?",
        lambda m: words.named_date(m, "dm"),
    ),
    (
        "mname",
        rf"(?<![a-z])(?P<mn_m>{_MONTH})[ -]*(?P<mn_d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|"
        rf" ?[ap]\.?m)(?:,? ?(?P<mn_y>20\d\d)(?![\d:]))?",
        lambda m: words.named_date(m, "mn"),
    ),
    ("weekly", r"(?P<wk>再来週|来週|今週)(?:の)?(?P<wk_day>[月火水木金土日])曜日?", words.in_week),
    ("nextday", r"翌朝|翌日|(?<![一-龠])翌(?=\s*\d|午)", lambda m: (Tok.RELATIVE, (), "next")),
)
_CLOCKS: tuple[tuple[str, str, Maker], ...] = (
    (
        "part",
        rf"(?:(?P<jc_part>{_HALF})\s*)?(?<!\d)(?P<jc_h>\d{{1,2}})\s*時(?!間)(?:(?P<jc_half>半)|"
        rf"\s*(?P<jc_min>\d{{1,2}})\s*分)?",
        words.japanese_clock,
    ),
    (
        "colon",
        rf"(?:(?P<cc_part>{_HALF})\s*)?(?<![\d:])(?P<cc_h>\d{{1,2}}):(?P<cc_min>\d{{2}})(?::\d{{2}}(?:\.\d+)?)?(?!\d|"
        rf":)(?:\s*(?P<cc_ampm>{_AMPM}))?",
        words.colon_clock,
    ),
    (
        "told_clock",
        r"(?:(?<=\bat )|(?<=\bby )|(?<=around )|(?<=about )|(?<=until )|(?<=message )|(?<=update )|(?<=since )|"
        r"(?<=from ))"
        rf"(?P<do_h>[01]\d|2[0-3])\.(?P<do_min>[0-5]\d)(?![\d.]|\s*(?:{_AMPM}|%))",
        lambda m: (Tok.CLOCK, (int(m["do_h"]), int(m["do_min"]), 1), ""),
    ),
    (
        "ampm",
        rf"(?<![\d.:])(?P<ap_h>\d{{1,2}})(?:\.(?P<ap_min>\d{{2}}))?\s*(?P<ap_half>{_AMPM})",
        lambda m: words.a_clock(int(m["ap_h"]), int(m["ap_min"] or 0), m["ap_half"]),
    ),
    (
        "hhmm",
        r"(?<![\d:.])(?P<mil_h>[01]\d|2[0-3])(?P<mil_m>[0-5]\d)(?=\s*(?:hrs|hours|h(?![a-z])|jst|utc|gmt|z(?![a-z])))",
        lambda m: words.a_clock(int(m["mil_h"]), int(m["mil_m"]), ""),
    ),
    (
        "point",
        r"(?<=at )(?P<pt_h>\d{1,2})\.(?P<pt_min>\d{2})(?![\d.]|\s*[ap]\.?m)",
        lambda m: words.a_clock(int(m["pt_h"]), int(m["pt_min"]), ""),
    ),
    ("noon", r"正午|お昼の?12時|" + _latin("(?:12 )?noon", "midday"), lambda m: (Tok.CLOCK, (12, 0, 1), "")),
    ("midnight", _latin("midnight") + "|深夜0時", words.a_wrong("ambiguous-time")),
)
_DAYS: tuple[tuple[str, str, Maker], ...] = (
    (
        "day",
        r"(?<![\d.:/])(?P<day>\d{1,2})日(?!間|以内|前|後|連続|目|々|程|ほど|付)",
        lambda m: (Tok.DAY, (int(m["day"]),), ""),
    ),
    (
        "ordinal",
        r"(?:(?<=day )(?:the )?|(?<=on )the )(?P<ord>\d{1,2})(?:st|nd|rd|th)(?![a-z]| [a-z]*(?:floor|anniversary))",
        lambda m: (Tok.DAY, (int(m["ord"]),), ""),
    ),
    ("relative", rf"(?<![a-z])(?P<rel>{'|'.join(sorted(RELATIVES, key=len, reverse=True))})(?![a-z])", words.relative),
    (
        "bracketed",
        r"\(\s*(?P<wd_j>[月火水木金土日])(?:曜日?)?(?:\s*[・,、/]?\s*(?:祝日?|休日?|振休))?\s*\)",
        lambda m: (Tok.WEEKDAY, (KANJI_WEEKDAYS[m["wd_j"]],), ""),
    ),
    (
        "dotted",
        r"[・,、 ]\s*(?P<wd_p>[月火水木金土日])(?=\s*\))",
        lambda m: (Tok.WEEKDAY, (KANJI_WEEKDAYS[m["wd_p"]],), ""),
    ),
    ("weekday", r"(?P<wd_k>[月火水木金土日])曜日?", lambda m: (Tok.WEEKDAY, (KANJI_WEEKDAYS[m["wd_k"]],), "")),
    (
        "english",
        rf"(?<![a-z])\(?(?P<wd_e>{_WEEKDAY})\.?\)?(?![a-z])",
        lambda m: (Tok.WEEKDAY, (WEEKDAYS[m["wd_e"][:3]],), ""),
    ),
)
# Words that leave the time open, deny it, or move it: then there is no time to publish.
_OPEN = (
    r"未定|見込み?|見通し|検討|可能性|かもしれ|調整中|確認中|次第|"
    + _latin(
        "tbd|tba|tbc|expected|estimated?|hope[a-z]*|maybe|may be|possibl[ey]|likely|eta|provisional[a-z]*|tentative[a-z]*"
    )
    + r"|ではなく|じゃなく|取り?消|中止|延期|撤回|変更|訂正|誤り|前倒し|繰り[上下]げ|"
    + _latin("not|instead|cancel[a-z]*|postpone[a-z]*|moved|changed|was|were")
    + r"|過ぎ|すぎ|(?<=[時分\d])前(?!後)|(?<=日)前|(?<=日)後|以前|"
    + _latin("before|after")
)
_MARKS: tuple[tuple[str, str, Maker], ...] = (
    ("vague", _OPEN, words.a_word(Tok.VAGUE)),
    ("counted", r"の?\(?(?P<days>\d{1,2})日間\)?", lambda m: (Tok.DAYS, (int(m["days"]),), "")),
    ("aim", r"を?(?:目途|目処|めど)", words.a_word(Tok.ABOUT)),
    (
        "about",
        r"ごろ|頃|およそ|前後|約|" + _latin(r"about|around|approx(?:imately)?\.?|circa"),
        words.a_word(Tok.ABOUT),
    ),
    (
        "zone_",
        rf"\(?(?P<zone>(?:utc|gmt)[+-]\d{{1,2}}(?::?\d{{2}})?(?![\d:])|(?<=\d)(?:{_SIGNED})(?![\d:])|(?<=\d)z(?![a-z])|"
        + _latin(*ABBREVIATIONS)
        + r")\)?",
        words.a_zone,
    ),
    ("until", r"まで(?:に)?|" + _latin("until|till|thru|through|up to"), words.a_word(Tok.END)),
    ("from", r"以降|より|" + _latin("from|since|starting|beginning|as from|onwards?"), words.a_word(Tok.START)),
    ("joined", r"から|(?<=[\dz])/(?=\d{4}-)|[~-]+|" + _latin("to"), words.a_word(Tok.JOIN)),
    (
        "glue",
        r"現在|時点|今後|次回|次報|発表|発信|更新|終日|開始|再開|終了|予定|定刻|お知らせ|ご?連絡|ご?報告|改めて|あらためて|再度|公表|掲載|(?:いた|致)?します|です|日本|"
        r"を?もって|に(?!つ)|の(?!み|ため)|は|、|,|\(|\)|。|\.(?!\d)|\s+|"
        + _latin(
            "as of|at|on|the|by|of|and|(?:for )?(?:the )?(?:whole|entire) day|all day(?: long)?|next update|update|hrs|hours|h"
        ),
        words.a_word(Tok.GLUE),
    ),
    ("number", r"(?<!\d)\d{1,2}(?!\d)", lambda m: (Tok.NUMBER, (int(m[0]),), "")),
)
# In order: the first pattern that fits at a place wins, so longer forms stand before their parts.
# How long something takes is no day: 「1〜2日の遅れ」, "1 to 2 days".
_LENGTHS: tuple[tuple[str, str, Maker], ...] = (
    (
        "length",
        r"(?<![\d月/])\d{1,2}日?(?:~|-|から|、|,)?\d{0,2}日(?:間)?(?:ほど|程度|くらい|ぐらい|前後)?の?(?=遅|延着|かか|ずれ|猶予|時間)|"
        r"(?<!\d)\d{1,2}(?: ?(?:to|-|or) ?\d{1,2})? (?:working |business |calendar )?(?:days|weeks)(?![a-z])",
        words.a_word(Tok.OTHER),
    ),
)
_PATTERNS = (*_LENGTHS, *_DATES, *_CLOCKS, *_DAYS, *_MARKS)
_MAKERS = {f"_{name}": maker for name, _, maker in _PATTERNS}


@cache
def _lexer() -> re.Pattern[str]:
    """Compiled when the first time is read: a command that reads none does not wait for it."""
    return re.compile("|".join(f"(?P<_{name}>{pattern})" for name, pattern, _ in _PATTERNS))


_BETWEEN = late(r"\bbetween( [^.;,]{1,24}? )and(?= (?:noon\b|midnight\b|midday\b|\d))")


def _from_to(match: re.Match[str]) -> str:
    """ "between 9:00 and 12:00" as from 9:00 to 12:00, as long as it was."""
    return f"from   {match[1]} to"


def as_read(text: str) -> str:
    """Folded text as its tokens are read, letter for letter as long."""
    return _BETWEEN().sub(_from_to, text)


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of folded text in order; stretches that are no word of time come as one `other` each. One line is read for
    its date and for each field again and again: it is kept."""
    return _tokens_of_line(text) if len(text) <= SHORT else tuple(_tokens(text))


@lru_cache(maxsize=2048)
def _tokens_of_line(text: str) -> tuple[Token, ...]:
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    place, text = 0, as_read(text)
    for match in _lexer().finditer(text):
        if match.start() > place:
            yield Token(Tok.OTHER, place, match.start(), word=text[place : match.start()])
        place = match.end()
        kind, numbers, word = _MAKERS[match.lastgroup or ""](match)
        yield Token(kind, match.start(), place, numbers, word)
    if place < len(text):
        yield Token(Tok.OTHER, place, len(text), word=text[place:])
