"""What was cleared for release and what was not: which notice, which facts, which text, by whom, where it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from crisis.clearance import statements
from crisis.desk import preclearing
from crisis.desk.desk import Desk
from crisis.dispatch.timing import in_order
from crisis.model.delivery import Delivery
from crisis.model.owed import Countersignature
from crisis.model.records import StoredRelease
from crisis.sentence import Sentence
from crisis.store import notices, releases
from crisis.store.unit import Reading


@dataclass(frozen=True)
class DisclosedPost:
    """One text as it was cleared, and where it went. `state` is that of its delivery."""

    post: str
    account: str
    language: str
    text: str
    state: str
    url: str | None


@dataclass(frozen=True)
class Approved:
    """Who approved and in which way; for an exceptional one who countersigned it, None while nobody has."""

    person: str
    how: str
    countersigned_by: str | None = None


@dataclass(frozen=True)
class Disclosure:
    """One release that was cleared, or (with `refused`, and no release) one notice of which nothing may be posted.
    `precleared_by` signed in calm times what one of `cleared_by` filled in and sent."""

    release: str | None
    notices: tuple[str, ...]
    released: tuple[str, ...]
    withheld: tuple[str, ...]
    posts: tuple[DisclosedPost, ...]
    cleared_by: tuple[str, ...]
    at: datetime
    refused: Sentence | None = None
    precleared_by: tuple[str, ...] = ()
    approvals: tuple[Approved, ...] = ()


def disclosures(desk: Desk) -> list[Disclosure]:
    """Every clearance and every refusal, oldest first."""
    with desk.store.reading() as unit:
        cleared = [_cleared(unit, release) for release in unit.find(StoredRelease) if release.cleared_at]
        refused = [
            Disclosure(None, (notice.id,), (), (), (), (), notice.received_at, notice.refused)
            for notice in notices.find(unit)
            if notice.refused is not None
        ]
    return sorted([*cleared, *refused], key=lambda disclosure: disclosure.at)


def _cleared(unit: Reading, release: StoredRelease) -> Disclosure:
    statement = statements.decode(release.statement)
    deliveries = {d.post: d for d in in_order(unit.find(Delivery, release=release.id))}
    posts = tuple(
        DisclosedPost(
            stated.post,
            deliveries[stated.post].account,
            stated.language,
            stated.text,
            deliveries[stated.post].state.value,
            deliveries[stated.post].url,
        )
        for stated in statement.posts
    )
    signed = releases.approvals(unit, release.id)
    confirmed = {each.person: each.by for each in unit.find(Countersignature, release=release.id)}
    return Disclosure(
        release.id,
        tuple(notice for notice, _ in statement.notices),
        statement.released,
        statement.withheld,
        posts,
        tuple(approval.person for approval in signed),
        release.cleared_at or release.created_at,
        precleared_by=preclearing.signers_of(unit, statement),
        approvals=tuple(Approved(a.person, str(a.how), confirmed.get(a.person)) for a in signed),
    )
