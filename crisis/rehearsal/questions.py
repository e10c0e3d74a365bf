"""What to talk about right after a rehearsal: procedure and tools, no names, no blame."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from crisis.rehearsal import score
from crisis.rehearsal.stage import Played

NARROW = 15
"""A promise that was kept by fewer minutes than this is worth a question."""


def questions(played: Played, words: Mapping[str, str], clock: Callable[[datetime], str]) -> list[str]:
    """The questions in the words of one language: what went wrong first, then what was narrow, then what is always asked."""
    return [
        words["q_meant"],
        *(words[key].format(**details) for key, details in (*_wrong(played), *_narrow(played, clock))),
        words["q_reader"],
        words["q_keep"],
    ]


def _wrong(played: Played) -> Iterator[tuple[str, dict[str, object]]]:
    for trap in score.traps(played):
        if trap.leaked:
            yield "q_leak", {"id": trap.inject.id}
    for inject in played.runbook.injects:
        if score.seen(inject, played) != inject.expect:
            yield "q_surprise", {"id": inject.id}


def _narrow(played: Played, clock: Callable[[datetime], str]) -> Iterator[tuple[str, dict[str, object]]]:
    first = score.first_post_minutes(played)
    if first is not None:
        yield "q_first", {"minutes": f"{first:g}"}
    timed = [
        (minutes, work.id) for work in played.arrivals if (minutes := score.live_minutes(work, played)) is not None
    ]
    if timed:
        minutes, slowest = max(timed)
        yield "q_slow", {"id": slowest, "minutes": f"{minutes:g}"}
    held = [work.id for work in played.arrivals if "held" in work.seen.split()]
    if held:
        yield "q_held", {"ids": ", ".join(held)}
    margin = score.narrowest(played)
    if margin is not None and margin[0] < NARROW:
        yield "q_margin", {"minutes": f"{margin[0]:g}", "due": clock(margin[1])}
