"""The tree beside an independent implementation of it: pymerkle grows the same roots and the same audit paths."""

from __future__ import annotations

import random

import pytest
from pymerkle import InmemoryTree  # type: ignore[import-untyped]

from crisis.ledger import tree

LEAVES = 130


@pytest.fixture(scope="module")
def both() -> tuple[InmemoryTree, dict[tuple[int, int], bytes]]:
    """The same leaves in both trees, of any length, the empty one among them."""
    chance, theirs = random.Random(20261009), InmemoryTree(algorithm="sha256")
    ours: dict[tuple[int, int], bytes] = {}
    for size in range(LEAVES):
        data = chance.randbytes(chance.randrange(60) if size else 0)
        theirs.append_entry(data)
        for level, index, hashed in tree.append(size, tree.leaf_hash(data), lambda at, i: ours[at, i]):
            ours[level, index] = hashed
    return theirs, ours


Both = tuple[InmemoryTree, dict[tuple[int, int], bytes]]


def test_every_root_is_theirs(both: Both) -> None:
    theirs, ours = both
    for size in range(1, LEAVES + 1):
        assert tree.root(size, lambda level, index: ours[level, index]) == theirs.get_root(size)


def test_every_audit_path_is_theirs(both: Both) -> None:
    theirs, ours = both
    for size in (1, 2, 3, 7, 8, 64, 65, 100, LEAVES):
        for leaf in range(size):
            said = theirs.prove_inclusion(leaf + 1, size).serialize()["path"]
            path = tree.inclusion(leaf, size, lambda level, index: ours[level, index])
            # Theirs begins with the leaf itself, for which RFC 6962 has no place.
            assert [step.hex() for step in path] == said[1:], (leaf, size)


def test_our_consistency_proofs_lead_from_their_roots_to_their_roots(both: Both) -> None:
    theirs, ours = both
    for size in (2, 3, 7, 8, 64, 65, 100, LEAVES):
        for older in range(1, size):
            path = tree.consistency(older, size, lambda level, index: ours[level, index])
            tree.verify_consistency(older, size, theirs.get_root(older), theirs.get_root(size), tuple(path))
