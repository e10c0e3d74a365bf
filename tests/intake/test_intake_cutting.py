"""A feed without what the look before held."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from places.feed import atom, entry

from crisis import intake
from crisis.intake.parts.cutting import less

AUTHOR = b"<author><name>%s</name></author>"


def feed(*numbers: int, author: bytes = b"a", updated: bytes = b"1") -> bytes:
    raw = atom(*(entry(f"urn:{n}", f"拠点：仙台事業所 {n}") for n in numbers))
    head = AUTHOR % author + b"<updated>" + updated + b"</updated>"
    return raw.replace(b'Atom">', b'Atom">' + head, 1)


def digests(raw: bytes) -> str:
    cut = less(raw, "")
    assert cut is not None
    return cut.digests


@given(st.lists(st.integers(0, 30), unique=True, min_size=1), st.lists(st.integers(0, 30), unique=True, min_size=1))
def test_what_is_left_reads_as_it_did_in_the_whole(before: list[int], now: list[int]) -> None:
    raw = feed(*now, updated=b"2")
    cut = less(raw, digests(feed(*before)))
    assert cut is not None
    new = [n for n in now if n not in before]
    assert cut.new == len(new)
    whole = [notice for notice in intake.read(raw, "f") if notice.source_id in {f"urn:{n}" for n in new}]
    assert (list(intake.read(cut.raw, "f")) if new else []) == whole


def test_another_author_of_the_feed_makes_every_entry_new() -> None:
    cut = less(feed(1, 2, author=b"b"), digests(feed(1, 2, author=b"a")))
    assert cut is not None
    assert cut.new == 2


def test_an_id_that_an_entry_cut_out_has_as_well_is_shared() -> None:
    one, other = (entry("https://p.example/?a=1&amp;b=2", text) for text in ("一つ目", "二つ目"))
    cut = less(atom(one, other), digests(atom(one)))
    assert cut is not None
    assert cut.new == 1
    assert cut.is_shared("https://p.example/?a=1&b=2")
    assert not cut.is_shared("https://p.example/")


@pytest.mark.parametrize("raw", [feed(1).decode().encode("utf-16"), atom(), b"<html>", b"<feed><entry><id>1</id>"])
def test_what_cannot_be_cut_is_read_whole(raw: bytes) -> None:
    assert less(raw, "") is None
