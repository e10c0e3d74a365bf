"""Approvals: one person's signature under one statement, given, counted, and checked again before a send.

What is signed stands in `payloads`; which ways there are of giving it, and how each is verified, in `ways`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from crisis.canon import timestamp
from crisis.clearance import enrolment, keys, quorum, sshsig, statements
from crisis.clearance.payloads import namespace, payload
from crisis.clearance.ways import way_of
from crisis.clearance.ways.way import Signers, Way
from crisis.errors import CrisisError, Refused, VerificationFailed
from crisis.model.release import Approval, How, Person, Rule, Statement
from crisis.model.settings import Mode
from crisis.sentence import Sentence

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

__all__ = ["Given", "approve", "check", "holding", "may_sign", "missing", "namespace", "payload", "sign"]

SKEW: Final = timedelta(minutes=5)
"""How far the clocks of two homes may lie apart."""


@dataclass(frozen=True, slots=True)
class Given:
    """An approval that holds, with whom it is of and the way in which it was given."""

    approval: Approval
    person: Person
    way: Way


def approve(
    statement: bytes,
    person: Person,
    key: Ed25519PrivateKey | keys.Holder,
    at: datetime,
    how: How = How.KEY,
    reason: str | None = None,
) -> Approval:
    """The person's approval of a statement's bytes by their own key; `reason` is the salted digest of why the glass is broken.

    Raises VerificationFailed where the bytes are no statement, and Refused: `not-valid` (the person may not sign now),
    `other-key`, `no-clearing-role`, `last-editor`, `too-late` (past not-after) or `clock` (before the statement was made).
    """
    enrolment.own_key(person, key)
    approval = sign(statement, person.id, key, at, how, reason)
    may_sign(statements.decode(statement), person, {person.id: person}, at, opens=way_of(approval).opens)
    return approval


def sign(
    statement: bytes,
    person: str,
    key: Ed25519PrivateKey | keys.Holder,
    at: datetime,
    how: How = How.KEY,
    reason: str | None = None,
) -> Approval:
    """An approval by a key alone, where no roster is at hand: whether it counts is for the desk to find.

    Raises VerificationFailed where the bytes are no statement, and Refused `too-late` or `clock`."""
    stated = statements.decode(statement)
    _in_time(stated, at)
    name = keys.fingerprint(keys.public_of(key))
    signature = sshsig.sign(key, namespace(stated.mode), payload(statement, person, name, at, how, reason))
    return Approval(person, name, at, signature, how, reason)


def missing(
    statement: Statement,
    approvals: Sequence[Approval],
    signers: Signers,
    rule: Rule,
    at: datetime,
) -> tuple[Sentence, ...]:
    """What a release still needs, in words; empty exactly where `check` finds enough approvals under this rule at that time.

    An approval that does not hold is named with the reason and not counted.
    """
    data = statements.encode(statement)
    given, broken = [], []
    for approval in approvals:
        try:
            given.append(holding(data, approval, signers, at))
        except CrisisError as fault:
            broken.append(_does_not_count(approval, fault))
    return (*broken, *_lacking(statement, given, signers.people, rule))


def check(
    statement_bytes: bytes,
    approvals: Sequence[Approval],
    signers: Signers,
    rules: Sequence[Rule],
    at: datetime,
    mode: Mode,
    origin: str,
) -> Statement:
    """The sender's own verification, over the very bytes: the statement, if it may be sent at that time.

    Every approval must hold (as `holding` says), and all of the `rules` must be met: the stricter of policy then and now.

    Raises VerificationFailed: `statement-…`, `wrong-mode`, `wrong-origin`; Refused: `expired`, `not-cleared`; and what
    `holding` raises.
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
    given = [holding(statement_bytes, approval, signers, at) for approval in approvals]
    needs = [sentence for rule in rules or [Rule()] for sentence in _lacking(statement, given, signers.people, rule)]
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


def holding(statement_bytes: bytes, approval: Approval, signers: Signers, at: datetime) -> Given:
    """An approval that holds at that time: its signature, under the key that its way asks for; its signer enrolled and valid
    when signing and now, with a clearing role and, save with the glass broken, not the last editor; signed between the
    statement's making and now.

    Raises VerificationFailed: `statement-…`, `signature-…`, `signer-unknown`, `approval-key`, `approval-how`,
    `approval-reason`, `approval-time`, `code-unknown`; Refused: `not-valid`, `no-clearing-role`, `last-editor`,
    `card-revoked`.
    """
    statement = statements.decode(statement_bytes)
    person, way = enrolment.named(approval.person, signers.people), way_of(approval)
    public_key = way.verifying_key(approval, person, signers.cards, statement.mode)
    signed = payload(statement_bytes, approval.person, approval.key, approval.at, approval.how, approval.reason)
    sshsig.verify(public_key, namespace(statement.mode), signed, approval.signature)
    if approval.at < statement.created_at - SKEW or approval.at > at + SKEW:
        raise VerificationFailed(
            "approval-time",
            "The approval by {person} bears a time before its statement was made, or in the future.",
            "Set the clocks right and clear the posts again.",
            person=person.id,
        )
    may_sign(statement, person, signers.people, approval.at, opens=way.opens)
    _valid(person, at)
    return Given(approval, person, way)


def _lacking(
    statement: Statement, given: Iterable[Given], people: Mapping[str, Person], rule: Rule
) -> tuple[Sentence, ...]:
    """What this rule still needs; an approval given in a way that it does not allow is named only where it is missed."""
    every = list(given)
    counted = [one for one in every if one.way.allowed(rule)]
    if any(one.way.opens for one in counted):
        return ()
    needs = quorum.lacking(statement, [one.person for one in counted], people, rule)
    return (*(_not_allowed(one) for one in every if needs and one not in counted), *needs)


def _not_allowed(one: Given) -> Sentence:
    if one.way.how is How.BREAK_GLASS:
        return Sentence("The policy lets nobody clear this alone, as {person} did.", person=one.person.id)
    return Sentence("The policy does not let {person} approve this by telephone.", person=one.person.id)


def may_sign(
    statement: Statement, person: Person, people: Mapping[str, Person], at: datetime, *, opens: bool = False
) -> None:
    """Return if the person may sign this statement at that time; `opens`: with the glass broken. Raises Refused `not-valid`,
    `no-clearing-role` or `last-editor`."""
    _valid(person, at)
    enrolment.need_clearing_role(person)
    if not opens and quorum.is_last_editor(person, statement, people):
        raise Refused(
            "last-editor",
            "{person} made the last change to this text and so cannot approve it.",
            "Ask another person to approve it; whoever drafted it may, if they did not change it last.",
            person=person.id,
        )


def _valid(person: Person, at: datetime) -> None:
    enrolment.need_valid(person, "Ask another person to approve it, and clear the posts again.", at)


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
