"""One pass of the broadcaster: settle what is unsure, send what is due, keep our own outlets true.

`sending` is committed, with the stop check in the same transaction, before the socket opens (design, step 6).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from crisis.desk.clearance.review import ask_links_of
from crisis.desk.clearance.stating import account_of
from crisis.desk.desk import Desk
from crisis.desk.outbox.lanes import Job, Step
from crisis.desk.outbox.queue import change, refuse
from crisis.desk.outbox.settling import read_back
from crisis.desk.outbox.steps import held_back, move, parcel_of
from crisis.desk.outbox.verifying import sendable
from crisis.dispatch import states, timing
from crisis.errors import CrisisError
from crisis.model.delivery import Delivery, Parcel, State
from crisis.model.ports import Channel, InDoubt, NotSent
from crisis.store.unit import Reading


@dataclass(frozen=True)
class Pass:
    """What one pass did: how many posts were published, left unknown, held back, and failed for good (expired included)."""

    published: int = 0
    unknown: int = 0
    held: int = 0
    failed: int = 0


def tick(desk: Desk, patience: float | None = None) -> Pass:
    """One full pass: answers not written yet, sends that died, windows that are over; then, account by account, what is due
    and the read-backs. Accounts that have not ended after `patience` seconds go on by themselves."""
    before = _open(desk)
    _write_answers(desk)
    _give_up_the_dead(desk)
    _expire(desk, before)
    desk.lanes.run(_jobs(desk, timing.to_read_back(before, desk.clock.now())), desk.workers, patience)
    return _done(desk, [*before, *_serve_fallbacks(desk, before, patience)])


def _jobs(desk: Desk, unsure: Sequence[Delivery]) -> dict[str, Job]:
    """What there is to do, by account, in the order in which it is due."""
    due = timing.due(_open(desk), desk.clock.now())
    accounts = dict.fromkeys(delivery.account for delivery in [*due, *unsure])
    return {
        account: partial(_serve, desk, account, [d for d in unsure if d.account == account]) for account in accounts
    }


def _serve_fallbacks(desk: Desk, before: Iterable[Delivery], patience: float | None) -> list[Delivery]:
    """What has failed for good goes its next way in the same pass, and if that fails the one after it; what went so."""
    tried = {delivery.key: delivery for delivery in before}
    known = len(tried)
    while fresh := [d for d in timing.due(_open(desk), desk.clock.now()) if d.place and d.key not in tried]:
        tried |= {delivery.key: delivery for delivery in fresh}
        desk.lanes.run({d.account: partial(_send_due, desk, d.account) for d in fresh}, desk.workers, patience)
    return list(tried.values())[known:]


def _serve(desk: Desk, account: str, unsure: Sequence[Delivery]) -> None:
    """One account: what is due first, because a read-back may take long; then what the read-backs have set free."""
    # Loads the platform's library now, and not under the database's lock; what is wrong with it is said at the send.
    with suppress(CrisisError):
        desk.channel(account_of(desk, account))
    _send_due(desk, account)
    _each(unsure, partial(read_back, desk))
    if unsure:
        _send_due(desk, account)


def _send_due(desk: Desk, account: str) -> None:
    with desk.store.reading() as unit:
        waiting = unit.find(Delivery, account=account, state=states.OPEN)
    _each(timing.due(waiting, desk.clock.now()), lambda delivery: _send(desk, delivery.key))


def _each(deliveries: Iterable[Delivery], act: Callable[[Delivery], None]) -> None:
    """A fault over one delivery keeps no other back; it is raised at the end. An error in words (of the database, say) would
    be the same for all and ends it."""
    faults: list[Exception] = []
    for delivery in deliveries:
        try:
            act(delivery)
        except CrisisError:
            raise
        except Exception as fault:  # noqa: BLE001 - raised below
            faults.append(fault)
    if faults:
        raise faults[0]


def next_time(desk: Desk) -> datetime | None:
    """When something is next to be done; None while nothing waits."""
    return timing.next_time(_open(desk), desk.clock.now())


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
    """A send whose process has ended is unknown: its socket may have been open. So is one that this process has lost."""
    with desk.store.reading() as unit:
        dead = [key for key, sender in unit.senders().items() if not _at_work(desk, key, sender)]
    for key in dead:
        move(desk, key, State.SENDING, lambda d: states.in_doubt(d, "sender-ended", desk.clock.now()))


def _at_work(desk: Desk, key: str, sender: str) -> bool:
    return desk.alive(sender) and (sender != desk.sender or key in desk.lanes.in_hand)


def give_up_own(desk: Desk) -> int:
    """This process ends and waits no longer: what has no answer yet is unknown, and how many those are."""
    unanswered = [key for key, answer in list(desk.lanes.in_hand.items()) if answer is None]
    given_up = (
        move(desk, key, State.SENDING, lambda d: states.in_doubt(d, "sender-ended", desk.clock.now()))
        for key in unanswered
    )
    return sum(given_up)


def _expire(desk: Desk, deliveries: Iterable[Delivery]) -> None:
    """What never left in its window is never sent late."""
    for delivery in timing.expired(deliveries, desk.clock.now()):
        move(desk, delivery.key, delivery.state, lambda d: states.moved(d, State.EXPIRED, reason="window-over"))


# Sending


def _send(desk: Desk, key: str) -> None:
    """Claim it, open its socket, write down what came of it. An answer that the database does not take now is kept and
    written by the next pass."""
    if desk.lanes.closed:
        return
    desk.lanes.in_hand[key] = None
    try:
        ask_links_of(desk, key)
        claimed = _claim(desk, key)
    except Exception:
        del desk.lanes.in_hand[key]
        raise
    if claimed is not None:
        desk.lanes.in_hand[key] = _sent(desk, key, *claimed)
        _write_answer(desk, key)
    desk.lanes.in_hand.pop(key, None)


def _write_answers(desk: Desk) -> None:
    for key in list(desk.lanes.in_hand):
        _write_answer(desk, key)


def _write_answer(desk: Desk, key: str) -> None:
    answer = desk.lanes.in_hand.get(key)
    if answer is not None:
        move(desk, key, State.SENDING, answer)
        desk.lanes.in_hand.pop(key, None)


def _sent(desk: Desk, key: str, channel: Channel, parcel: Parcel) -> Step:
    """The step that follows a claim: what the platform answers asks for, or back into the queue."""
    return _published_or_not(desk, channel, parcel) if _may_open(desk, key) else _not_opened


def _may_open(desk: Desk, key: str) -> bool:
    """The last look before the socket opens: the machine may have slept since the claim, and meanwhile somebody stopped it, its
    window ended, an all-clear went out, or another process gave it up."""
    with desk.store.reading() as unit:
        delivery = unit.need(Delivery, key)
        return (
            delivery.state is State.SENDING
            and desk.clock.now() <= delivery.not_after
            and held_back(unit, delivery) is None
        )


def _not_opened(delivery: Delivery) -> Delivery:
    return states.moved(delivery, State.QUEUED, next_try=None)


def _published_or_not(desk: Desk, channel: Channel, parcel: Parcel) -> Step:
    """Open the socket; the step that its answer asks for."""
    try:
        receipt = channel.publish(parcel)
    except NotSent as failure:
        return _after_failure(desk, failure)
    except InDoubt as doubt:
        return _in_doubt(desk, doubt)
    except Exception as error:  # noqa: BLE001 - a fault of ours after the socket may have opened: nobody knows
        # The type alone: a library's message may carry what it was given.
        return _in_doubt(desk, InDoubt(f"a fault of the program ({type(error).__name__}) while it was sent"))
    return lambda delivery: states.published(delivery, receipt)


def _after_failure(desk: Desk, failure: NotSent) -> Step:
    """Provably not sent: again later if that can help, else failed, to be taken by hand."""

    def step(delivery: Delivery) -> Delivery:
        if failure.permanent:
            return states.moved(delivery, State.FAILED, reason=failure.reason)
        again = timing.retry_at(delivery.attempts, desk.clock.now(), failure.retry_after)
        return states.moved(delivery, State.QUEUED, reason=failure.reason, next_try=again)

    return step


def _in_doubt(desk: Desk, doubt: InDoubt) -> Step:
    return lambda delivery: states.in_doubt(delivery, doubt.reason, desk.clock.now())


def _claim(desk: Desk, key: str) -> tuple[Channel, Parcel] | None:
    """Verify over the very bytes and commit `sending`; None where it does not go now. What the verification stops is held,
    with the reason."""
    with desk.store.writing(desk.clock.now()) as unit:
        delivery = unit.get(Delivery, key)
        if delivery is None or not timing.may_go(delivery, _lane(unit, delivery), unit.at):
            return None
        if (why := held_back(unit, delivery)) is not None:
            change(unit, states.moved(delivery, State.HELD, reason=why), reason=why)
            return None
        try:
            statement, stated = sendable(desk, unit, delivery)
            channel = desk.channel(account_of(desk, delivery.account))
        except CrisisError as refusal:
            refuse(desk, unit, delivery, refusal.code)
            return None
        if channel is None:
            change(unit, states.moved(delivery, State.BY_HAND))
            return None
        claimed = states.sending(delivery, unit.at)
        change(unit, claimed, sender=desk.sender)
        return channel, parcel_of(claimed, statement, stated)


def _lane(unit: Reading, delivery: Delivery) -> list[Delivery]:
    """What is open in its chain on its account."""
    return unit.find(Delivery, chain=delivery.chain, account=delivery.account, state=states.OPEN)
