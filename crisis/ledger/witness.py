"""The verifier's own tree: every node as the entries give it, and which of them were found stored."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.ledger.tree import node_hash, root

WIDTH = 32
"""Bytes of a hash."""


class Hashes:
    """All perfect subtrees over the leaves appended so far, packed: 64 bytes an entry, and one bit of sight each."""

    def __init__(self) -> None:
        self.size = 0
        self._levels: list[bytearray] = []
        self._seen: list[bytearray] = []

    def append(self, leaf: bytes) -> None:
        """Take one more leaf hash (32 bytes) and complete the nodes above it."""
        level, current, index = 0, leaf, self.size
        while index % 2:
            # The left sibling is the last hash of its level: nodes come in order.
            sibling = bytes(self._levels[level][-WIDTH:])
            self._put(level, current)
            current = node_hash(sibling, current)
            level, index = level + 1, index // 2
        self._put(level, current)
        self.size += 1

    def node(self, level: int, index: int) -> bytes:
        """The hash of a perfect subtree, which must be complete."""
        return bytes(self._levels[level][index * WIDTH : (index + 1) * WIDTH])

    def root(self, size: int) -> bytes:
        """The root over the first `size` leaves."""
        return root(size, self.node)

    def see(self, level: int, index: int, hashed: bytes) -> str | None:
        """Compare a stored node; what is wrong with it, as the end of a sentence, or None."""
        if not self._holds(level, index):
            return "belongs to no entry"
        seen = self._seen[level]
        if seen[index]:
            return "stands twice"
        seen[index] = 1
        start = index * WIDTH
        return None if self._levels[level][start : start + WIDTH] == hashed else "is not what the entries give"

    def unseen(self) -> Iterator[tuple[int, int]]:
        """The nodes `(level, index)` that ought to be stored and were not seen."""
        for level, seen in enumerate(self._seen):
            index = seen.find(0)
            while index >= 0:
                yield level, index
                index = seen.find(0, index + 1)

    def _holds(self, level: int, index: int) -> bool:
        if not isinstance(level, int) or not isinstance(index, int):
            return False
        return 0 <= level < len(self._seen) and 0 <= index < len(self._seen[level])

    def _put(self, level: int, hashed: bytes) -> None:
        if level == len(self._levels):
            self._levels.append(bytearray())
            self._seen.append(bytearray())
        self._levels[level] += hashed
        self._seen[level].append(0)
