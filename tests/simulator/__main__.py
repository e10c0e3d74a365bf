"""Replays schedules: `PYTHONPATH=tests python -m simulator SEED [TO]`."""

from __future__ import annotations

import sys
import time

from simulator.play import played
from simulator.rules import Broken
from simulator.schedule import drawn


def main(first: int, last: int) -> int:
    """Play the seeds from `first` to `last`; how many broke a rule."""
    broken, began = 0, time.process_time()
    for seed in range(first, last + 1):
        try:
            play = played(drawn(seed))
        except Broken as fault:
            broken += 1
            print(fault, end="\n\n")
        else:
            if first == last:
                print(play.schedule.told, *play.struck, sep="\n")
    print(f"{last - first + 1} played, {broken} broken, {time.process_time() - began:.1f} s")
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[-1])))
