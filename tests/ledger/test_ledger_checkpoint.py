"""Checkpoints as signed notes: the form of the specification, and everything bent."""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from crisis.errors import VerificationFailed
from crisis.ledger import checkpoint
from crisis.ledger import note as notes
from crisis.ledger.checkpoint import Checkpoint

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(32))
NAME = "kitahama.example/ledger"
ROOT = hashlib.sha256(b"root").digest()
AT = datetime(2026, 10, 9, 6, 20, 0, 7, tzinfo=UTC)
BOUNDS = [datetime(year, 1, 1, tzinfo=UTC).replace(tzinfo=None) for year in (1970, 2100)]


def note() -> str:
    return checkpoint.sign("kitahama.example/actual", 12, ROOT, KEY, NAME, at=AT, after=7)


def test_the_form_of_the_specification() -> None:
    plain = checkpoint.sign("kitahama.example/actual", 12, ROOT, KEY, NAME)
    head, signature = plain.split("\n\n")
    assert head.split("\n") == ["kitahama.example/actual", "12", base64.b64encode(ROOT).decode()]
    dash, name, encoded = signature.removesuffix("\n").split(" ")
    raw = base64.b64decode(encoded)
    assert (dash, name) == ("—", NAME)
    assert raw[:4] == hashlib.sha256(NAME.encode() + b"\n\x01" + PUBLIC).digest()[:4]
    KEY.public_key().verify(raw[4:], (head + "\n").encode())


def test_the_time_and_the_one_before_are_signed_too() -> None:
    assert note().split("\n")[3:5] == ["at 2026-10-09T06:20:00.000007Z", "after 7"]


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1),
    st.integers(0, 2**60),
    st.binary(min_size=32, max_size=32),
    st.none() | st.datetimes(*BOUNDS, timezones=st.just(UTC)),
    st.none() | st.integers(0, 2**60),
)
def test_what_is_signed_is_read(origin: str, size: int, root: bytes, at: datetime | None, after: int | None) -> None:
    signed = checkpoint.sign(origin, size, root, KEY, NAME, at=at, after=after)
    assert checkpoint.verify(signed, PUBLIC, NAME) == Checkpoint(origin, size, root, at, after)


def test_signatures_of_witnesses_are_passed_over() -> None:
    text, (ours,) = notes.opened(note())
    theirs = checkpoint.sign("kitahama.example/actual", 12, ROOT, OTHER, "witness.example").split("\n\n")[1]
    assert checkpoint.verify(f"{text}\n{theirs}{ours}\n", PUBLIC, NAME).size == 12


def test_every_flipped_bit_is_found() -> None:
    data = note().encode()
    for place in range(len(data)):
        for bit in range(8):
            bent = bytearray(data)
            bent[place] ^= 1 << bit
            with pytest.raises(VerificationFailed):
                checkpoint.verify(bent.decode("utf-8", "surrogateescape"), PUBLIC, NAME)


@pytest.mark.parametrize(
    ("bent", "code"),
    [
        (lambda n: n.replace("12\n", "13\n", 1), "checkpoint-altered"),
        (lambda n: n.replace("after 7\n", ""), "checkpoint-altered"),
        (lambda n: n.replace("12\n", "012\n", 1), "checkpoint-altered"),
        (lambda n: n.replace(f"— {NAME}", "— other.example"), "checkpoint-unsigned"),
        (lambda n: n.removesuffix("\n"), "checkpoint-malformed"),
        (lambda n: n + "\n", "checkpoint-malformed"),
        (lambda n: n.replace("\n", "\r\n"), "checkpoint-malformed"),
        (lambda n: n.split("\n\n")[0] + "\n\n", "checkpoint-malformed"),
        (lambda n: n.split("\n\n")[0] + "\n", "checkpoint-malformed"),
        (lambda n: "", "checkpoint-malformed"),
        (lambda n: n.replace("— ", "- "), "checkpoint-malformed"),
        (lambda n: n.replace("=\n", "\n"), "checkpoint-malformed"),
    ],
)
def test_a_fixture_for_each_breakage(bent: object, code: str) -> None:
    assert callable(bent)
    with pytest.raises(VerificationFailed) as failure:
        checkpoint.verify(bent(note()), PUBLIC, NAME)
    assert failure.value.code == code


@pytest.mark.parametrize(
    "text",
    [
        "o\n012\n" + base64.b64encode(ROOT).decode() + "\n",
        "o\n-1\n" + base64.b64encode(ROOT).decode() + "\n",
        "o\n1\n" + base64.b64encode(ROOT[:31]).decode() + "\n",
        "o\n1\n" + base64.b64encode(ROOT).decode()[:-1] + "\n",
        "o\n1\n",
        "\n1\n" + base64.b64encode(ROOT).decode() + "\n",
        "o\n1\n" + base64.b64encode(ROOT).decode() + "\nat 2026-13-09T06:20:00.000000Z\n",
    ],
)
def test_text_that_is_no_checkpoint(text: str) -> None:
    with pytest.raises(VerificationFailed, match="its form is broken"):
        checkpoint.read(text)


def test_another_key_under_our_name() -> None:
    with pytest.raises(VerificationFailed) as failure:
        checkpoint.verify(checkpoint.sign("o", 1, ROOT, OTHER, NAME), PUBLIC, NAME)
    assert failure.value.code == "checkpoint-unsigned"


@pytest.mark.parametrize(
    ("origin", "name"), [("", "k"), ("a\nb", "k"), ("a\x00", "k"), ("a", ""), ("a", "k k"), ("a", "k+")]
)
def test_names_that_a_note_cannot_hold(origin: str, name: str) -> None:
    with pytest.raises(ValueError, match=r"one line|plain text"):
        checkpoint.sign(origin, 1, ROOT, KEY, name)


# The example of the reference implementation of signed notes: its key, text and signature.
SKEY = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
EXAMPLE = (
    f"{TEXT}\n— PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)


def test_the_published_example_of_a_signed_note() -> None:
    name, identity, encoded = VKEY.split("+", 2)
    kind, public = (raw := base64.b64decode(encoded))[:1], raw[1:]
    assert (kind, notes.key_id(name, public).hex()) == (notes.ED25519, identity)
    assert notes.verified(EXAMPLE, public, name) == TEXT
    key = Ed25519PrivateKey.from_private_bytes(base64.b64decode(SKEY)[1:])
    assert notes.signed(TEXT, key, name) == EXAMPLE
    with pytest.raises(VerificationFailed) as failure:
        notes.verified(EXAMPLE.replace("answer", "Answer"), public, name)
    assert failure.value.code == "checkpoint-altered"
