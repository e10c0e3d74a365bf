"""The board: everything that somebody has to do, the most urgent first, each with the command that does it.

Looking is quick however long the desk has been at work: what can be many is counted, and only what comes first is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from crisis.desk.desk import Desk
from crisis.desk.duty import waiting
from crisis.desk.duty.viewing import MOST, NOBODY, Viewer
from crisis.duty.rota import on_duty
from crisis.duty.tasks import Kind, Task, in_order
from crisis.model.delivery import Delivery, State
from crisis.model.published import Incident
from crisis.model.records import Enquiry, Stop
from crisis.sentence import Sentence
from crisis.store.unit import Reading


@dataclass(frozen=True)
class Board:
    """How the desk stands at `at`: what runs and what is stopped, who is on duty, what is to be done (`tasks`), how much more
    of a kind there is than `tasks` lists (`more`), the outbox by state, and what does not work (`failing`)."""

    mode: str
    at: datetime
    incidents: tuple[Incident, ...]
    stops: tuple[Stop, ...]
    on_duty: tuple[str, ...]
    tasks: tuple[Task, ...]
    more: Mapping[Kind, int]
    deliveries: Mapping[State, int]
    failing: tuple[Sentence, ...]


def board(desk: Desk, by: str | None = None, language: str | None = None) -> Board:
    """What is to be done now, with the commands as `by` would give them and names in that language, else in the
    desk's first."""
    now, settings = desk.clock.now(), desk.settings
    with desk.store.reading() as unit:
        me = Viewer(by or NOBODY, language or settings.languages[0])
        tasks = in_order(_tasks(desk, unit, me))
        counts = unit.tally(Delivery, "state")
        return Board(
            mode=desk.mode.value,
            at=now,
            incidents=tuple(unit.find(Incident, closed_at=None)),
            stops=tuple(unit.find(Stop, lifted_at=None)),
            on_duty=on_duty(settings.duty, settings.zone, now),
            tasks=tuple(tasks),
            more=_more(unit, tasks, counts),
            deliveries=counts,
            failing=waiting.failing(desk, unit),
        )


def _tasks(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    for each in waiting.EVERY:
        yield from each(desk, unit, me)


def _more(unit: Reading, tasks: list[Task], counts: Mapping[State, int]) -> dict[Kind, int]:
    """What there is beyond the tasks that are listed, where there can be many."""
    there = {
        Kind.ENQUIRY: unit.count(Enquiry, answered_at=None),
        Kind.HAND: counts.get(State.BY_HAND, 0),
        Kind.UNKNOWN: counts.get(State.UNKNOWN, 0),
    }
    listed = {kind: sum(task.kind is kind for task in tasks) for kind in there}
    return {kind: count - listed[kind] for kind, count in there.items() if count > listed[kind] >= MOST}
