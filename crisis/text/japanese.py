"""Lines of Japanese for a terminal: how wide text is, and where it may break.

Phrases come from BudouX's Japanese model. On top of it a line never breaks inside a number with its unit, a date with its
weekday and time, a telephone number, a URL, a word in Latin letters or katakana, a reading in brackets, or a name that the
caller wants kept; nor before 。 or after 「 (JIS X 4051, line-start and line-end prohibition). Text written with spaces
between its words, as plain Japanese is, breaks at these alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from crisis.text.graphemes import graphemes

if TYPE_CHECKING:
    import budoux

_NOT_FIRST = frozenset(
    "、。，．・：；？！ー～〜…‥々ゝゞヽヾ」』）］｝〉》】〕’”ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％℃,.!?:;)]}%"
)
_NOT_LAST = frozenset("「『（［｛〈《【〔‘“([{¥￥＄$＃#№第約")
_KANJI = "\u3400-\u4dbf\u4e00-\u9fff々"
_WHOLE = rf"""
      [0-9０-９]+(?:月[0-9０-９]+)?日(?:[(（][月火水木金土日祝・]{{1,3}}[)）])?\s?(?:[0-9０-９]+(?:[:：][0-9０-９]+|時(?:[0-9０-９]+分)?))?
        (?:ごろ|頃|現在|時点|以降|まで|から)?
    | [!-~]*[0-9][!-~]*(?:[{_KANJI}]{{1,2}}|[ァ-ヺー]+|ごろ|か月|か所|[ ]?(?:[へをにでとがはのも]|まで|から))?
    | [０-９][０-９，．：]*[{_KANJI}ァ-ヺー％]{{0,2}}
    | 第[0-9０-９]+[{_KANJI}]
    | [!-~]+(?:[ ](?:[へをにでとがはのも]|から|まで))?
    | [ァ-ヺー]+
    | 【[^】\n]{{1,16}}】
    | [{_KANJI}]+[(（][ぁ-ゖァ-ヺー]+[)）][ぁ-ゖ]{{0,8}}
    | [{_KANJI}]{{2,12}}
    """
_SENTENCE_END = re.compile("[。！？】：]+")
_SPACED_WORDS = re.compile(rf"[ぁ-ゖ)）] [ぁ-ゖァ-ヺ{_KANJI}]")


def display_width(text: str) -> int:
    """Columns that a text takes in a terminal: 2 for wide characters (Unicode Standard Annex 11), 0 for marks, the most of
    its parts for an emoji sequence. Ambiguous characters such as ① count 1. Line breaks are not looked at."""
    if text.isascii():
        return len(text)
    if "\u200d" in text or "\ufe0f" in text:
        return sum(map(_cluster_width, graphemes(text)))
    return sum(map(_char_width, text))


def _cluster_width(cluster: str) -> int:
    return 2 if "\ufe0f" in cluster else max(map(_char_width, cluster))


@lru_cache(maxsize=8192)
def _char_width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc"} and char != "\xad":
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def wrap(text: str, columns: int, keep: Iterable[str] = ()) -> list[str]:
    """The lines of a text, none wider than `columns` (at least 2); its own line breaks stay, spaces at a break go.

    `keep` names phrases that no line breaks inside (names of sites, services, the organisation). What alone is wider than
    a line is broken anyhow.
    """
    if columns < 2:
        raise ValueError("a line needs at least two columns")
    kept = tuple(filter(None, keep))
    return [line for paragraph in text.split("\n") for line in _lines(paragraph, columns, kept)]


def _lines(paragraph: str, columns: int, keep: tuple[str, ...]) -> Iterator[str]:
    if display_width(paragraph) <= columns:
        yield paragraph
        return
    line = ""
    for piece in _fitting(phrases(paragraph, keep), columns):
        if line and display_width(line + piece.rstrip()) > columns:
            yield line.rstrip()
            line = piece.lstrip()
        else:
            line += piece
    yield line.rstrip()


def _fitting(pieces: Iterable[str], columns: int) -> Iterator[str]:
    """The same pieces, those wider than a line cut between characters."""
    for piece in pieces:
        if display_width(piece.strip()) <= columns:
            yield piece
        else:
            yield from _cut(piece, columns)


def _cut(piece: str, columns: int) -> Iterator[str]:
    part, width = "", 0
    for cluster in graphemes(piece):
        wide = display_width(cluster)
        if part and width + wide > columns:
            yield part
            part, width = "", 0
        part, width = part + cluster, width + wide
    yield part


def phrases(text: str, keep: Sequence[str] = ()) -> list[str]:
    """A line of text in the pieces that no line break divides; joined they are the text."""
    spaces = [at for at, char in enumerate(text) if char.isspace() and char != "\xa0"]
    ends = {at + 1 for at in spaces} | {found.end() for found in _SENTENCE_END.finditer(text)}
    if len(_SPACED_WORDS.findall(text)) < 2 and not text.isascii():
        ends |= set(_boundaries(text))
    whole = _inside_wholes(text, keep)
    allowed = [at for at in sorted(ends) if 0 < at < len(text) and at not in whole and not _prohibited(text, at)]
    return [text[a:b] for a, b in pairwise([0, *allowed, len(text)])] if text else []


def _boundaries(text: str) -> Iterator[int]:
    """Where BudouX lets phrases begin. A space belongs to what stands before it."""
    at = 0
    for phrase in _parser().parse(text):
        yield at
        at += len(phrase)


def _prohibited(text: str, at: int) -> bool:
    """Whether a line may not break here whatever phrases say."""
    before, after = text[at - 1], text[at]
    return after.isspace() or after in _NOT_FIRST or before in _NOT_LAST or unicodedata.combining(after) > 0


def _inside_wholes(text: str, keep: Sequence[str]) -> set[int]:
    """Offsets inside what stays in one piece."""
    spans = [found.span() for found in re.finditer(_WHOLE, text, re.VERBOSE)]
    if keep:
        names = "|".join(map(re.escape, sorted(keep, key=len, reverse=True)))
        spans += [found.span() for found in re.finditer(names, text)]
    return {at for start, end in spans for at in range(start + 1, end)}


@cache
def _parser() -> budoux.Parser:
    from budoux import load_default_japanese_parser

    return load_default_japanese_parser()
