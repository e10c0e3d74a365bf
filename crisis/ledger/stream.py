"""One pass over a ledger, in blocks that are perfect subtrees: quick, in memory that does not grow, and all it can do is accept.

It says whether every entry and every stored node is as it must be. Where anything differs it says no more than that;
`crisis.ledger.verify` then reads again, slowly, and names each row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, reduce
from hashlib import sha256
from itertools import count, islice
from operator import itemgetter
from typing import Any, Final

from crisis.ledger.entries import FORMAT, KINDS
from crisis.ledger.tree import EMPTY_ROOT, Node, node_hash

EntryRow = tuple[int, str, str, bytes, bytes]
"""Number, time (in UTC, as the database keeps it: `2026-10-09 06:20:00.000000`), kind, bytes and leaf hash of an entry."""

NodeRow = tuple[int, int, bytes]
"""Level, index and hash of a perfect subtree."""

WIDEST: Final = 1024
"""Entries of a block at most: a power of two."""

_TAILS: Final[Mapping[str, bytes]] = {
    kind: b'},"format":"%b","kind":"%b","seq":%%d}' % (FORMAT.encode(), kind.encode()) for kind in KINDS
}


class Differs(Exception):
    """Something is not as it must be."""


def follow(
    entries: Iterable[EntryRow],
    nodes: Iterable[NodeRow],
    past: tuple[int, Node] | None = None,
    progress: Callable[[int], None] | None = None,
) -> tuple[int, bytes]:
    """How many entries the ledger has and their root, if every entry and every node is as it must be. Raises `Differs`.

    Both come in the order in which they were appended: entries by number, nodes as entries completed them. With `past`
    (a size, and the lookup of the nodes of that tree, which are trusted) only what came after it is read.
    """
    size, node = past or (0, None)
    peaks = {level: node(level, (size >> level) - 1) for level in _bits(size)} if node else {}
    stored = iter(nodes)
    try:
        for block in _blocks(iter(entries), size):
            completed = _completed(block, size, peaks)
            if list(islice(stored, len(completed))) != completed:
                raise Differs
            size += len(block)
            if progress:
                progress(size)
    except (TypeError, ValueError, AttributeError, LookupError, OverflowError):
        raise Differs from None  # a table that was edited by hand may hold anything
    if next(stored, None) is not None:
        raise Differs
    return size, _root(peaks)


def _root(peaks: Mapping[int, bytes]) -> bytes:
    """The root over a right edge."""
    smallest, *larger = [peaks[level] for level in sorted(peaks)] or [EMPTY_ROOT]
    return reduce(lambda right, left: node_hash(left, right), larger, smallest)


def _bits(size: int) -> list[int]:
    """The levels of the perfect subtrees that a tree of that size ends in."""
    return [level for level in range(size.bit_length()) if size >> level & 1]


def _blocks(entries: Iterator[EntryRow], size: int) -> Iterator[list[EntryRow]]:
    """Entries in blocks of a power of two, each of which begins at a multiple of its width."""
    while rows := list(islice(entries, min(size & -size or WIDEST, WIDEST))):
        while rows:
            width = 1 << (len(rows).bit_length() - 1)  # the last rows may be fewer: perfect subtrees of their own
            yield rows[:width]
            size, rows = size + width, rows[width:]


def _completed(block: Sequence[EntryRow], size: int, peaks: dict[int, bytes]) -> list[NodeRow]:
    """The nodes that a block completes, in order; `peaks` becomes the right edge behind it. Raises `Differs` for an entry
    that is not as it must be."""
    leaves = [sha256(b"\0" + row[3]).digest() for row in block]
    for (seq, at, kind, body, leaf), hashed, number in zip(block, leaves, count(size)):
        if leaf != hashed or seq != number or not body.endswith(_TAILS[kind] % number):
            raise Differs
        # The head ends in a brace that no tail holds: the two cannot overlap.
        if not body.startswith(f'{{"at":"{at[:10]}T{at[11:]}Z","body":{{'.encode()) or at[10] != " ":
            raise Differs
    shape = _shape(len(block))
    hashes = _subtrees(leaves)
    indexes = [(size >> level) + offset for level, offset in shape.places]
    completed = list(zip(shape.levels, indexes, shape.ordered(hashes), strict=True))
    level, index, current = completed[-1]
    while index % 2:
        current = node_hash(peaks.pop(level), current)
        level, index = level + 1, index // 2
        completed.append((level, index, current))
    peaks[level] = current
    return completed


def _subtrees(leaves: list[bytes]) -> list[bytes]:
    """All hashes of a perfect subtree, level by level from its leaves."""
    hashes, row = list(leaves), leaves
    while len(row) > 1:
        pairs = iter(row)
        row = [sha256(b"\1" + left + right).digest() for left, right in zip(pairs, pairs, strict=True)]
        hashes += row
    return hashes


class _Shape:
    """The order in which the nodes of a perfect subtree are completed, which is the same wherever it stands."""

    def __init__(self, width: int) -> None:
        self.places = list(_places(width))
        self.levels = [level for level, _ in self.places]
        begin = [2 * width - (2 * width >> level) for level in range(width.bit_length())]
        where = [begin[level] + offset for level, offset in self.places]
        pick: Any = itemgetter(*where)
        self.ordered = pick if len(where) > 1 else list


_shape = lru_cache(_Shape)


def _places(width: int) -> Iterator[tuple[int, int]]:
    """Level and offset of each node, as leaf after leaf completes them."""
    for leaf in range(width):
        level, offset = 0, leaf
        yield level, offset
        while offset % 2 and 2 << level <= width:
            level, offset = level + 1, offset // 2
            yield level, offset
