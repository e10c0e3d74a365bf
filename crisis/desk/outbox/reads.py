"""How often each platform may be asked: its questions are counted, and none is put when those of the day are spent.

Reads cost money on some platforms. The first look for a post in doubt waits for no budget.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta

from crisis.desk.desk import Desk
from crisis.model.settings import Account
from crisis.model.watched import Reads
from crisis.store.unit import Reading


@contextmanager
def counted(desk: Desk, account: str) -> Iterator[None]:
    """Count the questions that are put meanwhile."""
    try:
        yield
    finally:
        if asked := desk.asked.take(account):
            with desk.store.writing(desk.clock.now()) as unit:
                unit.put(Reads(account, day(desk), spent(desk, unit, account) + asked))


def spent(desk: Desk, unit: Reading, account: str) -> int:
    """How many questions the account's platform was asked today."""
    return sum(each.count for each in unit.find(Reads, account=account, day=day(desk)))


def left(desk: Desk, unit: Reading, account: Account) -> bool:
    """Whether its platform may be asked once more today."""
    return account.reads_per_day is None or spent(desk, unit, account.id) < account.reads_per_day


def day(desk: Desk) -> str:
    """Today, in the desk's zone."""
    return desk.clock.now().astimezone(desk.settings.zone).date().isoformat()


def tomorrow(desk: Desk) -> datetime:
    """When the next day's reads begin."""
    here = desk.clock.now().astimezone(desk.settings.zone)
    return datetime.combine(here.date() + timedelta(days=1), time(), desk.settings.zone)
