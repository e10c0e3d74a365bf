"""Phrases by class, compiled into one automaton that reads a text once for all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from operator import itemgetter

from crisis.guard.terms import Automaton, alike, continues

Span = tuple[int, int]

INNOCENT = "-"
"""The mark of a class whose phrases excuse: `-plan` holds longer innocent words around phrases of `plan`."""


@dataclass(frozen=True)
class Lexicon:
    """Class → phrases, folded. A class is a finding's code, or a name that detectors combine (`person`, `casualty`).

    Latin and katakana phrases match whole words only. A phrase inside an innocent one (class `-CODE`) is no hit.
    """

    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def _entries(self) -> tuple[tuple[str, str], ...]:
        return tuple((name, phrase) for name, phrases in self.phrases.items() for phrase in phrases)

    @cached_property
    def _automaton(self) -> Automaton:
        return Automaton([phrase for _, phrase in self._entries])

    def extended(self, more: Mapping[str, Iterable[str]]) -> Lexicon:
        """This lexicon with further phrases, such as a desk's own; they are folded here."""
        from crisis.text.folding import folded

        added = {name: tuple(alike(folded(phrase)) for phrase in phrases) for name, phrases in more.items()}
        names = (*self.phrases, *(name for name in added if name not in self.phrases))
        return Lexicon({name: (*self.phrases.get(name, ()), *added.get(name, ())) for name in names})

    def find(self, folded: str) -> dict[str, list[Span]]:
        """Class → places in the folded text, innocents taken away."""
        found: dict[str, list[Span]] = {}
        for index, start, end in self._automaton.find(folded):
            if not continues(folded, start, end, "ak"):
                found.setdefault(self._entries[index][0], []).append((start, end))
        return {name: _guilty(spans, found.get(INNOCENT + name, [])) for name, spans in found.items()}


def _guilty(spans: list[Span], innocents: list[Span]) -> list[Span]:
    if not innocents:
        return spans
    return [span for span in spans if not inside(span, innocents)]


NEAREST = 8
"""Spans behind a place that are looked at."""


def inside(span: Span, others: list[Span]) -> bool:
    """Whether a span lies within one of the others. Their ends must be in order; looks at those near it only."""
    start, end = span
    first = bisect_left(others, end, key=itemgetter(1)) if len(others) > NEAREST else 0
    return any(other[0] <= start and end <= other[1] for other in others[first : first + NEAREST])


@cache
def core_lexicon() -> Lexicon:
    """The phrases that the guard brings itself."""
    from crisis.guard.words import WORDS

    return Lexicon(WORDS)
