"""Text in which signs and digits are spelled out as words ("jane dot miller at corp dot example", 「あっと」「どっと」, "oh nine oh"),
put back into signs and digits; with the way back to the text as written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crisis.text.escapes import Decoded, Piece, replaced

_SIGNS = {
    ".": "dot|どっと|ドット",
    "@": "at|あっと|アット(?:マーク)?",
    "/": "slash|スラッシュ",
    "\\": "backslash|back slash|バックスラッシュ|円マーク",
    ":": "colon|コロン",
    "_": "underscore|アンダー(?:バー|スコア)",
    "-": "dash|hyphen|ハイフン",
}
_SURE = re.compile(
    r"dot|どっと|ドット|slash|スラッシュ|円マーク|colon|コロン|underscore|アンダー|ハイフン", re.IGNORECASE
)
"""Words that stand between words of a sentence less often than "at" and "dash"."""

_SIGN = "|".join(_SIGNS.values())
_RUN = re.compile(
    rf"[A-Za-z0-9_.-]{{1,64}}(?:(?:\s{{0,2}}\b(?:{_SIGN})\b){{1,3}}\s{{0,2}}[A-Za-z0-9_.-]{{1,64}}){{1,12}}",
    re.IGNORECASE,
)
_ONE = re.compile(
    "|".join(rf"(?P<s{at}>\s{{0,2}}\b(?:{words})\b\s{{0,2}})" for at, words in enumerate(_SIGNS.values())),
    re.IGNORECASE,
)
_MARKS = tuple(_SIGNS)

_DIGITS = {
    **{
        word: digit
        for digit, words in enumerate(
            ("zero oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
        )
        for word in words.split()
    },
    **{
        word: digit
        for digit, words in enumerate(
            (
                "ぜろ ゼロ れい レイ まる マル",
                "いち イチ",
                "にい ニイ に ニ",
                "さん サン",
                "よん ヨン",
                "ごお ゴオ ご ゴ",
                "ろく ロク",
                "なな ナナ",
                "はち ハチ",
                "きゅう キュウ キュー",
            )
        )
        for word in words.split()
    },
}
_WORD = "|".join(sorted(_DIGITS, key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?:(?:(?<![A-Za-z])(?:(?:double|triple)[ -])?(?:{_WORD})(?![A-Za-z])[\s、,・のー-]{{0,2}}){{3,24}}"
    rf"(?:の?(?<!\d)\d{{3,5}}(?!\d)[\s、,・のー-]{{0,2}}){{1,3}}){{1,3}}"
    rf"|(?:(?<![A-Za-z])(?:(?:double|triple)[ -])?(?:{_WORD})(?![A-Za-z])[\s、,・のー-]{{0,2}}){{6,24}}",
    re.IGNORECASE,
)
"""Digits in words alone, or three of them with groups of plain digits behind."""

_DIGIT = re.compile(rf"(?:(double|triple)[ -])?({_WORD})[\s、,・のー-]{{0,2}}", re.IGNORECASE)

_TIMES = {None: 1, "double": 2, "triple": 3}


def spelled_out(text: str) -> Decoded | None:
    """The text with spelled signs and digits as what they mean; None where there are none. Time is linear."""
    pieces = sorted((*_signs(text), *_digits(text)))
    return replaced(text, None, pieces) if pieces else None


def _signs(text: str) -> Iterator[Piece]:
    for run in _RUN.finditer(text) if _SURE.search(text) else ():
        if _SURE.search(run[0]):
            yield from (
                (run.start() + sign.start(), run.start() + sign.end(), _MARKS[int((sign.lastgroup or "s0")[1:])])
                for sign in _ONE.finditer(run[0])
            )


def _digits(text: str) -> Iterator[Piece]:
    for number in _NUMBER.finditer(text):
        yield from (
            (
                number.start() + digit.start(),
                number.start() + digit.end(),
                _TIMES.get(digit[1] and digit[1].lower(), 1) * str(_DIGITS[digit[2].lower()]),
            )
            for digit in _DIGIT.finditer(number[0])
        )
