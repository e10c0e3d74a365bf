"""The life of a delivery (design, step 6).

`sending` is committed before the socket opens; from there only published, provably not sent, or unknown.
"""

from __future__ import annotations

from datetime import datetime

from crisis.dispatch.timing import EXCHANGE
from crisis.errors import Refused
from crisis.model.delivery import Delivery, Receipt, State

ALLOWED: dict[State, frozenset[State]] = {
    # Unknown without a socket of ours: what a copy of the desk had open, its original may have sent.
    State.QUEUED: frozenset(
        {State.SENDING, State.HELD, State.WITHDRAWN, State.EXPIRED, State.BY_HAND, State.FAILED, State.UNKNOWN}
    ),
    State.HELD: frozenset({State.QUEUED, State.WITHDRAWN, State.EXPIRED, State.BY_HAND, State.UNKNOWN}),
    State.SENDING: frozenset({State.PUBLISHED, State.UNKNOWN, State.FAILED, State.QUEUED}),
    State.UNKNOWN: frozenset({State.PUBLISHED, State.FAILED}),
    State.FAILED: frozenset({State.BY_HAND, State.WITHDRAWN}),
    State.BY_HAND: frozenset({State.PUBLISHED, State.WITHDRAWN, State.UNKNOWN}),
    State.EXPIRED: frozenset(),
    State.PUBLISHED: frozenset(),
    State.WITHDRAWN: frozenset(),
}

OPEN = frozenset({State.QUEUED, State.HELD, State.SENDING, State.UNKNOWN, State.BY_HAND})
"""States in which something is still to come of the delivery."""


def moved(delivery: Delivery, state: State, **changes: object) -> Delivery:
    """The delivery in its new state. Raises `Refused` (`delivery-state`) where the table has no such step."""
    if state not in ALLOWED[delivery.state]:
        raise Refused(
            "delivery-state",
            "Post {post} is {old} and cannot become {new}.",
            "`crisis queue` shows where each post stands.",
            post=delivery.post,
            old=delivery.state.value,
            new=state.value,
        )
    return delivery.evolve(state=state, **changes)


def sending(delivery: Delivery, now: datetime) -> Delivery:
    """Its socket is about to open; `next_try` is until when an all-clear waits for it."""
    return moved(
        delivery,
        State.SENDING,
        attempts=delivery.attempts + 1,
        started_at=delivery.started_at or now,
        next_try=now + EXCHANGE,
    )


def published(delivery: Delivery, receipt: Receipt) -> Delivery:
    """The platform holds it."""
    return moved(
        delivery,
        State.PUBLISHED,
        published_at=receipt.at,
        remote_id=receipt.remote_id,
        url=receipt.url,
        next_try=None,
        reason=None,
    )


def in_doubt(delivery: Delivery, reason: str, now: datetime) -> Delivery:
    """Nobody knows: it is read back in the next pass."""
    return moved(delivery, State.UNKNOWN, reason=reason, next_try=now)
