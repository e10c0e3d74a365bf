"""Verification of a whole ledger: one fixture per tampering."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_kit import KEY, ORIGIN, START, Ledger, ledger_of

from crisis.ledger import checkpoint, tree
from crisis.ledger.entries import entry_bytes
from crisis.model.records import LedgerCheckpoint as StoredCheckpoint
from crisis.model.records import LedgerEntry as StoredEntry


@pytest.fixture
def ledger() -> Ledger:
    """Eleven entries, checkpoints at 4, 7 and 11."""
    return ledger_of(11, (4, 7, 11))


def forged(entry: StoredEntry, **body: Any) -> StoredEntry:
    """The entry with another body, and all its own columns made to fit."""
    data = entry_bytes(entry.seq, entry.at, entry.kind, body)
    return replace(entry, body=data, leaf=tree.leaf_hash(data))


def test_an_untouched_ledger_verifies(ledger: Ledger) -> None:
    verdict = ledger.verify(origin=ORIGIN)
    assert verdict.ok
    assert verdict.problems == ()
    assert (verdict.entries, verdict.root) == (11, tree.root(11, ledger.node).hex())


def test_an_empty_ledger_verifies() -> None:
    verdict = Ledger().verify()
    assert (verdict.ok, verdict.entries, verdict.root) == (True, 0, tree.EMPTY_ROOT.hex())


@given(st.integers(0, 70), st.sets(st.integers(0, 70)))
@settings(max_examples=40, deadline=None)
def test_ledgers_of_every_size_verify(size: int, signed_at: set[int]) -> None:
    made = ledger_of(size, tuple(signed_at))
    verdict = made.verify()
    assert verdict.ok
    assert verdict.root == tree.root(size, made.node).hex()


def test_entry_edited(ledger: Ledger) -> None:
    data = ledger.entries[5].body.replace(b"P-5", b"P-6")
    ledger.entries[5] = replace(ledger.entries[5], body=data)
    assert ledger.told() == [(5, "Entry 5 was changed: its content does not match its leaf hash.")]


def test_entry_edited_with_its_leaf(ledger: Ledger) -> None:
    ledger.entries[5] = forged(ledger.entries[5], post="P-6")
    told = ledger.told()
    assert told[0] == (5, "Entry 5: its hash in the tree is not what the entries give.")
    assert any("rewritten or forked" in what for _, what in told)


def test_entry_edited_with_the_whole_tree(ledger: Ledger) -> None:
    entries = list(ledger.entries)
    entries[5] = forged(entries[5], post="P-6")
    ledger.rebuilt(entries)
    assert ledger.told() == [
        (
            None,
            f"The checkpoint at {size} entries does not hold: the entries give another root: the ledger was rewritten or forked.",
        )
        for size in (7, 11)
    ]


@pytest.mark.parametrize(
    ("column", "value"),
    [("at", START + timedelta(hours=1)), ("kind", "hold-lifted"), ("kind", "nonsense"), ("leaf", bytes(32))],
)
def test_each_column_of_an_entry(ledger: Ledger, column: str, value: Any) -> None:
    changed: dict[str, Any] = {column: value}
    ledger.entries[5] = replace(ledger.entries[5], **changed)
    told = ledger.told()
    assert told[0][0] == 5
    assert "Entry 5 was changed" in told[0][1]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("body", "text"),
        ("leaf", None),
        ("leaf", b"short"),
        ("kind", 7),
        ("at", None),
        ("at", START.replace(tzinfo=None)),
    ],
)
def test_columns_of_another_type(ledger: Ledger, column: str, value: Any) -> None:
    changed: dict[str, Any] = {column: value}
    ledger.entries[5] = replace(ledger.entries[5], **changed)
    assert ledger.told() == [(5, "Entry 5 was changed: its columns are not of the right form.")]


def test_entry_deleted(ledger: Ledger) -> None:
    del ledger.entries[5]
    assert ledger.told() == [(5, "Entry 5 is missing.")]


def test_entries_deleted_with_their_hashes(ledger: Ledger) -> None:
    del ledger.entries[5:7]
    del ledger.nodes[0, 5], ledger.nodes[0, 6]
    told = ledger.told()
    assert told[0] == (5, "Entries 5 to 6 are missing.")
    assert (5, "Entry 5: its hash in the tree is missing.") in told


def test_entry_deleted_and_the_rest_moved_up(ledger: Ledger) -> None:
    kept = [entry for entry in ledger.entries if entry.seq != 5]
    moved = [entry_of(number, entry) for number, entry in enumerate(kept)]
    ledger.rebuilt(moved)
    told = ledger.told()
    assert told[-1][1].endswith("the ledger was cut back to 10 entries.")


def entry_of(number: int, entry: StoredEntry) -> StoredEntry:
    data = entry_bytes(number, entry.at, entry.kind, {"post": f"P-{entry.seq}"})
    return StoredEntry(number, entry.at, entry.kind, data, tree.leaf_hash(data))


def test_entries_swapped(ledger: Ledger) -> None:
    fifth, sixth = ledger.entries[5:7]
    ledger.entries[5:7] = [replace(sixth, seq=5), replace(fifth, seq=6)]
    told = ledger.told()
    assert {entry for entry, _ in told[:2]} == {5, 6}
    assert all("its number, time or kind" in what for _, what in told[:2])


def test_entry_inserted(ledger: Ledger) -> None:
    ledger.entries.insert(6, ledger.entries[5])
    assert ledger.told() == [(5, "Entry 5 does not belong after entry 5.")]


def test_entry_far_away(ledger: Ledger) -> None:
    ledger.entries.append(replace(ledger.entries[5], seq=10**15))
    assert ledger.told() == [(10**15, f"Entry {10**15} does not belong after entry 10.")]


def test_entry_appended_without_its_nodes(ledger: Ledger) -> None:
    data = entry_bytes(11, START, "hold-set", {})
    ledger.entries.append(StoredEntry(11, START, "hold-set", data, tree.leaf_hash(data)))
    assert (11, "Entry 11: its hash in the tree is missing.") in ledger.told()


def test_entries_cut_off(ledger: Ledger) -> None:
    del ledger.entries[9:]
    told = ledger.told()
    assert (9, "Entry 9: its hash in the tree belongs to no entry.") in told
    assert told[-1][1] == "The checkpoint at 11 entries does not hold: the ledger was cut back to 9 entries."


def test_cut_off_with_the_tree(ledger: Ledger) -> None:
    ledger.rebuilt(ledger.entries[:9])
    assert ledger.told() == [
        (None, "The checkpoint at 11 entries does not hold: the ledger was cut back to 9 entries.")
    ]


def test_forked(ledger: Ledger) -> None:
    other = ledger_of(8, (4,))
    other.append("hold-set", by="somebody else")
    other.append("hold-lifted", by="somebody else")
    other.append("hold-set", by="somebody else")
    other.checkpoints = ledger.checkpoints
    assert [what for _, what in other.told()] == [
        "The checkpoint at 11 entries does not hold: the entries give another root: the ledger was rewritten or forked."
    ]


def test_node_changed(ledger: Ledger) -> None:
    ledger.nodes[2, 1] = bytes(32)
    assert ledger.told() == [(None, "Node 1 of level 2 is not what the entries give.")]


def test_node_deleted(ledger: Ledger) -> None:
    del ledger.nodes[1, 3]
    assert ledger.told() == [(None, "Node 3 of level 1 is missing.")]


@pytest.mark.parametrize("place", [(0, 11), (4, 0), (1, 5), (-1, 0), (0, -1), (10**12, 10**12), ("0", 0), (None, None)])
def test_node_too_many(ledger: Ledger, place: Any) -> None:
    ledger.extra.append((*place, bytes(32)))
    assert [what for _, what in ledger.told() if "belongs to no entry" in what]


def test_node_twice(ledger: Ledger) -> None:
    ledger.extra.append((1, 1, ledger.nodes[1, 1]))
    assert ledger.told() == [(None, "Node 1 of level 1 stands twice.")]


def test_a_lookup_that_gives_something_else(ledger: Ledger) -> None:
    rows = list(ledger.ledger_nodes())
    ledger.nodes[3, 0] = bytes(32)
    ledger.ledger_nodes = lambda: iter(rows)  # type: ignore[method-assign]
    assert ledger.told() == [(None, "The nodes that the ledger looks up give another root than its entries.")]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"size": 8}, "its columns are not what was signed."),
        ({"root": bytes(32)}, "its columns are not what was signed."),
        ({"at": START}, "its time is not what was signed."),
        ({"at": START.replace(tzinfo=None)}, "its time is not what was signed."),
        ({"note": ""}, "This is not a checkpoint of a ledger: its form is broken."),
        ({"note": None}, "It is no text."),
    ],
)
def test_each_column_of_a_checkpoint(ledger: Ledger, change: dict[str, Any], fault: str) -> None:
    ledger.checkpoints[1] = replace(ledger.checkpoints[1], **change)
    assert any(what.endswith(fault) for _, what in ledger.told())


def test_checkpoint_deleted(ledger: Ledger) -> None:
    del ledger.checkpoints[1]
    assert ledger.told() == [
        (None, "The checkpoint at 11 entries does not hold: it follows a checkpoint at 7 entries, which is missing.")
    ]


def test_checkpoint_twice(ledger: Ledger) -> None:
    ledger.checkpoints.insert(1, ledger.checkpoints[1])
    assert any("not larger than the checkpoint before" in what for _, what in ledger.told())


def test_checkpoints_swapped(ledger: Ledger) -> None:
    first, second, _ = ledger.checkpoints
    ledger.checkpoints[:2] = [replace(second, size=first.size), replace(first, size=second.size)]
    assert len(ledger.told()) >= 2


def test_checkpoint_signed_by_another_key(ledger: Ledger) -> None:
    ledger.checkpoints.pop()
    ledger.key = Ed25519PrivateKey.from_private_bytes(bytes(32))
    ledger.sign()
    assert ledger.told() == [
        (None, f"The checkpoint at 11 entries does not hold: The checkpoint is not signed by the key {ORIGIN}.")
    ]


def test_checkpoint_with_another_signature_beside_ours(ledger: Ledger) -> None:
    last = ledger.checkpoints[-1]
    theirs = checkpoint.sign("o", 1, bytes(32), Ed25519PrivateKey.from_private_bytes(bytes(32)), "w").split("\n\n")[1]
    ledger.checkpoints[-1] = replace(last, note=last.note + theirs)
    assert "another signature" in ledger.told()[0][1]


def test_checkpoint_of_another_ledger(ledger: Ledger) -> None:
    last = ledger.checkpoints[-1]
    note = checkpoint.sign("elsewhere", 11, last.root, KEY, "elsewhere", at=last.at, after=7)
    ledger.checkpoints[-1] = replace(last, note=note)
    assert ledger.told() == [(None, "The checkpoint at 11 entries does not hold: it belongs to another ledger.")]
    assert "another ledger" in ledger_of(4, (4,)).verify(origin="elsewhere").problems[0].what


def test_checkpoint_without_a_time(ledger: Ledger) -> None:
    last = ledger.checkpoints[-1]
    ledger.checkpoints[-1] = replace(last, note=checkpoint.sign(ORIGIN, 11, last.root, KEY, ORIGIN, after=7))
    assert ledger.told() == [(None, "The checkpoint at 11 entries does not hold: it does not state its time.")]


def test_a_checkpoint_over_a_fork_signed_by_ourselves(ledger: Ledger) -> None:
    root = tree.root(9, ledger.node)
    note = checkpoint.sign(ORIGIN, 8, root, KEY, ORIGIN, at=START, after=7)
    ledger.checkpoints.insert(2, StoredCheckpoint(8, root, START, note))
    assert any("at 8 entries" in what and "rewritten or forked" in what for _, what in ledger.told())


def test_problems_are_told_up_to_a_limit() -> None:
    made = ledger_of(300, ())
    made.entries = [replace(entry, leaf=bytes(32)) for entry in made.entries]
    problems = made.verify().problems
    assert len(problems) == 101
    assert problems[-1].what.startswith("There are ")


def test_progress_tells_how_many_entries_are_done() -> None:
    seen: list[int] = []
    ledger_of(2100, ()).verify(progress=seen.append)
    assert (seen[:2], seen[-1], sorted(seen)) == ([1024, 2048], 2100, seen)
