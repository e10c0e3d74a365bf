"""A release that one person filled in and sent under a pre-clearance: signed so, and checked again before the send.

The statement's provenance names the pre-clearance and its digest, and holds what was filled in. What that makes of the
template is for the desk to compare; here stands everything that signatures, times and domains can say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from crisis.canon import digest
from crisis.clearance import by_policy, enrolment, keys, preclearances, slots, sshsig, statements
from crisis.clearance.payloads import namespace, payload
from crisis.errors import Refused, VerificationFailed
from crisis.model.fact import Fact, Facts
from crisis.model.preclearance import Bounds, Preclearance
from crisis.model.release import Approval, Person, Policy, Rule, StatedPost, Statement, Target
from crisis.model.settings import BY_HAND, Mode

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

HOW: Final = "precleared"
PRECLEARANCE: Final = "preclearance"
DIGEST: Final = "preclearance_digest"
SLOTS: Final = "slots"
OCCASION: Final = "occasion"
MEND = "Have another person clear it: `crisis clear`. Later: `crisis preclear {type}`."
SKEW: Final = timedelta(minutes=5)
"""How far the clocks of two homes may lie apart."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A pre-clearance as it is kept: its bytes, its signatures, and when it was revoked, if it was."""

    statement: bytes
    signatures: tuple[Approval, ...]
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Where and when a release is checked: at a desk of that mode and origin, with its people and the rules that hold; for what
    the desk sent by itself, the policy under which it did and the public keys of its ledger."""

    mode: Mode
    origin: str
    people: Mapping[str, Person]
    rules: Sequence[Rule]
    at: datetime
    policy: Policy | None = None
    desk_keys: Sequence[str] = ()


def is_precleared(statement: Statement) -> bool:
    """Whether a release says that it goes out under a pre-clearance."""
    return PRECLEARANCE in statement.provenance


def sign(statement: bytes, person: Person, key: Ed25519PrivateKey | keys.Holder, at: datetime) -> Approval:
    """The signature of the one person who sends. Raises Refused `other-key` or `not-valid`."""
    public = enrolment.own_key(person, key)
    _valid(person, at)
    name = keys.fingerprint(public)
    mode = statements.decode(statement).mode
    signature = sshsig.sign(key, namespace(mode), payload(statement, person.id, name, at, HOW))
    return Approval(person.id, name, at, signature, HOW)


def in_force(signed: Signed, people: Mapping[str, Person], rules: Sequence[Rule], at: datetime) -> Preclearance:
    """The pre-clearance, if it holds at that time: every signature, by people who count then and now, as many as the rules
    ask for, within its validity and not revoked.

    Raises VerificationFailed, and Refused: `preclearance-revoked`, `preclearance-over`, `preclearance-incomplete`."""
    made = preclearances.decode(signed.statement)
    if signed.revoked_at is not None and signed.revoked_at <= at:
        raise _refused("preclearance-revoked", "Pre-clearance {id} was revoked.", made)
    if not made.valid_from <= at <= made.valid_to:
        raise _refused("preclearance-over", "Pre-clearance {id} is not valid at this time.", made)
    signers = [preclearances.signer(signed.statement, one, people, at) for one in signed.signatures]
    if needs := preclearances.lacking(signers, rules):
        raise _refused(
            "preclearance-incomplete",
            "Pre-clearance {id} lacks signatures: {needs}",
            made,
            needs=" ".join(map(str, needs)),
        )
    return made


def covers(made: Preclearance, facts: Facts, at: datetime) -> None:
    """Return if each fact lies in the domain of its slot when it is sent at that time. Raises Refused `slot-outside`."""
    for fact in facts.facts:
        if (why := slots.outside(fact, made.slots.get(fact.name), at)) is not None:
            raise _refused("slot-outside", "This goes beyond pre-clearance {id}: {why}", made, why=why)


def covers_old(made: Preclearance, old: Sequence[Fact]) -> None:
    """Return if each old fact that a text changes is one that its slot could have held: an old time may lie anywhere."""
    for fact in old:
        domain = made.slots.get(fact.name)
        if not isinstance(domain, Bounds) or domain.kind is not fact.kind:
            why = slots.outside(fact, domain, made.created_at)
            if why is not None:
                raise _refused("slot-outside", "This goes beyond pre-clearance {id}: {why}", made, why=why)


def covers_target(made: Preclearance, language: str, target: Target) -> bool:
    """Whether a post in that language may go to that account as it is bound; a person's hand stands for an account."""
    if language not in made.languages:
        return False
    if target.platform == BY_HAND:
        return any((t.account, t.handle, t.url) == (target.account, target.handle, target.url) for t in made.targets)
    return target in made.targets


