"""Daemons as real processes that are killed and paused: what was lost or came twice, and how long an unknown stays one.

A schedule is a desk with fifteen cleared posts on a loopback X, a page and a feed. By turns its daemon is killed at two random moments;
killed while the platform has the connection in its hands, before it takes the post, after it, or never; or two daemons are paused ten
times (SIGSTOP). Times are the wall clock's. `CRISIS_PROCESSES` sets another number than 60; `make soak` plays 300.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bench_simulator import in_doubt
from figures import Row, shown
from platforms.x import serving
from process_kit import CountingX, Loaded, Place, make_bare, make_loaded, wait_for
from test_process_faults import pause_by_turns
from test_process_killed import check, settle

SCHEDULES = int(os.environ.get("CRISIS_PROCESSES", "60"))
MANNERS = ("random", "before", "after", "drop", "paused")
LASTS = 30
"""Schedules that are played with one desk's posts: they are for the next hour."""


@dataclass
class Told:
    """What the schedules came to."""

    broken: list[str] = field(default_factory=list)
    sent: int = 0
    unknown: int = 0
    settled: list[float] = field(default_factory=list)


def rows() -> Iterator[Row]:
    """Everything that was counted."""
    told, platform = Told(), CountingX()
    with serving(platform) as server, tempfile.TemporaryDirectory() as temporary:
        folder, bare = Path(temporary), make_bare(Path(temporary) / "bare", server.address)
        loaded = make_loaded(bare, folder / "loaded")
        for number in shown(range(SCHEDULES), "schedules of real processes", SCHEDULES):
            if number and number % LASTS == 0:
                loaded = make_loaded(bare, folder / f"loaded-{number}")
            one(number, loaded, platform, folder / str(number), told)
    yield Row(f"lost or twice in {SCHEDULES:,} schedules", len(told.broken), 0, "", aside=" ".join(told.broken[:5]))
    yield Row("deliveries that had a socket", told.sent, unit="")
    yield Row("of them ever unknown", 100 * told.unknown / max(1, told.sent), unit="%")
    yield Row("of those settled by the desk itself", 100 * len(told.settled) / max(1, told.unknown), unit="%")
    yield Row("after, median", statistics.median(told.settled or [0.0]), unit="s")


def one(number: int, loaded: Loaded, platform: CountingX, folder: Path, told: Told) -> None:
    """Play one, and look what became of its posts."""
    dice, manner = random.Random(number), MANNERS[number % len(MANNERS)]
    place = loaded.copy(folder)
    platform.clear()
    try:
        play(manner, place, platform, dice)
        settle(place)
        check(place, platform, loaded.posts)
    except AssertionError as fault:
        told.broken.append(f"{number} ({manner}): {str(fault).splitlines()[0] if str(fault) else 'not as it must be'}")
    histories = history(place)
    told.sent += sum(any(kind == "sending" for kind, _ in steps) for steps in histories.values())
    doubtful = [(steps, spent) for steps in histories.values() if (spent := in_doubt(steps)) is not None]
    told.unknown += len(doubtful)
    told.settled += [spent[0] for steps, spent in doubtful if any(kind == "published" for kind, _ in steps)]
    shutil.rmtree(folder)


def play(manner: str, place: Place, platform: CountingX, dice: random.Random) -> None:
    """What happens to its daemons."""
    if manner == "paused":
        pause_by_turns(place, dice, len(place.deliveries()))
        return
    if manner == "random":
        for _ in range(2):
            with place.daemon() as daemon:
                time.sleep(dice.uniform(0, 2))
                daemon.kill()
        return
    platform.hold = manner
    with place.daemon() as daemon:
        assert platform.held.wait(60), "its daemon never came to the platform"
        daemon.kill()
    platform.go.set()
    wait_for(lambda: manner == "drop" or len(platform.accepted) == 1)


def history(place: Place) -> dict[str, list[tuple[str, datetime]]]:
    """What the ledger tells of each delivery."""
    found: dict[str, list[tuple[str, datetime]]] = {}
    for kind, key, at in place.told():
        found.setdefault(key, []).append((kind.removeprefix("delivery-"), at))
    return found
