"""A desk's protected terms: customers, code names, people. Tens of thousands of them cost no noticeable time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from crisis.guard.terms import Automaton, alike, continues, kind

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

SHORTEST = 2
"""Characters below which a term says nothing: it would be found in every text."""

APART = "\ue000"
"""A private character that folding leaves alone: folding all terms as one text is three times as quick."""

SHORT = 3
"""Characters up to which a kanji term may be a piece of an innocent word."""

LEADS = frozenset("社人先元現旧対当各同某客長方者")
FOLLOWS = frozenset("様氏殿君社側向分用宛製系内外間等他及担案部課専常会代取主係店局長並納経関")
"""Kanji that stand before or after any name without being part of it."""


@dataclass(frozen=True)
class ProtectedTerms:
    """Folded terms, compiled at the first search.

    A term within a longer word is no hit. Latin letters, digits and katakana carry a word on (アリス is not in
    アリストテレス); kanji do so around terms of up to three characters (北浜 is not in 北浜田町), save for those that
    follow or lead any name (北浜様, 株式会社北浜), because longer names meet in compounds and not in other words.
    """

    terms: tuple[str, ...] = ()

    @classmethod
    def compile(cls, terms: Iterable[str]) -> ProtectedTerms:
        """From lines as people write them: folded, doubles and those too short dropped."""
        from crisis.text.folding import folded

        plain = (term.strip() for term in alike(folded(APART.join(terms))).split(APART))
        return cls(tuple(dict.fromkeys(term for term in plain if len(term) >= SHORTEST)))

    @cached_property
    def machine(self) -> AhoCorasick:
        """The compiled automaton."""
        return Automaton(self.terms).machine

    def find(self, folded: str) -> list[tuple[int, int]]:
        """Places in a folded text."""
        if found := self.machine.find_matches_as_indexes(folded, overlapping=True):
            return [(start, end) for _, start, end in found if _stands_alone(folded, start, end)]
        return []


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the term is no piece of a longer word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if not (before.isalnum() or after.isalnum()):
        return True
    return not continues(text, start, end, "ak") and not _within_kanji(text, start, end)


def _within_kanji(text: str, start: int, end: int) -> bool:
    """Whether a short term is a piece of a longer kanji word."""
    if end - start > SHORT or not continues(text, start, end, "c"):
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    led = before != "" and kind(before) == kind(text[start]) == "c" and before not in LEADS
    followed = after != "" and kind(after) == kind(text[end - 1]) == "c" and after not in FOLLOWS
    return led or followed


NO_TERMS = ProtectedTerms()
