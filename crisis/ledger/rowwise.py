"""Reads a ledger that does not hold row by row, and names what is wrong with each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from crisis.ledger.entries import states
from crisis.ledger.tree import Node, leaf_hash, root
from crisis.ledger.witness import Hashes
from crisis.model.records import LedgerEntry

AT_MOST = 100
"""Problems told one by one; one broken row can make hundreds of others disagree with it."""

WIDEST_GAP = 10_000
"""Missing entries in a row that are bridged, so that what follows can still be told apart; a larger jump is a stray row."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What does not hold. `entry` is the number of the entry where it lies in one; `what` an English sentence."""

    entry: int | None
    what: str


class RowByRow:
    """What one pass has seen so far. Holds about 64 bytes an entry."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.hashes = Hashes()
        self.problems: list[Problem] = []
        self.untold = 0

    def say(self, entry: int | None, what: str) -> None:
        """Tell a problem, or count it where there are too many."""
        if len(self.problems) < AT_MOST:
            self.problems.append(Problem(entry, what))
        else:
            self.untold += 1

    def told(self) -> tuple[Problem, ...]:
        """The problems, and how many more there are."""
        if not self.untold:
            return tuple(self.problems)
        return (*self.problems, Problem(None, f"There are {self.untold} more problems like these."))

    def entry(self, entry: LedgerEntry) -> None:
        """Take the next row in."""
        if self._reach(entry.seq):
            self.hashes.append(self._leaf(entry))

    def nodes(self, stored: Iterable[tuple[int, int, bytes]]) -> None:
        """Compare every stored node with what the entries give, and the lookup with both."""
        for level, index, hashed in stored:
            fault = self.hashes.see(level, index, hashed)
            if fault:
                self._say_node(level, index, fault)
        for level, index in self.hashes.unseen():
            self._say_node(level, index, "is missing")
        if not self.problems and _root(self.hashes.size, self.node) != self.hashes.root(self.hashes.size):
            self.say(None, "The nodes that the ledger looks up give another root than its entries.")

    def _reach(self, seq: int) -> bool:
        """Whether the row is the next one, once rows that are missing before it have been told and bridged."""
        size = self.hashes.size
        if not isinstance(seq, int) or not size <= seq <= size + WIDEST_GAP:
            self.say(seq if isinstance(seq, int) else None, f"Entry {seq} does not belong after entry {size - 1}.")
            return False
        if seq > size:
            missing = f"Entry {size} is" if seq == size + 1 else f"Entries {size} to {seq - 1} are"
            self.say(size, f"{missing} missing.")
            for index in range(size, seq):
                self.hashes.append(self._stored(0, index) or bytes(32))
        return True

    def _leaf(self, entry: LedgerEntry) -> bytes:
        """The leaf hash to go on with, after telling what is wrong with the row.

        Where content and leaf disagree, the leaf goes on: one changed row then makes one problem, not one for each node above.
        """
        if not _has_form(entry):
            self.say(entry.seq, f"Entry {entry.seq} was changed: its columns are not of the right form.")
            return self._stored(0, entry.seq) or bytes(32)
        if leaf_hash(entry.body) != entry.leaf:
            self.say(entry.seq, f"Entry {entry.seq} was changed: its content does not match its leaf hash.")
        if not _states_itself(entry):
            self.say(
                entry.seq, f"Entry {entry.seq} was changed: its number, time or kind is not what its content states."
            )
        return entry.leaf

    def _say_node(self, level: int, index: int, fault: str) -> None:
        """Tell of a node; one of level 0 stands for an entry."""
        if level == 0:
            self.say(index, f"Entry {index}: its hash in the tree {fault}.")
        else:
            self.say(None, f"Node {index} of level {level} {fault}.")

    def _stored(self, level: int, index: int) -> bytes | None:
        try:
            found = self.node(level, index)
        except LookupError:
            return None
        return found if isinstance(found, bytes) and len(found) == 32 else None


def _has_form(entry: LedgerEntry) -> bool:
    """Whether the columns hold values of their types: a table that was edited by hand may hold anything."""
    return (
        isinstance(entry.body, bytes)
        and isinstance(entry.leaf, bytes)
        and len(entry.leaf) == 32
        and isinstance(entry.kind, str)
        and isinstance(entry.at, datetime)
        and entry.at.tzinfo is not None
    )


def _states_itself(entry: LedgerEntry) -> bool:
    """Whether number, time and kind are those in the content; a time that no calendar holds is not."""
    try:
        return states(entry.body, entry.seq, entry.at, entry.kind)
    except (ValueError, OverflowError):
        return False


def _root(size: int, node: Node) -> bytes | None:
    try:
        return root(size, node)
    except (LookupError, TypeError):
        return None
