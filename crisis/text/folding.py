"""One spelling for comparing: labels, vocabulary and protected terms are compared folded.

Folding is NFKC with case folded (Unicode Standard, 3.13 and UAX 15): full-width letters and digits become ASCII, half-width
kana full-width. On top of it what nobody sees is dropped (format and control characters, soft hyphens, variation selectors),
all hyphens become `-`, all tildes `~`, curly apostrophes and quotes straight ones, all decimal digits ASCII, and whitespace
runs one space. The long-vowel mark ー is kept in words and read as a hyphen after a digit or a Latin letter (「０９０ー１２３４」).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

_HYPHENS = "\u02d7\u058a\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u207b\u208b\u2212\u2500\u2501\u2e3a\u2e3b\ufe58\ufe63\uff0d"
_TILDES = "\u02dc\u02f7\u2053\u223c\u301c\u3030\uff5e"
_APOSTROPHES = "\u02b9\u02bb\u02bc\u2018\u2019\u201a\u201b\u2032\uff07"
_QUOTES = "\u201c\u201d\u201e\u201f\u2033\uff02"
_ALIKE = str.maketrans(
    dict.fromkeys(_HYPHENS, "-")
    | dict.fromkeys(_TILDES, "~")
    | dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_QUOTES, '"')
)
FEW = 8
"""Replacements up to which one by one is quicker than all at once."""
_NONE = "(?:(?!))"
_SPACES = re.compile(r"\s+")
_BLANKS = re.compile(r"\s\s")
_LONG_VOWELS_AS_HYPHENS = re.compile("(?<=[0-9a-z-])ー+")
# Invisible though neither control nor format characters: joiners, fillers, variation selectors (UCD: Default_Ignorable).
_UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]")
# Not combining marks, and yet one with what stands before them (UCD: NFC_Quick_Check=Maybe).
_JOINS = re.compile(
    "[\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e\u1161-\u1175\u11a8-\u11c2"
    "\u1b35\U00011127\U0001133e\U00011357\U000114b0\U000114ba\U000114bd\U000115af\U00011930]"
)


SHORT = 64
"""Characters up to which a text is a phrase."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where each of its characters stood in the original, as code points: [starts[i], ends[i])."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    size: int
    """Length of the original in code points."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the original, whole characters; an empty span is a place. Raises ValueError
        for a span outside the folded text."""
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"no span {start}:{end} in {len(self.text)} folded characters")
        if start < end:
            return self.starts[start], self.ends[end - 1]
        place = self.starts[start] if start < len(self.starts) else self.size
        return place, place


def fold(text: str) -> Folded:
    """Fold a text, keeping the way back. Time is linear."""
    if _one_for_one(text):
        size = len(text)
        return Folded(_in_context(_fold_seen(text)), tuple(range(size)), tuple(range(1, size + 1)), size)
    folded_text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, part in _pieces(text):
        piece = part
        if piece[:1] == " " and folded_text[-1:] == [" "]:
            ends[-1], piece = end, part[1:]
        folded_text += piece
        starts += [start] * len(piece)
        ends += [end] * len(piece)
    return Folded(_in_context("".join(folded_text)), tuple(starts), tuple(ends), len(text))


def _one_for_one(text: str) -> bool:
    """Whether every character folds by itself to one character, and no two blanks to one: as in most texts."""
    plain = all(_seen(char) and not _joins_previous(char) and len(_fold_piece(char)) == 1 for char in set(text))
    return plain and not _BLANKS.search(text)


def folded(text: str) -> str:
    """The folded text alone; the same as `fold(text).text`, quicker. Labels and phrases come again and again: they are kept."""
    return _folded_short(text) if len(text) <= SHORT else _folded(text)


@lru_cache(maxsize=8192)
def _folded_short(text: str) -> str:
    return _folded(text)


def _folded(text: str) -> str:
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.casefold()
    chars = set(text)
    if all(map(_is_folded, chars)) and not _BLANKS.search(text):
        return _in_context(text)
    if not any(_joins_previous(char) or not _seen(char) for char in chars):
        return _in_context(_fold_seen(text))
    return _in_context(_SPACES.sub(" ", "".join(piece for _, _, piece in _pieces(text))))


def _in_context(text: str) -> str:
    return _LONG_VOWELS_AS_HYPHENS.sub(lambda run: "-" * len(run[0]), text)


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, folded) of each smallest part that folds by itself: mostly one character.

    More than 30 marks on one character, which no writing needs (UAX 15, Stream-Safe Text Format), fold apart.
    """
    unseen = _one_of(char for char in set(text) if not _seen(char))
    mark = _one_of(char for char in set(text) if _joins_previous(char))
    if unseen == mark == _NONE:
        yield from ((at, at + 1, _fold_piece(char)) for at, char in enumerate(text))
        return
    part = rf"(?:(?!{unseen}|{mark}).)?+(?:{unseen}*+{mark}){{0,30}}+{unseen}*+"
    for found in re.finditer(part, text, re.DOTALL):
        if found[0]:
            yield found.start(), found.end(), _fold_piece(found[0])


def _one_of(chars: Iterable[str]) -> str:
    """A regular expression for any one of these."""
    listed = "".join(map(re.escape, sorted(chars)))
    return f"[{listed}]" if listed else _NONE


@lru_cache(maxsize=8192)
def _joins_previous(char: str) -> bool:
    """Whether a character that shows may become one with what stands before it."""
    if not _seen(char):
        return False
    first = unicodedata.normalize("NFKC", char)[:1]
    return unicodedata.combining(first) > 0 or _JOINS.match(first) is not None


@lru_cache(maxsize=8192)
def _is_folded(char: str) -> bool:
    """Whether a character folds to itself, whatever stands beside it."""
    return _seen(char) and not _joins_previous(char) and _fold_piece(char) == char


@lru_cache(maxsize=8192)
def _fold_piece(piece: str) -> str:
    return _fold_seen("".join(filter(_seen, piece)))


def _fold_seen(text: str) -> str:
    """Fold a text in which everything shows."""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", exchanged(text, _ALIKE)).casefold())
    plain = exchanged(plain, _ALIKE)
    digits = {ord(char): _ascii_digit(char) for char in set(plain) if char.isdecimal() and not char.isascii()}
    return _SPACES.sub(" ", exchanged(plain, digits))


def exchanged(text: str, table: Mapping[int, str | int]) -> str:
    """`text.translate(table)`, many times as quick where a long text holds few of the table's characters."""
    held = [(char, table[ord(char)]) for char in set(text) if ord(char) in table]
    if len(held) > FEW:
        return text.translate(table)
    for char, other in held:
        text = text.replace(char, other if isinstance(other, str) else chr(other))
    return text


def _seen(char: str) -> bool:
    """Whether a character shows, or is space."""
    return char.isspace() or not (unicodedata.category(char) in {"Cc", "Cf"} or _UNSEEN.match(char))


def _ascii_digit(char: str) -> str:
    return char if char.isascii() or not char.isdecimal() else str(unicodedata.decimal(char))
