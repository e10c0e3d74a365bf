"""By key: a signature with the key that the person is enrolled with, at the desk or at home."""

from __future__ import annotations

from typing import Final

from crisis.clearance import keys
from crisis.clearance.ways.way import Cards, Way
from crisis.errors import Mistake, VerificationFailed
from crisis.model.release import Approval, How, Person
from crisis.model.settings import Mode


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


def _fingerprint(public_key: str) -> str | None:
    """The fingerprint of a key; None where the roster holds something that is no key."""
    try:
        return keys.fingerprint(public_key)
    except Mistake:
        return None


def _verifying_key(approval: Approval, person: Person, cards: Cards, mode: Mode) -> str:
    return enrolled(person, approval.key)


WAY: Final = Way(How.KEY, allowed=lambda rule: True, verifying_key=_verifying_key)
