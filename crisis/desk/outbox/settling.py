"""What nobody knows: looked for at its platform, and made again where making it again changes nothing."""

from __future__ import annotations

from datetime import timedelta

from crisis.desk.clearance.stating import account_of
from crisis.desk.desk import Desk
from crisis.desk.outbox import reads
from crisis.desk.outbox.steps import held_back, move, parcel_of
from crisis.desk.outbox.verifying import sendable, verified
from crisis.dispatch import states, timing
from crisis.errors import CrisisError
from crisis.model.delivery import Delivery, Receipt, State
from crisis.model.ports import Channel, NotSent
from crisis.model.settings import Account
from crisis.store.unit import Reading


def read_back(desk: Desk, delivery: Delivery) -> None:
    """Look for an unknown at its platform. Found is published; absent is repeated only where repetition is a no-op, else it
    stays unknown and a person settles it. After the first look, the reads of the day may be spent."""
    account = desk.settings.account(delivery.account)
    if delivery.looks and account and not _may_ask(desk, account):
        move(desk, delivery.key, State.UNKNOWN, lambda d: d.evolve(next_try=reads.tomorrow(desk)))
        return
    with reads.counted(desk, delivery.account):
        channel, receipt = _looked_for(desk, delivery)
    if receipt is None and channel is not None and channel.repeatable:
        receipt = _repeated(desk, delivery.key)

    def step(current: Delivery) -> Delivery:
        if receipt is not None:
            return states.published(current, receipt)
        now, pace = desk.clock.now(), timedelta(seconds=account.poll_every or 0) if account else timedelta(0)
        again = timing.look_again_at(now - (current.started_at or now), now, pace)
        return current.evolve(next_try=again, looks=current.looks + 1)

    move(desk, delivery.key, State.UNKNOWN, step)


def _may_ask(desk: Desk, account: Account) -> bool:
    with desk.store.reading() as unit:
        return reads.left(desk, unit, account)


def _repeated(desk: Desk, key: str) -> Receipt | None:
    """Publish an unknown again where that is a no-op. It stays unknown until its platform says that it holds it: a refusal of
    the repetition says nothing of the time before. None where it may not go now."""
    with desk.store.writing(desk.clock.now()) as unit:
        delivery = unit.need(Delivery, key)
        if not _may_repeat(desk, unit, delivery):
            return None
        try:
            statement, stated = sendable(desk, unit, delivery)
            channel = desk.channel(account_of(desk, delivery.account))
        except CrisisError:
            return None
        unit.put(delivery.evolve(attempts=delivery.attempts + 1))
    # The last look before the socket: the machine may have slept, and meanwhile somebody stopped it or said what became of it.
    with desk.store.reading() as unit:
        if channel is None or not _may_repeat(desk, unit, unit.need(Delivery, key)):
            return None
    if desk.clock.now() > delivery.not_after:
        return None  # it may have slept while it looked
    try:
        return channel.publish(parcel_of(delivery, statement, stated))
    except Exception:  # noqa: BLE001 - whatever went wrong this time, it is as unknown as before
        return None


def _may_repeat(desk: Desk, unit: Reading, delivery: Delivery) -> bool:
    in_time = desk.clock.now() <= delivery.not_after
    return delivery.state is State.UNKNOWN and in_time and not desk.lanes.closed and held_back(unit, delivery) is None


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
