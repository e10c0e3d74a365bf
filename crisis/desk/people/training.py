"""Who took part in which rehearsal, and when. A rehearsal has no way to a desk in earnest: people bring its finished report."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from crisis.desk.desk import Desk
from crisis.desk.people import roster
from crisis.errors import Refused
from crisis.model.release import Person
from crisis.model.training import Rehearsal, Training, training
from crisis.store.unit import Reading

EVERY = timedelta(days=365)
"""Within which each is to rehearse, where nobody says otherwise: once a year, as emergency drills are held."""


@dataclass(frozen=True)
class Brought:
    """What people bring of a rehearsal: its report's bytes, what that says, and everybody who took part, as they are named."""

    raw: bytes
    runbook: str
    seed: int
    played_on: str
    people: Sequence[str]
    objectives: int
    met: int
    leaked: int
    stopped: bool


def keep(desk: Desk, brought: Brought, *, by: str) -> Rehearsal:
    """Keep who took part, once for each report. Raises `Refused` (`nobody-played`, `kept-already`), `Mistake` for a stranger
    who keeps it."""
    if not brought.people:
        raise Refused(
            "nobody-played",
            "Nobody took part in this rehearsal: its players were simulated.",
            "Name those who did with --with ID.",
        )
    digest = hashlib.sha256(brought.raw).hexdigest()
    with desk.store.writing(desk.clock.now()) as unit:
        desk.person(unit, by)
        for before in unit.find(Rehearsal, report=digest):
            raise Refused("kept-already", "This rehearsal is kept already, as {rehearsal}.", rehearsal=before.id)
        enrolled = {person.id for person in unit.find(Person)}
        kept = Rehearsal(
            id=desk.ids.new("E"),
            runbook=brought.runbook,
            seed=brought.seed,
            played_on=brought.played_on,
            players=tuple(sorted(enrolled.intersection(brought.people))),
            guests=tuple(dict.fromkeys(name for name in brought.people if name not in enrolled)),
            objectives=brought.objectives,
            met=brought.met,
            leaked=brought.leaked,
            stopped=brought.stopped,
            report=digest,
            kept_at=unit.at,
            kept_by=by,
        )
        unit.add(kept)
        unit.record(
            "rehearsal-kept",
            rehearsal=kept.id,
            runbook=kept.runbook,
            played_on=kept.played_on,
            players=list(kept.players),
            guests=len(kept.guests),
            report=digest,
            by=by,
        )
    return kept


def last_rehearsed(unit: Reading) -> Mapping[str, Rehearsal]:
    """By enrolled person the newest rehearsal that they took part in."""
    kept = sorted(unit.find(Rehearsal), key=lambda one: one.played_on)
    return {person: one for one in kept for person in one.players}


def standing(desk: Desk, every: timedelta = EVERY) -> list[Training]:
    """How everybody who may act stands; who is overdue comes first, those who never rehearsed before all."""
    now = desk.clock.now()
    today = now.astimezone(desk.settings.zone).date()
    with desk.store.reading() as unit:
        kept = unit.find(Rehearsal)
    stand = [training(p.id, p.name, kept, every, today) for p in roster.roster(desk) if p.valid_at(now)]
    return sorted(stand, key=lambda one: (not one.overdue, one.due.isoformat() if one.due else "", one.person))
