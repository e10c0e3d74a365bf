"""Clearance: one reading, one yes. People are bound to exact bytes, and what they cleared is queued in the same transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from crisis.canon import digest, salted_digest, timestamp
from crisis.clearance import approvals as approving
from crisis.clearance import statements
from crisis.clearance.precleared import PRECLEARANCE
from crisis.clearance.register import Register
from crisis.desk.clearance.accepting import Acceptance, accept_all
from crisis.desk.clearance.countersigning import owe
from crisis.desk.clearance.review import Family, Outcome, ask_links, families, refuse_unclearable
from crisis.desk.clearance.stating import NONCE_BYTES, Terms, state
from crisis.desk.desk import Desk
from crisis.desk.notices.conflicts import CONFLICT, contradict
from crisis.desk.outbox.queue import queue
from crisis.desk.outbox.undoing import detach
from crisis.desk.people import policies
from crisis.desk.people.speaking import may_speak
from crisis.desk.signer import Signer
from crisis.errors import Refused
from crisis.model.records import Review, StoredPost, StoredRelease
from crisis.model.release import AfterStop, Approval, How, Statement
from crisis.store import releases
from crisis.store.unit import Reading, Writing


@dataclass(frozen=True)
class Asked:
    """What a person asks for with a clearance: findings that they accept, not before when, what a stop does to it, and where
    the posts go when an account fails, in order, instead of what `crisis.toml` says; and which announcement they wait for."""

    accept: tuple[Acceptance, ...] = ()
    not_before: datetime | None = None
    after_stop: AfterStop = AfterStop.GOES
    fallback: tuple[str, ...] | None = None
    awaits: str | None = None


NOTHING_MORE = Asked()


@dataclass(frozen=True)
class Proposal:
    """A family with the statement over it, and the reasons that the statement names only by their digests."""

    family: Family
    statement: Statement
    reasons: Mapping[str, tuple[bytes, str]]

    @property
    def encoded(self) -> bytes:
        """The bytes that are signed."""
        return statements.encode(self.statement)


def clear(desk: Desk, post_ids: Sequence[str], signer: Signer, asked: Asked = NOTHING_MORE) -> list[Outcome]:
    """Approve posts for release as one person with a key; the posts of one fact are one release.

    The guard reads the exact texts again; a post that is held needs a finding accepted.
    Raises `Held` (exit 4) for a finding that nobody accepted, `Refused` (exit 3) for who may not clear this.
    """
    private = signer.private()
    made = proposals(desk, post_ids, signer.person, asked)
    with desk.store.reading() as unit:
        person = may_speak(desk, unit, signer.person, accounts_of(made))
    outcomes: list[Outcome] = []
    for proposal in made:
        approval = approving.approve(proposal.encoded, person, private, desk.clock.now())
        with desk.store.writing(desk.clock.now()) as unit:
            outcomes += seal(desk, unit, proposal, approval)
    return outcomes


def accounts_of(made: Iterable[Proposal]) -> list[str]:
    """The accounts for which these statements clear something."""
    return [post.target.account for proposal in made for post in proposal.statement.posts]


def proposals(desk: Desk, post_ids: Sequence[str], by: str, asked: Asked = NOTHING_MORE) -> list[Proposal]:
    """What is to be signed for these posts, a statement for each fact: the one that waits for more approvals where it covers
    these very posts, else a new one that `by` makes. Raises as `clear`."""
    ask_links(desk, post_ids)
    with desk.store.reading() as unit:
        desk.person(unit, by)
        origin, policy = desk.origin(unit), policies.in_force(desk, unit)
        made = []
        for family in families(unit, post_ids):
            severity = policies.severity_of(unit, family.draft.incident)
            terms = Terms(by, origin, policy, severity, asked.not_before, asked.fallback, asked.after_stop)
            made.append(_proposal(desk, unit, family, terms, asked))
    return made


def _proposal(desk: Desk, unit: Reading, family: Family, terms: Terms, asked: Asked) -> Proposal:
    refuse_unclearable(unit, family)
    if (proposed := _proposed(unit, family)) is not None:
        if terms.fallback is not None or asked.awaits is not None:
            raise Refused(
                "proposed-already",
                "What others have approved already says where these posts go when an account fails, and what they wait for.",
                "Leave --fallback and --when-announced out; or `crisis return` them and start again.",
            )
        return Proposal(family, proposed, {})
    accepted, reasons = accept_all(desk, unit, family, terms.by, asked.accept)
    if asked.awaits is not None:
        salt = desk.entropy.token(NONCE_BYTES)
        terms = replace(terms, awaits=salted_digest(salt, asked.awaits.encode()))
        reasons[terms.awaits or ""] = (salt, asked.awaits)
    return Proposal(family, state(desk, family, terms, accepted), reasons)


def _proposed(unit: Reading, family: Family) -> Statement | None:
    """The statement that these posts wait under, None where there is none. Raises `Refused` for a part of one."""
    ids = {post.release for post in family.posts if post.review is Review.IN_REVIEW and post.release}
    if not ids:
        return None
    siblings = {post.id for post in unit.find(StoredPost, release=ids)}
    if len(ids) > 1 or siblings != {post.id for post in family.posts}:
        raise Refused(
            "part-of-a-release",
            "These posts wait for approval together with others of their release.",
            "Clear them together: {posts}. Or `crisis return` them to start again.",
            posts=" ".join(sorted(siblings)),
        )
    return statements.decode(unit.need(StoredRelease, ids.pop()).statement)


def lay(unit: Writing, proposal: Proposal) -> StoredRelease:
    """Lay a statement before the approvers, where it is not there yet: its posts wait under it, over the bytes as they were
    read. Raises `Refused` where one of them changed meanwhile."""
    _refuse_changed(unit, proposal.family)
    release = unit.get(StoredRelease, proposal.statement.release)
    if release is not None:
        return release
    release = _propose(unit, proposal)
    for hashed, (salt, text) in proposal.reasons.items():
        releases.add_reason(unit, hashed, salt, text)
    for post in proposal.family.posts:
        unit.put(replace(post, review=Review.IN_REVIEW, release=release.id))
    return release


def seal(desk: Desk, unit: Writing, proposal: Proposal, approval: Approval) -> list[Outcome]:
    """Write an approval that holds and, when nothing is missing, the clearance and its deliveries: one transaction.

    Raises `Refused` or `VerificationFailed` for an approval that does not hold, and `Refused` for changed posts or somebody
    who has approved already."""
    may_speak(desk, unit, approval.person, accounts_of([proposal]), glass=approval.how == How.BREAK_GLASS)
    release = lay(unit, proposal)
    statement, signers = proposal.statement, desk.signers(unit)
    approving.holding(release.statement, approval, signers, unit.at)
    give(unit, statement, approval)
    signed = releases.approvals(unit, release.id)
    rule = policies.rule_for(desk, unit, statement.notice_type, statement.incident)
    missing = approving.missing(statement, signed, signers, rule, unit.at)
    if missing:
        return [Outcome(post.id, Review.IN_REVIEW, tuple(missing)) for post in proposal.family.posts]
    owe(unit, release.id, signed, rule)
    return let_go(desk, unit, proposal, release)


def let_go(desk: Desk, unit: Writing, proposal: Proposal, release: StoredRelease) -> list[Outcome]:
    """Nothing is missing any more: the posts are cleared and queued."""
    family, statement = proposal.family, proposal.statement
    for post in family.posts:
        unit.put(replace(post, review=Review.CLEARED, release=release.id))
    unit.put(replace(release, cleared_at=unit.at))
    _record_cleared(unit, statement, releases.approvals(unit, release.id), desk.register(unit))
    queue(desk, unit, statement, final=family.draft.final)
    if any(accepted.code == CONFLICT for accepted in statement.accepted):
        contradict(desk, unit, family.notice, family.draft.facts, decided=True)
    return [Outcome(post.id, Review.CLEARED) for post in family.posts]


def _refuse_changed(unit: Reading, family: Family) -> None:
    for post in family.posts:
        if unit.get(StoredPost, post.id) != post:
            raise Refused(
                "changed-meanwhile",
                "Post {post} changed while it was being read.",
                "Nothing was signed for; read it again.",
                post=post.id,
            )


def _propose(unit: Writing, proposal: Proposal) -> StoredRelease:
    statement, encoded = proposal.statement, proposal.encoded
    for post in proposal.family.posts:
        detach(unit, post)
    release = StoredRelease(statement.release, encoded, digest(encoded), statement.created_at, statement.created_by)
    unit.add(release)
    unit.record(
        "release-proposed",
        release=release.id,
        digest=release.digest,
        by=release.created_by,
        notices=[list(pair) for pair in statement.notices],
        posts=[post.post for post in statement.posts],
    )
    for accepted in statement.accepted:
        unit.record(
            "finding-accepted",
            release=release.id,
            post=accepted.post,
            code=accepted.code,
            by=accepted.person,
            reason=accepted.reason_digest,
        )
    return release


def give(unit: Writing, statement: Statement, approval: Approval) -> None:
    """Write down a person's approval. Nobody approves twice, save that who approved by key may break the glass after all:
    raises `Refused`."""
    before = next((a for a in releases.approvals(unit, statement.release) if a.person == approval.person), None)
    if before is not None and (before.how, approval.how) != (How.KEY, How.BREAK_GLASS):
        raise Refused(
            "approved-already",
            "{person} has approved this release already.",
            "It needs somebody else.",
            person=approval.person,
        )
    releases.add_approval(unit, statement.release, approval)
    unit.record(
        "approval-given",
        release=statement.release,
        by=approval.person,
        key=approval.key,
        how=approval.how,
        at=timestamp(approval.at),
        reason=approval.reason,
        signature=digest(approval.signature.encode()),
    )


def _record_cleared(unit: Writing, statement: Statement, signed: Sequence[Approval], register: Register) -> None:
    unit.record(
        "release-cleared",
        release=statement.release,
        digest=digest(statements.encode(statement)),
        decisions=register.last,
        notices=[list(pair) for pair in statement.notices],
        incident=statement.incident,
        released=list(statement.released),
        withheld=list(statement.withheld),
        cleared_by=[approval.person for approval in signed],
        how=[str(approval.how) for approval in signed],
        preclearance=statement.provenance.get(PRECLEARANCE),
        posts=[
            {"post": p.post, "account": p.target.account, "language": p.language, "text": p.text}
            for p in statement.posts
        ],
    )
