"""Rehearsals that people have played, as a desk keeps them: its record of who practised what, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A rehearsal that people played: which runbook with which seed, on which day (`YYYY-MM-DD`), and what was reached. `players`
    are enrolled people, `guests` others, by name. `report` is the SHA-256 of the report's JSON, in hexadecimal; `stopped` one
    that was ended early."""

    id: str
    runbook: str
    seed: int
    played_on: str
    players: tuple[str, ...]
    guests: tuple[str, ...]
    objectives: int
    met: int
    leaked: int
    stopped: bool
    report: str
    kept_at: datetime
    kept_by: str

    @property
    def day(self) -> date:
        """The day on which it was played."""
        return date.fromisoformat(self.played_on)


@dataclass(frozen=True, slots=True)
class Training:
    """How an enrolled person stands: the rehearsals that they took part in, the newest last, and whether another is overdue."""

    person: str
    name: str
    rehearsals: tuple[Rehearsal, ...]
    due: date | None
    overdue: bool


def training(person: str, name: str, kept: list[Rehearsal], every: timedelta, today: date) -> Training:
    """How a person stands where each is to rehearse within `every`: `due` is the last day of the next one, None for somebody who
    has never rehearsed, who is overdue."""
    theirs = tuple(sorted((one for one in kept if person in one.players), key=lambda one: one.played_on))
    due = theirs[-1].day + every if theirs else None
    return Training(person, name, theirs, due, overdue=due is None or due < today)
