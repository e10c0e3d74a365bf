"""The outbox: what clearance queues, and the people's hands on it (hold, resume, withdraw)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crisis.canon import timestamp
from crisis.clearance import statements
from crisis.desk.desk import Desk, found
from crisis.desk.duty import promising
from crisis.desk.outbox.stopped import CONCERNED, Held, concerns
from crisis.dispatch.fallbacks import ACCOUNT_HELD, OF_THE_ACCOUNT, delivery_key, following, has_next
from crisis.dispatch.states import moved
from crisis.dispatch.timing import behind, giving_way, in_order, overtaken
from crisis.errors import VerificationFailed
from crisis.model.delivery import Delivery, State
from crisis.model.records import Stop, StoredRelease
from crisis.model.release import AfterStop, StatedPost, Statement
from crisis.model.settings import BY_HAND
from crisis.store.beside import lane
from crisis.store.unit import Reading, Writing

MOVED = "moved"
"""Why a delivery is unknown that a copy of the desk had open: its original may have sent it."""

CLEAR_AGAIN = "clear-again"
"""Why a delivery is held that a stop caught and whose release has to be cleared again after one."""
STALE = "stale"
"""Why a delivery is held whose notice has a newer version: only another clearance sets it free."""
CONTRADICTED = "contradicted"
"""Why one is held against which another department's safer word stands: likewise, once somebody has decided."""
OVERTAKEN = "overtaken"
"""Why a delivery is held that was to come before an all-clear which is out by now: a person says whether it still holds."""
AWAITS = "awaits-word"
"""Why a delivery is held whose release waits for an announcement: a person's word sets it free, and no resuming."""

CODE = re.compile(r"[a-z0-9-]+")
NOT_SENT = "not-sent"


def queue(desk: Desk, unit: Writing, statement: Statement, *, final: bool) -> list[Delivery]:
    """One delivery for each post of a cleared release, to the first of its targets that has not failed for good already; held
    where the release waits for a word."""
    if statement.awaits is not None:
        return [_await(unit, _first(statement, stated, final=final)) for stated in statement.posts]
    return [_enter(desk, unit, _first(statement, stated, final=final), stated) for stated in statement.posts]


def _await(unit: Writing, delivery: Delivery) -> Delivery:
    unit.add(delivery)
    unit.record("delivery-queued", delivery=delivery.key, post=delivery.post, account=delivery.account)
    return change(unit, moved(delivery, State.HELD, reason=AWAITS), reason=AWAITS)


def _first(statement: Statement, stated: StatedPost, *, final: bool) -> Delivery:
    return Delivery(
        key=delivery_key(statement.release, stated.post),
        release=statement.release,
        post=stated.post,
        account=stated.target.account,
        state=State.QUEUED,
        due=statement.not_before,
        not_after=statement.not_after,
        chain=statement.incident or statement.release,
        final=final,
    )


def _enter(desk: Desk, unit: Writing, delivery: Delivery, stated: StatedPost) -> Delivery:
    """Write a delivery and send it on its way."""
    unit.add(delivery)
    unit.record("delivery-queued", delivery=delivery.key, post=delivery.post, account=delivery.account)
    return on_its_way(desk, unit, delivery, stated)


def on_its_way(desk: Desk, unit: Writing, delivery: Delivery, stated: StatedPost) -> Delivery:
    """A queued delivery: by hand where the account has no way in, held where a stop stands, its next way where that stop is
    on its account alone."""
    account = desk.settings.account(delivery.account)
    by_hand = stated.aimed(delivery.place).target.platform == BY_HAND
    if by_hand or (account is not None and not desk.automatic(account)):
        return change(unit, moved(delivery, State.BY_HAND))
    stops = _stops(unit, delivery)
    return _caught(desk, unit, delivery, stated, stops) if stops else delivery


def _caught(
    desk: Desk, unit: Writing, delivery: Delivery, stated: StatedPost | None, stops: Sequence[Stop]
) -> Delivery:
    """A queued delivery under stops: held, or on its next way where they are on its account alone."""
    if stated and has_next(delivery, stated) and all(stop.account is not None for stop in stops):
        failed = change(unit, moved(delivery, State.FAILED, reason=ACCOUNT_HELD), reason=ACCOUNT_HELD)
        return fall_back(desk, unit, failed, stated) or failed
    return change(unit, moved(delivery, State.HELD, reason=_held_because(unit, delivery, stops)))


def _held_because(unit: Reading, delivery: Delivery, stops: Sequence[Stop]) -> str:
    """`clear-again` where the release says so of a stop that came after its clearance; else it goes on when that is lifted."""
    release = unit.need(StoredRelease, delivery.release)
    caught = release.cleared_at is not None and any(stop.set_at >= release.cleared_at for stop in stops)
    again = caught and statements.decode(release.statement).after_stop is AfterStop.CLEAR_AGAIN
    return CLEAR_AGAIN if again else "stopped"


def fall_back(desk: Desk, unit: Writing, failed: Delivery, stated: StatedPost | None = None) -> Delivery | None:
    """Queue the next way that was cleared for a post, in the transaction in which the way before has failed. None where
    there is none."""
    stated = stated or stated_post(unit, failed)
    after = following(failed, stated, unit.at) if stated else None
    if stated is None or after is None:
        return None
    unit.record(
        "delivery-fallback",
        delivery=after.key,
        post=after.post,
        account=after.account,
        instead_of=failed.key,
        why=_coded(failed.reason) or NOT_SENT,
    )
    return _enter(desk, unit, after, stated)


