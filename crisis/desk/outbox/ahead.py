"""Verifying before it is time, over a snapshot, so that a claim only has to look whether what was verified still counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from crisis.desk.desk import Desk
from crisis.desk.outbox.queue import is_routine, stopped
from crisis.desk.outbox.verified import Verified
from crisis.desk.outbox.verifying import sendable
from crisis.errors import CrisisError
from crisis.model.delivery import Delivery
from crisis.model.records import StoredPost
from crisis.model.release import StatedPost, Statement
from crisis.store.unit import Reading, Writing


def look_ahead(desk: Desk, coming: Sequence[Delivery], most: int | None = None) -> None:
    """Verify what will be due soon as it will be then, or the first so many of it, where that was not done yet or something has
    happened since: in one snapshot, in which what the posts of one release share is read once."""
    desk.lanes.ahead.keep_only([delivery.key for delivery in coming])
    if coming:
        with desk.store.reading() as unit:
            for delivery in coming[:most]:
                at = max(delivery.due, desk.clock.now())
                if desk.lanes.ahead.holds(unit, delivery, desk.kit, at) is None:
                    _verify(desk, unit, delivery.key, at)


def prepare(desk: Desk, key: str, before_asking: Callable[[], object]) -> None:
    """Before a claim: verify it where that was not done for now, or where its links have to be asked anew, which may take three
    seconds; nothing is asked for one that stands under a stop. No transaction is open meanwhile."""
    one = desk.lanes.ahead.known.get(key)
    if one is None or not one.is_for(desk.kit, desk.clock.now()):
        one = _read(desk, key)
    if desk.links.wants(one.text, desk.clock.now()) and not _is_stopped(desk, one.delivery):
        before_asking()
        desk.links.ask([one.text], desk.clock.now())
        _read(desk, key)


def checked(desk: Desk, unit: Writing, delivery: Delivery) -> tuple[Statement, StatedPost]:
    """As `sendable` in the transaction of its claim, known already where nothing has happened since it was verified."""
    given = desk.lanes.ahead.holds(unit, delivery, desk.kit, desk.clock.now())
    return given or sendable(desk, unit, delivery)


def _is_stopped(desk: Desk, delivery: Delivery) -> bool:
    with desk.store.reading() as unit:
        return stopped(unit, delivery.account, routine=is_routine(delivery))


def _read(desk: Desk, key: str) -> Verified:
    with desk.store.reading() as unit:
        return _verify(desk, unit, key, desk.clock.now())


def _verify(desk: Desk, unit: Reading, key: str, at: datetime) -> Verified:
    delivery = unit.need(Delivery, key)
    entries = unit.ledger_size()
    try:
        given = sendable(replace(desk, clock=_At(at)), unit, delivery)
    except CrisisError:
        given = None
    one = Verified(delivery, unit.need(StoredPost, delivery.post).text, given, entries, desk.kit, at)
    desk.lanes.ahead.keep(one)
    return one


@dataclass(frozen=True)
class _At:
    """A clock that stands at the time for which something is verified."""

    at: datetime

    def now(self) -> datetime:
        """That time."""
        return self.at
