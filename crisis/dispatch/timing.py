"""When a delivery may go, when it is too late, and when to look again. All pure: `now` comes in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from crisis.model.delivery import Delivery, State

WINDOW = timedelta(hours=2)
"""The longest a cleared post may wait after its not-before, unless the policy sets another window."""

RETRY_FIRST = timedelta(seconds=15)
RETRY_LONGEST = timedelta(minutes=10)
READ_BACK_LONGEST = timedelta(minutes=30)
EXCHANGE = timedelta(seconds=60)
"""Longer than a send takes; an all-clear waits no longer for the one before it."""

SOON = timedelta(minutes=5)
"""So long before it is due, a delivery is looked at."""

LEFT = frozenset({State.PUBLISHED, State.SENDING, State.UNKNOWN})
"""States in which a post is out, or may be."""


def default_not_after(not_before: datetime, ends: Iterable[datetime], window: timedelta = WINDOW) -> datetime:
    """The earliest of the window's end and the ends of the facts (deadline, next update, end of a closure) that
    lie ahead of not-before; an end that is already past bounds nothing, the guard speaks of it."""
    return min([not_before + window, *(end for end in ends if end > not_before)])


def retry_at(attempts: int, now: datetime, retry_after: float | None) -> datetime:
    """Exponential from 15 s to 10 min, never sooner than the platform asks (seconds)."""
    doublings = min(max(attempts - 1, 0), 16)
    wait: timedelta = min(RETRY_FIRST * (1 << doublings), RETRY_LONGEST)
    return now + max(wait, timedelta(seconds=retry_after or 0))


def look_again_at(unknown_for: timedelta, now: datetime, pace: timedelta = timedelta(0)) -> datetime:
    """When an unknown is read back again: after as long as it has been unknown, from 15 s to 30 min, and never sooner than the
    account's own pace."""
    return now + max(min(max(unknown_for, RETRY_FIRST), READ_BACK_LONGEST), pace)


def expired(deliveries: Iterable[Delivery], now: datetime) -> list[Delivery]:
    """Those whose window is over and that never left: they are never sent late."""
    return [d for d in deliveries if d.state in (State.QUEUED, State.HELD) and now > d.not_after]


def soon(deliveries: Iterable[Delivery], now: datetime) -> list[Delivery]:
    """Those that wait and will be due before long, in order."""
    return in_order(d for d in deliveries if d.state is State.QUEUED and d.due <= now + SOON and now <= d.not_after)


def in_order(deliveries: Iterable[Delivery]) -> list[Delivery]:
    """Oldest first: by when they are due, then by release, whose ids sort by time, then by their post's targets."""
    return sorted(deliveries, key=lambda d: (d.due, d.release, d.place, d.key))


def due(deliveries: Sequence[Delivery], now: datetime) -> list[Delivery]:
    """What may go now, in order: due, within its window, past its pause, and overtaking nothing in its chain on its account.

    An unknown blocks its own chain only, and never an all-clear (design, step 6).
    """
    ready: dict[str, Delivery] = {}
    lanes: dict[tuple[str, str], list[Delivery]] = {}
    ordered = in_order(deliveries)
    for delivery in ordered:
        lanes.setdefault((delivery.chain, delivery.account), []).append(delivery)
    for delivery in ordered:
        lane = (other for other in lanes[delivery.chain, delivery.account] if other.key not in ready)
        if _is_ready(delivery, now) and not any(_keeps_back(other, delivery, now) for other in lane):
            ready[delivery.key] = delivery
    return list(ready.values())


def may_go(delivery: Delivery, others: Iterable[Delivery], now: datetime) -> bool:
    """Whether a delivery may still go at this moment and overtakes none of the others. Looked at again before each socket:
    those before it may have failed or become unknown since the pass began, here or in another process."""
    lane = [d for d in others if (d.chain, d.account) == (delivery.chain, delivery.account)]
    return _is_ready(delivery, now) and not any(_keeps_back(other, delivery, now) for other in lane)


def overtaken(delivery: Delivery, others: Iterable[Delivery]) -> list[Delivery]:
    """Those of its chain and account that were to come after it and are out, or may be."""
    lane = [d for d in others if (d.chain, d.account) == (delivery.chain, delivery.account)]
    return [d for d in lane if d.state in LEFT and _comes_before(delivery, d)]


def behind(delivery: Delivery, overtakers: Iterable[Delivery]) -> Delivery:
    """The same delivery with its place right behind those that have overtaken it, and before what is to come after them."""
    return delivery.evolve(due=max([delivery.due, *(other.due + timedelta(microseconds=1) for other in overtakers)]))


def giving_way(delivery: Delivery, placed: Delivery, others: Iterable[Delivery]) -> list[Delivery]:
    """Those of its chain and account that were to come after a delivery and would not, now that it is `placed` behind what has
    overtaken it: each with a place right behind the one before. What is due at one moment is told apart by microseconds."""
    lane = [d for d in others if (d.chain, d.account) == (delivery.chain, delivery.account)]
    moved, last = [], placed.due
    for other in in_order(d for d in lane if d.state not in LEFT and _comes_before(delivery, d)):
        if other.due <= last:
            last += timedelta(microseconds=1)
            moved.append(other.evolve(due=last))
    return moved


def _keeps_back(other: Delivery, delivery: Delivery, now: datetime) -> bool:
    """Whether another delivery of its chain and account keeps one back. Posts of one release do not wait for each other. An
    all-clear waits for nothing but an open socket before it; those before it that can go have had their turn in the pass. What
    comes before an all-clear that may be out waits until that is known."""
    if _comes_before(delivery, other):
        return other.final and not delivery.final and other.state in (State.SENDING, State.UNKNOWN)
    if not _comes_before(other, delivery):
        return False
    if delivery.final:
        return other.state is State.SENDING and other.next_try is not None and now < other.next_try <= now + EXCHANGE
    return other.state in (State.QUEUED, State.SENDING, State.UNKNOWN)


def _comes_before(one: Delivery, other: Delivery) -> bool:
    return one.release != other.release and in_order([one, other])[0] is one


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
