"""What must hold, whatever went wrong: told from the platform's side and from the outbox's, and compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from crisis.desk.desk import Desk
from crisis.desk.outbox.hand import Task
from crisis.desk.record import book
from crisis.model.delivery import Delivery, State
from crisis.model.records import Stop
from simulator.platforms import Manner, Simulated
from simulator.stories import Story

OUT = frozenset({State.PUBLISHED, State.UNKNOWN, State.SENDING})
"""States that admit that a post is, or may be, out."""

ENDED = frozenset({State.PUBLISHED, State.FAILED, State.UNKNOWN, State.BY_HAND, State.EXPIRED, State.WITHDRAWN})


class Broken(BaseException):
    """Something is not as it must be. No `except Exception` on its way out of a socket takes it for a fault of a channel."""


@dataclass(frozen=True)
class Stopped:
    """A stop that stands, and the point at which it was set. Between the last look and the socket no look can see one."""

    stop: Stop
    point: int


def may_open(stops: Sequence[Stopped], delivery: Delivery, now: datetime, *, repeatable: bool) -> None:
    """A socket opens: no stop stands, its window is open, and the delivery says that it is being sent (or is unknown,
    where the same again is a no-op; there another process may have had its answer since the last look)."""
    for stopped in stops:
        if stopped.stop.covers(delivery.account, routine=delivery.chain == delivery.release):
            raise Broken(f"{delivery.post} opens its socket under a stop")
    if now > delivery.not_after:
        raise Broken(f"{delivery.post} opens its socket after its window")
    open_to_it = {State.SENDING, *((State.UNKNOWN, State.PUBLISHED) if repeatable else ())}
    if delivery.state not in open_to_it:
        raise Broken(f"{delivery.post} opens its socket while it is {delivery.state.value}")


def by_hand(platform: Simulated, task: Task) -> None:
    """A person posts it."""
    delivery = task.delivery
    platform.note(delivery.account, delivery.post, delivery.release, delivery.chain, task.text)


def always(story: Story, platform: Simulated, deliveries: Sequence[Delivery]) -> None:
    """What holds after every pass."""
    _once(platform)
    _cleared(story, platform)
    _in_order(platform, deliveries)
    for shown in platform.log:
        ways = [d for d in deliveries if d.post == shown.post and d.account == shown.account]
        if not any(d.state in OUT for d in ways):
            states = ", ".join(d.state.value for d in ways)
            raise Broken(f"{shown.post} is out on {shown.account}, and the outbox says: {states}")


def _once(platform: Simulated) -> None:
    shown = Counter((one.account, one.post) for one in platform.log)
    tried = Counter((one.account, one.post) for one in platform.arrived)
    for (account, post), times in (shown if platform.manner is Manner.PUT else tried).items():
        if times > 1:
            raise Broken(f"{post} came to {account} {times} times")
    for post, accounts in Counter(post for _, post in shown).items():
        if accounts > 1:
            raise Broken(f"{post} is out on {accounts} accounts")


def _cleared(story: Story, platform: Simulated) -> None:
    for one in platform.arrived:
        if story.cleared.get(one.post) != one.text:
            raise Broken(f"nobody cleared what came to {one.account} as {one.post}")


def _in_order(platform: Simulated, deliveries: Sequence[Delivery]) -> None:
    """Of what is out on one account in one chain, each had its socket opened after those that it was to come after. One that its
    platform takes long after that is its platform's doing."""
    rows = {(d.account, d.post): d for d in deliveries}
    lanes: dict[tuple[str, str], Delivery] = {}
    for account, post in sorted(platform.order, key=platform.order.__getitem__):
        here = rows[account, post]
        before = lanes.get((account, here.chain), here)
        if (here.due, here.release) < (before.due, before.release) and here.release != before.release:
            what = "the all-clear" if before.final else before.post
            raise Broken(f"{post} came to {account} after {what}, which it was to come before")
        lanes[account, here.chain] = here


def no_one_starves(deliveries: Sequence[Delivery], stops: Sequence[Stopped], now: datetime) -> None:
    """All is well again and the broadcasters have passed: what may go has gone. An unknown keeps back its own chain on its own
    account, and no all-clear."""
    for d in deliveries:
        if d.state is State.SENDING:
            raise Broken(f"{d.post} is being sent by nobody")
        if d.state is not State.QUEUED or d.due > now or (d.next_try and d.next_try > now):
            continue
        if any(s.stop.covers(d.account, routine=d.chain == d.release) for s in stops):
            continue
        unknown = [e for e in deliveries if e.state is State.UNKNOWN and (e.chain, e.account) == (d.chain, d.account)]
        paused = [
            e
            for e in deliveries
            if e.state is State.QUEUED
            and e.next_try
            and e.next_try > now
            and (e.chain, e.account) == (d.chain, d.account)
        ]
        if d.final or not (unknown or paused):
            raise Broken(f"{d.post} waits for nothing on {d.account}")


def at_the_end(story: Story, platform: Simulated, deliveries: Sequence[Delivery], desk: Desk) -> None:
    """Nothing is silently nowhere, and the ledger tells it all."""
    by_post = {post: [d for d in deliveries if d.post == post] for post in story.cleared}
    for post, ways in by_post.items():
        if not ways:
            raise Broken(f"{post} is nowhere")
    for d in deliveries:
        if d.state not in ENDED:
            raise Broken(f"{d.post} is {d.state.value} at the end")
        if d.state in {State.FAILED, State.EXPIRED} and not d.reason:
            raise Broken(f"{d.post} is {d.state.value} without a reason")
        if d.state is State.PUBLISHED and not platform.shows(d.account, d.post):
            raise Broken(f"{d.post} is published, and {d.account} does not show it")
    verdict = book.verify_ledger(desk)
    if not verdict.ok:
        raise Broken(f"the ledger does not hold: {[problem.what for problem in verdict.problems]}")
