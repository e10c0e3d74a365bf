"""The guard itself: every detector over the exact text, the worst first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias, TypeVar
from unicodedata import normalize

from crisis.guard.codes import CODES, RANK, severity_of
from crisis.guard.context import Background, GuardContext
from crisis.guard.detectors import detectors, situated_detectors
from crisis.guard.reading import Reading
from crisis.guard.registry import Detector, Hit
from crisis.model.finding import Finding, Severity

Known = TypeVar("Known", bound=Background)
_Ask: TypeAlias = Callable[[Detector, Reading, Background], Iterator[Hit]]

MOST_HITS = 50
"""Hits of one kind that a detector reports: beyond them a text is wrong enough."""

MOST_READ = 5_000
"""Hits of one detector after which it stops, and the text is blocked as read only in part."""

REMEMBERED = 20_000
"""Characters of a text and its notices up to which the answer is remembered: no post is longer."""

LONGEST = 50_000
"""Characters of a text that are read, hundreds of times the longest post: more takes longer than a person at clearance waits."""


def inspect(text: str, context: GuardContext) -> tuple[Finding, ...]:
    """Read the exact text that would go out; return what is wrong with it, the worst first, then in reading order.

    Pure. Never raises for any text: a fault inside a detector is a `guard-failed` that holds. No finding repeats what it
    found. Time is linear in the text's length; of a text longer than `LONGEST`
    only that much is read, and the rest blocks.
    """
    try:
        part = readable(text)
        reading, found = _read(_Question(part, context.background, detectors()))
    except Exception:  # noqa: BLE001 - a guard that cannot read must hold
        return _worst_first([_finding(Hit("guard-failed"), context)])
    now = (hit for check in situated_detectors() for hit in _guarded(check, reading, context))
    rest = (Hit("too-long", len(part), len(text)),) if len(part) < len(text) else ()
    return _worst_first(_finding(hit, context) for hit in (*_merged((*found, *now), desk=context.has_desk), *rest))


@dataclass(frozen=True)
class _Question:
    """A text, what it is read against, and by what. A background cannot be hashed; questions that tie are told apart by
    comparing all of it."""

    text: str
    background: Background
    checks: tuple[Detector, ...]

    def __hash__(self) -> int:
        return hash(self.text)

    @property
    def is_short(self) -> bool:
        """Whether it may be remembered: a post that waits, and not somebody's whole archive."""
        return len(self.text) + len(self.background.notice_text) <= REMEMBERED


def _read(question: _Question) -> tuple[Reading, tuple[Hit, ...]]:
    """The text as detectors read it, and what those of text and background find. A post is drafted, read by people, cleared
    and sent to several accounts: the same question, answered once. An answer with a fault in it is never remembered."""
    if question.is_short:
        try:
            return _answered(question)
        except Exception:  # noqa: BLE001 - asked again, and what fails holds
            return _answer(question, _guarded)
    return _answer(question, _guarded)


@lru_cache(maxsize=128)
def _answered(question: _Question) -> tuple[Reading, tuple[Hit, ...]]:
    return _answer(question, _capped)


def forget() -> None:
    """Forget every answer, so that the next look is a first one: who measures wants that."""
    _answered.cache_clear()


def _answer(question: _Question, ask: _Ask) -> tuple[Reading, tuple[Hit, ...]]:
    reading = Reading(question.text, question.background)
    return reading, tuple(hit for check in question.checks for hit in ask(check, reading, question.background))


def readable(text: str) -> str:
    """As much of a text as is read: less where compatibility characters, of which one may stand for eighteen, swell it."""
    part = text[:LONGEST]
    return part if len(normalize("NFKC", part)) <= 2 * LONGEST else part[: LONGEST // 18]


def _guarded(check: Callable[[Reading, Known], Iterable[Hit]], reading: Reading, known: Known) -> Iterator[Hit]:
    """A detector's hits; its failure is a hold, never a pass."""
    try:
        yield from _capped(check, reading, known)
    except Exception:  # noqa: BLE001 - whatever went wrong, the text must not pass
        yield Hit("guard-failed")


def _capped(check: Callable[[Reading, Known], Iterable[Hit]], reading: Reading, known: Known) -> Iterator[Hit]:
    """A detector's hits. Many of one kind must not hide one of another."""
    seen: dict[tuple[str, Severity | None], int] = {}
    for number, hit in enumerate(check(reading, known)):
        if number == MOST_READ:
            yield Hit("too-long")
            return
        kind = hit.code, hit.severity
        seen[kind] = seen.get(kind, 0) + 1
        if seen[kind] <= MOST_HITS:
            yield hit


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
