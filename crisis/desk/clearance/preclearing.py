"""Pre-clearance in calm times: proposed, signed by as many as the policy asks for, listed, revoked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from crisis.canon import digest, timestamp
from crisis.clearance import preclearances, statements
from crisis.clearance.bound import target_of
from crisis.clearance.precleared import PRECLEARANCE, Signed, in_force
from crisis.desk.clearance.slotting import domains
from crisis.desk.clearance.stating import NONCE_BYTES
from crisis.desk.desk import Desk, found
from crisis.desk.drafts.wording import refuse_other_words
from crisis.desk.people import policies
from crisis.desk.reasons import keep_reason
from crisis.desk.signer import Signer
from crisis.errors import CrisisError, Mistake, Refused
from crisis.model.names import name_in
from crisis.model.notice_type import NoticeType
from crisis.model.preclearance import Force, Preclearance, StoredPreclearance
from crisis.model.records import StoredRelease
from crisis.model.release import AfterStop, Rule, Statement
from crisis.model.settings import Account
from crisis.model.severity import Severity
from crisis.sentence import Sentence
from crisis.store import releases
from crisis.store.unit import Reading, Writing

VALID = timedelta(days=365)
"""How long a pre-clearance counts unless people say otherwise: who signed it reads it again once a year."""


@dataclass(frozen=True)
class Wish:
    """What is to be pre-cleared: a type; values by slot that narrow it; slots left out; languages, accounts and variants,
    all of them where empty; until when."""

    notice_type: str
    values: Mapping[str, Sequence[str]] = field(default_factory=dict)
    without: Sequence[str] = ()
    languages: Sequence[str] = ()
    accounts: Sequence[str] = ()
    variants: Sequence[int] = ()
    valid_to: datetime | None = None
    after_stop: AfterStop = AfterStop.GOES


@dataclass(frozen=True)
class Standing:
    """A pre-clearance as it stands: what it says, who signed, and what it still lacks or why it counts no more."""

    stored: StoredPreclearance
    made: Preclearance
    signers: tuple[str, ...]
    lacks: tuple[Sentence, ...]

    @property
    def force(self) -> Force:
        """Whether it counts."""
        if self.stored.revoked_at is not None:
            return Force.REVOKED
        return Force.WAITING if self.lacks else Force.IN_FORCE


def state(desk: Desk, wish: Wish, by: str) -> Preclearance:
    """The pre-clearance that a wish comes to. Raises `Mistake` for what the desk does not have."""
    notice_type = _type(desk, wish.notice_type)
    accounts = _accounts(desk, notice_type, wish)
    languages = tuple(wish.languages) or tuple(
        language
        for language in notice_type.posts
        if any(language in (account.languages or desk.settings.languages) for account in accounts)
    )
    _refuse_unspoken(notice_type, languages)
    now, organisation = desk.clock.now(), desk.settings.organisation
    with desk.store.reading() as unit:
        origin, policy = desk.origin(unit), policies.in_force(desk, unit)
    return Preclearance(
        id=desk.ids.new("C"),
        mode=desk.mode,
        origin=origin,
        nonce=desk.entropy.token(NONCE_BYTES).hex(),
        created_at=now,
        created_by=by,
        notice_type=notice_type.id,
        template=notice_type.version,
        organisation={language: name_in(organisation, language) for language in languages},
        languages=languages,
        variants=tuple(wish.variants),
        slots=domains(desk.kit, notice_type, wish.values, wish.without),
        targets=tuple(target_of(account) for account in accounts),
        policy=policy.version,
        valid_from=now,
        valid_to=wish.valid_to or now + VALID,
        after_stop=wish.after_stop,
    )


def _type(desk: Desk, type_id: str) -> NoticeType:
    spoken = {name: known for name, known in desk.kit.types.items() if known.posts}
    if type_id not in spoken:
        raise Mistake(
            "unknown-type",
            "There is no notice type {type}.",
            "Known types: {known}.",
            type=type_id,
            known=", ".join(sorted(spoken)),
        )
    return spoken[type_id]


def _accounts(desk: Desk, notice_type: NoticeType, wish: Wish) -> list[Account]:
    for name in wish.accounts:
        found(desk.settings.account(name), "account", name)
    serving = [a for a in desk.settings.accounts if not a.purpose or notice_type.id in a.purpose]
    chosen = [account for account in serving if not wish.accounts or account.id in wish.accounts]
    if not chosen:
        raise Mistake(
            "no-account-for-type",
            "No account serves {type}.",
            "Add one to crisis.toml, or widen its purpose.",
            type=notice_type.id,
        )
    return chosen


def _refuse_unspoken(notice_type: NoticeType, languages: Sequence[str]) -> None:
    for language in languages or ("",):
        if language not in notice_type.posts:
            raise Mistake(
                "unknown-language",
                "{type} has no posts in {language}.",
                "Write one of: {known}.",
                type=notice_type.id,
                language=language or "-",
                known=", ".join(notice_type.posts),
            )


def sign_all(desk: Desk, wishes: Sequence[Wish], signers: Sequence[Signer]) -> None:
    """Pre-clear several types at once with everybody's signature, where an account serves them: a sample desk comes so."""
    for wish in wishes:
        notice_type = desk.kit.types.get(wish.notice_type)
        if notice_type is not None and any(
            not a.purpose or notice_type.id in a.purpose for a in desk.settings.accounts
        ):
            made = state(desk, wish, signers[0].person)
            for signer in signers:
                sign(desk, made, signer)


def waiting_for(desk: Desk, made: Preclearance) -> Preclearance | None:
    """The pre-clearance of the same content that somebody else has signed already and that lacks more; None where none does."""
    return next(
        (s.made for s in standings(desk) if s.force is Force.WAITING and preclearances.same_content(s.made, made)), None
    )


