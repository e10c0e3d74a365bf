"""Statements as bytes: one form, read back exactly, and nothing else read at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from clearance_kit import NOW, POST, STATEMENT
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis.canon import canonical
from crisis.clearance.statements import decode, encode
from crisis.errors import Mistake, VerificationFailed
from crisis.model.release import Accepted, AfterStop, StatedPost, Statement, Target
from crisis.model.settings import Mode

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
maybe = st.none() | text
bounds = [datetime(year, 1, 1, tzinfo=UTC).replace(tzinfo=None) for year in (1970, 2100)]
zones = st.sampled_from([UTC, timezone(timedelta(hours=9)), timezone(timedelta(hours=-7, minutes=-30))])
times = st.datetimes(*bounds, timezones=zones)
texts = st.lists(text, max_size=3).map(tuple)
targets = st.builds(Target, text, text, maybe, maybe, maybe)
posts = st.builds(StatedPost, text, text, text, targets, text, st.lists(targets, max_size=2).map(tuple))
statements = st.builds(
    Statement,
    release=text,
    mode=st.sampled_from(Mode),
    origin=text,
    nonce=text,
    created_at=times,
    created_by=text,
    notice_type=text,
    incident=maybe,
    notices=st.lists(st.tuples(text, text), max_size=2).map(tuple),
    released=texts,
    withheld=texts,
    accepted=st.lists(st.builds(Accepted, text, text, text, text), max_size=2).map(tuple),
    posts=st.lists(posts, min_size=1, max_size=3, unique_by=lambda post: post.post).map(tuple),
    not_before=times,
    not_after=times,
    provenance=st.dictionaries(text, text, max_size=3),
    after_stop=st.none() | st.sampled_from(AfterStop),
)


@given(statements)
def test_what_is_written_is_read(statement: Statement) -> None:
    data = encode(statement)
    assert decode(data) == statement
    assert encode(decode(data)) == data
    assert canonical(json.loads(data)) == data


def test_a_post_without_fallbacks_says_nothing_of_them_so_that_older_statements_keep_their_bytes() -> None:
    assert all("fallbacks" not in post for post in json.loads(encode(STATEMENT))["posts"])
    value = json.loads(encode(STATEMENT))
    value["posts"][0]["fallbacks"] = []
    with pytest.raises(VerificationFailed, match="written or changed by something else"):
        decode(canonical(value))


def test_texts_are_kept_to_the_code_point() -> None:
    text = "か\u3099\r\n\u200b\ufeff 🙏🏽"
    assert decode(encode(replace(STATEMENT, posts=(replace(POST, text=text),)))).posts[0].text == text


def test_the_members_are_the_contract() -> None:
    value = json.loads(encode(STATEMENT))
    assert value["format"] == "crisis.release/2"
    assert value["created_at"] == "2026-10-09T06:20:00.000000Z"
    assert value["notices"] == [{"digest": "hmac-sha256:00", "id": "N-1"}]
    assert set(value["posts"][0]) == {"post", "language", "text", "target", "last_editor"}
    assert set(value["posts"][0]["target"]) == {"account", "platform", "handle", "api_base", "url"}
    assert set(value) == {"format", *Statement.__dataclass_fields__} - {"awaits"}
    awaiting = json.loads(encode(replace(STATEMENT, awaits="hmac-sha256:01")))
    assert awaiting == {**value, "awaits": "hmac-sha256:01"}


def test_what_a_statement_awaits_is_never_left_out() -> None:
    awaiting = replace(STATEMENT, awaits="hmac-sha256:01")
    assert decode(encode(awaiting)) == awaiting
    with pytest.raises(Mistake):
        encode(replace(awaiting, after_stop=None))


def test_statements_of_the_first_format_are_read() -> None:
    value = json.loads(encode(replace(STATEMENT, after_stop=None)))
    assert value["format"] == "crisis.release/1"
    assert set(value) == {"format", *Statement.__dataclass_fields__} - {"after_stop", "awaits"}
    assert decode(canonical(value)).after_stop is None


@pytest.mark.parametrize(
    "statement",
    [
        replace(STATEMENT, posts=()),
        replace(STATEMENT, posts=(POST, POST)),
        replace(STATEMENT, posts=(replace(POST, text="\ud83d"),)),
    ],
    ids=["no post", "a post twice", "a broken character"],
)
def test_statements_that_cannot_be_made(statement: Statement) -> None:
    with pytest.raises(Mistake) as failure:
        encode(statement)
    assert failure.value.code == "statement-unfit"


def test_a_time_needs_its_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        encode(replace(STATEMENT, not_after=NOW.replace(tzinfo=None)))


def put(*path: str | int, value: Any) -> Callable[[Any], None]:
    """Change one member of the parsed statement."""

    def change(whole: Any) -> None:
        for step in path[:-1]:
            whole = whole[step]
        whole[path[-1]] = value

    return change


def drop(*path: str | int) -> Callable[[Any], None]:
    def change(whole: Any) -> None:
        for step in path[:-1]:
            whole = whole[step]
        del whole[path[-1]]

    return change


@pytest.mark.parametrize(
    "change",
    [
        put("format", value="crisis.release/1"),
        put("format", value="crisis.release/3"),
        drop("after_stop"),
        put("after_stop", value=None),
        put("after_stop", value="never"),
        put("more", value=1),
        put("posts", 0, "more", value="x"),
        put("posts", 0, "target", "more", value="x"),
        put("notices", 0, "more", value="x"),
        drop("nonce"),
        drop("incident"),
        drop("posts", 0, "last_editor"),
        drop("posts", 0, "target", "api_base"),
        drop("accepted", 0, "code"),
        put("mode", value="live"),
        put("mode", value=None),
        put("release", value=None),
        put("incident", value=7),
        put("created_at", value="2026-10-09T06:20:00+00:00"),
        put("created_at", value="2026-13-09T06:20:00.000000Z"),
        put("not_after", value=None),
        put("posts", value={}),
        put("posts", 0, value="P-1"),
        put("posts", 0, "text", value=["x"]),
        put("posts", 0, "target", value=None),
        put("released", value="site"),
        put("released", value=[1]),
        put("provenance", value=[]),
        put("provenance", value={"a": 1}),
        put("accepted", value=[None]),
    ],
)
def test_members_too_many_missing_or_of_another_type(change: Callable[[Any], None]) -> None:
    whole = json.loads(encode(STATEMENT))
    change(whole)
    with pytest.raises(VerificationFailed) as failure:
        decode(canonical(whole))
    assert failure.value.code == "statement-malformed"


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"null", b"[]", b"{", b"[" * 100_000, b"\xef\xbb\xbf{}", b"9" * 5000, b"NaN"]
)
def test_bytes_that_are_no_statement(data: bytes) -> None:
    with pytest.raises(VerificationFailed) as failure:
        decode(data)
    assert failure.value.code == "statement-malformed"


@pytest.mark.parametrize(
    "bend",
    [
        lambda data: data + b"\n",
        lambda data: data.replace(b'":"', b'": "', 1),
        lambda data: data.replace(b"Sendai", rb"\u0053endai"),
        lambda data: data.replace(b'"nonce"', b'"nonce":"first","nonce"'),
        lambda data: data.replace(b"06:20:00.000000Z", b"06:20:00.0Z", 1),
        lambda data: json.dumps(json.loads(data), ensure_ascii=False).encode(),
        lambda data: data.replace(b'"P-2"', b'"P-1"'),
    ],
)
def test_the_same_in_other_bytes(bend: Callable[[bytes], bytes]) -> None:
    with pytest.raises(VerificationFailed) as failure:
        decode(bend(encode(STATEMENT)))
    assert failure.value.code == "statement-not-canonical"


@given(st.data())
@settings(max_examples=300)
def test_a_flipped_byte_never_reads_as_the_same(data: st.DataObject) -> None:
    whole = bytearray(encode(STATEMENT))
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        found = decode(bytes(whole))
    except VerificationFailed:
        return
    assert found != STATEMENT
