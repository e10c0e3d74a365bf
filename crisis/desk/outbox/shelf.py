"""What our own outlets show: every published post that still verifies, and the incidents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from crisis.canon import digest
from crisis.desk.desk import Desk
from crisis.desk.outbox import beside
from crisis.desk.outbox.queue import is_routine, stopped
from crisis.desk.outbox.verifying import sendable, verified
from crisis.dispatch import timing
from crisis.errors import CrisisError
from crisis.model.delivery import Delivery, State
from crisis.model.fact import Facts
from crisis.model.ports import InDoubt, NotSent, Outlet
from crisis.model.published import Incident, PublishedPost, Shelf
from crisis.model.records import LedgerCheckpoint, StoredDraft, StoredPost
from crisis.model.settings import Account
from crisis.store.unit import Reading

ALL_CLEAR = "all-clear"
"""The type of notice whose posts say that this was the last of them."""

TOGETHER = frozenset({"cap"})
"""Outlets on which the languages of a release are one message, which never changes once it is out."""

OUTLET = "outlet"
"""The code of an outlet of our own that could not be rendered."""


def shelf(desk: Desk, account: Account) -> Shelf:
    """The state of one of our own outlets. What does not verify is not shown: the page never carries an uncleared byte."""
    with desk.store.reading() as unit:
        out = sorted(
            unit.find(Delivery, account=account.id, state=State.PUBLISHED),
            key=lambda d: (d.published_at or d.due, d.key),
        )
        posts = [made for delivery in out if (made := _shown(desk, unit, delivery)) is not None]
        coming = list(_coming(desk, unit, account))
        incidents, checkpoint = unit.find(Incident), unit.newest(LedgerCheckpoint)
    return Shelf(
        desk.settings.organisation,
        account.languages or desk.settings.languages,
        tuple(incidents),
        tuple(posts),
        checkpoint.note if checkpoint else None,
        desk.mode,
        tuple(coming),
    )


def _shown(desk: Desk, unit: Reading, delivery: Delivery) -> PublishedPost | None:
    """What has verified once is what is shown: bytes that change later in the database never reach the page."""
    if delivery.key not in desk.shown:
        made = _published(desk, unit, delivery)
        if made is None:
            return None
        desk.shown[delivery.key] = made
    return desk.shown[delivery.key]


def _coming(desk: Desk, unit: Reading, account: Account) -> Iterator[PublishedPost]:
    """What is in hand for the account, and where they leave together, what of the same releases passes every check of the
    sender at this moment."""
    now = desk.clock.now()
    in_hand = unit.find(Delivery, account=account.id, state=State.SENDING)
    for delivery in in_hand:
        if (made := _published(desk, unit, delivery)) is not None:
            yield made
    if not in_hand or account.platform not in TOGETHER:
        return
    waiting = unit.find(Delivery, account=account.id, state=State.QUEUED, release={d.release for d in in_hand})
    for delivery in timing.due(waiting, now):
        if not stopped(unit, account.id, routine=is_routine(delivery)) and _passes(desk, unit, delivery):
            yield from filter(None, [_published(desk, unit, delivery.evolve(started_at=now))])


def _passes(desk: Desk, unit: Reading, delivery: Delivery) -> bool:
    try:
        sendable(desk, unit, delivery)
    except CrisisError:
        return False
    return True


def _published(desk: Desk, unit: Reading, delivery: Delivery) -> PublishedPost | None:
    published_at = delivery.published_at or delivery.started_at or delivery.due
    try:
        statement, stated = verified(desk, unit, delivery, delivery.started_at or published_at)
    except CrisisError:
        return None
    post = unit.get(StoredPost, stated.post)
    draft = post and unit.get(StoredDraft, post.draft)
    facts = draft.facts if draft else Facts(statement.notice_type)
    return PublishedPost(
        post=stated.post,
        digest=digest(stated.text.encode()),
        text=stated.text,
        language=stated.language,
        notice_type=statement.notice_type,
        incident=statement.incident,
        published_at=published_at,
        corrects=draft.corrects if draft else None,
        release=statement.release,
        not_before=statement.not_before,
        topic=beside.topic(desk, facts),
        final=delivery.final or statement.notice_type == ALL_CLEAR,
        subject=beside.type_name(desk, statement.notice_type, stated.language),
        areas=beside.areas(desk, statement, facts, stated.language),
        next_update=beside.next_update(desk, statement, facts),
        takes_back=beside.takes_back(desk, statement, facts),
    )


def refresh(desk: Desk, patience: float | None = None) -> None:
    """Render our own outlets from state where something may have changed: the ledger has grown (an incident closed, a correction),
    or a minute has passed (a promised time is over, a file was deleted). What could not be rendered is tried again in the next
    pass. Raises `CrisisError` for one that failed, or keeps it among the troubles."""
    own = {account.id: partial(_refresh, desk, account) for account in desk.settings.accounts}
    desk.lanes.run(own, desk.workers, patience)


def _refresh(desk: Desk, account: Account) -> None:
    with desk.store.reading() as unit:
        state = unit.ledger_size(), desk.clock.now().replace(second=0, microsecond=0)
    if desk.rendered.get(account.id) == state:
        return
    try:
        channel = desk.channel(account)
        if isinstance(channel, Outlet):
            channel.refresh(shelf(desk, account))
            desk.rendered[account.id] = state
    except (NotSent, InDoubt, CrisisError) as failure:
        raise CrisisError(OUTLET, "{account}: {why}", account=account.id, why=failure) from None
