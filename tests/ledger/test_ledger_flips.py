"""Whatever is done to any byte, column or order of a ledger, verification finds it and never breaks."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_kit import Ledger, ledger_of

from crisis.ledger.entries import KINDS


@pytest.fixture
def ledger() -> Ledger:
    """Eleven entries, checkpoints at 4, 7 and 11."""
    return ledger_of(11, (4, 7, 11))


def test_two_thousand_flipped_bytes_are_all_found(ledger: Ledger) -> None:
    chance = random.Random(20261009)
    flips = [flip_entry, flip_node, flip_checkpoint]
    for number in range(2000):
        broken = Ledger(list(ledger.entries), dict(ledger.nodes), list(ledger.checkpoints))
        flips[number % len(flips)](broken, chance)
        assert not broken.verify().ok


def flip(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ chance.randrange(1, 256)]) + data[place + 1 :]


def flip_entry(ledger: Ledger, chance: random.Random) -> None:
    place = chance.randrange(ledger.size)
    entry = ledger.entries[place]
    changes: list[Callable[[], dict[str, Any]]] = [
        lambda: {"body": flip(entry.body, chance)},
        lambda: {"leaf": flip(entry.leaf, chance)},
        lambda: {"kind": flip(entry.kind.encode(), chance).decode("latin-1")},
        lambda: {"at": entry.at + timedelta(microseconds=1 << chance.randrange(40))},
        lambda: {"seq": entry.seq ^ 1 << chance.randrange(40)},
    ]
    ledger.entries[place] = replace(entry, **chance.choice(changes)())
    ledger.entries.sort(key=lambda row: row.seq)


def flip_node(ledger: Ledger, chance: random.Random) -> None:
    level, index = place = chance.choice(sorted(ledger.nodes))
    hashed = ledger.nodes.pop(place)
    match chance.randrange(3):
        case 0:
            ledger.nodes[place] = flip(hashed, chance)
        case 1:
            ledger.extra.append((level ^ 1 << chance.randrange(8), index, hashed))
        case _:
            ledger.extra.append((level, index ^ 1 << chance.randrange(40), hashed))


def flip_checkpoint(ledger: Ledger, chance: random.Random) -> None:
    place = chance.randrange(len(ledger.checkpoints))
    row = ledger.checkpoints[place]
    changes: list[Callable[[], dict[str, Any]]] = [
        lambda: {"note": flip(row.note.encode(), chance).decode("utf-8", "surrogateescape")},
        lambda: {"root": flip(row.root, chance)},
        lambda: {"size": row.size ^ 1 << chance.randrange(40)},
        lambda: {"at": row.at + timedelta(microseconds=1 << chance.randrange(40))},
    ]
    ledger.checkpoints[place] = replace(row, **chance.choice(changes)())
    ledger.checkpoints.sort(key=lambda found: found.size)


anything = (
    st.none()
    | st.integers()
    | st.floats(0.1, 0.9)
    | st.text()
    | st.binary()
    | st.just("\ud800")
    | st.datetimes(timezones=st.none() | st.timezones())
)


@given(st.data(), anything)
@settings(max_examples=400, deadline=None)
def test_whatever_stands_in_a_column_is_told_and_never_thrown(data: st.DataObject, value: Any) -> None:
    """A table that was edited by hand holds any value in any column."""
    made = ledger_of(5, (3, 5))
    rows: list[Any] = data.draw(st.sampled_from([made.entries, made.checkpoints]))
    place = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.sampled_from(list(rows[place].__dataclass_fields__)))
    before = getattr(rows[place], column)
    changed: dict[str, Any] = {column: value}
    rows[place] = replace(rows[place], **changed)
    assert made.verify().ok is (value == before)


@given(st.data(), anything)
@settings(max_examples=200, deadline=None)
def test_whatever_stands_in_a_node_is_told_and_never_thrown(data: st.DataObject, value: Any) -> None:
    made = ledger_of(5, (3, 5))
    rows: list[Any] = list(made.ledger_nodes())
    place, column = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(0, 2))
    before, row = rows[place], list(rows[place])
    row[column] = value
    rows[place] = tuple(row)
    made.ledger_nodes = lambda: iter(rows)  # type: ignore[method-assign]
    assert made.verify().ok is (rows[place] == before)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_any_reordering_of_entries_is_found(data: st.DataObject) -> None:
    made = ledger_of(9, (9,))
    order = data.draw(st.permutations(range(9)))
    made.rebuilt([made.entries[place] for place in order])
    assert made.verify().ok is (order == list(range(9)))


def test_the_kinds_all_fit_into_one_ledger() -> None:
    assert ledger_of(len(KINDS), (len(KINDS),)).verify().ok
