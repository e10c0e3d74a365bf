"""Everything that still says the old thing: waiting, queued or live, in every language and on every account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crisis.desk.desk import Desk
from crisis.model.delivery import Delivery, State
from crisis.model.records import Review, StoredPost
from crisis.store.unit import Reading
from crisis.text.folding import folded

LIVE = frozenset({State.PUBLISHED, State.UNKNOWN, State.SENDING})
TO_COME = frozenset({State.QUEUED, State.HELD, State.BY_HAND})


@dataclass(frozen=True)
class Carrier:
    """A post that carries the words: `where` is `live`, `to-come` (cleared) or `waiting` (not cleared yet)."""

    post: StoredPost
    where: str
    delivery: Delivery | None


def carrying(desk: Desk, words: Sequence[str]) -> list[Carrier]:
    """The posts whose text holds any of the words (compared folded: 20：00 is 20:00), live ones first, newest first.

    A live post that a newer one has corrected is still listed: it still stands there.
    """
    wanted = [folded(word) for word in words if word.strip()]
    found: list[Carrier] = []
    with desk.store.reading() as unit:
        for post in unit.find(StoredPost):
            if post.review is not Review.WITHDRAWN and any(word in folded(post.text) for word in wanted):
                found += _standing(unit, post)
    order = ("live", "to-come", "waiting")
    found.reverse()
    return sorted(found, key=lambda carrier: order.index(carrier.where))


def _standing(unit: Reading, post: StoredPost) -> list[Carrier]:
    deliveries = unit.find(Delivery, post=post.id)
    live = [Carrier(post, "live", d) for d in deliveries if d.state in LIVE]
    to_come = [Carrier(post, "to-come", d) for d in deliveries if d.state in TO_COME]
    if live or to_come:
        return live + to_come
    waits = post.review in (Review.DRAFT, Review.IN_REVIEW, Review.RETURNED)
    return [Carrier(post, "waiting", None)] if waits else []
