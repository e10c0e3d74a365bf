"""Who somebody is that signs: enrolled, with a key of theirs, at that time, in a role that clears. Every signed act asks here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from crisis.clearance import keys, quorum
from crisis.errors import Mistake, Refused, VerificationFailed
from crisis.model.release import Person

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def named(person: str, people: Mapping[str, Person]) -> Person:
    """Who is enrolled under that id. Raises VerificationFailed `signer-unknown`."""
    if person not in people:
        raise VerificationFailed(
            "signer-unknown", "Nobody is enrolled as {person}.", "Clear the posts again.", person=person
        )
    return people[person]


def own_key(person: Person, key: Ed25519PrivateKey | keys.Holder) -> str:
    """The public half of a key of theirs. Raises Refused `other-key`."""
    public = keys.public_of(key)
    if public not in person.keys:
        raise Refused(
            "other-key",
            "This is not the key with which {person} is enrolled.",
            "Use the enrolled key, or have the new one enrolled first.",
            person=person.id,
        )
    return public


def enrolled(person: Person, fingerprint: str) -> str:
    """The person's public key of that fingerprint, if it counts now. Raises VerificationFailed `approval-key` where none does."""
    public = next((key for key in person.keys if _fingerprint(key) == fingerprint), None)
    if public is None:
        raise VerificationFailed(
            "approval-key",
            "The approval by {person} was given with another key than the one enrolled.",
            "Clear the posts again.",
            person=person.id,
        )
    return public


def need_valid(person: Person, mend: str, at: datetime) -> None:
    """Raise Refused `not-valid`, with that mend, for somebody who is not enrolled at that time."""
    if not person.valid_at(at):
        raise Refused(
            "not-valid",
            "{person} is not enrolled at this time: not yet, no longer, or revoked.",
            mend,
            person=person.id,
        )


def need_clearing_role(person: Person) -> None:
    """Raise Refused `no-clearing-role` for somebody who holds no role that clears."""
    if not quorum.may_clear(person):
        raise Refused(
            "no-clearing-role",
            "{person} holds no role that clears posts.",
            "Ask somebody who does: `crisis person` lists them.",
            person=person.id,
        )


def _fingerprint(public_key: str) -> str | None:
    """The fingerprint of a key; None where the roster holds something that is no key."""
    try:
        return keys.fingerprint(public_key)
    except Mistake:
        return None
