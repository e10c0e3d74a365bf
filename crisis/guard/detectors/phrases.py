"""Codes whose phrases alone tell: the lexicon's classes that bear a leak's code, and protected terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crisis.guard.codes import LEAKS
from crisis.guard.context import GuardContext
from crisis.guard.lexicon import Span
from crisis.guard.reading import Reading
from crisis.guard.registry import Hit, detector

NEAR = 40
"""Characters within which an executive and a movement belong together: about one clause."""


@detector
def telling_phrases(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """Phrases whose class is a leak's code."""
    for name, spans in reading.phrases.items():
        if name in LEAKS:
            yield from (Hit(name, *span) for span in spans if not reading.is_public(*span))


@detector
def data_denials(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """Denials that nobody can support in the first days (「情報流出はありません」, "no data was lost")."""
    return (Hit("legal", *span) for span in reading.phrases.get("rather-legal", ()))


@detector
def executives_moving(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """An executive and a movement in one clause: where a person will be, and when."""
    return (Hit("plan", *span) for span in pairs(reading, "executive", "movement", NEAR))


@detector
def protected_terms(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """Terms of the desk's protected lists; names that are public by construction win."""
    for view in reading.views:
        for found in context.protected.find(view.text):
            place = view.original(*found)
            if not reading.is_public(*place):
                yield Hit("protected-term", *place)


def pairs(reading: Reading, one: str, other: str, near: int) -> Iterator[Span]:
    """Spans from a phrase of one class to the nearest one of another within `near` characters, in either order."""
    partners = reading.phrases.get(other, [])
    for span in reading.phrases.get(one, []):
        if partner := _nearest(span, partners, near):
            yield min(span[0], partner[0]), max(span[1], partner[1])


def _nearest(span: Span, partners: Iterable[Span], near: int) -> Span | None:
    from bisect import bisect_left

    partners = list(partners) if not isinstance(partners, list) else partners
    at = bisect_left(partners, span)
    candidates = [p for p in partners[max(0, at - 2) : at + 3] if p != span]
    close = [p for p in candidates if max(p[0] - span[1], span[0] - p[1]) <= near]
    return min(close, key=lambda p: abs(p[0] - span[0]), default=None)
