"""Sentences that tell by words which say nothing alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from crisis.guard.context import Background
from crisis.guard.lexicon import Span
from crisis.guard.reading import SENTENCE_END, Reading
from crisis.guard.registry import Hit, detector, unless_ours
from crisis.guard.tellings import TELLINGS, Telling, Voice
from crisis.guard.voices import COMPANY, REFUTED, advice_if, authority
from crisis.model.finding import Severity

Sentences = Mapping[int, Sequence[Span]]
"""Number of a sentence → places in it, in order."""


@detector
def telling_together(reading: Reading, context: Background) -> Iterator[Hit]:
    """What words tell together within one sentence."""
    present = [telling for telling in TELLINGS if all(part in reading.phrases for part in telling.parts)]
    if not present:
        return
    ends = [end.end() for end in SENTENCE_END.finditer(reading.text)]
    phrases = _ours_to_keep(reading)
    for telling in present:
        weight = _weight(telling.voice, reading.folded.text, context)
        for start, end in _told(telling, phrases, ends):
            if not reading.is_public(start, end):
                yield Hit(telling.code, start, end, weight)


def _ours_to_keep(reading: Reading) -> Mapping[str, list[Span]]:
    """Class → places, less those within words that are public by construction."""
    if not reading.context.public_words:
        return reading.phrases
    parts = {part for telling in TELLINGS for part in telling.parts}
    kept = (
        (name, [s for s in spans if not reading.is_public(*s)])
        for name, spans in reading.phrases.items()
        if name in parts
    )
    return {**reading.phrases, **dict(kept)}


def _weight(voice: Voice, text: str, context: Background) -> Severity | None:
    """Advice where it is not the writer's own that is told of, or no desk says who writes. Words alone never block."""
    match voice:
        case Voice.ANYBODY:
            return Severity.HOLD
        case Voice.COMPANY:
            return advice_if(authority(text)) or Severity.HOLD
        case Voice.REFUTING:
            others = COMPANY.search(text) is None
            return advice_if(others and (authority(text) or REFUTED.search(text) is not None)) or Severity.HOLD
        case Voice.OURS:
            return unless_ours(COMPANY.search(text) is not None, context)


def _told(telling: Telling, phrases: Mapping[str, list[Span]], ends: list[int]) -> Iterator[Span]:
    """The first place in each sentence where all parts stand together, and no word excuses it."""
    first, *others = (_by_sentence(phrases[part], ends) for part in telling.parts)
    excused = {number for name in telling.unless for number in _by_sentence(phrases.get(name, []), ends)}
    for number, spans in first.items():
        if number not in excused and all(number in other for other in others):
            yield from _first(_together(span, [other[number] for other in others], telling.near) for span in spans)


def _first(places: Iterator[Span | None]) -> Iterator[Span]:
    place = next(filter(None, places), None)
    if place:
        yield place


def _by_sentence(spans: list[Span], ends: list[int]) -> Sentences:
    """The places by the number of the sentence in which they begin."""
    found: dict[int, list[Span]] = defaultdict(list)
    for span in spans:
        found[bisect_right(ends, span[0])].append(span)
    return found


def _together(span: Span, others: list[Sequence[Span]], near: int) -> Span | None:
    """The place from this one over the nearest of each other class, None where one is too far or the same words."""
    taken = [span]
    for spans in others:
        beside = _beside(span, spans, taken, near)
        if beside is None:
            return None
        taken.append(beside)
    return min(taken)[0], max(end for _, end in taken)


def _beside(span: Span, spans: Sequence[Span], taken: list[Span], near: int) -> Span | None:
    """The nearest place that overlaps none of those taken."""
    at = bisect_left(spans, span)
    free = [s for s in spans[max(0, at - 4) : at + 5] if all(s[1] <= t[0] or t[1] <= s[0] for t in taken)]
    close = [s for s in free if max(s[0] - span[1], span[0] - s[1]) <= near]
    return min(close, key=lambda s: abs(s[0] - span[0]), default=None)
