"""A ledger that has moved: each place signs its checkpoints with a key of its own, and the move itself stands in the ledger.

A move is declared by a person in the canonical JSON (RFC 8785) of `encode`, signed with their own key. The key that signs now is
the one that a verifier trusts; the declaration, which stands under it, names the key before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from crisis.canon import canonical

FORMAT: Final = "crisis.epoch/1"
KIND: Final = "desk-moved"
EPOCH: Final = "epoch"
"""Under this name a desk remembers its number, once it has moved."""


@dataclass(frozen=True, slots=True)
class Epoch:
    """A declaration: the ledger of `origin` goes on as epoch `number` after `entries` entries with that `root` (hex), signed
    by `new_key` from then on and by `old_key` before (public keys, hex). `revoked` are the people whose keys lay at the old place;
    `person` declares it with the key of that fingerprint; `at` is ISO 8601 in UTC, `reason` a salted digest."""

    origin: str
    mode: str
    number: int
    entries: int
    root: str
    old_key: str
    new_key: str
    revoked: tuple[str, ...]
    person: str
    key: str
    at: str
    reason: str


def encode(epoch: Epoch) -> bytes:
    """The canonical bytes that the person signs."""
    return canonical({"format": FORMAT, **asdict(epoch)})


def decode(data: str) -> Epoch:
    """The inverse of `encode`. Raises ValueError for anything that `encode` would not have written."""
    document: dict[str, Any] = json.loads(data)
    if document.pop("format", None) != FORMAT:
        raise ValueError("not a declaration of a move")
    try:
        epoch = Epoch(**{**document, "revoked": tuple(document["revoked"])})
    except (TypeError, KeyError):
        raise ValueError("not a declaration of a move") from None
    if encode(epoch) != data.encode():
        raise ValueError("not canonical")
    return epoch


@dataclass(frozen=True, slots=True)
class Declared:
    """A declaration as the ledger holds it: in which entry, with which signature (armoured SSHSIG)."""

    entry: int
    epoch: Epoch
    statement: str
    signature: str


def declared(entries: Iterable[Mapping[str, Any]]) -> list[Declared]:
    """The moves among the entries of a ledger, in order; one that cannot be read as such is passed over (its tree entry is sound
    or not by itself, and `faults` finds the gap)."""
    found = []
    for entry in entries:
        try:
            body = entry["body"]
            found.append(Declared(entry["seq"], decode(body["statement"]), body["statement"], body["signature"]))
        except (ValueError, KeyError, TypeError):
            continue
    return found


def keys_by_size(moves: Sequence[Declared], key: bytes) -> list[tuple[int, bytes]]:
    """Which public key signs checkpoints from which size on, oldest first; `key` is the one that signs now."""
    firsts = [0, *(move.entry + 1 for move in moves)]
    signing = [*(bytes.fromhex(move.epoch.old_key) for move in moves), key]
    return list(zip(firsts, signing, strict=True))


def key_for(by_size: Sequence[tuple[int, bytes]], size: int) -> bytes:
    """The key that signs a checkpoint of that size; for what is no size, the first."""
    signing = [key for first, key in by_size if isinstance(size, int) and first <= size]
    return signing[-1] if signing else by_size[0][1]


def faults(moves: Sequence[Declared], origin: str | None, key: bytes) -> Iterable[tuple[int, str]]:
    """What does not fit in the chain of moves, as (entry, English sentence): numbers, keys and sizes must hand over."""
    for place, move in enumerate(moves):
        epoch = move.epoch
        following = moves[place + 1].epoch.old_key if place + 1 < len(moves) else key.hex()
        if epoch.number != place + 2 or epoch.entries != move.entry or epoch.new_key != following:
            yield move.entry, f"The move in entry {move.entry} does not hand over from the place before to the next."
        if origin is not None and epoch.origin != origin:
            yield move.entry, f"The move in entry {move.entry} is that of another desk."
