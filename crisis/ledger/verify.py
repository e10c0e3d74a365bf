"""Reads a whole ledger once and says, row by row, what does not hold.

Found without outside help: any change of any column of an entry, node or checkpoint, and any row deleted, inserted,
swapped or cut off below the newest checkpoint. What was appended after the newest checkpoint can be cut off together with
its nodes, and everything can be signed anew by whoever holds the ledger's key: only a copy outside tells that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from crisis.errors import VerificationFailed
from crisis.ledger import checkpoint
from crisis.ledger.checkpoint import Checkpoint
from crisis.ledger.entries import states
from crisis.ledger.epochs import Declared, faults, key_for, keys_by_size
from crisis.ledger.note import opened
from crisis.ledger.tree import Node, leaf_hash, root
from crisis.ledger.witness import Hashes
from crisis.model.records import LedgerCheckpoint as StoredCheckpoint
from crisis.model.records import LedgerEntry as StoredEntry

__all__ = ["Problem", "StoredCheckpoint", "StoredEntry", "Verdict", "verify"]

AT_MOST = 100
"""Problems told one by one; one broken row can make hundreds of others disagree with it."""

WIDEST_GAP = 10_000
"""Missing entries in a row that are bridged, so that what follows can still be told apart; a larger jump is a stray row."""

EVERY = 1024
"""Entries between two calls of `progress`."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What does not hold. `entry` is the number of the entry where it lies in one; `what` an English sentence."""

    entry: int | None
    what: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """`entries` counts the rows that were read; `root` is hex, over the leaves as they are stored."""

    ok: bool
    entries: int
    root: str
    problems: tuple[Problem, ...]


def verify(  # noqa: PLR0913 - a ledger's parts, and what they are trusted by
    entries: Iterable[StoredEntry],
    node: Node,
    size_nodes: Iterable[tuple[int, int, bytes]],
    checkpoints: Iterable[StoredCheckpoint],
    key: bytes,
    progress: Callable[[int], None] | None = None,
    *,
    origin: str | None = None,
    moves: Sequence[Declared] = (),
) -> Verdict:
    """Check every row of a ledger in one pass.

    `entries` come by number, `checkpoints` by size, `size_nodes` (every stored node) in any order; `node` is the lookup
    that signing uses. `key` is the ledger's public key, 32 bytes; checkpoints are signed under their origin as key name,
    which must be `origin` where that is given. `moves` are those that the entries tell of: a checkpoint from before one is signed
    with the key before. Holds about 64 bytes an entry in memory. Raises nothing of its own.
    """
    reading = _Reading(node)
    count = 0
    for count, entry in enumerate(entries, 1):
        reading.entry(entry)
        if progress and count % EVERY == 0:
            progress(count)
    if progress:
        progress(count)
    reading.nodes(size_nodes)
    reading.moves(moves, key, origin)
    reading.checkpoints(checkpoints, keys_by_size(moves, key), origin)
    return Verdict(not reading.problems, count, reading.hashes.root(reading.hashes.size).hex(), reading.told())


class _Reading:
    """What one pass has seen so far."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.hashes = Hashes()
        self.problems: list[Problem] = []
        self.untold = 0

    def say(self, entry: int | None, what: str) -> None:
        if len(self.problems) < AT_MOST:
            self.problems.append(Problem(entry, what))
        else:
            self.untold += 1

    def told(self) -> tuple[Problem, ...]:
        if not self.untold:
            return tuple(self.problems)
        return (*self.problems, Problem(None, f"There are {self.untold} more problems like these."))

    def entry(self, entry: StoredEntry) -> None:
        """Take the next row in."""
        if not self._reach(entry.seq):
            return
        self.hashes.append(self._leaf(entry))

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

    def _leaf(self, entry: StoredEntry) -> bytes:
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

    def moves(self, moves: Sequence[Declared], key: bytes, origin: str | None) -> None:
        """Check that each place handed over to the next, over the entries as they stand."""
        for entry, fault in faults(moves, origin, key):
            self.say(entry, fault)
        for move in moves:
            if move.epoch.entries <= self.hashes.size and self.hashes.root(move.epoch.entries).hex() != move.epoch.root:
                self.say(move.entry, f"The move in entry {move.entry} was declared over other entries.")

    def checkpoints(
        self, stored: Iterable[StoredCheckpoint], by_size: Sequence[tuple[int, bytes]], origin: str | None
    ) -> None:
        """Check every signed checkpoint against the entries, and each against the one before."""
        before = Checkpoint(origin or "", 0, b"")
        for row in stored:
            try:
                stated = _opened(row.note, key_for(by_size, row.size))
            except VerificationFailed as failure:
                self.say(None, f"The checkpoint at {row.size} entries does not hold: {failure.sentence}")
                continue
            for fault in _faults(row, stated, before, self.hashes):
                self.say(None, f"The checkpoint at {row.size} entries does not hold: {fault}")
            before = stated

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


def _has_form(entry: StoredEntry) -> bool:
    """Whether the columns hold values of their types: a table that was edited by hand may hold anything."""
    return (
        isinstance(entry.body, bytes)
        and isinstance(entry.leaf, bytes)
        and len(entry.leaf) == 32
        and isinstance(entry.kind, str)
        and isinstance(entry.at, datetime)
        and entry.at.tzinfo is not None
    )


def _states_itself(entry: StoredEntry) -> bool:
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


def _opened(note: str, key: bytes) -> Checkpoint:
    """A stored note, which carries the ledger's signature under its origin and no other."""
    if not isinstance(note, str):
        raise VerificationFailed("checkpoint-malformed", "It is no text.")
    text, lines = opened(note)
    if len(lines) != 1:
        raise VerificationFailed("checkpoint-malformed", "It carries another signature beside the ledger's.")
    return checkpoint.verify(note, key, checkpoint.read(text).origin)


def _faults(row: StoredCheckpoint, stated: Checkpoint, before: Checkpoint, hashes: Hashes) -> list[str]:
    """What is wrong with a checkpoint whose signature holds."""
    faults = []
    if (row.size, row.root) != (stated.size, stated.root):
        faults.append("its columns are not what was signed.")
    if stated.at is None:
        faults.append("it does not state its time.")
    elif row.at != stated.at:
        faults.append("its time is not what was signed.")
    if before.origin and stated.origin != before.origin:
        faults.append("it belongs to another ledger.")
    if before.root and stated.size <= before.size:
        faults.append("it is not larger than the checkpoint before it.")
    if stated.after is not None and stated.after != before.size:
        faults.append(f"it follows a checkpoint at {stated.after} entries, which is missing.")
    if stated.size > hashes.size:
        faults.append(f"the ledger was cut back to {hashes.size} entries.")
    elif stated.root != hashes.root(stated.size):
        faults.append("the entries give another root: the ledger was rewritten or forked.")
    return faults
