"""One pass of the broadcaster: settle what is unsure, send what is due, keep our own outlets true.

`sending` is committed, with the stop check in the same transaction, before the socket opens (design, step 6).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from crisis.desk.desk import Desk
from crisis.desk.outbox import change, is_routine, stopped
from crisis.desk.stating import account_of
from crisis.desk.verifying import sendable, verified
from crisis.dispatch import states, timing
from crisis.errors import CrisisError
from crisis.model.delivery import Delivery, Parcel, Receipt, State
from crisis.model.ports import Channel, InDoubt, NotSent
from crisis.model.release import StatedPost, Statement


@dataclass(frozen=True)
class Pass:
    """What one pass did: how many posts were published, left unknown, held back, and failed for good (expired included)."""

    published: int = 0
    unknown: int = 0
    held: int = 0
    failed: int = 0


def tick(desk: Desk) -> Pass:
    """One full pass: sends that died, windows that are over, read-backs, then what is due."""
    before = _open(desk)
    _give_up_the_dead(desk)
    _expire(desk, before)
    for delivery in timing.to_read_back(before, desk.clock.now()):
        _read_back(desk, delivery)
    for delivery in timing.due(_open(desk), desk.clock.now()):
        _send(desk, delivery.key)
    return _done(desk, before)


def _open(desk: Desk) -> list[Delivery]:
    with desk.store.reading() as unit:
        return unit.find(Delivery, state=states.OPEN)


def _done(desk: Desk, before: Iterable[Delivery]) -> Pass:
    was = {delivery.key: delivery.state for delivery in before}
    with desk.store.reading() as unit:
        now = [d.state for d in unit.find(Delivery, key=list(was)) if d.state is not was[d.key]]
    return Pass(
        published=now.count(State.PUBLISHED),
        unknown=now.count(State.UNKNOWN),
        held=now.count(State.HELD),
        failed=now.count(State.FAILED) + now.count(State.EXPIRED),
    )


def _give_up_the_dead(desk: Desk) -> None:
    """A send whose process has ended is unknown: its socket may have been open."""
    with desk.store.reading() as unit:
        dead = [key for key, sender in unit.senders().items() if not desk.alive(sender)]
    for key in dead:
        _move(desk, key, State.SENDING, lambda d: states.in_doubt(d, "sender-ended", desk.clock.now()))


def _expire(desk: Desk, deliveries: Iterable[Delivery]) -> None:
    """What never left in its window is never sent late."""
    for delivery in timing.expired(deliveries, desk.clock.now()):
        _move(desk, delivery.key, delivery.state, lambda d: states.moved(d, State.EXPIRED, reason="window-over"))


def _move(desk: Desk, key: str, state: State, step: Callable[[Delivery], Delivery]) -> None:
    """Take a step with a delivery if it still is in that state."""
    with desk.store.writing(desk.clock.now()) as unit:
        delivery = unit.get(Delivery, key)
        if delivery is not None and delivery.state is state:
            moved = step(delivery)
            if moved.state is state:
                unit.put(moved)
            else:
                change(unit, moved, reason=moved.reason, url=moved.url)


# Sending


def _send(desk: Desk, key: str) -> None:
    claimed = _claim(desk, key)
    if claimed is None:
        return
    channel, parcel = claimed
    _move(desk, key, State.SENDING, _published_or_not(desk, channel, parcel))


def _published_or_not(desk: Desk, channel: Channel, parcel: Parcel) -> Callable[[Delivery], Delivery]:
    """Open the socket; the step that its answer asks for."""
    try:
        receipt = channel.publish(parcel)
    except NotSent as failure:
        return _after_failure(desk, failure)
    except InDoubt as doubt:
        return _in_doubt(desk, doubt)
    return lambda delivery: states.published(delivery, receipt)


def _after_failure(desk: Desk, failure: NotSent) -> Callable[[Delivery], Delivery]:
    """Provably not sent: again later if that can help, else failed, to be taken by hand."""

    def step(delivery: Delivery) -> Delivery:
        if failure.permanent:
            return states.moved(delivery, State.FAILED, reason=failure.reason)
        again = timing.retry_at(delivery.attempts, desk.clock.now(), failure.retry_after)
        return states.moved(delivery, State.QUEUED, reason=failure.reason, next_try=again)

    return step


def _in_doubt(desk: Desk, doubt: InDoubt) -> Callable[[Delivery], Delivery]:
    return lambda delivery: states.in_doubt(delivery, doubt.reason, desk.clock.now())


def _claim(desk: Desk, key: str) -> tuple[Channel, Parcel] | None:
    """Verify over the very bytes and commit `sending`; None where it does not go now. What the verification stops is held,
    with the reason."""
    with desk.store.writing(desk.clock.now()) as unit:
        delivery = unit.get(Delivery, key)
        if delivery is None or delivery.state is not State.QUEUED:
            return None
        if stopped(unit, delivery.account, routine=is_routine(delivery)):
            change(unit, states.moved(delivery, State.HELD, reason="stopped"))
            return None
        try:
            statement, stated = sendable(desk, unit, delivery)
            channel = desk.channel(account_of(desk, delivery.account))
        except CrisisError as refusal:
            unit.record("check-failed", delivery=key, post=delivery.post, code=refusal.code)
            change(unit, states.moved(delivery, State.HELD, reason=refusal.code), reason=refusal.code)
            return None
        if channel is None:
            change(unit, states.moved(delivery, State.BY_HAND))
            return None
        claimed = states.moved(
            delivery,
            State.SENDING,
            attempts=delivery.attempts + 1,
            started_at=delivery.started_at or unit.at,
            next_try=None,
        )
        change(unit, claimed, sender=desk.sender)
        return channel, parcel_of(claimed, statement, stated)


def parcel_of(delivery: Delivery, statement: Statement, stated: StatedPost) -> Parcel:
    """What the channel gets: the text of the verified statement, never of the post's row."""
    return Parcel(
        key=delivery.key,
        post=stated.post,
        release=statement.release,
        text=stated.text,
        language=stated.language,
        account=stated.target.account,
        incident=statement.incident,
        first_tried=delivery.started_at or statement.not_before,
    )


# Settling


def _read_back(desk: Desk, delivery: Delivery) -> None:
    """Look for an unknown at its platform. Found is published; absent is repeated only where repetition is a no-op, else it
    stays unknown and a person settles it."""
    channel, receipt = _looked_for(desk, delivery)

    def step(current: Delivery) -> Delivery:
        if receipt is not None:
            return states.published(current, receipt)
        if channel is not None and channel.repeatable:
            return states.moved(current, State.QUEUED, next_try=None)
        now = desk.clock.now()
        return current.evolve(next_try=timing.look_again_at(now - (current.started_at or now), now))

    _move(desk, delivery.key, State.UNKNOWN, step)


def _looked_for(desk: Desk, delivery: Delivery) -> tuple[Channel | None, Receipt | None]:
    """The channel, if there is one now, and what it found there."""
    try:
        with desk.store.reading() as unit:
            statement, stated = verified(desk, unit, delivery, delivery.started_at or desk.clock.now())
        channel = desk.channel(account_of(desk, delivery.account))
    except CrisisError:
        return None, None
    if channel is None:
        return None, None
    try:
        return channel, channel.read_back(parcel_of(delivery, statement, stated))
    except NotSent:
        return channel, None
