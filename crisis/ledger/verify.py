"""Whether a ledger holds: read once, quickly; and once more, row by row, where it does not.

Found without outside help: any change of any column of an entry, node or checkpoint, and any row deleted, inserted,
swapped or cut off below the newest checkpoint. What was appended after the newest checkpoint can be cut off together with
its nodes, and everything can be signed anew by whoever holds the ledger's key: only a copy from outside tells that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from crisis.ledger import seals
from crisis.ledger.checkpoint import Checkpoint
from crisis.ledger.rowwise import Problem, RowByRow
from crisis.ledger.seals import Tree, Trust
from crisis.ledger.stream import Differs, EntryRow, NodeRow, follow
from crisis.ledger.tree import root
from crisis.model.records import LedgerCheckpoint, LedgerEntry

__all__ = ["Problem", "Rows", "Trust", "Verdict", "verify"]

EVERY = 1024
"""Entries between two calls of `progress` where rows are read one by one."""

Progress = Callable[[int], None]
Read = tuple[Tree, int, list[Problem]]
"""The tree that the entries give, how many rows were read, and what is wrong with them."""


class Rows(Protocol):
    """The rows of a ledger, in one consistent snapshot."""

    def ledger_node(self, level: int, index: int) -> bytes:
        """The lookup that signing uses. Raises LookupError."""

    def ledger_entry_rows(self, past: int = 0) -> Iterable[EntryRow]:
        """The entries from that number on, as they are stored, by number."""

    def ledger_node_rows(self, past: int = 0) -> Iterable[NodeRow]:
        """The nodes that the entries from that number on have completed, in that order."""

    def ledger_entries(self) -> Iterable[LedgerEntry]:
        """Every entry, by number."""

    def ledger_nodes(self) -> Iterable[NodeRow]:
        """Every stored node, in any order."""

    def ledger_checkpoints(self, past: int = 0) -> Iterable[LedgerCheckpoint]:
        """Every checkpoint over more entries than that, by size."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`entries` counts the rows that there are; `root` is hex, over the leaves as they are stored; `contained` are the
    checkpoints from outside that the ledger continues; `key` is the fingerprint that its newest checkpoints are signed with,
    and `on_trust` means that the ledger alone vouches for that key."""

    ok: bool
    entries: int
    root: str
    problems: tuple[Problem, ...]
    contained: tuple[Checkpoint, ...] = ()
    key: str = ""
    on_trust: bool = False


def verify(
    rows: Rows,
    trust: Trust,
    progress: Progress | None = None,
    *,
    outside: Sequence[str] = (),
    past: Checkpoint | None = None,
) -> Verdict:
    """Check every row of a ledger, every checkpoint that it keeps, and those notes from outside that are given.

    With `past`, a checkpoint that is trusted, only what came after it is read, as long as that holds. Raises nothing of its
    own.
    """
    tree, count, problems = _followed(rows, progress, past) or _row_by_row(rows, progress)
    problems += [Problem(entry, what) for entry, what in seals.handed_over(tree, trust)]
    since = past.size if past and not problems else 0
    problems += [Problem(None, what) for what in seals.kept(rows.ledger_checkpoints(since), tree, trust, since)]
    contained = []
    for note in outside:
        stated, fault = seals.outside(note, tree, trust)
        if fault:
            problems.append(Problem(None, fault))
        elif stated:
            contained.append(stated)
    return Verdict(not problems, count, tree.root(tree.size).hex(), tuple(problems), tuple(contained))


def _followed(rows: Rows, progress: Progress | None, past: Checkpoint | None) -> Read | None:
    """The tree, read in one quick pass; None where something is not as it must be."""
    tree = Tree(0, lambda size: root(size, rows.ledger_node))
    since = past.size if past else 0
    try:
        if past and tree.root(past.size) != past.root:
            return None
        trusted = (past.size, rows.ledger_node) if past else None
        size, found = follow(rows.ledger_entry_rows(since), rows.ledger_node_rows(since), trusted, progress)
        if tree.root(size) != found:
            return None
    except (Differs, LookupError, TypeError):
        return None
    return Tree(size, tree.root), size, []


def _row_by_row(rows: Rows, progress: Progress | None) -> Read:
    """The tree as the entries give it, and what is wrong with which row."""
    reading = RowByRow(rows.ledger_node)
    count = 0
    for count, entry in enumerate(rows.ledger_entries(), 1):
        reading.entry(entry)
        if progress and count % EVERY == 0:
            progress(count)
    if progress:
        progress(count)
    reading.nodes(rows.ledger_nodes())
    return Tree(reading.hashes.size, reading.hashes.root), count, list(reading.told())
