"""Detectors that are data: patterns, the code of what they find, and the words that excuse it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crisis.guard.context import Background
from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Found, Reading, sentence
from crisis.guard.registry import Hit
from crisis.guard.voices import advice_if, authority


@dataclass(frozen=True, eq=False)
class Rule:
    """Whatever one of the patterns finds is a hit, save for words that are public by construction.

    It is advice where its sentence holds one of the words of `unless` (the public is spoken of) and, with `of_us`, where an
    authority speaks: what the writer alone knows of itself is told of no one by an authority.
    """

    code: str
    patterns: tuple[Pattern, ...]
    unless: tuple[Expression, ...] = ()
    of_us: bool = False

    def __call__(self, reading: Reading, context: Background) -> Iterator[Hit]:
        """The hits."""
        for pattern in self.patterns:
            for found in reading.find(pattern):
                if not reading.is_public(found.start, found.end):
                    yield Hit(self.code, found.start, found.end, advice_if(self._excused(found)))

    def _excused(self, found: Found) -> bool:
        said = sentence(found)
        return any(words.search(said) for words in self.unless) or (self.of_us and authority(found.match.string))
