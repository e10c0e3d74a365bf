"""Signed checkpoints: what the ledger was at one moment, as a C2SP signed note (tlog-checkpoint, signed-note; Ed25519).

A checkpoint is text that can stand on a page or be read out: origin, number of entries, root. Two extension lines of
ours may follow: `at` with the time, and `after` with the size of the checkpoint before, so that a missing one is found.
"""

from __future__ import annotations

import base64
import hashlib
import re
from binascii import Error as BadBase64
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from crisis.canon import timestamp
from crisis.errors import VerificationFailed

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ED25519 = b"\x01"
"""The signature type of plain Ed25519 in a key's id (signed-note)."""

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_NAME = re.compile(r"[^\s+]+")
_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")
_AT = re.compile(r"at (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)")
_AFTER = re.compile(r"after (0|[1-9][0-9]{0,18})")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a note says: `root` is 32 bytes; `at` and `after` are None where the note does not state them."""

    origin: str
    size: int
    root: bytes
    at: datetime | None = None
    after: int | None = None


def sign(
    origin: str,
    size: int,
    root: bytes,
    key: Ed25519PrivateKey,
    key_name: str,
    *,
    at: datetime | None = None,
    after: int | None = None,
) -> str:
    """The signed note of a checkpoint. Give `at` and `after` for whatever is stored: `ledger.verify` asks for the time.

    Raises ValueError for an origin or key name that a note cannot hold.
    """
    if not origin or "\n" in origin or _CONTROL.search(origin) or not _NAME.fullmatch(key_name):
        raise ValueError("an origin is one line, a key name one word without +")
    text = _text(Checkpoint(origin, size, root, at, after))
    identity = _key_id(key_name, key.public_key().public_bytes_raw())
    return f"{text}\n— {key_name} {_base64(identity + key.sign(text.encode()))}\n"


def verify(note: str, public_key: bytes, key_name: str) -> Checkpoint:
    """What a note says, if it is signed by this key under this name; other signatures are passed over.

    `public_key` is 32 bytes. Raises VerificationFailed `checkpoint-malformed`, `checkpoint-unsigned` (no signature by
    this key) or `checkpoint-altered`.
    """
    text, lines = opened(note)
    ours = [
        found for name, found in map(_signature, lines) if name == key_name and found[:4] == _key_id(name, public_key)
    ]
    if not ours:
        raise VerificationFailed(
            "checkpoint-unsigned",
            "The checkpoint is not signed by the key {key}.",
            "Compare it with the checkpoint on the public page.",
            key=key_name,
        )
    for found in ours:
        _check(public_key, found[4:], text.encode())
    return read(text)


def opened(note: str) -> tuple[str, list[str]]:
    """A note as its text (with its last line end) and its signature lines. Raises VerificationFailed `checkpoint-malformed`."""
    text, gap, tail = note.rpartition("\n\n")
    lines = tail.split("\n")
    if not gap or lines.pop() != "" or not lines or _CONTROL.search(note) or not _is_text(note):
        raise _malformed()
    return text + "\n", lines


def read(text: str) -> Checkpoint:
    """What the text of a checkpoint says. Raises VerificationFailed `checkpoint-malformed`."""
    lines = text.split("\n")
    if len(lines) < 4 or lines.pop() != "" or "" in lines or not _SIZE.fullmatch(lines[1]):
        raise _malformed()
    root = _bytes(lines[2])
    if len(root) != hashlib.sha256().digest_size:
        raise _malformed()
    at, after = _extension(_AT, lines[3:]), _extension(_AFTER, lines[3:])
    return Checkpoint(lines[0], int(lines[1]), root, _time(at) if at else None, int(after) if after else None)


def _text(checkpoint: Checkpoint) -> str:
    lines = [checkpoint.origin, str(checkpoint.size), _base64(checkpoint.root)]
    if checkpoint.at is not None:
        lines.append(f"at {timestamp(checkpoint.at)}")
    if checkpoint.after is not None:
        lines.append(f"after {checkpoint.after}")
    return "".join(line + "\n" for line in lines)


def _is_text(note: str) -> bool:
    """Whether it can be written as UTF-8: a lone surrogate cannot."""
    return note == note.encode("utf-8", "replace").decode()


def _extension(form: re.Pattern[str], lines: list[str]) -> str | None:
    """The value of the first extension line of that form."""
    return next((found[1] for found in map(form.fullmatch, lines) if found), None)


def _time(stated: str) -> datetime:
    try:
        return datetime.strptime(stated, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
    except ValueError:
        raise _malformed() from None


def _signature(line: str) -> tuple[str, bytes]:
    """Key name, and key id with signature, of a signature line."""
    match line.split(" "):
        case ["—", name, encoded] if _NAME.fullmatch(name):
            return name, _bytes(encoded)
    raise _malformed()


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


def _key_id(name: str, public_key: bytes) -> bytes:
    """The first 4 bytes of SHA-256(name || newline || type || key) (signed-note)."""
    return hashlib.sha256(name.encode() + b"\n" + ED25519 + public_key).digest()[:4]


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(encoded: str) -> bytes:
    """Strict base64: only the one spelling that encoding gives."""
    try:
        data = base64.b64decode(encoded, validate=True)
    except (BadBase64, ValueError):
        raise _malformed() from None
    if _base64(data) != encoded:
        raise _malformed()
    return data


def _malformed() -> VerificationFailed:
    return VerificationFailed(
        "checkpoint-malformed",
        "This is not a checkpoint of a ledger: its form is broken.",
        "Copy it again, every line and line end of it.",
    )
