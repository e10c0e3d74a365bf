"""100,000 pairs of notices that differ only in what is internal: none may change a byte of a post. Takes minutes."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

from desk_pairs import Compared, compare
from figures import Row, shown

PAIRS, PART = 100_000, 500


def part(number: int) -> Compared:
    """The pairs of one part; every part has a seed of its own."""
    return compare(PART, f"bench {number}")


def rows() -> Iterator[Row]:
    """All processors work on it."""
    parts = PAIRS // PART
    with ProcessPoolExecutor() as pool:
        found = list(shown(pool.map(part, range(parts)), "pairs of notices", parts))
    yield Row("pairs that differ in a byte", sum(len(one.differing) for one in found), 0, "", aside=f"of {PAIRS:,}")
    yield Row("pairs that make posts", 100 * sum(one.said for one in found) / PAIRS, 33, "%", floor=True)
