"""What every bench shares: a row of the table, and times that are fair on a busy machine.

A bench is a file `bench_SUBJECT.py` beside this one. It is found by itself and offers `rows()`, which yields a `Row` as
soon as a figure is known. `python tests/bench/run.py SUBJECT` runs it alone.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import track

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
Item = TypeVar("Item")


@dataclass(frozen=True)
class Row:
    """One figure. It may be `limit` at most, or with `floor` at least; without a limit it is only told. `unit` is × (times
    the peer's), ms, %, or empty for a count. `aside` is what helps to read it, such as both times of a ratio."""

    name: str
    measured: float
    limit: float | None = None
    unit: str = "×"
    floor: bool = False
    aside: str = ""

    @property
    def missed(self) -> bool:
        """Whether it is beyond its limit."""
        if self.limit is None:
            return False
        return self.measured < self.limit if self.floor else self.measured > self.limit

    def cells(self) -> tuple[str, str, str, str, str]:
        """Name, measured, limit, verdict, aside."""
        limit = "" if self.limit is None else f"{'≥' if self.floor else '≤'} {spelled(self.limit)} {self.unit}".rstrip()
        verdict = "" if self.limit is None else "MISSED" if self.missed else "ok"
        return self.name, f"{spelled(self.measured)} {self.unit}".rstrip(), limit, verdict, self.aside


def spelled(number: float) -> str:
    """A number with as many digits as say something."""
    if float(number).is_integer():
        return f"{number:,.0f}"
    return f"{number:,.0f}" if abs(number) >= 100 else f"{number:.1f}" if abs(number) >= 10 else f"{number:.2f}"


@dataclass(frozen=True)
class Paired:
    """Ours and the peer's median time in seconds, and the median ratio of the pairs."""

    ours: float
    peer: float
    ratio: float

    @property
    def aside(self) -> str:
        """Both times, for people."""
        return f"{timed(self.ours)} to {timed(self.peer)}"


def paired(ours: Callable[[], float], peer: Callable[[], float], rounds: int, warm: int = 1) -> Paired:
    """Both by turns, so that a busy machine slows both; each call gives the seconds that it took. The first `warm` pairs are
    not counted: they fill caches."""
    pairs = [(ours(), peer()) for _ in range(warm + rounds)][warm:]
    ours_median, peer_median = (statistics.median(times) for times in zip(*pairs, strict=True))
    return Paired(ours_median, peer_median, statistics.median(a / b for a, b in pairs))


def seconds(call: Callable[[], object]) -> float:
    """How long a call takes."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def processor_seconds(call: Callable[[], object]) -> float:
    """How long a call keeps the processor."""
    start = time.process_time()
    call()
    return time.process_time() - start


def process_seconds(command: Sequence[str], folder: Path) -> float:
    """How long a command takes from start to end. It may end with 0, or with 4 (held). Bytecode is kept, as installers keep
    it: a shell that forbids that would measure the compiler."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=kept, capture_output=True, text=True, check=False)
    taken = time.perf_counter() - start
    if done.returncode not in (0, 4):
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr[-400:]}")
    return taken


def shown(items: Iterable[Item], label: str, total: int) -> Iterator[Item]:
    """The items, with a progress bar on standard error while a person waits."""
    yield from track(items, label, total, console=Console(stderr=True), transient=True)


def timed(span: float) -> str:
    """A time in the unit that suits it."""
    unit, size = next(((u, s) for u, s in (("s", 1.0), ("ms", 1e-3)) if span >= s), ("µs", 1e-6))
    return f"{span / size:.3g} {unit}"
