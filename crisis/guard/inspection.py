"""The guard itself: every detector over the exact text, the worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from crisis.guard.codes import CODES, RANK, severity_of
from crisis.guard.context import GuardContext
from crisis.guard.detectors import detectors
from crisis.guard.reading import Reading
from crisis.guard.registry import Detector, Hit
from crisis.model.finding import Finding, Severity

MOST_HITS = 50
"""Hits of one kind that a detector reports: beyond them a text is wrong enough."""

MOST_READ = 5_000
"""Hits of one detector after which it stops, and the text is blocked as read only in part."""


LONGEST = 100_000
"""Characters of a text that are read, hundreds of times the longest post: more takes longer than a person at clearance waits."""


def inspect(text: str, context: GuardContext) -> tuple[Finding, ...]:
    """Read the exact text that would go out; return what is wrong with it, the worst first, then in reading order.

    Pure. Never raises for any text: a fault inside a detector is a `guard-failed` that holds. No finding repeats what it
    found. Time is linear in the text's length; of a text longer than `LONGEST`
    only that much is read, and the rest blocks.
    """
    try:
        part = readable(text)
        reading = Reading(part, context)
    except Exception:  # noqa: BLE001 - a guard that cannot read must hold
        return _worst_first([_finding(Hit("guard-failed"), context)])
    hits = (hit for check in detectors() for hit in _guarded(check, reading, context))
    rest = (Hit("too-long", len(part), len(text)),) if len(part) < len(text) else ()
    return _worst_first(_finding(hit, context) for hit in (*_merged(hits, desk=context.has_desk), *rest))


def readable(text: str) -> str:
    """As much of a text as is read: less where compatibility characters, of which one may stand for eighteen, swell it."""
    part = text[:LONGEST]
    return part if len(normalize("NFKC", part)) <= 2 * LONGEST else part[: LONGEST // 18]


def _guarded(check: Detector, reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """A detector's hits; its failure is a hold, never a pass. Many hits of one kind must not hide one of another."""
    seen: Counter[tuple[str, Severity | None]] = Counter()
    try:
        for number, hit in enumerate(check(reading, context)):
            if number == MOST_READ:
                yield Hit("too-long")
                return
            seen[hit.code, hit.severity] += 1
            if seen[hit.code, hit.severity] <= MOST_HITS:
                yield hit
    except Exception:  # noqa: BLE001 - whatever went wrong, the text must not pass
        yield Hit("guard-failed")


def _merged(hits: Iterable[Hit], *, desk: bool) -> Iterator[Hit]:
    """Hits of one code that overlap, such as one seen both as written and without its spaces, as one."""
    by_code: dict[str, list[Hit]] = {}
    for hit in hits:
        by_code.setdefault(hit.code, []).append(hit)
    for group in by_code.values():
        yield from _merged_places(sorted(group, key=lambda h: (h.start or 0, -(h.end or 0))), desk=desk)


def _merged_places(hits: list[Hit], *, desk: bool) -> Iterator[Hit]:
    last = hits[0]
    for hit in hits[1:]:
        if hit.start is None or (last.end is not None and hit.start < last.end):
            last = Hit(last.code, last.start, _later(last.end, hit.end), _stricter(last, hit, desk=desk))
        else:
            yield last
            last = hit
    yield last


def _stricter(one: Hit, other: Hit, *, desk: bool) -> Severity:
    """The severity of two hits of one code: one sure detector is enough."""
    default = CODES[one.code].at(desk=desk)
    return min(one.severity or default, other.severity or default, key=RANK.__getitem__)


def _later(one: int | None, other: int | None) -> int | None:
    return one if other is None else other if one is None else max(one, other)


def _finding(hit: Hit, context: GuardContext) -> Finding | None:
    """The finding, None where the desk wants no such advice."""
    severity = severity_of(hit.code, desk=context.has_desk, policy=context.severities, found=hit.severity)
    return Finding(hit.code, severity, CODES[hit.code].mend, None, hit.start, hit.end) if severity else None


def _worst_first(findings: Iterable[Finding | None]) -> tuple[Finding, ...]:
    told = (finding for finding in findings if finding is not None)
    return tuple(sorted(told, key=lambda f: (RANK[f.severity], f.start or 0, f.end or 0, f.code)))
