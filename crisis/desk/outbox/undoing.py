"""Taking back what has not left: from its release, from the outbox, for good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from crisis.clearance.enrolment import need_clearing_role
from crisis.clearance.review import ReviewEvent, move
from crisis.desk.desk import Desk, found
from crisis.desk.outbox.queue import STALE, change
from crisis.desk.reasons import keep_reason
from crisis.dispatch.states import moved
from crisis.dispatch.timing import LEFT, in_order
from crisis.errors import Refused
from crisis.model.delivery import Delivery, State
from crisis.model.records import Remark, Review, StoredPost, StoredRelease
from crisis.store import releases
from crisis.store.unit import Reading, Writing

OVER = frozenset({State.EXPIRED, State.WITHDRAWN})


def refuse_left(unit: Reading, post_id: str) -> list[Delivery]:
    """The deliveries of a post, none of which has left. Raises `Refused` (`left-already`): that one wants a correction."""
    deliveries = unit.find(Delivery, post=post_id)
    for delivery in deliveries:
        if delivery.state in LEFT:
            raise Refused(
                "left-already",
                "Post {post} is {state}: it cannot be taken back.",
                "Say what is right: `crisis correct {post} --text FILE`.",
                post=post_id,
                state=delivery.state.value,
            )
    return deliveries


def detach(unit: Writing, post: StoredPost) -> StoredPost:
    """Take a post out of its release, as a draft again. A release that is still in review is void with all its approvals;
    from one that was cleared only this post is taken, with what it has in the outbox. Raises `Refused` where it has left."""
    for delivery in refuse_left(unit, post.id):
        if delivery.state not in OVER:
            change(unit, moved(delivery, State.WITHDRAWN))
    release = unit.get(StoredRelease, post.release) if post.release else None
    if release is not None and release.cleared_at is None:
        unit.put(replace(release, voided_at=unit.at))
        for sibling in unit.find(StoredPost, release=release.id):
            unit.put(replace(sibling, review=Review.DRAFT, release=None))
    free = replace(post, review=Review.DRAFT, release=None)
    unit.put(free)
    return free


def send_back(desk: Desk, post_ids: Sequence[str], *, by: str, reason: str) -> None:
    """Return posts to their drafter with a reason; approvals so far are void."""
    _end(desk, post_ids, by, reason, ReviewEvent.RETURN, "post-returned")


def reject(desk: Desk, post_ids: Sequence[str], *, by: str, reason: str) -> None:
    """Refuse posts for good; approvals so far are void. Raises `Refused` for who may not clear, and for what is cleared."""
    with desk.store.reading() as unit:
        need_clearing_role(desk.person(unit, by))
    _end(desk, post_ids, by, reason, ReviewEvent.REJECT, "post-rejected")


def withdraw(desk: Desk, post_ids: Sequence[str], *, by: str, reason: str) -> None:
    """Take posts back for good before they leave."""
    _end(desk, post_ids, by, reason, ReviewEvent.WITHDRAW, "post-withdrawn")


def stale(desk: Desk) -> list[str]:
    """The posts that are held because their notice has changed. Those in a person's hands are not among them: they may be out."""
    with desk.store.reading() as unit:
        held = unit.find(Delivery, state=State.HELD, reason=STALE)
    return list(dict.fromkeys(delivery.post for delivery in in_order(held)))


def _end(desk: Desk, post_ids: Sequence[str], by: str, reason: str, event: ReviewEvent, kind: str) -> None:
    with desk.store.writing(desk.clock.now()) as unit:
        desk.person(unit, by)
        hashed = keep_reason(desk, unit, reason)
        for post_id in dict.fromkeys(post_ids):
            post = found(unit.get(StoredPost, post_id), "post", post_id)
            ended = move(post.review, event)
            unit.put(replace(detach(unit, post), review=ended))
            unit.add(Remark(desk.ids.new("M"), post_id, unit.at, by, ended, hashed))
            unit.record(kind, post=post_id, by=by, reason=hashed)


@dataclass(frozen=True)
class Told:
    """Why a post was returned, rejected or withdrawn, as its drafter reads it; `why` is None once the words are erased."""

    post: str
    by: str
    at: datetime
    became: Review
    why: str | None


def told(unit: Reading, post_ids: Sequence[str]) -> dict[str, Told]:
    """The last such word of each post, by its identifier."""
    remarks = unit.find(Remark, post=list(post_ids))
    return {m.post: Told(m.post, m.by, m.at, m.became, releases.reason(unit, m.reason)) for m in remarks}
