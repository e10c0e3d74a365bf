"""Merkle tree hashing and proofs of RFC 6962 (2.1) and RFC 9162 (2.1), over perfect subtrees that somebody else stores.

A *node* is the hash of a perfect subtree: `(level, index)` covers the leaves `index << level` up to, not including,
`(index + 1) << level`; level 0 holds the leaf hashes. A stored node never changes again. `node(level, index)` gives a
stored hash and raises `LookupError` where there is none. Hashes are SHA-256, 32 bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence

from crisis.errors import VerificationFailed

Node = Callable[[int, int], bytes]

EMPTY_ROOT = hashlib.sha256(b"").digest()
"""The root of the tree with no leaf (RFC 9162, 2.1.1)."""


def leaf_hash(data: bytes) -> bytes:
    """The hash of an entry: SHA-256(0x00 || data)."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash over two subtrees: SHA-256(0x01 || left || right)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def append(size: int, leaf: bytes, node: Node) -> list[tuple[int, int, bytes]]:
    """The nodes `(level, index, hash)` that one more leaf hash completes in a tree of `size` leaves, the leaf's own first.

    All of them are new and are to be stored; the leaf becomes number `size`.
    """
    completed = [(0, size, leaf)]
    level, index, current = 0, size, leaf
    while index % 2:
        current = node_hash(node(level, index - 1), current)
        level, index = level + 1, index // 2
        completed.append((level, index, current))
    return completed


def root(size: int, node: Node) -> bytes:
    """The root over the first `size` leaves, from at most log2(size) stored nodes."""
    return _span(0, size, node)


def inclusion(index: int, size: int, node: Node) -> list[bytes]:
    """The audit path of leaf `index` in the tree of `size` leaves (RFC 9162, 2.1.3.1), from the leaf upwards."""
    if not 0 <= index < size:
        raise ValueError(f"there is no leaf {index} in a tree of {size}")
    return _path(index, 0, size, node)


def consistency(old: int, new: int, node: Node) -> list[bytes]:
    """The proof that the tree of `new` leaves begins with the tree of `old` leaves (RFC 9162, 2.1.4.1).

    Empty where `old` is 0 or equals `new`: there is nothing to prove.
    """
    if not 0 <= old <= new:
        raise ValueError(f"a tree of {new} leaves holds no earlier tree of {old}")
    return _subproof(old, 0, new, node, whole=True) if 0 < old < new else []


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> None:
    """Check an audit path (RFC 9162, 2.1.3.2). Raises VerificationFailed `not-included`."""
    if not 0 <= index < size:
        raise _not_included()
    number, last, current = index, size - 1, leaf
    for step in proof:
        if last == 0:
            raise _not_included()
        if number % 2 or number == last:
            current = node_hash(step, current)
            while number and not number % 2:
                number, last = number >> 1, last >> 1
        else:
            current = node_hash(current, step)
        number, last = number >> 1, last >> 1
    if last or current != root:
        raise _not_included()


def verify_consistency(old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> None:
    """Check a consistency proof (RFC 9162, 2.1.4.2). Raises VerificationFailed `not-consistent`."""
    if not 0 <= old <= new:
        raise _not_consistent()
    if old in (0, new):
        expected = EMPTY_ROOT if old == 0 else new_root
        if proof or old_root != expected:
            raise _not_consistent()
        return
    if _both_roots(old, new, old_root, proof) != (old_root, new_root):
        raise _not_consistent()


def _both_roots(old: int, new: int, old_root: bytes, proof: Sequence[bytes]) -> tuple[bytes, bytes]:
    """The roots of both trees as a proof gives them, for 0 < old < new."""
    # An earlier tree that is perfect is itself the first step; the proof then leaves it out.
    steps = iter([old_root, *proof] if old & (old - 1) == 0 else proof)
    first = next(steps, None)
    if first is None:
        raise _not_consistent()
    number, last = old - 1, new - 1
    while number % 2:
        number, last = number >> 1, last >> 1
    before = after = first
    for step in steps:
        if last == 0:
            raise _not_consistent()
        if number % 2 or number == last:
            before, after = node_hash(step, before), node_hash(step, after)
            while number and not number % 2:
                number, last = number >> 1, last >> 1
        else:
            after = node_hash(after, step)
        number, last = number >> 1, last >> 1
    if last:
        raise _not_consistent()
    return before, after


def _path(index: int, start: int, count: int, node: Node) -> list[bytes]:
    """PATH(m, D_n) over the `count` leaves from `start`; `index` counts from `start`."""
    if count == 1:
        return []
    split = _split(count)
    if index < split:
        return [*_path(index, start, split, node), _span(start + split, count - split, node)]
    return [*_path(index - split, start + split, count - split, node), _span(start, split, node)]


def _subproof(old: int, start: int, count: int, node: Node, *, whole: bool) -> list[bytes]:
    """SUBPROOF(m, D_n, b) over the `count` leaves from `start`; `whole` is the RFC's b."""
    if old == count:
        return [] if whole else [_span(start, count, node)]
    split = _split(count)
    if old <= split:
        return [*_subproof(old, start, split, node, whole=whole), _span(start + split, count - split, node)]
    return [*_subproof(old - split, start + split, count - split, node, whole=False), _span(start, split, node)]


def _span(start: int, count: int, node: Node) -> bytes:
    """The hash over `count` leaves from `start`, which is a multiple of the largest power of two in `count`."""
    current: bytes | None = None
    for level, index in reversed(list(_perfect(start, count))):
        left = node(level, index)
        current = left if current is None else node_hash(left, current)
    return EMPTY_ROOT if current is None else current


def _perfect(start: int, count: int) -> Iterator[tuple[int, int]]:
    """The perfect subtrees that make up a span, from left to right, largest first."""
    while count:
        level = count.bit_length() - 1
        yield level, start >> level
        start, count = start + (1 << level), count - (1 << level)


def _split(count: int) -> int:
    """The largest power of two below `count` (the RFC's k), for 2 leaves or more."""
    return 1 << ((count - 1).bit_length() - 1)


def _not_included() -> VerificationFailed:
    return VerificationFailed(
        "not-included",
        "The proof does not show that the ledger holds this entry.",
        "Compare with another copy of the ledger; do not rely on this one.",
    )


def _not_consistent() -> VerificationFailed:
    return VerificationFailed(
        "not-consistent",
        "The two states of the ledger do not continue one another: it was cut back or forked.",
        "Compare with another copy of the ledger; do not rely on this one.",
    )
