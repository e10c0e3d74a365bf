"""A bundle: what proves a release, or what became of a notice, to somebody who has neither the desk nor its database.

One JSON document, `crisis.proof/1`. The tree is checked here; what people signed, in `crisis.desk.record.proof`.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from crisis.canon import canonical
from crisis.errors import VerificationFailed
from crisis.ledger import tree
from crisis.ledger.checkpoint import Checkpoint

FORMAT: Final = "crisis.proof/1"
_MEMBERS: Final = frozenset(
    {
        "format",
        "subject",
        "key",
        "checkpoint",
        "consistency",
        "entries",
        "releases",
        "preclearances",
        "policies",
        "cards",
        "salts",
    }
)


@dataclass(frozen=True, slots=True)
class Proven:
    """An entry of the ledger: its bytes, and the audit path from its leaf to the checkpoint's root."""

    data: bytes
    path: tuple[bytes, ...]

    @property
    def value(self) -> dict[str, Any]:
        """The entry's members. Raises VerificationFailed for bytes that are not canonical."""
        return _canonical(self.data)


@dataclass(frozen=True, slots=True)
class Bundle:
    """`subject` is the notice or release that it is about; `key` the ledger's public key as one OpenSSH line, and `checkpoint`
    its signed note. `consistency` leads from an older size to the checkpoint. `releases`, `preclearances` and `cards` are JSON
    values as `crisis.desk.record.proving` writes them, `policies` are canonical policies, and `salts` are hex by what they belong to.
    Who may sign stands in none of them: it is replayed out of the entries."""

    subject: str
    key: str
    checkpoint: str
    consistency: Mapping[int, tuple[bytes, ...]]
    entries: tuple[Proven, ...]
    releases: tuple[Mapping[str, Any], ...]
    preclearances: tuple[Mapping[str, Any], ...] = ()
    policies: tuple[str, ...] = ()
    cards: tuple[Mapping[str, Any], ...] = ()
    salts: Mapping[str, str] | None = None


def encode(bundle: Bundle) -> bytes:
    """The bundle as a file: JSON that a person can read, ending in a line end."""
    document = {
        "format": FORMAT,
        "subject": bundle.subject,
        "key": bundle.key,
        "checkpoint": bundle.checkpoint,
        "consistency": [{"size": size, "path": _texts(path)} for size, path in sorted(bundle.consistency.items())],
        "entries": [{"entry": one.data.decode(), "path": _texts(one.path)} for one in bundle.entries],
        "releases": list(bundle.releases),
        "preclearances": list(bundle.preclearances),
        "policies": list(bundle.policies),
        "cards": list(bundle.cards),
        "salts": dict(bundle.salts or {}),
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def decode(data: bytes) -> Bundle:
    """The inverse of `encode`. Raises VerificationFailed `bundle-malformed` for anything that `encode` would not have written."""
    try:
        document = json.loads(data.decode())
        if set(document) != _MEMBERS or document["format"] != FORMAT:
            raise ValueError("another format")
        bundle = Bundle(
            document["subject"],
            document["key"],
            document["checkpoint"],
            {one["size"]: _path(one["path"]) for one in document["consistency"]},
            tuple(Proven(one["entry"].encode(), _path(one["path"])) for one in document["entries"]),
            tuple(document["releases"]),
            tuple(document["preclearances"]),
            tuple(document["policies"]),
            tuple(document["cards"]),
            document["salts"],
        )
        same = encode(bundle) == data
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise malformed() from None
    if not same:
        raise malformed()
    return bundle


def faults(bundle: Bundle, stated: Checkpoint) -> Iterator[tuple[int | None, str]]:
    """What does not hold of the entries under a checkpoint that is trusted: (number of the entry, English sentence)."""
    for proven in bundle.entries:
        number = None
        try:
            number = proven.value["seq"]
            tree.verify_inclusion(tree.leaf_hash(proven.data), number, stated.size, proven.path, stated.root)
        except VerificationFailed as fault:
            yield number, f"{fault.sentence}"
        except (KeyError, TypeError):
            yield None, "An entry does not say its number."


def continues(bundle: Bundle, newest: Checkpoint, older: Checkpoint) -> str | None:
    """Why the bundle's checkpoint is not shown to continue an older one that is trusted; None where it is."""
    if older.origin != newest.origin:
        return "The checkpoint that you trust is of another ledger."
    if older.size > newest.size:
        return f"The bundle is older than the checkpoint that you trust ({newest.size} entries, {older.size} entries)."
    if older.size not in {newest.size, *bundle.consistency}:
        return "The bundle does not lead from the checkpoint that you trust: ask for one made with --checkpoint and that file."
    try:
        path = bundle.consistency.get(older.size, ())
        tree.verify_consistency(
            older.size, newest.size, older.root, newest.root, () if older.size == newest.size else path
        )
    except VerificationFailed as fault:
        return str(fault.sentence)
    return None


def _canonical(data: bytes) -> dict[str, Any]:
    try:
        value = json.loads(data)
        if not isinstance(value, dict) or canonical(value) != data:
            raise ValueError("not canonical")
    except (ValueError, RecursionError):
        raise malformed() from None
    return value


def _texts(path: Sequence[bytes]) -> list[str]:
    return [base64.b64encode(step).decode() for step in path]


def _path(texts: Sequence[str]) -> tuple[bytes, ...]:
    path = tuple(base64.b64decode(text, validate=True) for text in texts)
    if any(len(step) != len(tree.EMPTY_ROOT) for step in path):
        raise ValueError("not a hash")
    return path


def malformed() -> VerificationFailed:
    """The refusal of what is no bundle."""
    return VerificationFailed(
        "bundle-malformed",
        "This is not a bundle of `crisis ledger prove`, or it was damaged.",
        "Ask for it again, as a file.",
    )
