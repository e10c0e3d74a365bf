"""How long the longer jobs take: whole processes, the median of several.

The ledger that is verified is the sample desk's, filled by the store itself; the rate is that of the entries beyond a new
desk's, so that the start of the process is not in it.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from figures import BIN, Row, process_seconds

from crisis.desk.record.book import write_checkpoint
from crisis.wiring.live import make_desk

ROUNDS = 5
ENTRIES = 100_000
CRISIS = str(BIN / "crisis")


def median(command: list[str], folder: Path) -> float:
    """The median time of a command, after one run that is not counted."""
    process_seconds(command, folder)
    return statistics.median(process_seconds(command, folder) for _ in range(ROUNDS))


def desk_with(entries: int, folder: Path) -> list[str]:
    """The command that verifies the ledger of a new desk, filled to at least that many entries and a checkpoint."""
    desk = make_desk(folder, sample=True, environ=os.environ)
    with desk.store.writing(desk.clock.now()) as unit:
        for number in range(unit.ledger_size(), entries):
            unit.record("check-failed", post=f"P-{number:026}", why="a difference")
    write_checkpoint(desk)
    desk.store.close()
    return [CRISIS, "ledger", "verify", "--desk", str(folder)]


def beyond(new: list[str], filled: list[str], folder: Path) -> tuple[float, float]:
    """The median time of the filled desk, and of what it takes beyond the new one, run in turn: the machine's speed drifts."""
    process_seconds(new, folder), process_seconds(filled, folder)
    pairs = [(process_seconds(new, folder), process_seconds(filled, folder)) for _ in range(ROUNDS)]
    return statistics.median(b for _, b in pairs), statistics.median(b - a for a, b in pairs)


def rows() -> Iterator[Row]:
    """A rehearsal, and the verification of a long ledger."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        rehearsed = median([CRISIS, "rehearse", "earthquake", "--out", str(folder / "reports")], folder)
        yield Row("rehearse earthquake (four hours)", rehearsed, unit="s")
        filled, more = beyond(desk_with(0, folder / "new"), desk_with(ENTRIES, folder / "filled"), folder)
        rate = f"{ENTRIES / more:,.0f} entries/s" if more > 0 else "too noisy to tell a rate"
        yield Row(f"ledger verify, {ENTRIES:,} entries", filled, unit="s", aside=rate)
