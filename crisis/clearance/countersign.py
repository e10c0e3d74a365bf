"""A countersignature: a key confirms what was cleared by telephone or by one person alone.

What is signed is the canonical JSON (RFC 8785) of

    {"approval": "sha256:…", "at": time, "format": "crisis.countersignature/1", "key": "SHA256:…", "person": id,
     "statement": "sha256:…"}

where `approval` is the digest of the signature that it confirms, in the namespace `countersign-<mode>@crisis`. To somebody
elsewhere statement and approval go as one document (`request`); what comes back is a letter about that.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Final

from crisis.canon import canonical, digest, timestamp
from crisis.clearance import enrolment, keys, quorum, sshsig, statements
from crisis.clearance.payloads import namespace
from crisis.clearance.ways.way import Signers
from crisis.errors import Refused, VerificationFailed
from crisis.model.owed import Countersignature
from crisis.model.release import Approval, How, Person
from crisis.model.settings import Mode

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FORMAT: Final = "crisis.countersignature/1"
REQUEST: Final = "crisis.countersign/1"
ACT: Final = "countersign"


def sign(
    statement: bytes,
    approval: Approval,
    person: Person,
    key: Ed25519PrivateKey | keys.Holder,
    at: datetime,
    signers: Signers,
) -> tuple[str, str]:
    """A person's countersignature of an approval: the fingerprint of the key, and the armoured signature.

    Raises Refused `no-clearing-role`, `last-editor`, or `alone-again` (who broke the glass does not confirm it)."""
    _may_confirm(statement, approval, person, signers)
    given = signed(statement, approval, person.id, key, at)
    return given.key, given.signature


def signed(
    statement: bytes, approval: Approval, person: str, key: Ed25519PrivateKey | keys.Holder, at: datetime
) -> Approval:
    """A countersignature by a key alone, where no roster is at hand: whether it counts is for the desk to find."""
    name = keys.fingerprint(keys.public_of(key))
    mode = statements.decode(statement).mode
    signature = sshsig.sign(key, namespace(mode, ACT), _payload(statement, approval, person, name, at))
    return Approval(person, name, at, signature)


def request(statement: bytes, approval: Approval) -> bytes:
    """What somebody elsewhere is to confirm, as canonical JSON: the statement and who cleared it, how and when."""
    return canonical(
        {
            "format": REQUEST,
            "statement": statement.decode(),
            "person": approval.person,
            "key": approval.key,
            "at": timestamp(approval.at),
            "how": approval.how,
            "signature": approval.signature,
        }
    )


def requested(data: bytes) -> tuple[bytes, Approval]:
    """The inverse of `request`. Raises VerificationFailed `request-malformed`, and as `statements.decode`."""
    try:
        value = json.loads(data)
        statement = value["statement"].encode()
        at = datetime.fromisoformat(value["at"])
        approval = Approval(value["person"], value["key"], at, value["signature"], value["how"])
        same = request(statement, approval) == data
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        same = False
    if not same:
        raise VerificationFailed(
            "request-malformed",
            "This is nothing to be countersigned, or it was damaged.",
            "Ask for it again: `crisis countersign R-… --export FILE`",
        )
    statements.decode(statement)
    return statement, approval


def verify(statement: bytes, approval: Approval, given: Countersignature, signers: Signers, mode: Mode) -> None:
    """Check a countersignature that was given. Raises VerificationFailed, and Refused `not-valid` and as `sign`."""
    person = signers.people.get(given.by or "")
    if person is None or given.key is None or given.at is None or given.signature is None:
        raise VerificationFailed(
            "countersignature-unknown",
            "The countersignature of release {release} is not whole.",
            "Countersign it again: `crisis countersign {release} --as ID`",
            release=given.release,
        )
    enrolment.need_valid(person, "Ask another person who may clear: `crisis person list`.", given.at)
    signed = _payload(statement, approval, person.id, given.key, given.at)
    sshsig.verify(enrolment.enrolled(person, given.key), namespace(mode, ACT), signed, given.signature)
    _may_confirm(statement, approval, person, signers)


def _payload(statement: bytes, approval: Approval, person: str, key: str, at: datetime) -> bytes:
    return canonical(
        {
            "format": FORMAT,
            "statement": digest(statement),
            "approval": digest(approval.signature.encode()),
            "person": person,
            "key": key,
            "at": timestamp(at),
        }
    )


def _may_confirm(statement: bytes, approval: Approval, person: Person, signers: Signers) -> None:
    """Who gave the code may confirm it with the key; who broke the glass, or edited last, never confirms it."""
    enrolment.need_clearing_role(person)
    if approval.how == How.BREAK_GLASS and person.id == approval.person:
        raise Refused(
            "alone-again",
            "{person} cleared this alone, so somebody else has to countersign it.",
            "Ask another person who may clear: `crisis person list`.",
            person=person.id,
        )
    if quorum.is_last_editor(person, statements.decode(statement), signers.people):
        raise Refused(
            "last-editor",
            "{person} made the last change to this text and so cannot approve it.",
            "Ask another person to approve it; whoever drafted it may, if they did not change it last.",
            person=person.id,
        )
