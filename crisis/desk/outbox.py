"""The outbox: what clearance queues, and the people's hands on it (hold, resume, withdraw)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crisis.canon import canonical, digest, timestamp
from crisis.clearance import sshsig
from crisis.clearance.payloads import namespace
from crisis.desk.desk import Desk, found
from crisis.desk.signer import Signer
from crisis.dispatch.states import moved
from crisis.dispatch.timing import in_order
from crisis.errors import Refused
from crisis.model.delivery import Delivery, State
from crisis.model.records import Stop
from crisis.model.release import Statement
from crisis.store.unit import Reading, Writing

STALE = "stale"
"""Why a delivery is held whose notice has a newer version: no resuming sets it free, only another clearance."""


def delivery_key(release: str, post: str) -> str:
    """The key of a delivery: the same for the same release and post, whoever computes it."""
    return "K-" + digest(canonical([release, post]))[len("sha256:") :][:32]


def queue(desk: Desk, unit: Writing, statement: Statement, *, final: bool) -> list[Delivery]:
    """One delivery for each post of a cleared release; by hand where the account has no way in, held where a stop stands."""
    made = []
    for stated in statement.posts:
        delivery = Delivery(
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
        unit.add(delivery)
        unit.record("delivery-queued", delivery=delivery.key, post=delivery.post, account=delivery.account)
        made.append(_as_it_stands(desk, unit, delivery, routine=statement.incident is None))
    return made


def _as_it_stands(desk: Desk, unit: Writing, delivery: Delivery, *, routine: bool) -> Delivery:
    account = desk.settings.account(delivery.account)
    if account is not None and not desk.automatic(account):
        return change(unit, moved(delivery, State.BY_HAND))
    if stopped(unit, delivery.account, routine=routine):
        return change(unit, moved(delivery, State.HELD, reason="stopped"))
    return delivery


def change(unit: Writing, delivery: Delivery, *, sender: str | None = None, **extra: object) -> Delivery:
    """Write a delivery's new state and record it. `sender` is the process that takes it in hand; `extra` is said in the
    ledger beside it."""
    unit.put(delivery, sender=sender)
    kind = f"delivery-{delivery.state.value}"
    unit.record(kind, delivery=delivery.key, post=delivery.post, account=delivery.account, **extra)
    return delivery


def stopped(unit: Reading, account: str, *, routine: bool) -> bool:
    """Whether a stop stands for that account now."""
    return any(stop.covers(account, routine=routine) for stop in unit.find(Stop, lifted_at=None))


def is_routine(delivery: Delivery) -> bool:
    """Whether a delivery belongs to no incident (its chain is its own release)."""
    return delivery.chain == delivery.release


@dataclass(frozen=True)
class Held:
    """What a stop caught, and what had already left since the start of the day's incidents: in flight or unsure."""

    stop: Stop
    caught: tuple[Delivery, ...]
    left: tuple[Delivery, ...]


def hold(desk: Desk, account: str | None, *, by: str | None, routine: bool = False) -> Held:
    """Stop everything, or one account, at once; needs no key. What is queued is held; what has its socket open has left."""
    now = desk.clock.now()
    if account is not None:
        found(desk.settings.account(account), "account", account)
    with desk.store.writing(now) as unit:
        return stop(desk, unit, account, by=by, routine=routine)


def stop(desk: Desk, unit: Writing, account: str | None, *, by: str | None, routine: bool) -> Held:
    """Set a stop and hold what it covers, in the transaction given."""
    set_stop = Stop(desk.ids.new("S"), account, unit.at, by, routine)
    unit.add(set_stop)
    unit.record("hold-set", stop=set_stop.id, account=account, routine=routine, by=by)
    covered = [
        d
        for d in in_order(unit.find(Delivery, state=[State.QUEUED, State.SENDING, State.UNKNOWN]))
        if set_stop.covers(d.account, routine=is_routine(d))
    ]
    queued = [d for d in covered if d.state is State.QUEUED]
    caught = tuple(change(unit, moved(d, State.HELD, reason="stopped")) for d in queued)
    return Held(set_stop, caught, tuple(d for d in covered if d.state is not State.QUEUED))


def resumable(desk: Desk, account: str | None) -> list[Delivery]:
    """What would go out, or wait for its time, when the stops on an account (or all) are lifted; oldest first."""
    with desk.store.reading() as unit:
        return _resumable(desk, unit, account)


def _resumable(desk: Desk, unit: Reading, account: str | None) -> list[Delivery]:
    """Held by a stop, in their window, and under no stop that stays."""
    staying = [s for s in unit.find(Stop, lifted_at=None) if account is not None and s.account != account]
    now = desk.clock.now()
    return [
        d
        for d in in_order(unit.find(Delivery, state=State.HELD))
        if (account is None or d.account == account)
        and d.not_after >= now
        and d.reason != STALE
        and not any(s.covers(d.account, routine=is_routine(d)) for s in staying)
    ]


def resume(desk: Desk, account: str | None, seen: Sequence[Delivery], signer: Signer) -> list[Delivery]:
    """Lift the stops and queue again what the person has seen, signed over exactly those deliveries.

    Raises `Refused` where other posts would go than were seen."""
    now = desk.clock.now()
    with desk.store.writing(now) as unit:
        person = desk.person(unit, signer.person)
        private = signer.private_of(person)
        going = _resumable(desk, unit, account)
        if {d.key for d in going} != {d.key for d in seen}:
            raise Refused(
                "changed-meanwhile",
                "What would go out changed while it was being read.",
                "Nothing was resumed; look again with `crisis resume`.",
            )
        statement = canonical(
            {
                "format": "crisis.resume/1",
                "origin": desk.origin(unit),
                "account": account,
                "deliveries": sorted(d.key for d in going),
                "person": person.id,
                "at": timestamp(now),
            }
        )
        signature = sshsig.sign(private, namespace(desk.mode, "resume"), statement)
        for standing in unit.find(Stop, lifted_at=None):
            if account is None or standing.account == account:
                unit.put(replace(standing, lifted_at=now, lifted_by=person.id))
        unit.record("hold-lifted", statement=statement.decode(), signature=signature, by=person.id, account=account)
        return [change(unit, moved(d, State.QUEUED, reason=None)) for d in going]
