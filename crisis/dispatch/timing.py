"""When a delivery may go, when it is too late, and when to look again. All pure: `now` comes in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import takewhile

from crisis.model.delivery import Delivery, State

WINDOW = timedelta(hours=2)
"""The longest a cleared post may wait after its not-before, unless the policy sets another window."""

RETRY_FIRST = timedelta(seconds=15)
RETRY_LONGEST = timedelta(minutes=10)
READ_BACK_LONGEST = timedelta(minutes=30)


def default_not_after(not_before: datetime, ends: Iterable[datetime], window: timedelta = WINDOW) -> datetime:
    """The earliest of the window's end and the ends of the facts (deadline, next update, end of a closure) that
    lie ahead of not-before; an end that is already past bounds nothing, the guard speaks of it."""
    return min([not_before + window, *(end for end in ends if end > not_before)])


def retry_at(attempts: int, now: datetime, retry_after: float | None) -> datetime:
    """Exponential from 15 s to 10 min, never sooner than the platform asks (seconds)."""
    doublings = min(max(attempts - 1, 0), 16)
    wait: timedelta = min(RETRY_FIRST * (1 << doublings), RETRY_LONGEST)
    return now + max(wait, timedelta(seconds=retry_after or 0))


def look_again_at(unknown_for: timedelta, now: datetime) -> datetime:
    """When an unknown is read back again: after as long as it has been unknown, from 15 s to 30 min."""
    return now + min(max(unknown_for, RETRY_FIRST), READ_BACK_LONGEST)


def expired(deliveries: Iterable[Delivery], now: datetime) -> list[Delivery]:
    """Those whose window is over and that never left: they are never sent late."""
    return [d for d in deliveries if d.state in (State.QUEUED, State.HELD) and now > d.not_after]


def in_order(deliveries: Iterable[Delivery]) -> list[Delivery]:
    """Oldest first: by when they are due, then by release, whose ids sort by time, then by their post's targets."""
    return sorted(deliveries, key=lambda d: (d.due, d.release, d.place, d.key))


def _blocks(earlier: Delivery, later: Delivery) -> bool:
    """Whether an earlier delivery keeps a later one of its chain and account back. Posts of one release do not wait for each
    other; an all-clear waits for nothing but its predecessors that can go right now."""
    if earlier.release == later.release:
        return False
    if earlier.state in (State.SENDING, State.UNKNOWN):
        return not later.final
    return earlier.state is State.QUEUED and not (later.final and earlier.next_try is not None)


def due(deliveries: Sequence[Delivery], now: datetime) -> list[Delivery]:
    """What may go now, in order: due, within its window, past its pause, and overtaking nothing in its chain on its account.

    An unknown blocks its own chain only, and never an all-clear (design, step 6).
    """
    ready: list[Delivery] = []
    earlier: dict[tuple[str, str], list[Delivery]] = {}
    for delivery in in_order(deliveries):
        lane = earlier.setdefault((delivery.chain, delivery.account), [])
        if _is_ready(delivery, now) and not any(_blocks(e, delivery) for e in lane if e not in ready):
            ready.append(delivery)
        lane.append(delivery)
    return ready


def may_go(delivery: Delivery, others: Iterable[Delivery], now: datetime) -> bool:
    """Whether a delivery may still go at this moment and overtakes none of the others. Looked at again before each socket:
    those before it may have failed or become unknown since the pass began, here or in another process."""
    lane = [d for d in others if (d.chain, d.account) == (delivery.chain, delivery.account)]
    earlier = takewhile(lambda d: d.key != delivery.key, in_order([*lane, delivery]))
    return _is_ready(delivery, now) and not any(_blocks(e, delivery) for e in earlier)


def _is_ready(delivery: Delivery, now: datetime) -> bool:
    waits = delivery.next_try is not None and delivery.next_try > now
    return delivery.state is State.QUEUED and delivery.due <= now <= delivery.not_after and not waits


def to_read_back(deliveries: Iterable[Delivery], now: datetime) -> list[Delivery]:
    """Unknowns whose next look has come."""
    return [d for d in deliveries if d.state is State.UNKNOWN and (d.next_try is None or d.next_try <= now)]


def next_time(deliveries: Iterable[Delivery], now: datetime) -> datetime | None:
    """When something may next be done, later than now; None when nothing waits."""
    times: list[datetime] = []
    for delivery in deliveries:
        if delivery.state is State.QUEUED:
            times += [max(delivery.due, delivery.next_try or delivery.due), delivery.not_after + timedelta(seconds=1)]
        elif delivery.state is State.UNKNOWN and delivery.next_try:
            times.append(delivery.next_try)
        elif delivery.state is State.HELD:
            times.append(delivery.not_after + timedelta(seconds=1))
    ahead = [t for t in times if t > now]
    return min(ahead, default=None)