def check(data: bytes, approvals: Sequence[Approval], signed: Signed, facts: Facts, here: Circumstances) -> Statement:
    """The sender's verification of a release under a pre-clearance: the statement, if it may be sent in these circumstances.

    Beside what `in_force` and `covers` raise: VerificationFailed `preclearance-other` (another pre-clearance, type, template,
    mode or desk than the one named), `not-precleared` (nobody signed for the sending), `signature-…`, `approval-time`; Refused
    `preclearance-target`, `guard-opened`, `expired`, `not-valid`."""
    statement = statements.decode(data)
    made = in_force(signed, here.people, here.rules, here.at)
    _of_this(statement, made, signed, (here.mode, here.origin))
    _sent(statement, data, approvals, here)
    covers(made, facts, here.at)
    for post in statement.posts:
        _refuse_target(made, post)
    if statement.accepted:
        raise _refused("guard-opened", "Pre-clearance {id} accepts nothing that the guard holds.", made)
    if here.at > statement.not_after:
        raise _refused("expired", "This was to go out sooner, under pre-clearance {id}.", made)
    return statement


def _of_this(statement: Statement, made: Preclearance, signed: Signed, here: tuple[Mode, str]) -> None:
    named = (statement.provenance.get(PRECLEARANCE), statement.provenance.get(DIGEST))
    bound = (statement.mode, statement.origin, statement.notice_type, statement.provenance.get("template"))
    stated = (made.mode, made.origin, made.notice_type, made.template)
    same = bound == stated and here == stated[:2] and statement.after_stop == made.after_stop
    if named != (made.id, digest(signed.statement)) or not same:
        raise VerificationFailed(
            "preclearance-other",
            "This release is not one of pre-clearance {id}.",
            "Draft it again and clear it as usual.",
            id=made.id,
        )


def _sent(statement: Statement, data: bytes, approvals: Sequence[Approval], here: Circumstances) -> None:
    """Return if a person has signed for the sending, or the desk, where the policy let it."""
    by_desk = next((approval for approval in approvals if approval.how == by_policy.HOW), None)
    if by_desk is None:
        _sent_by(statement, data, approvals, here.people, here.at)
        return
    if not by_policy.lets(here.policy, statement.notice_type):
        raise VerificationFailed(
            "not-by-policy", "No policy lets the desk send this by itself.", "Have a person clear it: `crisis clear`."
        )
    by_policy.check(statement, data, by_desk, here.desk_keys, here.at)


def _sent_by(
    statement: Statement, data: bytes, approvals: Sequence[Approval], people: Mapping[str, Person], at: datetime
) -> None:
    """Return if somebody who counts has signed for the sending, each signature holding."""
    senders = [approval for approval in approvals if approval.how == HOW and approval.person in people]
    if not senders:
        raise VerificationFailed(
            "not-precleared", "Nobody has signed that this goes out.", "Draft it again and clear it as usual."
        )
    for one in senders:
        person = people[one.person]
        signed = payload(data, one.person, one.key, one.at, one.how)
        sshsig.verify(enrolment.enrolled(person, one.key), namespace(statement.mode), signed, one.signature)
        if one.at < statement.created_at - SKEW or one.at > at + SKEW:
            raise VerificationFailed(
                "approval-time",
                "The approval by {person} bears a time before its statement was made, or in the future.",
                "Set the clocks right and clear the posts again.",
                person=one.person,
            )
        _valid(person, one.at)
        _valid(person, at)


def _refuse_target(made: Preclearance, post: StatedPost) -> None:
    for target in (post.target, *post.fallbacks):
        if not covers_target(made, post.language, target):
            raise _refused(
                "preclearance-target",
                "Pre-clearance {id} is not for {account} as it is now, in {language}.",
                made,
                account=target.account,
                language=post.language,
            )


def _valid(person: Person, at: datetime) -> None:
    enrolment.need_valid(person, "Ask another person to approve it, and clear the posts again.", at)


def _refused(code: str, sentence: str, made: Preclearance, **details: object) -> Refused:
    return Refused(
        code,
        sentence,
        MEND,
        id=made.id,
        type=made.notice_type,
        **details,
    )
