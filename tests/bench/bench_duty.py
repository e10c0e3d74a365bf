"""The desk on duty: the board of a desk that has been at work for two months, and a week of promised updates.

A refresh is everything that a person waits for between two pictures: what is due, read and drawn for 80 columns and 24 lines. It
is measured as time of the processor, so that a busy machine does not tell another story; the clock's time stands beside it.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from desk_scene import make_scene
from figures import Row, processor_seconds, seconds, shown
from long_outbox import fill
from week_of_promises import lived

from crisis.cli.duty.boarding import screen
from crisis.desk.desk import Desk
from crisis.desk.duty.board import board
from crisis.wiring.live import make_desk

DELIVERIES, ENQUIRIES = 10_000, 1_000
ROUNDS = 15
LIMIT_MS = 200
SEEDS = range(2)


def refresh(desk: Desk) -> None:
    """One picture of the board."""
    screen(desk, board(desk, "drafter"), 80, 24)


def rows() -> Iterator[Row]:
    """A refresh of the board, and what became of the promises of some weeks."""
    with tempfile.TemporaryDirectory() as temporary:
        desk = make_desk(Path(temporary) / "desk", sample=True, environ=os.environ)
        fill(desk, DELIVERIES, ENQUIRIES)
        refresh(desk)
        taken = [processor_seconds(lambda: refresh(desk)) for _ in range(ROUNDS)]
        clock = statistics.median(seconds(lambda: refresh(desk)) for _ in range(ROUNDS))
        name = f"board at {DELIVERIES:,} deliveries, {ENQUIRIES:,} enquiries"
        yield Row(name, 1000 * statistics.median(taken), LIMIT_MS, "ms", aside=f"{1000 * clock:.0f} ms by the clock")
        desk.close()
        weeks = [
            lived(make_scene(_folder(temporary, seed)), seed) for seed in shown(SEEDS, "weeks of promises", len(SEEDS))
        ]
    made, kept, broken = (sum(getattr(week, name) for week in weeks) for name in ("made", "kept", "broken"))
    yield Row(
        f"promises of {len(weeks)} weeks, two shifts: silent",
        sum(len(week.silent) for week in weeks),
        0,
        "",
        aside=f"{made} made, {kept} kept or moved, {broken} broken and escalated",
    )
    yield Row("the same: in an hour without anybody on duty", sum(len(week.unmanned) for week in weeks), 0, "")


def _folder(temporary: str, seed: int) -> Path:
    folder = Path(temporary) / f"week-{seed}"
    folder.mkdir()
    return folder
