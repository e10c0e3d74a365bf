"""Signed notes (C2SP signed-note) with plain Ed25519: a text, an empty line, and signature lines beneath."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING, Final

from crisis.errors import VerificationFailed

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ED25519: Final = b"\x01"
"""The signature type of plain Ed25519 in a key's id."""

ID_BYTES: Final = 4

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_NAME = re.compile(r"[^\s+]+")


def signed(text: str, key: Ed25519PrivateKey, key_name: str) -> str:
    """The note of a text that ends with a line end. Raises ValueError for a text or key name that a note cannot hold."""
    if not text.endswith("\n") or not _is_plain(text) or not _NAME.fullmatch(key_name):
        raise ValueError("a note is lines of plain text, and a key name is one word without +")
    identity = key_id(key_name, key.public_key().public_bytes_raw())
    return f"{text}\n— {key_name} {encoded(identity + key.sign(text.encode()))}\n"


def opened(note: str) -> tuple[str, list[str]]:
    """A note as its text (with its last line end) and its signature lines. Raises VerificationFailed `checkpoint-malformed`."""
    text, gap, tail = note.rpartition("\n\n")
    lines = tail.split("\n")
    if not gap or lines.pop() != "" or not lines or not _is_plain(note):
        raise malformed()
    return text + "\n", lines


def verified(note: str, public_key: bytes, key_name: str) -> str:
    """The text of a note that this key (32 bytes) signed under this name; signatures by others are passed over.

    Raises VerificationFailed `checkpoint-malformed`, `checkpoint-unsigned` or `checkpoint-altered`.
    """
    text, lines = opened(note)
    identity = key_id(key_name, public_key)
    ours = [found for name, found in map(_signature, lines) if name == key_name and found[:ID_BYTES] == identity]
    if not ours:
        raise VerificationFailed(
            "checkpoint-unsigned",
            "The checkpoint is not signed by the key {key}.",
            "Compare it with the checkpoint on the public page.",
            key=key_name,
        )
    for found in ours:
        _check(public_key, found[ID_BYTES:], text.encode())
    return text


def key_id(name: str, public_key: bytes) -> bytes:
    """The first 4 bytes of SHA-256(name || newline || type || key)."""
    return hashlib.sha256(name.encode() + b"\n" + ED25519 + public_key).digest()[:ID_BYTES]


def encoded(data: bytes) -> str:
    """Base64 as notes use it."""
    return base64.b64encode(data).decode()


def decoded(text: str) -> bytes:
    """Strict base64: only the one spelling that `encoded` gives. Raises VerificationFailed `checkpoint-malformed`."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        raise malformed() from None
    if encoded(data) != text:
        raise malformed()
    return data


def malformed() -> VerificationFailed:
    """The error for bytes that are not what they ought to be."""
    return VerificationFailed(
        "checkpoint-malformed",
        "This is not a checkpoint of a ledger: its form is broken.",
        "Copy it again, every line and line end of it.",
    )


def _is_plain(text: str) -> bool:
    """Whether it has no control character but the line end, and can be written as UTF-8 (a lone surrogate cannot)."""
    return not _CONTROL.search(text) and text == text.encode("utf-8", "replace").decode()


def _signature(line: str) -> tuple[str, bytes]:
    """Key name, and key id with signature, of a signature line."""
    match line.split(" "):
        case ["—", name, text] if _NAME.fullmatch(name):
            return name, decoded(text)
    raise malformed()


def _check(public_key: bytes, signature: bytes, text: bytes) -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, text)
    except (InvalidSignature, ValueError):
        raise VerificationFailed(
            "checkpoint-altered",
            "The checkpoint was changed after it was signed.",
            "Compare it with the checkpoint on the public page.",
        ) from None
