"""What to talk about right after a rehearsal: procedure and tools, no names, no blame."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from crisis.rehearsal import score
from crisis.rehearsal.near import NARROW
from crisis.rehearsal.said import Said
from crisis.rehearsal.stage import Played
from crisis.rehearsal.traps import traps


def questions(played: Played, clock: Callable[[datetime], str]) -> list[Said]:
    """What went wrong first, then what was narrow, then what is always asked."""
    return [Said("q_meant"), *_wrong(played), *_narrow(played, clock), Said("q_reader"), Said("q_keep")]


def _wrong(played: Played) -> Iterator[Said]:
    for trap in traps(played):
        if trap.leaked:
            yield Said("q_leak", {"id": trap.id})
    for inject in played.runbook.injects:
        seen = score.seen(inject, played)
        if seen != inject.expect and not (played.stopped and seen is None):
            yield Said("q_surprise", {"id": inject.id})


def _narrow(played: Played, clock: Callable[[datetime], str]) -> Iterator[Said]:
    first = score.first_post_minutes(played)
    if first is not None:
        yield Said("q_first", {"minutes": first})
    timed = [
        (minutes, work.id) for work in played.arrivals if (minutes := score.live_minutes(work, played)) is not None
    ]
    if timed:
        minutes, slowest = max(timed)
        yield Said("q_slow", {"id": slowest, "minutes": minutes})
    held = [work.id for work in played.arrivals if "held" in work.seen.split()]
    if held:
        yield Said("q_held", {"ids": ", ".join(held)})
    margin = score.narrowest(played)
    if margin is not None and margin[0] < NARROW:
        yield Said("q_margin", {"minutes": margin[0], "due": clock(margin[1])})
