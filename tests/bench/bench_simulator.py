"""Ten thousand and more schedules of the outbox: what was lost or came twice, and how long an unknown stays one.

A schedule is a story, a platform's manner and a chief trouble that come round evenly, point by point, and chance besides
(`tests/simulator`). Times are the simulated clock's. `CRISIS_SEEDS` sets another number.
"""

from __future__ import annotations

import multiprocessing
import os
import statistics
from collections.abc import Iterator
from datetime import datetime

from figures import Row, shown
from simulator.play import played
from simulator.rules import Broken
from simulator.schedule import drawn

SEEDS = int(os.environ.get("CRISIS_SEEDS", "10000"))
SHARE = 20

Outcome = tuple[int, int, list[float], list[float], list[str]]
"""Deliveries that had a socket, those of them that were ever unknown, the seconds until the desk settled one by itself, those until
a person did, and what broke a rule."""


def rows() -> Iterator[Row]:
    """Everything that was counted."""
    sent = unknown = 0
    by_itself: list[float] = []
    by_people: list[float] = []
    broken: list[str] = []
    shares = [range(first, min(first + SHARE, SEEDS)) for first in range(0, SEEDS, SHARE)]
    with multiprocessing.get_context("spawn").Pool() as pool:
        for each in shown(pool.imap_unordered(share, shares), "schedules", len(shares)):
            sent, unknown = sent + each[0], unknown + each[1]
            by_itself += each[2]
            by_people += each[3]
            broken += each[4]
    yield Row(f"lost, twice or out of turn in {SEEDS:,} schedules", len(broken), 0, "", aside=" ".join(broken[:10]))
    yield Row("deliveries that had a socket", sent, unit="")
    yield Row("of them ever unknown", 100 * unknown / sent, unit="%")
    yield Row("of those settled by the desk itself", 100 * len(by_itself) / max(1, unknown), unit="%")
    yield Row("after, median", statistics.median(by_itself or [0.0]), unit="s", aside=_spread(by_itself))
    yield Row("settled by a person, at the end", 100 * len(by_people) / max(1, unknown), unit="%")


def _spread(times: list[float]) -> str:
    """The 99th percentile beside the median."""
    return f"p99 {statistics.quantiles(times, n=100)[98]:,.0f} s" if len(times) > 1 else ""


def share(seeds: range) -> Outcome:
    """Play some."""
    outcomes = [one(seed) for seed in seeds]
    return (
        sum(each[0] for each in outcomes),
        sum(each[1] for each in outcomes),
        [span for each in outcomes for span in each[2]],
        [span for each in outcomes for span in each[3]],
        [broken for each in outcomes for broken in each[4]],
    )


def one(seed: int) -> Outcome:
    """Play one."""
    try:
        told = played(drawn(seed)).told
    except Broken as fault:
        return 0, 0, [], [], [f"seed {seed}: {str(fault).splitlines()[0]}"]
    histories: dict[str, list[tuple[str, datetime]]] = {}
    for kind, key, at in told:
        histories.setdefault(key, []).append((kind.removeprefix("delivery-"), at))
    sent = [steps for steps in histories.values() if any(kind == "sending" for kind, _ in steps)]
    doubtful = [span for span in map(in_doubt, sent) if span]
    by_itself = [seconds for seconds, person in doubtful if not person]
    return len(sent), len(doubtful), by_itself, [seconds for seconds, person in doubtful if person], []


def in_doubt(steps: list[tuple[str, datetime]]) -> tuple[float, bool] | None:
    """For how many seconds a delivery was unknown, and whether a person settled it; None where it never was."""
    since = next((at for kind, at in steps if kind == "unknown"), None)
    if since is None:
        return None
    person = any(kind == "settled" for kind, _ in steps)
    until = max(at for kind, at in steps)
    return max(0.0, (until - since).total_seconds()), person
