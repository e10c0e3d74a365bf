"""How long the longer jobs take: `make bench`.

Whole processes, the median of several. The ledger that is verified is the sample desk's, filled by the store itself; the
rate is that of the entries beyond a new desk's, so that the start of the process is not in it.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from pathlib import Path

from start_up import BIN, seconds

from crisis.desk.book import write_checkpoint
from crisis.wiring.live import make_desk

ROUNDS = 5
ENTRIES = 100_000
CRISIS = str(BIN / "crisis")


def median(command: list[str], folder: Path) -> float:
    """The median time of a command, after one run that is not counted."""
    seconds(command, folder)
    return statistics.median(seconds(command, folder) for _ in range(ROUNDS))


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
    seconds(new, folder), seconds(filled, folder)
    pairs = [(seconds(new, folder), seconds(filled, folder)) for _ in range(ROUNDS)]
    return statistics.median(b for _, b in pairs), statistics.median(b - a for a, b in pairs)


def main() -> int:
    """Print the table."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        desks = desk_with(0, folder / "new"), desk_with(ENTRIES, folder / "filled")
        filled, more = beyond(*desks, folder)
        rehearsed = median([CRISIS, "rehearse", "earthquake", "--out", str(folder / "reports")], folder)
    rate = f"{ENTRIES / more:>12,.0f} entries/s" if more > 0 else "  too noisy to tell a rate"
    print(f"{'rehearse earthquake (four hours)':<38}{rehearsed:>9.1f} s")
    print(f"{f'ledger verify, {ENTRIES} entries':<38}{filled:>9.2f} s{rate}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
