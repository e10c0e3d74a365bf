"""What a stop concerns, and what it did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from crisis.desk.desk import Desk
from crisis.model.delivery import Delivery, State
from crisis.model.records import Stop


@dataclass(frozen=True)
class Held:
    """What a stop caught, what earlier stops had caught already, and what it could not catch: posts in people's hands, who may be
    making them now, and what had left (in flight, unsure, or out since `RECENT`). `instead` goes out another way, which was
    cleared for the case that its account cannot be used."""

    stop: Stop
    caught: tuple[Delivery, ...]
    left: tuple[Delivery, ...]
    instead: tuple[Delivery, ...] = ()
    already: tuple[Delivery, ...] = ()
    by_hand: tuple[Delivery, ...] = ()


RECENT = timedelta(hours=24)
"""What went out longer ago is not what somebody who stops everything asks for."""


CONCERNED = (State.QUEUED, State.HELD, State.BY_HAND, State.SENDING, State.UNKNOWN, State.PUBLISHED)


def concerns(stop: Stop, delivery: Delivery, now: datetime, *, routine: bool) -> bool:
    """Whether whoever sets a stop wants to know of a delivery: it is on its way there, or left not long ago."""
    over = delivery.state is State.PUBLISHED and now - (delivery.published_at or delivery.due) > RECENT
    return not over and stop.covers(delivery.account, routine=routine)


def staying(desk: Desk, going: Sequence[Delivery]) -> dict[str, int]:
    """How many posts stay held when those go, by reason."""
    with desk.store.reading() as unit:
        held = unit.find(Delivery, state=State.HELD)
    gone = {delivery.key for delivery in going}
    return dict(Counter(delivery.reason or "stopped" for delivery in held if delivery.key not in gone))
