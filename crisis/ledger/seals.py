"""Signed checkpoints held against the tree: those that the ledger keeps, and copies that somebody kept outside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Final

from crisis.errors import VerificationFailed
from crisis.ledger import checkpoint
from crisis.ledger.checkpoint import Checkpoint
from crisis.ledger.epochs import Declared, faults, key_for, keys_by_size
from crisis.ledger.note import opened
from crisis.model.records import LedgerCheckpoint

_NOTE: Final = re.compile(
    r"(?<![^\n<>])([^\n<>]+)\n(\d{1,19})\n([A-Za-z0-9+/]{43}=)\n((?:[^\n<>]+\n){0,32})\n((?:— [^\s<>]+ [A-Za-z0-9+/=]+(?:\n|\Z|(?=<)))+)"
)
"""A note begins a line and has few extension lines (C2SP has none of ours), so that any file is read in linear time."""
_QUOTED: Final = re.compile(r"^[> \t]+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Tree:
    """What the entries give: how many there are, and the root over the first so many."""

    size: int
    root: Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Trust:
    """Whose checkpoints count: the public key (32 bytes) that signs now, the origin of the ledger where it is known, and the
    moves that its entries tell of."""

    key: bytes
    origin: str | None = None
    moves: Sequence[Declared] = ()

    def signs(self, size: int) -> bytes:
        """The key that signs a checkpoint of that size: that of the place where the ledger was then."""
        return key_for(keys_by_size(self.moves, self.key), size)

    def opened(self, note: str) -> Checkpoint:
        """What a note says, signed by the key of its size under its origin. Raises VerificationFailed."""
        stated = checkpoint.read(opened(note)[0])
        return checkpoint.verify(note, self.signs(stated.size), stated.origin)


def kept(stored: Iterable[LedgerCheckpoint], tree: Tree, trust: Trust, after: int = 0) -> Iterator[str]:
    """What does not hold of the ledger's own checkpoints, which come by size: all of them, or those past the size `after`."""
    before = Checkpoint(trust.origin or "", after, b"")
    for row in stored:
        try:
            stated = _own(row.note, trust)
        except VerificationFailed as failure:
            yield f"The checkpoint at {row.size} entries does not hold: {failure.sentence}"
            continue
        faults = [*_of_row(row, stated), *_over(stated, tree)]
        if before.root or not after:
            faults += _in_turn(stated, before)
        yield from (f"The checkpoint at {row.size} entries does not hold: {fault}" for fault in faults)
        before = stated


def outside(note: str, tree: Tree, trust: Trust) -> tuple[Checkpoint | None, str | None]:
    """What a copy from outside says, and what is wrong with the ledger if it is true; a copy that is not ours proves nothing
    against the ledger, and is told as a fault all the same."""
    try:
        stated = trust.opened(note)
    except VerificationFailed as failure:
        if lost := _left_behind(note, trust):
            return None, lost
        return None, f"The copy from outside does not count: {failure.sentence}"
    if trust.origin is not None and stated.origin != trust.origin:
        return stated, f"The copy from outside at {stated.size} entries belongs to another ledger: {stated.origin}."
    fault = next(iter(_over(stated, tree)), None)
    return stated, fault and f"A copy from outside holds a checkpoint at {stated.size} entries, and {fault}"


def handed_over(tree: Tree, trust: Trust) -> Iterator[tuple[int, str]]:
    """What does not hold of the moves: each place hands over to the next, over the entries as they stand. (Entry, sentence.)"""
    yield from faults(trust.moves, trust.origin, trust.key)
    for move in trust.moves:
        if move.epoch.entries <= tree.size and tree.root(move.epoch.entries).hex() != move.epoch.root:
            yield move.entry, f"The move in entry {move.entry} was declared over other entries."


def _left_behind(note: str, trust: Trust) -> str | None:
    """The word on a copy that a place before a move signed over more entries than the move took along."""
    for move in trust.moves:
        try:
            stated = checkpoint.verify(note, bytes.fromhex(move.epoch.old_key), str(trust.origin))
        except (VerificationFailed, ValueError):
            continue
        return (
            f"A copy from outside holds a checkpoint at {stated.size} entries of the place before the move in entry {move.entry}, "
            f"which took {move.epoch.entries} along: the others are lost."
        )
    return None


def found_in(text: str) -> tuple[str, ...]:
    """The signed notes in whatever was saved: a note, a page, a feed, a mail that quotes one. Each once, in order."""
    plain = _QUOTED.sub("", unescape(text.replace("\r\n", "\n")))
    notes = (f"{m[1]}\n{m[2]}\n{m[3]}\n{m[4]}\n{m[5].rstrip()}\n" for m in _NOTE.finditer(plain))
    return tuple(dict.fromkeys(notes))


def said(note: str) -> Checkpoint | None:
    """What a note says, whoever signed it; None where it says nothing."""
    try:
        return checkpoint.read(opened(note)[0])
    except VerificationFailed:
        return None


def _own(note: object, trust: Trust) -> Checkpoint:
    """A stored note, which carries the ledger's signature under its origin and no other."""
    if not isinstance(note, str):
        raise VerificationFailed("checkpoint-malformed", "It is no text.")
    if len(opened(note)[1]) != 1:
        raise VerificationFailed("checkpoint-malformed", "It carries another signature beside the ledger's.")
    return trust.opened(note)


def _of_row(row: LedgerCheckpoint, stated: Checkpoint) -> Iterator[str]:
    if (row.size, row.root) != (stated.size, stated.root):
        yield "its columns are not what was signed."
    if stated.at is None:
        yield "it does not state its time."
    elif row.at != stated.at:
        yield "its time is not what was signed."


def _in_turn(stated: Checkpoint, before: Checkpoint) -> Iterator[str]:
    if before.origin and stated.origin != before.origin:
        yield "it belongs to another ledger."
    if before.root and stated.size <= before.size:
        yield "it is not larger than the checkpoint before it."
    if stated.after is not None and stated.after != before.size:
        yield f"it follows a checkpoint at {stated.after} entries, which is missing."


def _over(stated: Checkpoint, tree: Tree) -> Iterator[str]:
    if stated.size > tree.size:
        yield f"the ledger was cut back to {tree.size} entries."
    elif stated.root != tree.root(stated.size):
        yield "the entries give another root: the ledger was rewritten or forked."
