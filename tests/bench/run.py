"""Every figure with its limit in one table: `make bench`, or `python tests/bench/run.py SUBJECT…` for some.

Ends with 1 where a limit is missed. What cannot be measured here (no node, no network) is named with its reason.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from figures import ROOT, Row

HERE = Path(__file__).parent
# Benches measure what the tests hold, with the tests' own material.
sys.path[:0] = [str(ROOT / "tests"), *(str(folder) for folder in sorted((ROOT / "tests").iterdir()) if folder.is_dir())]

WIDTHS = (46, 14, 12, 7)


def subjects() -> list[str]:
    """What can be measured: the names of the files beside this one."""
    return sorted(file.stem.removeprefix("bench_") for file in HERE.glob("bench_*.py"))


def rows(subject: str) -> Iterator[Row]:
    """The figures of one subject."""
    return cast("Iterator[Row]", importlib.import_module(f"bench_{subject}").rows())


def line(*cells: str) -> str:
    """One line of the table: names to the left, figures to the right."""
    name, measured, limit, verdict, *aside = cells
    widths = f"{name:<{WIDTHS[0]}}{measured:>{WIDTHS[1]}}{limit:>{WIDTHS[2]}}  {verdict:<{WIDTHS[3]}}"
    return " ".join((widths, *aside)).rstrip()


def measure(subject: str) -> bool:
    """Print a subject's figures as they come; whether all are within their limits."""
    kept = True
    waiting = sys.stderr.isatty()
    if waiting:
        print(f"{subject} …", end="\r", file=sys.stderr, flush=True)
    try:
        for row in rows(subject):
            kept &= not row.missed
            print(line(*row.cells()), flush=True)
    except pytest.skip.Exception as absence:
        print(line(subject, "", "", "skipped", str(absence)))
    return kept


def main(wanted: list[str]) -> int:
    """Run the subjects that are asked for, or all."""
    if unknown := set(wanted) - set(subjects()):
        print(
            f"No figures are called {', '.join(sorted(unknown))}. There are: {', '.join(subjects())}.", file=sys.stderr
        )
        return 2
    print(line("figure", "measured", "limit", "verdict"), flush=True)
    kept = [measure(subject) for subject in wanted or subjects()]
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
