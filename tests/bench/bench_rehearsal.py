"""Rehearsals with simulated players: a thousand seeds of each runbook, how many break what must hold, and how long one takes.

`SEEDS=50 make bench ONLY=rehearsal` plays fewer. It keeps every processor busy.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

import rehearsal_kit
from figures import Row, shown
from rehearsal_invariants import broken

SEEDS = int(os.environ.get("SEEDS", "1000"))
WARM = 3
"""Seeds that a process plays before its times count: they fill caches."""


def played(job: tuple[str, int]) -> tuple[str, float, list[str]]:
    """A runbook and a seed: its name, the processor seconds that it took, and what broke."""
    name, seed = job
    start = time.process_time()
    rehearsal = rehearsal_kit.played_of.__wrapped__(name, seed)
    taken = time.process_time() - start
    return name, taken, broken(rehearsal)


def warm() -> None:
    """A process begins."""
    for seed in range(1, WARM + 1):
        played(("earthquake", seed))


def rows() -> Iterator[Row]:
    """By runbook: the median of a seed in processor seconds, and the seeds in which something broke."""
    jobs = [(name, seed) for name in rehearsal_kit.RUNBOOKS for seed in range(1, SEEDS + 1)]
    times: dict[str, list[float]] = {name: [] for name in rehearsal_kit.RUNBOOKS}
    failed: dict[str, list[str]] = {name: [] for name in rehearsal_kit.RUNBOOKS}
    with ProcessPoolExecutor(os.cpu_count(), initializer=warm) as processes:
        for name, taken, what in shown(processes.map(played, jobs, chunksize=5), "rehearsals", len(jobs)):
            times[name].append(taken)
            failed[name] += what
    for name in rehearsal_kit.RUNBOOKS:
        yield Row(f"a seed of {name}, median", statistics.median(times[name]) * 1000, 1000, "ms")
        yield Row(f"{SEEDS} seeds of {name}: broken", len(failed[name]), 0, "")
        print(*failed[name], sep="\n", end="\n" if failed[name] else "", file=sys.stderr)
