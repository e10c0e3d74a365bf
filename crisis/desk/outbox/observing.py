"""Looking at our accounts: posts that this desk does not know, and its own that are gone or changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from crisis.desk.desk import Desk
from crisis.desk.outbox import reads
from crisis.desk.outbox.queue import NOT_SENT, stated_post
from crisis.dispatch.differences import Ours, differences
from crisis.model.delivery import Delivery, State
from crisis.model.ports import NotSent, Watchable
from crisis.model.settings import Account
from crisis.model.watched import AccountWatch, OddPost, OutsidePost, Seen
from crisis.sentence import Sentence
from crisis.store.unit import Reading, Writing

BACK = timedelta(hours=24)
"""How far back a look goes, and never to before the watch over the account began."""

POSSIBLY_OUT = (State.SENDING, State.PUBLISHED, State.UNKNOWN, State.BY_HAND)


def observe(desk: Desk, patience: float | None = None) -> None:
    """Look at every account whose time has come, all at once, beside their sends."""
    with desk.store.reading() as unit:
        due = [account for account in watched(desk) if _is_due(desk, unit, account)]
    desk.lanes.run({f"watch {each.id}": partial(_look, desk, each) for each in due}, desk.workers, patience)


def watched(desk: Desk) -> list[Account]:
    """The accounts that are watched."""
    return [account for account in desk.settings.accounts if account.poll_every is not None]


def odd(unit: Reading) -> list[OddPost]:
    """What is not as the desk sent it, as far as is known; oldest first."""
    return sorted(unit.find(OddPost, ended_at=None), key=lambda each: each.found_at)


def blind(desk: Desk, unit: Reading) -> list[Sentence]:
    """Why accounts that are to be watched are not, and whose reads of the day are spent."""
    watches = {each.account: each for each in unit.find(AccountWatch)}
    told = [each.failed for one in watched(desk) if (each := watches.get(one.id)) and each.failed]
    for account in desk.settings.accounts:
        if not reads.left(desk, unit, account):
            told.append(
                Sentence(
                    "{account}: the reads of the day are spent ({count} of {limit}). Look at the account yourself.",
                    account=account.id,
                    count=reads.spent(desk, unit, account.id),
                    limit=account.reads_per_day,
                )
            )
    return told


def _is_due(desk: Desk, unit: Reading, account: Account) -> bool:
    watch, now = unit.get(AccountWatch, account.id), desk.clock.now()
    far = watch is not None and watch.next_look - now > timedelta(seconds=account.poll_every or 0)
    return (watch is None or watch.next_look <= now or far) and reads.left(desk, unit, account)


def _look(desk: Desk, account: Account) -> None:
    channel = desk.watcher(account)
    if not isinstance(channel, Watchable):
        return
    with desk.store.reading() as unit:
        before = unit.get(AccountWatch, account.id)
    began = before.began_at if before else desk.clock.now()
    since = max(began, desk.clock.now() - BACK)
    failed, seen = None, None
    with reads.counted(desk, account.id):
        try:
            seen = channel.recent(since)
        except NotSent as failure:
            failed = Sentence("{account} cannot be watched: {why}", account=account.id, why=failure.reason)
    with desk.store.writing(desk.clock.now()) as unit:
        if seen is not None:
            _keep(desk, unit, account.id, seen, since)
        again = unit.at + timedelta(seconds=account.poll_every or 0)
        looked = before.looked_at if before and seen is None else (None if seen is None else unit.at)
        unit.put(AccountWatch(account.id, began, again, looked, failed))


def _keep(desk: Desk, unit: Writing, account: str, seen: Sequence[Seen], since: datetime) -> None:
    """Write down what is odd now, and end what was and is no more. What was found before the time that was looked at stays."""
    recorded = [each.url for each in unit.find(OutsidePost, account=account)]
    found = {each.key: each for each in differences(account, seen, _ours(unit, account), recorded, since, unit.at)}
    known = {each.key: each for each in unit.find(OddPost, account=account)}
    for key, each in found.items():
        if key not in known or known[key].ended_at is not None:
            unit.put(each)
            unit.record(
                "account-differs", account=account, odd=each.odd.value, remote_id=each.remote_id, post=each.post
            )
    for key, each in known.items():
        if each.ended_at is None and key not in found and each.found_at >= since:
            unit.put(replace(each, ended_at=unit.at))


def _ours(unit: Reading, account: str) -> list[Ours]:
    """What the desk may have on the account; a platform may also take late what a person has settled as not sent."""
    out = unit.find(Delivery, account=account, state=POSSIBLY_OUT)
    denied = unit.find(Delivery, account=account, state=State.FAILED, reason=NOT_SENT)
    pairs = [(each, stated_post(unit, each)) for each in (*out, *denied)]
    return [
        Ours(
            each.post,
            stated.text,
            each.remote_id,
            each.published_at if each.state is State.PUBLISHED else None,
            denied=each.state is State.FAILED,
        )
        for each, stated in pairs
        if stated is not None
    ]
