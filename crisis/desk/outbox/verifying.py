"""The sender's own verification, over the very bytes that it is about to send."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from crisis.canon import digest, timestamp
from crisis.clearance import announcements, bound, by_policy, statements
from crisis.clearance import approvals as approving
from crisis.clearance.precleared import is_precleared
from crisis.desk.clearance import precleared
from crisis.desk.clearance.releasing import released
from crisis.desk.clearance.stating import account_of
from crisis.desk.desk import Desk
from crisis.desk.drafts.inspecting import inspected
from crisis.desk.notices import versions
from crisis.desk.outbox.queue import STALE
from crisis.desk.people import policies
from crisis.desk.people.speaking import refuse_shut
from crisis.dispatch.fallbacks import delivery_key
from crisis.errors import Held, Refused, VerificationFailed
from crisis.model.delivery import Delivery, State
from crisis.model.finding import Finding
from crisis.model.records import StoredDraft, StoredPost, StoredRelease
from crisis.model.release import Announcement, Rule, StatedPost, Statement
from crisis.store import notices, releases
from crisis.store.unit import Reading

TOLD = frozenset({STALE, "contradiction", "dead-link", "login-link"})
"""Findings that came up since the clearance and say themselves what to do."""

BEFORE_IT_LEFT = {"delivery-fallback", *(f"delivery-{state}" for state in (State.QUEUED, State.SENDING, State.HELD))}
"""What the ledger may tell of a delivery that is to be sent: of every other state there is no way back (`states.ALLOWED`)."""


def verified(desk: Desk, unit: Reading, delivery: Delivery, at: datetime | None = None) -> tuple[Statement, StatedPost]:
    """The statement and the post of a delivery, if every signature, signer, rule and window holds at that time; without
    one, now or at the end of its window, whichever is earlier. The post is aimed at the target that the delivery is for.

    The stricter of the policy then and the policy now applies. Raises `VerificationFailed` or `Refused`.
    """
    release = unit.get(StoredRelease, delivery.release)
    if release is None or release.voided_at is not None or digest(release.statement) != release.digest:
        raise VerificationFailed(
            "release-altered", "Release {release} is not as it was cleared.", release=delivery.release
        )
    at = at or min(desk.clock.now(), delivery.not_after)
    rules = policies.rules_at_send(desk, unit, statements.decode(release.statement))
    statement = _signed(desk, unit, release, rules, at)
    if statement.release != release.id:
        raise VerificationFailed(
            "release-altered", "Release {release} is not as it was cleared.", release=delivery.release
        )
    word = unit.get(Announcement, release.id)
    starts = announcements.check(statement, release.statement, word, desk.people(unit), at)
    _refuse_waited(starts, rules, at)
    stated = next((p for p in statement.posts if p.post == delivery.post), None)
    if stated is not None and delivery.place <= len(stated.fallbacks):
        stated = stated.aimed(delivery.place)
    if stated is None or stated.target.account != delivery.account:
        raise VerificationFailed(
            "post-not-in-release",
            "Release {release} does not clear post {post} for {account}.",
            release=release.id,
            post=delivery.post,
            account=delivery.account,
        )
    return statement, stated


def _signed(desk: Desk, unit: Reading, release: StoredRelease, rules: Sequence[Rule], at: datetime) -> Statement:
    """The statement, if all that was signed for it holds: approvals of its text, or a pre-clearance of what it may say."""
    if is_precleared(statements.decode(release.statement)):
        return precleared.check(desk, unit, release, rules, at)
    signed = releases.approvals(unit, release.id)
    return approving.check(release.statement, signed, desk.signers(unit), rules, at, desk.mode, desk.origin(unit))


def _refuse_waited(starts: datetime, rules: Sequence[Rule], at: datetime) -> None:
    """Refuse what waited longer than the policy allows now: its window may have become shorter since."""
    ends = starts + min(rule.window for rule in rules)
    if at > ends:
        raise Refused(
            "window-over",
            "The policy lets this wait until {ends} and no longer.",
            "Bring it up to date and clear it again.",
            ends=timestamp(ends),
        )


def _refuse_early(statement: Statement, at: datetime) -> None:
    """Refuse what people cleared for later, whatever the outbox says of when it is due."""
    if at < statement.not_before:
        raise Refused(
            "too-early",
            "This was cleared to go out from {not_before} on, and no sooner.",
            "Wait until then; or `crisis return` it and clear it again without --at.",
            not_before=timestamp(statement.not_before),
        )


def _refuse_overleapt(unit: Reading, delivery: Delivery) -> None:
    """Refuse a way that is not its own row's, or before which one has not failed: the order was cleared too."""
    ways = [delivery_key(delivery.release, delivery.post, place) for place in range(delivery.place + 1)]
    before = unit.find(Delivery, key=ways[:-1]) if ways[:-1] else []
    if delivery.key != ways[-1] or [d.state for d in before] != [State.FAILED] * delivery.place:
        raise VerificationFailed(
            "way-out-of-turn",
            "Post {post} may go to {account} only when every way before it has failed.",
            "Look at the account, and at the desk: `crisis ledger verify`.",
            post=delivery.post,
            account=delivery.account,
        )


def _refuse_over(unit: Reading, delivery: Delivery) -> None:
    """Refuse what waits in the outbox and has left it before, as the ledger tells: somebody has set its row back."""
    if delivery.state is not State.QUEUED:
        return
    if not set(unit.ledger.since_cleared(delivery.release, delivery.key)) <= BEFORE_IT_LEFT:
        raise VerificationFailed(
            "set-back",
            "Post {post} waits for {account} in the outbox, and the ledger tells that it was out or over before.",
            "Look at the account, and at the desk: `crisis ledger verify`.",
            post=delivery.post,
            account=delivery.account,
        )


def sendable(desk: Desk, unit: Reading, delivery: Delivery) -> tuple[Statement, StatedPost]:
    """As `verified` at this moment, and besides: the account is the one that was cleared, and the guard as it is today
    finds nothing that nobody accepted. Raises `Refused`, `Held` or `VerificationFailed`."""
    now = desk.clock.now()
    statement, stated = verified(desk, unit, delivery, now)
    _refuse_early(statement, now)
    _refuse_overleapt(unit, delivery)
    _refuse_over(unit, delivery)
    if by_policy.is_by_policy(releases.approvals(unit, delivery.release)):
        precleared.refuse_without_policy(desk, unit, statement.notice_type)
    if is_precleared(statement):
        precleared.refuse_rewritten(desk, unit, statement, stated)
    refuse_shut(desk, policies.in_force(desk, unit), delivery.account)
    bound.same_target(stated.target, account_of(desk, stated.target.account))
    accepted = released(statement, stated.post, desk.people(unit))
    for finding in _inspected(desk, unit, stated):
        if finding.stops and finding.code not in accepted:
            code = finding.code if finding.code in TOLD else "guard-at-send"
            raise Held(code, "The guard stops it ({code}): {mend}", code=finding.code, mend=finding.mend)
    return statement, stated


def _inspected(desk: Desk, unit: Reading, stated: StatedPost) -> tuple[Finding, ...]:
    """What the guard says today of the text that was cleared, whatever the post's row says by now, beside what is out."""
    post = unit.need(StoredPost, stated.post)
    draft = unit.get(StoredDraft, post.draft)
    stored = notices.get(unit, draft.notice) if draft else None
    target = stated.target
    cleared = replace(
        post, text=stated.text, language=stated.language, platform=target.platform, account=target.account
    )
    read = inspected(desk, unit, cleared, draft, stored, live=True)
    return (*read, *(versions.stale(unit, stored) if stored else ()))
