"""What was cleared for release and what was not: which notice, which facts, which text, by whom, where it went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from crisis.clearance import statements
from crisis.desk.clearance import preclearing, rota
from crisis.desk.clearance.rota import OnDuty
from crisis.desk.desk import Desk
from crisis.desk.outbox import outsiders
from crisis.dispatch.timing import in_order
from crisis.model.delivery import Delivery, State
from crisis.model.fact import Kind
from crisis.model.owed import Countersignature
from crisis.model.records import StoredDraft, StoredNotice, StoredPost, StoredRelease
from crisis.model.release import Approval, StatedPost, Statement
from crisis.model.watched import OutsidePost
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
    at: datetime | None = None
    by_hand: bool = False


@dataclass(frozen=True)
class Approved:
    """Who approved and in which way; for an exceptional one who countersigned it, None while nobody has."""

    person: str
    how: str
    countersigned_by: str | None = None


@dataclass(frozen=True)
class Disclosure:
    """One release that was cleared, or (with `refused`, and no release) one notice of which nothing may be posted, or (`outside`)
    a post that was made outside this desk and cleared by nobody.
    `precleared_by` signed in calm times what one of `cleared_by` filled in and sent, `on_duty` or not (None: no rota)."""

    release: str | None
    notices: tuple[str, ...]
    at: datetime
    released: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    posts: tuple[DisclosedPost, ...] = ()
    cleared_by: tuple[str, ...] = ()
    refused: Sentence | None = None
    precleared_by: tuple[str, ...] = ()
    approvals: tuple[Approved, ...] = ()
    incident: str | None = None
    why: Mapping[str, str] = field(default_factory=dict)
    sites: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    outside: bool = False
    on_duty: OnDuty | None = None


@dataclass(frozen=True)
class Wanted:
    """Which disclosures are asked for; None asks for any. `person` is anybody who had a hand in it."""

    since: datetime | None = None
    until: datetime | None = None
    incident: str | None = None
    person: str | None = None
    site: str | None = None

    def takes(self, one: Disclosure) -> bool:
        """Whether it is one of them."""
        return (
            (self.since is None or one.at >= self.since)
            and (self.until is None or one.at < self.until)
            and (self.incident is None or one.incident == self.incident)
            and (self.person is None or self.person in one.people)
            and (self.site is None or self.site in one.sites)
        )


EVERYTHING = Wanted()


def disclosures(desk: Desk, wanted: Wanted = EVERYTHING) -> list[Disclosure]:
    """Every clearance and every refusal that is asked for, oldest first."""
    return [one for one in _all(desk) if wanted.takes(one)]


def _all(desk: Desk) -> list[Disclosure]:
    with desk.store.reading() as unit:
        cleared = [_cleared(unit, release) for release in unit.find(StoredRelease) if release.cleared_at]
        refused = [_refused(notice) for notice in notices.find(unit) if notice.refused is not None]
        outside = [_outside(post) for post in outsiders.recorded(unit)]
    return sorted([*cleared, *refused, *outside], key=lambda disclosure: disclosure.at)


def _outside(post: OutsidePost) -> Disclosure:
    shown = DisclosedPost(
        post.id, post.account, "", post.text, State.PUBLISHED.value, post.url, post.recorded_at, by_hand=True
    )
    return Disclosure(None, (), post.recorded_at, posts=(shown,), people=frozenset({post.by}), outside=True)


def _refused(notice: StoredNotice) -> Disclosure:
    return Disclosure(
        release=None,
        notices=(notice.id,),
        at=notice.received_at,
        refused=notice.refused,
        incident=notice.incident,
        people=frozenset(filter(None, [notice.received_by])),
    )


def _cleared(unit: Reading, release: StoredRelease) -> Disclosure:
    statement = statements.decode(release.statement)
    deliveries = {d.post: d for d in in_order(unit.find(Delivery, release=release.id))}
    signed = releases.approvals(unit, release.id)
    confirmed = {each.person: each.by for each in unit.find(Countersignature, release=release.id)}
    drafts = [draft for stated in statement.posts if (draft := _draft(unit, stated.post))]
    return Disclosure(
        release=release.id,
        notices=tuple(notice for notice, _ in statement.notices),
        released=statement.released,
        withheld=statement.withheld,
        posts=tuple(_post(stated, deliveries[stated.post]) for stated in statement.posts),
        cleared_by=tuple(approval.person for approval in signed),
        at=release.cleared_at or release.created_at,
        precleared_by=preclearing.signers_of(unit, statement),
        approvals=tuple(Approved(a.person, str(a.how), confirmed.get(a.person)) for a in signed),
        incident=statement.incident,
        why={withheld.name: withheld.why for draft in drafts for withheld in draft.facts.withheld},
        sites=frozenset(site for draft in drafts for site in _sites(draft)),
        people=frozenset(_hands(statement, signed, drafts)),
        on_duty=rota.stated(statement),
    )


def _post(stated: StatedPost, delivery: Delivery) -> DisclosedPost:
    return DisclosedPost(
        stated.post,
        delivery.account,
        stated.language,
        stated.text,
        delivery.state.value,
        delivery.url,
        delivery.published_at,
        delivery.state is State.BY_HAND or delivery.reason == "by-hand",
    )


def _hands(statement: Statement, signed: Iterable[Approval], drafts: Iterable[StoredDraft]) -> Iterator[str]:
    """Everybody who had a hand in a release."""
    yield statement.created_by
    yield from (stated.last_editor for stated in statement.posts)
    yield from (accepted.person for accepted in statement.accepted)
    yield from (approval.person for approval in signed)
    yield from (draft.made_by for draft in drafts)


def _draft(unit: Reading, post: str) -> StoredDraft | None:
    stored = unit.get(StoredPost, post)
    return unit.get(StoredDraft, stored.draft) if stored else None


def _sites(draft: StoredDraft) -> Iterator[str]:
    for fact in draft.facts.facts:
        if fact.kind is Kind.SITE:
            yield from fact.value if isinstance(fact.value, tuple) else (str(fact.value),)
