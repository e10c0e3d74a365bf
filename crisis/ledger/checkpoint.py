"""Signed checkpoints: what the ledger was at one moment, as a signed note (C2SP tlog-checkpoint).

A checkpoint is text that can stand on a page or be read out: origin, number of entries, root. Two extension lines of
ours may follow: `at` with the time, and `after` with the size of the checkpoint before, so that a missing one is found.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from crisis.canon import timestamp
from crisis.ledger import note as notes

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

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
    if not origin or "\n" in origin:
        raise ValueError("an origin is one line")
    return notes.signed(_text(Checkpoint(origin, size, root, at, after)), key, key_name)


def verify(note: str, public_key: bytes, key_name: str) -> Checkpoint:
    """What a note says, if it is signed by this key (32 bytes) under this name; other signatures are passed over.

    Raises VerificationFailed `checkpoint-malformed`, `checkpoint-unsigned` (no signature by this key) or
    `checkpoint-altered`.
    """
    return read(notes.verified(note, public_key, key_name))


def read(text: str) -> Checkpoint:
    """What the text of a checkpoint says, signed or not. Raises VerificationFailed `checkpoint-malformed`."""
    lines = text.split("\n")
    if len(lines) < 4 or lines.pop() != "" or "" in lines or not _SIZE.fullmatch(lines[1]):
        raise notes.malformed()
    root = notes.decoded(lines[2])
    if len(root) != hashlib.sha256().digest_size:
        raise notes.malformed()
    at, after = _extension(_AT, lines[3:]), _extension(_AFTER, lines[3:])
    return Checkpoint(lines[0], int(lines[1]), root, _time(at) if at else None, int(after) if after else None)


def _text(checkpoint: Checkpoint) -> str:
    lines = [checkpoint.origin, str(checkpoint.size), notes.encoded(checkpoint.root)]
    if checkpoint.at is not None:
        lines.append(f"at {timestamp(checkpoint.at)}")
    if checkpoint.after is not None:
        lines.append(f"after {checkpoint.after}")
    return "".join(line + "\n" for line in lines)


def _extension(form: re.Pattern[str], lines: list[str]) -> str | None:
    """The value of the first extension line of that form."""
    return next((found[1] for found in map(form.fullmatch, lines) if found), None)


def _time(stated: str) -> datetime:
    try:
        return datetime.strptime(stated, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
    except ValueError:
        raise notes.malformed() from None
