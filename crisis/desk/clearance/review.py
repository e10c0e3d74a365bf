"""What waits for people: the posts of one fact as a family, what stops each of them, and sending them back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crisis.clearance.quorum import CLEARING
from crisis.clearance.review import ReviewEvent, move
from crisis.desk.desk import Desk, found
from crisis.desk.drafts.inspecting import inspected
from crisis.desk.duty.manning import UNMANNED, unmanned
from crisis.desk.notices.conflicts import CONFLICT, conflicts
from crisis.desk.notices.versions import stale
from crisis.desk.outbox.undoing import refuse_left
from crisis.desk.people import policies
from crisis.errors import Refused
from crisis.model.delivery import State
from crisis.model.finding import Finding
from crisis.model.records import Review, StoredDraft, StoredNotice, StoredPost
from crisis.sentence import Sentence
from crisis.store import notices, releases
from crisis.store.unit import Reading


@dataclass(frozen=True)
class Outcome:
    """What a clearance made of one post: its review and, while something is missing, what."""

    post: str
    review: Review
    missing: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class Family:
    """The posts of one fact that are cleared together, with all they hang on."""

    draft: StoredDraft
    notice: StoredNotice
    posts: tuple[StoredPost, ...]


def families(unit: Reading, post_ids: Sequence[str]) -> list[Family]:
    """The posts by the fact that they tell, in the order given."""
    made: dict[str, list[StoredPost]] = {}
    for post_id in dict.fromkeys(post_ids):
        post = found(unit.get(StoredPost, post_id), "post", post_id)
        made.setdefault(post.draft, []).append(post)
    return [_family(unit, draft_id, posts) for draft_id, posts in made.items()]


def _family(unit: Reading, draft_id: str, posts: list[StoredPost]) -> Family:
    draft = unit.need(StoredDraft, draft_id)
    notice = found(notices.get(unit, draft.notice), "notice", draft.notice)
    return Family(draft, notice, tuple(posts))


def waiting(desk: Desk) -> list[Family]:
    """Families with posts that nobody has cleared yet, oldest first."""
    with desk.store.reading() as unit:
        return uncleared(unit)


def uncleared(unit: Reading, most: int | None = None) -> list[Family]:
    """Families with posts that nobody has cleared yet, oldest first; so many at most."""
    made: dict[str, list[StoredPost]] = {}
    for post in unit.find(StoredPost, review=[Review.DRAFT, Review.IN_REVIEW]):
        if post.account is not None:
            made.setdefault(post.draft, []).append(post)
    return [_family(unit, draft_id, posts) for draft_id, posts in list(made.items())[:most]]


def waiting_for(desk: Desk, person: str) -> list[Family]:
    """Those that this person may clear."""
    with desk.store.reading() as unit:
        return [family for family in uncleared(unit) if person in may_clear(desk, unit, family)]


def may_clear(desk: Desk, unit: Reading, family: Family) -> tuple[str, ...]:
    """People who could approve these posts now: those with one of the roles that it takes, who neither wrote them last nor have
    approved them."""
    now, rule = desk.clock.now(), policies.rule_for(desk, unit, family.draft.type, family.draft.incident)
    wanted = set(rule.roles) or CLEARING
    asked = {post.release for post in family.posts if post.review is Review.IN_REVIEW and post.release}
    done = {each.person for release in asked for each in releases.approvals(unit, release)}
    done |= {post.last_editor for post in family.posts}
    able = (p for p in desk.people(unit).values() if p.valid_at(now) and p.id not in done)
    return tuple(person.id for person in able if not wanted.isdisjoint(person.roles))


def ask_links(desk: Desk, post_ids: Sequence[str]) -> None:
    """Ask what the links of these posts answer, for what reads them next. Takes three seconds at most; no transaction is open
    meanwhile."""
    with desk.store.reading() as unit:
        texts = [post.text for post in unit.find(StoredPost, id=list(post_ids))]
    desk.links.ask(texts, desk.clock.now())


def refuse_unclearable(unit: Reading, family: Family) -> None:
    """Raise `Refused` for a post that no clearance can move: without an account, withdrawn, on its way or out."""
    for post in family.posts:
        if post.account is None:
            raise Refused(
                "no-account",
                "Post {post} has no account to go out on.",
                "Add an account for {language} to crisis.toml and draft again.",
                post=post.id,
                language=post.language,
            )
        move(post.review, ReviewEvent.PROPOSE)
        if any(d.state is State.QUEUED or d.state is State.BY_HAND for d in refuse_left(unit, post.id)):
            raise Refused(
                "cleared-already",
                "Post {post} is cleared and on its way.",
                "`crisis queue` shows when it goes out.",
                post=post.id,
            )


def reading(desk: Desk, unit: Reading, family: Family, post: StoredPost) -> list[Finding]:
    """All that is to be said of a post now: the doubts of its notice, and what the guard says of its exact text."""
    read = inspected(desk, unit, post, family.draft, family.notice, live=True)
    contradicting = conflicts(desk, unit, family.notice, family.draft.facts)
    outdated = stale(unit, family.notice)
    staffed = unmanned(desk.settings, family.draft.facts, desk.clock.now())
    doubts = [finding for finding in family.draft.findings if finding.code not in (CONFLICT, UNMANNED)]
    return [*doubts, *staffed, *contradicting, *outdated, *read]


def read_anew(desk: Desk, unit: Reading, family: Family) -> Family:
    """The family with what is to be said of each text now, its links among it, in place of what was said when it was drafted."""
    posts = (
        replace(post, findings=inspected(desk, unit, post, family.draft, family.notice, live=True))
        for post in family.posts
    )
    return replace(family, posts=tuple(posts))


def standing(desk: Desk, unit: Reading, family: Family, post: StoredPost) -> list[Finding]:
    """What stops a post now, once for each code."""
    return list({f.code: f for f in reading(desk, unit, family, post) if f.stops}.values())
