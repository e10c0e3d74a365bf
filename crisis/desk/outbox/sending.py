"""One pass of the broadcaster: settle what is unsure, and send what is due, account by account."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from crisis.desk.clearance.stating import account_of
from crisis.desk.desk import Desk
from crisis.desk.outbox.ahead import look_ahead
from crisis.desk.outbox.claiming import send, write_answers
from crisis.desk.outbox.lanes import Job
from crisis.desk.outbox.settling import read_back
from crisis.desk.outbox.steps import move
from crisis.dispatch import states, timing
from crisis.errors import CrisisError
from crisis.model.delivery import Delivery, State
from crisis.store.beside import states_of

FAMILY = 12
"""How much is verified together before the first of it goes: the posts of a release. More would keep the first one waiting."""


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
    if not before and not desk.lanes.in_hand:
        look_ahead(desk, ())
        return Pass()
    cleared_up = (write_answers(desk, list(desk.lanes.in_hand)), _give_up_the_dead(desk), _expire(desk, before))
    waiting = _open(desk) if any(cleared_up) else before
    look_ahead(desk, timing.soon(waiting, desk.clock.now()), FAMILY)
    jobs = _jobs(desk, timing.due(waiting, desk.clock.now()), timing.to_read_back(before, desk.clock.now()))
    desk.lanes.run(jobs, desk.workers, patience)
    done = _done(desk, [*before, *_serve_fallbacks(desk, before, patience)])
    look_ahead(desk, timing.soon(_open(desk), desk.clock.now()))
    return done


def _jobs(desk: Desk, due: Sequence[Delivery], unsure: Sequence[Delivery]) -> dict[str, Job]:
    """What there is to do, by account, in the order in which it is due."""
    accounts = dict.fromkeys(delivery.account for delivery in [*due, *unsure])
    return {
        account: partial(
            _serve, desk, account, [d for d in due if d.account == account], [d for d in unsure if d.account == account]
        )
        for account in accounts
    }


def _serve_fallbacks(desk: Desk, before: Iterable[Delivery], patience: float | None) -> list[Delivery]:
    """What has failed for good goes its next way in the same pass, and if that fails the one after it; what went so."""
    tried = {delivery.key: delivery for delivery in before}
    known = len(tried)
    while fresh := [d for d in timing.due(_open(desk), desk.clock.now()) if d.place and d.key not in tried]:
        tried |= {delivery.key: delivery for delivery in fresh}
        desk.lanes.run({d.account: partial(_send_due, desk, d.account) for d in fresh}, desk.workers, patience)
    return list(tried.values())[known:]


def _serve(desk: Desk, account: str, due: Sequence[Delivery], unsure: Sequence[Delivery]) -> None:
    """One account: what is due first, because a read-back may take long; then what the read-backs have set free."""
    # Loads the platform's library now, and not under the database's lock; what is wrong with it is said at the send.
    with suppress(CrisisError):
        desk.channel(account_of(desk, account))
    _send(desk, due)
    _each(partial(read_back, desk, delivery) for delivery in unsure)
    if unsure:
        _send_due(desk, account)


def _send_due(desk: Desk, account: str) -> None:
    with desk.store.reading() as unit:
        waiting = unit.find(Delivery, account=account, state=states.OPEN)
    _send(desk, timing.due(waiting, desk.clock.now()))


def _send(desk: Desk, due: Sequence[Delivery]) -> None:
    """What was found due on one account, in order: whether it still is, is asked when it is claimed."""
    keys = [delivery.key for delivery in due]
    _each([*(partial(send, desk, delivery, keys) for delivery in due), partial(write_answers, desk, keys)])


def _each(acts: Iterable[Callable[[], object]]) -> None:
    """A fault over one delivery keeps no other back; it is raised at the end. An error in words (of the database, say) would
    be the same for all and ends it."""
    faults: list[Exception] = []
    for act in acts:
        try:
            act()
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
        now = [state for key, state in states_of(unit, was).items() if state is not was[key]]
    return Pass(
        published=now.count(State.PUBLISHED),
        unknown=now.count(State.UNKNOWN),
        held=now.count(State.HELD),
        failed=now.count(State.FAILED) + now.count(State.EXPIRED),
    )


def _give_up_the_dead(desk: Desk) -> bool:
    """A send whose process has ended is unknown: its socket may have been open. So is one that this process has lost. Whether
    there was any."""
    with desk.store.reading() as unit:
        dead = [key for key, sender in unit.senders().items() if not _at_work(desk, key, sender)]
    for key in dead:
        move(desk, key, State.SENDING, lambda d: states.in_doubt(d, "sender-ended", desk.clock.now()))
    return bool(dead)


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


def _expire(desk: Desk, deliveries: Iterable[Delivery]) -> bool:
    """What never left in its window is never sent late. Whether there was any."""
    over = timing.expired(deliveries, desk.clock.now())
    for delivery in over:
        move(desk, delivery.key, delivery.state, lambda d: states.moved(d, State.EXPIRED, reason="window-over"))
    return bool(over)
