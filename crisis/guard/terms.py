"""Many literal strings in one pass (Aho-Corasick), with the word sense of Japanese and English."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


ALIKE = (
    str.maketrans("аеорсухіјѕһԁԛԝкмтнв", "aeopcyxijshdqwkmthb")
    | str.maketrans("αορνικτυεχηω", "aopviktuexnw")
    | str.maketrans("ɑɡıɩօոսհ", "agiionuh")
    | str.maketrans("祕龍區圖國澤邊齋", "秘竜区図国沢辺斎")
)
"""Letters of other scripts that look like Latin ones (UTS #39), and old forms of kanji: one character for one."""


class Automaton:
    """Finds every occurrence of any of the strings, overlapping ones included, in time linear in text and hits.

    Building waits until the first search. Strings and texts must be folded alike.
    """

    def __init__(self, strings: Sequence[str]) -> None:
        self._strings = strings

    @cached_property
    def _machine(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick, MatchKind

        return AhoCorasick(self._strings, matchkind=MatchKind.Standard, store_patterns=False)

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """(index of the string, start, end) in order of their ends."""
        return self._machine.find_matches_as_indexes(text, overlapping=True) if self._strings else []


def kind(character: str) -> str:
    """The script that a character continues: `a` (Latin letters and digits), `k` katakana, `c` kanji, else empty."""
    if character.isascii():
        return "a" if character.isalnum() else ""
    if "ァ" <= character <= "ヿ" and character != "・":
        return "k"
    if "一" <= character <= "鿿" or character == "々":
        return "c"
    return "a" if unicodedata.category(character)[0] == "L" and not "぀" <= character <= "ゟ" else ""


def continues(text: str, start: int, end: int, kinds: str) -> bool:
    """Whether the characters around a span carry on its own word, for the kinds of script named."""
    before = start > 0 and _joined(text[start - 1], text[start], kinds)
    return before or (end < len(text) and _joined(text[end - 1], text[end], kinds))


def _joined(left: str, right: str, kinds: str) -> bool:
    return (script := kind(left)) in kinds and script != "" and script == kind(right)


def whole_words(text: str, found: Iterator[tuple[int, int, int]], kinds: str) -> Iterator[tuple[int, int, int]]:
    """Those occurrences that are no part of a longer word."""
    return (hit for hit in found if not continues(text, hit[1], hit[2], kinds))
