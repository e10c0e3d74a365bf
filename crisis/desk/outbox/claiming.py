"""One delivery: claimed, its socket opened, what came of it written down.

`sending` is committed, with the stop check in the same transaction, before the socket opens (design, step 6). What came of one
delivery and the claim of the next on its account are one transaction, which the accounts share: the disk is waited for once. What
is to be verified has been read before it (`ahead`), so that nobody waits long for the database.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from crisis.canon import canonical
from crisis.desk.clearance.stating import account_of
from crisis.desk.desk import Desk
from crisis.desk.outbox import ahead
from crisis.desk.outbox.lanes import Step
from crisis.desk.outbox.queue import change, refuse
from crisis.desk.outbox.steps import held_back, moved_on, parcel_of
from crisis.desk.outbox.verified import IDLE
from crisis.dispatch import states, timing
from crisis.errors import CrisisError
from crisis.model.delivery import Delivery, Parcel, State
from crisis.model.ports import Channel, InDoubt, NotSent
from crisis.store.beside import lane as beside
from crisis.store.unit import Writing


@dataclass(frozen=True)
class Claimed:
    """A delivery that is `sending`, what its channel is to be given, and the number of the first entry that came after it."""

    delivery: Delivery
    channel: Channel
    parcel: Parcel
    after: int


def send(desk: Desk, seen: Delivery, lane: Collection[str]) -> None:
    """Claim it, open its socket, and keep what came of it, which is written with the next claim of its `lane` or by
    `write_answers`. An answer that the database does not take is kept, and written by the next pass."""
    if desk.lanes.closed:
        return
    key = seen.key
    desk.lanes.in_hand[key] = None
    try:
        ahead.prepare(desk, key, before_asking=lambda: write_answers(desk, lane))
        claimed = _claimed(desk, seen, lane)
    except Exception:
        del desk.lanes.in_hand[key]
        raise
    if claimed is None:
        desk.lanes.in_hand.pop(key, None)
    else:
        desk.lanes.in_hand[key] = _sent(desk, claimed)


def write_answers(desk: Desk, keys: Collection[str]) -> bool:
    """Write down what came of those deliveries, where that is not written yet; whether there was any."""
    if answers := _answers(desk, keys):
        desk.store.together(desk.clock.now(), lambda unit: _write(desk, unit, answers))
        _written(desk, answers)
    return bool(answers)


def _claimed(desk: Desk, seen: Delivery, lane: Collection[str]) -> Claimed | None:
    answers = _answers(desk, lane)

    def act(unit: Writing) -> Claimed | None:
        _write(desk, unit, answers)
        return _claim(desk, unit, seen)

    claimed = desk.store.together(desk.clock.now(), act)
    _written(desk, answers)
    return claimed


def _answers(desk: Desk, keys: Collection[str]) -> dict[str, Step]:
    answers = ((key, desk.lanes.in_hand.get(key)) for key in keys)
    return {key: answer for key, answer in answers if answer is not None}


def _write(desk: Desk, unit: Writing, answers: dict[str, Step]) -> None:
    for key, answer in answers.items():
        if (moved := moved_on(desk, unit, key, State.SENDING, answer)) is not None:
            desk.lanes.ahead.is_out(unit, moved)


def _written(desk: Desk, answers: dict[str, Step]) -> None:
    for key in answers:
        desk.lanes.in_hand.pop(key, None)


def _claim(desk: Desk, unit: Writing, seen: Delivery) -> Claimed | None:
    """Verify over the very bytes and mark it `sending`; None where it does not go now. What the verification stops is held,
    with the reason."""
    lane = beside(unit, seen)
    delivery = next((one for one in lane if one.key == seen.key), None)
    if delivery is None or not timing.may_go(delivery, lane, unit.at):
        return None
    if (why := held_back(unit, delivery)) is not None:
        change(unit, states.moved(delivery, State.HELD, reason=why), reason=why)
        return None
    try:
        statement, stated = ahead.checked(desk, unit, delivery)
        channel = desk.channel(account_of(desk, delivery.account))
    except CrisisError as refusal:
        refuse(desk, unit, delivery, refusal.code)
        return None
    if channel is None:
        change(unit, states.moved(delivery, State.BY_HAND))
        return None
    claimed = states.sending(delivery, unit.at)
    change(unit, claimed, sender=desk.sender)
    return Claimed(claimed, channel, parcel_of(claimed, statement, stated), unit.ledger_size())


# The socket


def _sent(desk: Desk, claimed: Claimed) -> Step:
    """The step that follows a claim: what the platform answers asks for, or back into the queue."""
    return _published_or_not(desk, claimed.channel, claimed.parcel) if _may_open(desk, claimed) else _not_opened


def _may_open(desk: Desk, claimed: Claimed) -> bool:
    """The last look before the socket opens: the machine may have slept since the claim, and meanwhile somebody stopped it, its
    window ended, an all-clear went out, or another process gave it up."""
    return _still_goes(desk, claimed) and desk.clock.now() <= claimed.delivery.not_after


def _still_goes(desk: Desk, claimed: Claimed) -> bool:
    if not _concerned(desk, claimed):
        return True
    with desk.store.reading() as unit:
        delivery = unit.need(Delivery, claimed.delivery.key)
        return delivery.state is State.SENDING and held_back(unit, delivery) is None


def _concerned(desk: Desk, claimed: Claimed) -> bool:
    """Whether anything was done since its claim on which its going hangs: a change of anything, or on its account a delivery's."""
    account = canonical({"account": claimed.delivery.account})[1:-1]
    since = desk.store.since(claimed.after)
    return any(not kind.startswith(IDLE) or account in body for kind, body in since)


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
