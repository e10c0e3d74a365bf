"""The runbook of an incident at the desk: how its steps stand, and what people did with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from crisis.desk.desk import Desk, found
from crisis.desk.drafts.compose import each_of
from crisis.desk.notices import hazards, receive, telling
from crisis.desk.notices.proposing import as_sign, plain
from crisis.desk.reasons import keep_reason
from crisis.errors import Mistake, Refused
from crisis.model.progress import ReplyFigures, Standing, StepTaken
from crisis.model.published import Incident
from crisis.model.records import StoredNotice
from crisis.model.runbook import NoticeTrigger, Runbook, Step
from crisis.runbook.agenda import IncidentState, Item, Told, next_steps, steps_due
from crisis.runbook.scene import filled
from crisis.runbook.signs import Sign
from crisis.store import notices
from crisis.store.told import told
from crisis.store.unit import Reading, Writing


@dataclass(frozen=True)
class Agenda:
    """An open incident with its runbook: what somebody has to act on, and what comes next."""

    incident: Incident
    runbook: Runbook
    due: tuple[Item, ...]
    ahead: tuple[Item, ...]


def agendas(desk: Desk, unit: Reading) -> tuple[Agenda, ...]:
    """Of every open incident that has a runbook, the oldest first."""
    return tuple(
        _agenda(desk, unit, incident, runbook)
        for incident in unit.find(Incident, closed_at=None)
        if (runbook := runbook_of(desk, incident)) is not None
    )


def _agenda(desk: Desk, unit: Reading, incident: Incident, runbook: Runbook) -> Agenda:
    state, now = state_of(desk, unit, incident, runbook), desk.clock.now()
    return Agenda(incident, runbook, steps_due(runbook, state, now), next_steps(runbook, state, now))


def runbook_of(desk: Desk, incident: Incident) -> Runbook | None:
    """What says what to do in an incident; None where nothing does."""
    return desk.kit.runbooks().by_id.get(incident.runbook or "")


def begins(incident: Incident) -> datetime:
    """The T that an incident's runbook counts from."""
    return incident.begins or incident.opened_at


def state_of(desk: Desk, unit: Reading, incident: Incident, runbook: Runbook) -> IncidentState:
    """What the runbook needs to know of an incident."""
    taken = {each.step: each for each in unit.find(StepTaken, incident=incident.id)}
    begun = {each.notice: each.step for each in taken.values() if each.notice}
    return IncidentState(
        opened_at=incident.opened_at,
        begins=begins(incident),
        told=[Told(d.type, plain(d.facts), out, begun.get(d.notice)) for d, out in told(unit, incident.id)],
        signs=tuple(_signs(desk, unit, incident, runbook)),
        taken=taken,
    )


def _signs(desk: Desk, unit: Reading, incident: Incident, runbook: Runbook) -> Iterator[Sign]:
    yield from unit.find(ReplyFigures, incident=incident.id)
    yield from hazards.in_force(desk, unit)
    awaited = [trigger for step in runbook.steps for trigger in step.when if isinstance(trigger, NoticeTrigger)]
    for stored in notices.of_incident(unit, incident.id, {trigger.type for trigger in awaited}):
        for extracted in each_of(desk.kit, stored):
            yield as_sign(stored, extracted)


def step_named(
    desk: Desk, unit: Reading, step_id: str, incident_id: str | None = None
) -> tuple[Incident, Runbook, Step]:
    """The step that is meant, in the incident named or in the only open one that has such a step. Raises `Mistake` (`not-found`)
    where there is none, `Refused` where several have one."""
    having = [
        (incident, runbook, step)
        for incident in unit.find(Incident, closed_at=None)
        if incident_id in (None, incident.id)
        and (runbook := runbook_of(desk, incident)) is not None
        and (step := runbook.step(step_id)) is not None
    ]
    if len(having) > 1:
        raise Refused(
            "several-incidents",
            "Several open incidents have a step {step}: {incidents}.",
            "Name one with --incident.",
            step=step_id,
            incidents=" ".join(incident.id for incident, _, _ in having),
        )
    return found(having[0] if having else None, "step", step_id)


def settle(
    desk: Desk, step_id: str, standing: Standing, *, by: str, reason: str, incident_id: str | None = None
) -> StepTaken:
    """A person says that a step was done by hand, or that it is skipped, and why."""
    with desk.store.writing(desk.clock.now()) as unit:
        desk.person(unit, by)
        incident, _, step = step_named(desk, unit, step_id, incident_id)
        taken = StepTaken(incident.id, step.id, standing, unit.at, by, reason=keep_reason(desk, unit, reason))
        _take(unit, taken, incident)
        return taken


def answers(desk: Desk, incident: Incident, step: Step) -> dict[str, str]:
    """What the runbook answers to the questions of a step's type, filled in as of now. Raises `Mistake` for what cannot be."""
    where = f"{incident.runbook}, {step.id}"
    now = desk.clock.now()
    return {name: filled(words, desk.settings, now, where, begins(incident)) for name, words in step.answers.items()}


def expected(desk: Desk, type_id: str) -> dict[str, str]:
    """What the runbook of the only open incident answers alike in all its posts of a type; empty where none or several are
    open, or where it cannot be filled in."""
    with desk.store.reading() as unit:
        open_ones = unit.find(Incident, closed_at=None)
    runbook = runbook_of(desk, open_ones[0]) if len(open_ones) == 1 else None
    if runbook is None:
        return {}
    try:
        told_by = [answers(desk, open_ones[0], step) for step in runbook.steps if step.type == type_id]
    except Mistake:
        return {}
    first = told_by[0] if told_by else {}
    return {name: words for name, words in first.items() if all(other.get(name) == words for other in told_by)}


def begin(
    desk: Desk, incident: Incident, step: Step, given: Sequence[tuple[str, str]], *, role: str, by: str
) -> StoredNotice:
    """Somebody begins a step: its notice is kept, as the runbook's, and the step knows it."""
    name = f"{incident.runbook}/{step.id}"
    told_now = telling.of_step(desk.kit.types[step.type], given, role=role, at=desk.clock.now(), step=name)
    stored = receive.keep(desk, told_now, by=by, incident=incident.id, type_id=step.type)
    with desk.store.writing(desk.clock.now()) as unit:
        _take(unit, StepTaken(incident.id, step.id, Standing.BEGUN, unit.at, by, notice=stored.id), incident)
    return stored


def _take(unit: Writing, taken: StepTaken, incident: Incident) -> None:
    unit.put(taken)
    unit.record(
        "step-taken",
        incident=incident.id,
        runbook=incident.runbook,
        step=taken.step,
        standing=taken.standing.value,
        by=taken.by,
        notice=taken.notice,
        reason=taken.reason,
    )
