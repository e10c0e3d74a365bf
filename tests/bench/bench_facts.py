"""What is read right, wrong and missed of the labelled notices that were made to be hard (tests/facts)."""

from __future__ import annotations

from collections.abc import Iterator

from facts_score import score
from figures import Row


def rows() -> Iterator[Row]:
    """A miss is better than an error: it is held, and a person is asked."""
    found = score()
    yield Row("labelled notices", found.notices, 120, unit="", floor=True)
    yield Row("facts read right", 100 * found.right / found.expected, 97, "%", floor=True, aside=f"of {found.expected}")
    yield Row("facts missed", found.missed, unit="")
    yield Row("wrong public facts", found.wrong, 0, unit="")
