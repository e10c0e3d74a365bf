"""The bytes of an entry, and what a verifier reads from them without parsing."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from crisis.canon import canonical
from crisis.ledger.entries import KINDS, entry_bytes, states

AT = datetime(2026, 10, 9, 6, 20, tzinfo=UTC)
BOUNDS = [datetime(year, 1, 1, tzinfo=UTC).replace(tzinfo=None) for year in (1970, 2100)]

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=8,
)
bodies = st.dictionaries(text, values, max_size=4)
times = st.datetimes(*BOUNDS, timezones=st.just(UTC))
kinds = st.sampled_from(list(KINDS))


@given(st.recursive(values | st.floats(allow_nan=False, allow_infinity=False), st.lists))
def test_canonical_bytes_are_those_of_the_standard(value: Any) -> None:
    assert canonical(value) == rfc8785.dumps(value)


@pytest.mark.parametrize("value", ["\ud800", {"\ud800": 1}, 2**53, -(2**53), float("nan"), {1: 2}, {"a": object()}])
def test_what_the_standard_cannot_write_is_refused(value: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - two libraries say it, each in its own words
        canonical(value)


def test_the_bytes_are_the_contract() -> None:
    assert entry_bytes(3, AT, "hold-set", {"by": "approver", "account": None}) == (
        b'{"at":"2026-10-09T06:20:00.000000Z","body":{"account":null,"by":"approver"},'
        b'"format":"crisis.entry/1","kind":"hold-set","seq":3}'
    )


@given(st.integers(0, 2**53 - 1), times, kinds, bodies)
def test_entries_are_canonical_and_state_themselves(seq: int, at: datetime, kind: str, body: dict[str, Any]) -> None:
    data = entry_bytes(seq, at, kind, body)
    assert canonical(json.loads(data)) == data
    assert json.loads(data)["body"] == body
    assert states(data, seq, at, kind)


@given(st.integers(0, 99), times, kinds, bodies, st.integers(0, 99), times, kinds)
def test_bytes_state_one_number_time_and_kind_only(
    seq: int, at: datetime, kind: str, body: dict[str, Any], seq2: int, at2: datetime, kind2: str
) -> None:
    data = entry_bytes(seq, at, kind, body)
    assert states(data, seq2, at2, kind2) is ((seq, at, kind) == (seq2, at2, kind2))


def test_a_body_that_imitates_an_ending_states_nothing_else() -> None:
    data = entry_bytes(1, AT, "hold-set", {"x": {"format": "crisis.entry/1", "kind": "hold-lifted", "seq": 2}})
    assert states(data, 1, AT, "hold-set")
    assert not states(data, 2, AT, "hold-lifted")
    assert not states(data, 1, AT, 'hold-lifted","seq":2}},"format":"crisis.entry/1","kind":"hold-set')


def test_zones_make_no_difference_to_the_bytes() -> None:
    japan = AT.astimezone(timezone(timedelta(hours=9)))
    assert entry_bytes(0, AT, "hold-set", {}) == entry_bytes(0, japan, "hold-set", {})


@pytest.mark.parametrize(
    ("seq", "at", "kind", "body"),
    [
        (0, AT, "hold-sat", {}),
        (-1, AT, "hold-set", {}),
        (0, AT.replace(tzinfo=None), "hold-set", {}),
        (0, AT, "hold-set", {"a": "\ud800"}),
        (0, AT, "hold-set", {"a": 2**53}),
    ],
)
def test_what_no_entry_may_hold(seq: int, at: datetime, kind: str, body: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        entry_bytes(seq, at, kind, body)


def test_kinds_are_plain_words_with_a_meaning() -> None:
    assert all(kind.replace("-", "").isalpha() and kind.islower() and meaning for kind, meaning in KINDS.items())
