"""Going on after a stop: what would go, and a person's signature over just that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crisis.canon import canonical, timestamp
from crisis.clearance import sshsig
from crisis.clearance.payloads import namespace
from crisis.desk.desk import Desk
from crisis.desk.outbox.queue import (
    AWAITS,
    CLEAR_AGAIN,
    CONTRADICTED,
    MOVED,
    STALE,
    change,
    is_routine,
    overtakers,
    placed_behind,
)
from crisis.desk.signer import Signer
from crisis.dispatch.states import moved
from crisis.dispatch.timing import in_order
from crisis.errors import Refused
from crisis.model.delivery import Delivery, State
from crisis.model.published import Incident
from crisis.model.records import Stop
from crisis.store.unit import Reading, Writing


def resumable(desk: Desk, account: str | None, *, routine: bool = False) -> list[Delivery]:
    """What would go out, or wait for its time, when the stops on an account (or all) are lifted; oldest first."""
    with desk.store.reading() as unit:
        return _resumable(desk, unit, account, routine)


def keeps_routine(desk: Desk) -> bool:
    """Whether an open incident keeps routine posts back, which going on does not lift unless that is what is meant."""
    with desk.store.reading() as unit:
        standing = unit.find(Stop, lifted_at=None)
        return any(each.routine for each in standing) and unit.count(Incident, closed_at=None) > 0


def lifted(unit: Reading, account: str | None, routine: bool) -> list[Stop]:
    """The stops that going on lifts: those on an account, or all. What an open incident stopped, being routine, stays stopped
    unless that is what is meant."""
    kept = not routine and unit.count(Incident, closed_at=None) > 0
    standing = unit.find(Stop, lifted_at=None)
    return [each for each in standing if account in (None, each.account) and not (each.routine and kept)]


def _resumable(desk: Desk, unit: Reading, account: str | None, routine: bool) -> list[Delivery]:
    """Held by a stop, in their window, and under no stop that stays."""
    lifting = {stop.id for stop in lifted(unit, account, routine)}
    staying = [stop for stop in unit.find(Stop, lifted_at=None) if stop.id not in lifting]
    now = desk.clock.now()
    return [
        d
        for d in in_order(unit.find(Delivery, state=State.HELD))
        if (account is None or d.account == account)
        and d.not_after >= now
        and d.reason not in (STALE, CONTRADICTED, CLEAR_AGAIN, AWAITS)
        and not any(s.covers(d.account, routine=is_routine(d)) for s in staying)
    ]


def _refuse_unsettled(unit: Reading, account: str | None) -> None:
    """After a move, an account goes on only when what the old place may have sent there is settled."""
    for delivery in unit.find(Delivery, state=State.UNKNOWN):
        if delivery.reason == MOVED and account in (None, delivery.account):
            raise Refused(
                "not-settled",
                "The old place may have sent post {post} to {account}.",
                "Look at the account, then: crisis settle {post} --published URL, or --not-sent --reason TEXT",
                post=delivery.post,
                account=delivery.account,
            )


def resume(
    desk: Desk, account: str | None, seen: Sequence[Delivery], signer: Signer, *, routine: bool = False
) -> list[Delivery]:
    """Lift the stops and queue again what the person has seen, signed over exactly those deliveries.

    Raises `Refused` where other posts would go than were seen."""
    now = desk.clock.now()
    with desk.store.writing(now) as unit:
        person = desk.person(unit, signer.person)
        private = signer.private_of(person)
        _refuse_unsettled(unit, account)
        going = _resumable(desk, unit, account, routine)
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
        stops = lifted(unit, account, routine)
        for standing in stops:
            unit.put(replace(standing, lifted_at=now, lifted_by=person.id))
        unit.record(
            "hold-lifted",
            statement=statement.decode(),
            signature=signature,
            by=person.id,
            account=account,
            stops=[stop.id for stop in stops],
        )
        # Read anew: one that goes on may have moved those that come after it.
        return [change(unit, _going_on(unit.need(Delivery, d.key), unit)) for d in going]


def _going_on(held: Delivery, unit: Writing) -> Delivery:
    """A delivery that a person has let go on; behind what has overtaken it meanwhile."""
    return placed_behind(unit, moved(held, State.QUEUED, reason=None), overtakers(unit, held))
