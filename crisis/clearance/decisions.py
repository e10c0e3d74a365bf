"""Decisions about the desk itself: the bytes that people sign, their signatures, and who may give one.

A decision is canonical JSON (RFC 8785) with `format` `crisis.roster/1` or `crisis.policy/1`, the members of `Decision`, and
the whole new roster or policy under the subject's name. Signed is the same payload as in an approval
(crisis.clearance.payloads), in a namespace of its own for each subject and mode: `roster-actual@crisis`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from crisis.canon import canonical, timestamp
from crisis.clearance import enrolment, keys, sshsig
from crisis.clearance.payloads import namespace, payload
from crisis.clearance.quorum import different
from crisis.errors import Refused, VerificationFailed
from crisis.model.decision import Decision, Subject
from crisis.model.release import Approval, Person
from crisis.model.role import Role
from crisis.model.settings import Mode

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

GOVERNING: Final = frozenset({Role.APPROVER, Role.LEAD, Role.DEPUTY})
"""The roles that decide about roster and policy. Legal and IR clear posts and decide nothing about the desk."""

QUORUM: Final = 2
OPEN_FOR: Final = timedelta(days=7)
"""How long a decision waits for its second signature."""

SKEW: Final = timedelta(minutes=5)
"""How far the clocks of two homes may lie apart."""

_TIME: Final = "%Y-%m-%dT%H:%M:%S.%fZ"
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that is read as another one, or as a digit."""
_LETTERS: Final = 12


def encode(decision: Decision) -> bytes:
    """The canonical bytes of a decision."""
    return canonical(
        {
            "format": f"crisis.{decision.subject.value}/1",
            "mode": decision.mode.value,
            "origin": decision.origin,
            "number": decision.number,
            "before": decision.before,
            "proposed_at": timestamp(decision.proposed_at),
            "proposed_by": decision.proposed_by,
            decision.subject.value: decision.content,
        }
    )


def decode(data: bytes) -> Decision:
    """The decision of canonical bytes, and nothing that `encode` would not have written. Raises VerificationFailed
    `decision-malformed`."""
    try:
        said = json.loads(data)
        decision = _decision(said)
        if encode(decision) == data:
            return decision
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    raise VerificationFailed(
        "decision-malformed", "This is not a decision about roster or policy, or it was damaged.", "Propose it again."
    )


def _decision(said: Mapping[str, Any]) -> Decision:
    subject = next(subject for subject in Subject if f"crisis.{subject.value}/1" == said["format"])
    return Decision(
        subject=subject,
        mode=Mode(said["mode"]),
        origin=said["origin"],
        number=said["number"],
        before=said["before"],
        proposed_at=datetime.strptime(said["proposed_at"], _TIME).replace(tzinfo=UTC),
        proposed_by=said["proposed_by"],
        content=said[subject.value],
    )


def code_of(statement: bytes) -> str:
    """What people call a decision by: sixty bits of its digest, `7F3K-9QXT-2M4B`, so that a code read aloud means one text."""
    number = int.from_bytes(hashlib.sha256(statement).digest()[:8]) >> 4
    letters = "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(_LETTERS)))
    return "-".join(letters[at : at + 4] for at in range(0, _LETTERS, 4))


def sign(statement: bytes, person: Person, key: Ed25519PrivateKey | keys.Holder, at: datetime) -> Approval:
    """A person's signature under a decision. Raises Refused `other-key` for a key that is not theirs."""
    enrolment.own_key(person, key)
    return signed(statement, person.id, key, at)


def signed(statement: bytes, person: str, key: Ed25519PrivateKey | keys.Holder, at: datetime) -> Approval:
    """A signature by a key alone, where no roster is at hand: whether it counts is for the desk to find."""
    decision, name = decode(statement), keys.fingerprint(keys.public_of(key))
    act = namespace(decision.mode, decision.subject.value)
    return Approval(person, name, at, sshsig.sign(key, act, payload(statement, person, name, at)))


def signers(
    statement: bytes, signatures: Sequence[Approval], people: Mapping[str, Person], at: datetime
) -> list[Person]:
    """The different people whose signatures hold under a decision that comes into force at `at`.

    `people` are those who may be asked, with the keys that count. Raises VerificationFailed `signer-unknown`,
    `approval-key`, `approval-time` or `signature-…`, and Refused `not-valid` for a signer who was not valid when they signed, or at `at`.
    """
    decision = decode(statement)
    return different([_signer(statement, decision, signature, people, at) for signature in signatures])


def _signer(
    statement: bytes, decision: Decision, signature: Approval, people: Mapping[str, Person], at: datetime
) -> Person:
    person = people.get(signature.person)
    if person is None:
        raise VerificationFailed("decision-signer", "Nobody is enrolled as {person}.", person=signature.person)
    if not decision.proposed_at - SKEW <= signature.at <= at + SKEW:
        raise VerificationFailed(
            "decision-time",
            "The signature by {person} bears a time before the decision was proposed, or after it came into force.",
            person=person.id,
        )
    if not (person.valid_at(signature.at) and person.valid_at(at)):
        raise Refused(
            "decision-not-valid",
            "{person} may not sign decisions: not yet, no longer, suspended or revoked.",
            "Ask another person: `crisis person list`.",
            person=person.id,
        )
    signed = payload(statement, person.id, signature.key, signature.at, signature.how)
    act = namespace(decision.mode, decision.subject.value)
    sshsig.verify(enrolment.enrolled(person, signature.key), act, signed, signature.signature)
    return person


def governs(person: Person) -> bool:
    """Whether a person holds a role that decides about roster and policy."""
    return not GOVERNING.isdisjoint(person.roles)
