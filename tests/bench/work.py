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
ENTRIES = 20_000
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


def main() -> int:
    """Print the table."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        new = median(desk_with(0, folder / "new"), folder)
        filled = median(desk_with(ENTRIES, folder / "filled"), folder)
        rehearsed = median([CRISIS, "rehearse", "earthquake", "--out", str(folder / "reports")], folder)
    print(f"{'rehearse earthquake (four hours)':<38}{rehearsed:>9.1f} s")
    print(f"{'ledger verify, a new desk':<38}{new:>9.2f} s")
    print(f"{f'ledger verify, {ENTRIES} entries':<38}{filled:>9.2f} s{ENTRIES / (filled - new):>12,.0f} entries/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
