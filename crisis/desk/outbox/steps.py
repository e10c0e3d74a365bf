"""Steps of a delivery that sending and settling share."""

from __future__ import annotations

from crisis.desk.desk import Desk
from crisis.desk.outbox.lanes import Step
from crisis.desk.outbox.queue import OVERTAKEN, change, fall_back, is_routine, stopped
from crisis.dispatch import timing
from crisis.model.delivery import Delivery, Parcel, State
from crisis.model.release import StatedPost, Statement
from crisis.store.beside import lane
from crisis.store.unit import Reading, Writing


def move(desk: Desk, key: str, state: State, step: Step) -> bool:
    """Take a step with a delivery if it still is in that state; whether it was."""
    with desk.store.writing(desk.clock.now()) as unit:
        return moved_on(desk, unit, key, state, step) is not None


def moved_on(desk: Desk, unit: Writing, key: str, state: State, step: Step) -> Delivery | None:
    """The same in the transaction given; the delivery after its step, None where it was in another state."""
    delivery = unit.get(Delivery, key)
    if delivery is None or delivery.state is not state:
        return None
    moved = step(delivery)
    if moved.state is state:
        unit.put(moved)
    else:
        change(unit, moved, reason=moved.reason, url=moved.url)
        if moved.state is State.FAILED:
            fall_back(desk, unit, moved)
    return moved


def held_back(unit: Reading, delivery: Delivery) -> str | None:
    """Why a delivery whose turn has come waits for a person all the same."""
    if stopped(unit, delivery.account, routine=is_routine(delivery)):
        return "stopped"
    return OVERTAKEN if not delivery.final and timing.overtaken(delivery, finals(unit, delivery)) else None


def finals(unit: Reading, delivery: Delivery) -> list[Delivery]:
    """The all-clears of its chain on its account, also those that are out."""
    return [other for other in lane(unit, delivery) if other.final]


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
