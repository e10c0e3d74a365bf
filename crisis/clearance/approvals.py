"""Approvals: one person's signature under one statement, given, counted, and checked again before a send.

What is signed is not the statement itself but the canonical JSON (RFC 8785) of

    {"at": time, "format": "crisis.approval/1", "how": "key", "key": "SHA256:…", "person": id, "statement": "sha256:…"}

so that the signature binds every column of the approval and, by its digest, every byte of the statement. The SSHSIG
namespace binds the mode once more: an approval from an exercise is none in earnest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from crisis.canon import canonical, digest, timestamp
from crisis.clearance import keys, quorum, sshsig, statements
from crisis.errors import CrisisError, Mistake, Refused, VerificationFailed
from crisis.model.release import Approval, Person, Rule, Statement
from crisis.model.settings import Mode
from crisis.sentence import Sentence

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FORMAT: Final = "crisis.approval/1"
BY_KEY: Final = "key"
SKEW: Final = timedelta(minutes=5)
"""How far the clocks of two homes may lie apart."""


def namespace(mode: Mode, act: str = "clearance") -> str:
    """The SSHSIG namespace of an act in a mode: approvals are `clearance`; what else people sign bears another word."""
    return f"{act}-{mode.value}@crisis"


def payload(statement: bytes, person: str, key: str, at: datetime, how: str = BY_KEY) -> bytes:
    """The bytes that an approval signs; `key` is the fingerprint. Any signer of SSHSIG may sign them in our namespace."""
    return canonical(
        {
            "format": FORMAT,
            "statement": digest(statement),
            "person": person,
            "key": key,
            "at": timestamp(at),
            "how": how,
        }
    )


def approve(statement: bytes, person: Person, key: Ed25519PrivateKey, at: datetime) -> Approval:
    """The person's approval of a statement's bytes.

    Raises VerificationFailed where the bytes are no statement, and Refused: `not-valid` (the person may not sign now),
    `other-key`, `no-clearing-role`, `last-editor`, `too-late` (past not-after) or `clock` (before the statement was made).
    """
    stated = statements.decode(statement)
    if keys.public_of(key) != person.public_key:
        raise Refused(
            "other-key",
            "This is not the key with which {person} is enrolled.",
            "Use the enrolled key, or have the new one enrolled first.",
            person=person.id,
        )
    _may_sign(stated, person, {person.id: person}, at)
    _in_time(stated, at)
    name = keys.fingerprint(person.public_key)
    signature = sshsig.sign(key, namespace(stated.mode), payload(statement, person.id, name, at))
    return Approval(person.id, name, at, signature, BY_KEY)


def missing(
    statement: Statement, approvals: Sequence[Approval], people: Mapping[str, Person], rule: Rule, at: datetime
) -> tuple[Sentence, ...]:
    """What a release still needs, in words; empty exactly where `check` finds enough approvals under this rule at that time.

    An approval that does not hold is named with the reason and not counted.
    """
    data = statements.encode(statement)
    approvers, broken = [], []
    for approval in approvals:
        try:
            approvers.append(_approver(data, statement, approval, people, at))
        except CrisisError as fault:
            broken.append(_does_not_count(approval, fault))
    return (*broken, *quorum.lacking(statement, approvers, people, rule))


def check(
    statement_bytes: bytes,
    approvals: Sequence[Approval],
    people: Mapping[str, Person],
    rules: Sequence[Rule],
    at: datetime,
    mode: Mode,
    origin: str,
) -> Statement:
    """The sender's own verification, over the very bytes: the statement, if it may be sent at that time.

    Every approval must hold (signature, signer enrolled and valid when signing and now, clearing role, not the last editor,
    signed between the statement's making and now), and all of the `rules` must be met: the stricter of policy then and now.

    Raises VerificationFailed: `statement-…`, `signature-…`, `wrong-mode`, `wrong-origin`, `signer-unknown`, `approval-key`,
    `approval-how`, `approval-time`; Refused: `expired`, `not-valid`, `no-clearing-role`, `last-editor`, `not-cleared`.
    """
    statement = statements.decode(statement_bytes)
    _belongs(statement, mode, origin)
    if at > statement.not_after:
        raise Refused(
            "expired",
            "This was cleared to go out by {not_after} and was not sent in time.",
            "Bring it up to date and clear it again.",
            not_after=timestamp(statement.not_after),
        )
    approvers = [_approver(statement_bytes, statement, approval, people, at) for approval in approvals]
    needs = [sentence for rule in rules or [Rule()] for sentence in quorum.lacking(statement, approvers, people, rule)]
    if needs:
        raise Refused(
            "not-cleared",
            "This is not cleared: {needs}",
            "Ask for the approval with `crisis clear`.",
            needs=" ".join(map(str, dict.fromkeys(needs))),
        )
    return statement


def _belongs(statement: Statement, mode: Mode, origin: str) -> None:
    if statement.mode is not mode:
        raise VerificationFailed(
            "wrong-mode",
            "This was cleared as {stated}, and this desk is {mode}.",
            "Clear it here.",
            stated=statement.mode.value,
            mode=mode.value,
        )
    if statement.origin != origin:
        raise VerificationFailed("wrong-origin", "This was cleared at another desk.", "Clear it here.")


def _approver(
    data: bytes, statement: Statement, approval: Approval, people: Mapping[str, Person], at: datetime
) -> Person:
    """The person behind an approval that holds."""
    person = people.get(approval.person)
    if person is None:
        raise VerificationFailed(
            "signer-unknown", "Nobody is enrolled as {person}.", "Clear the posts again.", person=approval.person
        )
    _signed_by(person, approval, data, statement.mode)
    if approval.at < statement.created_at - SKEW or approval.at > at + SKEW:
        raise VerificationFailed(
            "approval-time",
            "The approval by {person} bears a time before its statement was made, or in the future.",
            "Set the clocks right and clear the posts again.",
            person=person.id,
        )
    _may_sign(statement, person, people, approval.at)
    _valid(person, at)
    return person


def _signed_by(person: Person, approval: Approval, data: bytes, mode: Mode) -> None:
    """Check what the approval says of itself, and its signature over that and the statement."""
    if approval.how != BY_KEY:
        raise VerificationFailed(
            "approval-how",
            "The approval by {person} was given in an unknown way.",
            "Clear the posts again.",
            person=person.id,
        )
    if approval.key != _fingerprint(person):
        raise VerificationFailed(
            "approval-key",
            "The approval by {person} was given with another key than the one enrolled.",
            "Clear the posts again.",
            person=person.id,
        )
    signed = payload(data, approval.person, approval.key, approval.at, approval.how)
    sshsig.verify(person.public_key, namespace(mode), signed, approval.signature)


def _fingerprint(person: Person) -> str | None:
    """The fingerprint of the enrolled key; None where the roster holds something that is no key."""
    try:
        return keys.fingerprint(person.public_key)
    except Mistake:
        return None


def _may_sign(statement: Statement, person: Person, people: Mapping[str, Person], at: datetime) -> None:
    _valid(person, at)
    if not quorum.may_clear(person):
        raise Refused(
            "no-clearing-role",
            "{person} holds no role that clears posts.",
            "Ask somebody who does: `crisis person` lists them.",
            person=person.id,
        )
    if quorum.is_last_editor(person, statement, people):
        raise Refused(
            "last-editor",
            "{person} made the last change to this text and so cannot approve it.",
            "Ask another person to approve it; whoever drafted it may, if they did not change it last.",
            person=person.id,
        )


def _valid(person: Person, at: datetime) -> None:
    if not person.valid_at(at):
        raise Refused(
            "not-valid",
            "{person} is not enrolled at this time: not yet, no longer, or revoked.",
            "Ask another person to approve it, and clear the posts again.",
            person=person.id,
        )


def _in_time(statement: Statement, at: datetime) -> None:
    if at > statement.not_after:
        raise Refused(
            "too-late",
            "This was to go out by {not_after}, which is past.",
            "Bring the text up to date and propose it again.",
            not_after=timestamp(statement.not_after),
        )
    if at < statement.created_at - SKEW:
        raise Refused(
            "clock",
            "The clock of this computer is behind: it stands before the time when this was proposed.",
            "Set the clock right and approve again.",
        )


def _does_not_count(approval: Approval, fault: CrisisError) -> Sentence:
    return Sentence(
        "The approval by {person} does not count: {reason} Send the posts back with `crisis return` and clear them again.",
        person=approval.person,
        reason=fault.sentence,
    )
