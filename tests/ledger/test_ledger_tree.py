"""The tree against the RFC's own recursive definitions, known roots, and proofs bent in every way."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis.errors import VerificationFailed
from crisis.ledger import tree

Stored = dict[tuple[int, int], bytes]

# The eight leaves of the Certificate Transparency reference implementations and the roots of their first n (RFC 6962 2.1).
KNOWN_LEAVES = [
    bytes.fromhex(leaf)
    for leaf in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
]
KNOWN_ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def grown(leaves: list[bytes]) -> Stored:
    """The nodes of a tree grown leaf by leaf; none is ever written twice."""
    nodes: Stored = {}
    for size, data in enumerate(leaves):
        for level, index, hashed in tree.append(size, tree.leaf_hash(data), lambda at, i: nodes[at, i]):
            assert (level, index) not in nodes
            nodes[level, index] = hashed
    return nodes


def lookup(nodes: Stored) -> tree.Node:
    return lambda level, index: nodes[level, index]


def mth(leaves: list[bytes]) -> bytes:
    """MTH of RFC 6962, 2.1, word by word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    k = split(len(leaves))
    return hashlib.sha256(b"\x01" + mth(leaves[:k]) + mth(leaves[k:])).digest()


def path(m: int, leaves: list[bytes]) -> list[bytes]:
    """PATH of RFC 6962, 2.1.1."""
    if len(leaves) == 1:
        return []
    k = split(len(leaves))
    if m < k:
        return [*path(m, leaves[:k]), mth(leaves[k:])]
    return [*path(m - k, leaves[k:]), mth(leaves[:k])]


def subproof(m: int, leaves: list[bytes], b: bool) -> list[bytes]:
    """SUBPROOF of RFC 6962, 2.1.2."""
    if m == len(leaves):
        return [] if b else [mth(leaves)]
    k = split(len(leaves))
    if m <= k:
        return [*subproof(m, leaves[:k], b), mth(leaves[k:])]
    return [*subproof(m - k, leaves[k:], False), mth(leaves[:k])]


def split(n: int) -> int:
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def data(size: int) -> list[bytes]:
    return [b"entry %d" % i for i in range(size)]


def test_known_roots() -> None:
    node = lookup(grown(KNOWN_LEAVES))
    assert [tree.root(size, node).hex() for size in range(9)] == KNOWN_ROOTS


def test_known_proofs() -> None:
    node = lookup(grown(KNOWN_LEAVES))
    assert [step.hex() for step in tree.inclusion(0, 8, node)] == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]
    assert [step.hex() for step in tree.inclusion(5, 8, node)] == [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        KNOWN_ROOTS[4],
    ]
    assert [step.hex() for step in tree.consistency(2, 5, node)] == [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ]


def test_all_small_trees_agree_with_the_rfc() -> None:
    leaves = data(33)
    node = lookup(grown(leaves))
    for size in range(34):
        assert tree.root(size, node) == mth(leaves[:size])
        for index in range(size):
            assert tree.inclusion(index, size, node) == path(index, leaves[:size])
        for old in range(1, size):
            assert tree.consistency(old, size, node) == subproof(old, leaves[:size], True)


def test_every_proof_of_small_trees_verifies() -> None:
    leaves = data(20)
    node = lookup(grown(leaves))
    for size in range(1, 21):
        root = tree.root(size, node)
        for index in range(size):
            proof = tree.inclusion(index, size, node)
            tree.verify_inclusion(tree.leaf_hash(leaves[index]), index, size, proof, root)
        for old in range(size + 1):
            proof = tree.consistency(old, size, node)
            tree.verify_consistency(old, size, tree.root(old, node), root, proof)


@given(st.integers(1, 300), st.data())
def test_a_root_needs_few_nodes(size: int, draw: st.DataObject) -> None:
    nodes = grown(data(size))
    asked: list[tuple[int, int]] = []

    def node(level: int, index: int) -> bytes:
        asked.append((level, index))
        return nodes[level, index]

    upto = draw.draw(st.integers(0, size))
    assert tree.root(upto, node) == mth(data(upto))
    assert len(asked) <= upto.bit_length()


@given(st.integers(1, 70), st.data())
def test_a_bent_inclusion_proof_is_refused(size: int, draw: st.DataObject) -> None:
    node = lookup(grown(data(size)))
    index = draw.draw(st.integers(0, size - 1))
    proof, root, leaf = tree.inclusion(index, size, node), tree.root(size, node), tree.leaf_hash(b"entry %d" % index)
    for other in {0, index - 1, index + 1, size - 1, size, -1} - {index}:
        with pytest.raises(VerificationFailed, match="does not show"):
            tree.verify_inclusion(leaf, other, size, proof, root)
    for bent in bends(proof, draw):
        with pytest.raises(VerificationFailed):
            tree.verify_inclusion(leaf, index, size, bent, root)
    with pytest.raises(VerificationFailed):
        tree.verify_inclusion(tree.leaf_hash(b"another"), index, size, proof, root)


@given(st.integers(2, 70), st.data())
def test_a_bent_consistency_proof_is_refused(size: int, draw: st.DataObject) -> None:
    node = lookup(grown(data(size)))
    old = draw.draw(st.integers(1, size - 1))
    proof, before, after = tree.consistency(old, size, node), tree.root(old, node), tree.root(size, node)
    for bent in bends(proof, draw):
        with pytest.raises(VerificationFailed):
            tree.verify_consistency(old, size, before, after, bent)
    for wrong in (bytes(32), after):
        with pytest.raises(VerificationFailed, match="cut back or forked"):
            tree.verify_consistency(old, size, wrong, after, proof)
    for wrong in (bytes(32), before):
        with pytest.raises(VerificationFailed):
            tree.verify_consistency(old, size, before, wrong, proof)


def bends(proof: list[bytes], draw: st.DataObject) -> list[list[bytes]]:
    """The proof with one step flipped, dropped, doubled, added."""
    bent = [[*proof, bytes(32)], [bytes(32), *proof]]
    if proof:
        at = draw.draw(st.integers(0, len(proof) - 1))
        flipped = bytes([proof[at][0] ^ 1]) + proof[at][1:]
        bent += [
            [*proof[:at], flipped, *proof[at + 1 :]],
            [*proof[:at], *proof[at + 1 :]],
            [*proof[:at], proof[at], *proof[at:]],
        ]
    return bent


@pytest.mark.parametrize(("old", "new"), [(-1, 3), (4, 3)])
def test_sizes_that_cannot_be(old: int, new: int) -> None:
    node = lookup(grown(data(5)))
    with pytest.raises(ValueError, match="no earlier tree"):
        tree.consistency(old, new, node)
    with pytest.raises(VerificationFailed):
        tree.verify_consistency(old, new, bytes(32), bytes(32), [])


@pytest.mark.parametrize("index", [-1, 5])
def test_leaves_that_are_not_there(index: int) -> None:
    with pytest.raises(ValueError, match="no leaf"):
        tree.inclusion(index, 5, lookup(grown(data(5))))


def test_equal_and_empty_trees_need_no_proof_and_take_none() -> None:
    node = lookup(grown(data(4)))
    root = tree.root(4, node)
    tree.verify_consistency(4, 4, root, root, [])
    tree.verify_consistency(0, 4, tree.EMPTY_ROOT, root, [])
    for old, before, proof in (
        (4, root, [bytes(32)]),
        (4, bytes(32), []),
        (0, bytes(32), []),
        (0, tree.EMPTY_ROOT, [root]),
    ):
        with pytest.raises(VerificationFailed):
            tree.verify_consistency(old, 4, before, root, proof)