def sign(desk: Desk, made: Preclearance, signer: Signer) -> Standing:
    """Sign a pre-clearance as one person; the first signature proposes it. Who signs has seen `examples`, which also put every
    text before the guard. Raises `Refused` where the person may not, or has already."""
    data, private = preclearances.encode(made), signer.private()
    with desk.store.writing(desk.clock.now()) as unit:
        stored = unit.get(StoredPreclearance, made.id) or _propose(unit, made, data)
        _refuse_over(stored, unit.at)
        person = desk.person(unit, signer.person)
        if person.id in {one.person for one in releases.signatures(unit, made.id)}:
            raise Refused(
                "signed-already",
                "{person} has signed this pre-clearance already.",
                "It needs somebody else: `crisis preclear sign {id} --as ID`.",
                person=person.id,
                id=made.id,
            )
        approval = preclearances.sign(stored.statement, person, private, unit.at)
        releases.add_signature(unit, made.id, approval)
        signature = digest(approval.signature.encode())
        unit.record(
            "preclearance-signed",
            preclearance=made.id,
            by=person.id,
            key=approval.key,
            at=timestamp(approval.at),
            signature=signature,
        )
        standing = _standing(desk, unit, stored)
        if not standing.lacks and stored.in_force_at is None:
            unit.put(replace(stored, in_force_at=unit.at))
            unit.record("preclearance-in-force", preclearance=made.id, digest=stored.digest, by=list(standing.signers))
    return standing


def _propose(unit: Writing, made: Preclearance, data: bytes) -> StoredPreclearance:
    stored = StoredPreclearance(made.id, made.notice_type, data, digest(data), made.created_at, made.created_by)
    unit.add(stored)
    unit.record(
        "preclearance-proposed",
        preclearance=made.id,
        digest=stored.digest,
        type=made.notice_type,
        template=made.template,
        by=made.created_by,
    )
    return stored


def _refuse_over(stored: StoredPreclearance, at: datetime) -> None:
    if stored.revoked_at is not None or at > preclearances.decode(stored.statement).valid_to:
        raise Refused(
            "preclearance-ended",
            "Pre-clearance {id} was revoked, or its time is over.",
            "Pre-clear it again: `crisis preclear {type} --as ID`.",
            id=stored.id,
            type=stored.notice_type,
        )


def standings(desk: Desk, notice_type: str | None = None) -> list[Standing]:
    """Every pre-clearance (of a type), oldest first."""
    where = {"notice_type": notice_type} if notice_type else {}
    with desk.store.reading() as unit:
        return [_standing(desk, unit, stored) for stored in unit.find(StoredPreclearance, **where)]


def standing_of(desk: Desk, preclearance: str) -> Standing:
    """How one stands. Raises `Mistake` (`not-found`)."""
    with desk.store.reading() as unit:
        return _standing(desk, unit, found(unit.get(StoredPreclearance, preclearance), "pre-clearance", preclearance))


def _standing(desk: Desk, unit: Reading, stored: StoredPreclearance) -> Standing:
    made, signed = preclearances.decode(stored.statement), signed_of(unit, stored)
    signers = tuple(one.person for one in signed.signatures)
    try:
        in_force(replace(signed, revoked_at=None), desk.people(unit), full_quorum(desk, unit, made), desk.clock.now())
        refuse_other_words(desk, made)
    except CrisisError as fault:
        lacks = fault.sentence.details.get("lacks", ()) or (fault.sentence,)
        return Standing(stored, made, signers, tuple(lacks))
    return Standing(stored, made, signers, ())


def signed_of(unit: Reading, stored: StoredPreclearance) -> Signed:
    """The bytes and signatures of a pre-clearance, for those who check them."""
    return Signed(stored.statement, tuple(releases.signatures(unit, stored.id)), stored.revoked_at)


def signers_of(unit: Reading, statement: Statement) -> tuple[str, ...]:
    """Who pre-cleared what a release says; nobody where it went the usual way."""
    named = statement.provenance.get(PRECLEARANCE)
    return tuple(one.person for one in releases.signatures(unit, named)) if named else ()


def answered(unit: Reading, release: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who pre-cleared a release (nobody, mostly), and who cleared or sent it."""
    stored = unit.need(StoredRelease, release)
    return (
        signers_of(unit, statements.decode(stored.statement)),
        tuple(approval.person for approval in releases.approvals(unit, release)),
    )


def full_quorum(desk: Desk, unit: Reading, made: Preclearance) -> tuple[Rule, ...]:
    """What a pre-clearance has to meet: the rules of its type however bad it gets, of the policy then and the policy now."""
    then = releases.policy(unit, made.policy)
    now = policies.in_force(desk, unit)
    rules = [p.rule(made.notice_type, severity, made.mode) for p in (then, now) if p for severity in Severity]
    return tuple({repr(rule): rule for rule in rules}.values())


def revoke(desk: Desk, preclearance: str, *, by: str, reason: str) -> StoredPreclearance:
    """End a pre-clearance, now; what was sent under it and waits stops too. It takes one person and no key: like a stop."""
    with desk.store.writing(desk.clock.now()) as unit:
        desk.person(unit, by)
        stored = found(unit.get(StoredPreclearance, preclearance), "pre-clearance", preclearance)
        if stored.revoked_at is not None:
            return stored
        revoked = replace(stored, revoked_at=unit.at, revoked_by=by)
        unit.put(revoked)
        hashed = keep_reason(desk, unit, reason)
        unit.record("preclearance-revoked", preclearance=preclearance, by=by, reason=hashed)
    return revoked