def refuse(desk: Desk, unit: Writing, delivery: Delivery, code: str) -> None:
    """What the check before the send stops is held; where that lies in the account alone, it goes its next way."""
    unit.record("check-failed", delivery=delivery.key, post=delivery.post, code=code)
    stated = stated_post(unit, delivery)
    elsewhere = code in OF_THE_ACCOUNT and stated is not None and has_next(delivery, stated)
    state = State.FAILED if elsewhere else State.HELD
    refused = change(unit, moved(delivery, state, reason=code), reason=code)
    if elsewhere:
        fall_back(desk, unit, refused, stated)


def stated_post(unit: Reading, delivery: Delivery) -> StatedPost | None:
    """The post as the release states it, None where that cannot be read; whether it still verifies is the sender's to say."""
    release = unit.get(StoredRelease, delivery.release)
    try:
        posts = statements.decode(release.statement).posts if release else ()
    except VerificationFailed:
        return None
    return next((post for post in posts if post.post == delivery.post), None)


def change(unit: Writing, delivery: Delivery, *, sender: str | None = None, **extra: object) -> Delivery:
    """Write a delivery's new state and record it, with what it does to promises. `sender` is the process that takes it in
    hand; `extra` is said in the ledger beside it."""
    unit.put(delivery, sender=sender)
    kind = f"delivery-{delivery.state.value}"
    if "reason" in extra:
        extra = {**extra, "reason": _coded(delivery.reason)}
    if delivery.state is State.PUBLISHED and delivery.published_at is not None:
        extra["published"] = timestamp(delivery.published_at)
    unit.record(kind, delivery=delivery.key, post=delivery.post, account=delivery.account, **extra)
    promising.follow(unit, delivery)
    return delivery


def _coded(reason: str | None) -> str | None:
    """A reason for the ledger: a code of ours as it is; what a platform answered in its own words stays out of it."""
    return reason if reason is None or CODE.fullmatch(reason) else NOT_SENT


def stopped(unit: Reading, account: str, *, routine: bool) -> bool:
    """Whether a stop stands for that account now."""
    return any(stop.covers(account, routine=routine) for stop in unit.find(Stop, lifted_at=None))


def _stops(unit: Reading, delivery: Delivery) -> list[Stop]:
    routine = is_routine(delivery)
    return [stop for stop in unit.find(Stop, lifted_at=None) if stop.covers(delivery.account, routine=routine)]


def is_routine(delivery: Delivery) -> bool:
    """Whether a delivery belongs to no incident (its chain is its own release)."""
    return delivery.chain == delivery.release


def hold(desk: Desk, account: str | None, *, by: str | None, routine: bool = False) -> Held:
    """Stop everything, or one account, at once; needs no key. What is queued is held; what has its socket open has left."""
    now = desk.clock.now()
    if account is not None:
        found(desk.settings.account(account), "account", account)
    with desk.store.writing(now) as unit:
        return stop(desk, unit, account, by=by, routine=routine)


def stop(desk: Desk, unit: Writing, account: str | None, *, by: str | None, routine: bool) -> Held:
    """Set a stop and hold what it covers, in the transaction given."""
    set_stop = _set(desk, unit, account, by=by, routine=routine)
    covered = [
        d
        for d in in_order(unit.find(Delivery, state=CONCERNED))
        if concerns(set_stop, d, unit.at, routine=is_routine(d))
    ]
    queued = [d for d in covered if d.state is State.QUEUED]
    became = [_caught(desk, unit, d, stated_post(unit, d), _stops(unit, d)) for d in queued]
    return Held(
        set_stop,
        tuple(d for d in became if d.state is State.HELD),
        tuple(d for d in covered if d.state in (State.SENDING, State.UNKNOWN, State.PUBLISHED)),
        tuple(d for d in became if d.state is not State.HELD),
        tuple(d for d in covered if d.state is State.HELD),
        tuple(d for d in covered if d.state is State.BY_HAND),
    )


def _set(desk: Desk, unit: Writing, account: str | None, *, by: str | None, routine: bool) -> Stop:
    """The stop; the one that stands where somebody has stopped the same already."""
    standing = [s for s in unit.find(Stop, lifted_at=None) if (s.account, s.routine) == (account, routine)]
    set_stop = standing[0] if standing else Stop(desk.ids.new("S"), account, unit.at, by, routine)
    if not standing:
        unit.add(set_stop)
    unit.record("hold-set", stop=set_stop.id, account=account, routine=routine, by=by)
    return set_stop


def overtakers(unit: Reading, held: Delivery) -> list[Delivery]:
    """What was to come after it on its account and is out, or may be."""
    return overtaken(held, unit.find(Delivery, chain=held.chain, account=held.account))


def placed_behind(unit: Writing, late: Delivery, newer: Sequence[Delivery]) -> Delivery:
    """It with its place right behind those that have overtaken it; what was to come after them all still does."""
    placed = behind(late, newer)
    for other in giving_way(late, placed, lane(unit, late)) if newer else ():
        unit.put(other)
    return placed


def late_ones(desk: Desk, seen: Sequence[Delivery]) -> list[Delivery]:
    """Those that something newer of their incident has overtaken on their account: who lets them go on says it after that."""
    with desk.store.reading() as unit:
        return [delivery for delivery in seen if overtakers(unit, delivery)]
