"""The agenda of an incident: how each step of its runbook stands at a moment, and which are due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from crisis.model.progress import Standing, StepTaken
from crisis.model.runbook import Runbook, Step
from crisis.runbook.signs import Sign, bears, met_since

OPEN = frozenset({Standing.DUE, Standing.LATE, Standing.BEGUN})
"""What somebody has to act on."""


@dataclass(frozen=True, slots=True)
class Told:
    """A family of posts of the incident: its notice type and public facts, when it went out (None: not yet), and the step for
    which it was begun, where it was for one."""

    type: str
    facts: Mapping[str, str]
    out_at: datetime | None = None
    step: str | None = None


@dataclass(frozen=True, slots=True)
class IncidentState:
    """What a runbook needs to know of an incident. `begins` is its T: when it was opened, or what it was opened for;
    `taken` is what people did with steps, by the step's id."""

    opened_at: datetime
    begins: datetime
    told: Sequence[Told] = ()
    signs: Sequence[Sign] = ()
    taken: Mapping[str, StepTaken] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """A step at a moment: from when it is due (None while it waits for its trigger), by when, until when it is of use, the sign
    that called for it, and whether a post that does it is drafted."""

    step: Step
    standing: Standing
    at: datetime | None = None
    by: datetime | None = None
    until: datetime | None = None
    because: Sign | None = None
    begun: bool = False


def steps_due(runbook: Runbook, state: IncidentState, now: datetime) -> tuple[Item, ...]:
    """What somebody has to act on now, what is late first, then by its time."""
    items = [item for item in agenda(runbook, state, now) if item.standing in OPEN]
    return tuple(sorted(items, key=lambda item: (item.standing is not Standing.LATE, item.at or now)))


def next_steps(runbook: Runbook, state: IncidentState, now: datetime) -> tuple[Item, ...]:
    """What comes next by the clock, the earliest first."""
    items = [item for item in agenda(runbook, state, now) if item.standing is Standing.AHEAD]
    return tuple(sorted(items, key=lambda item: item.at or now))


def agenda(runbook: Runbook, state: IncidentState, now: datetime) -> tuple[Item, ...]:
    """Every step as it stands, in the runbook's order."""
    return tuple(_item(runbook, step, state, now) for step in runbook.steps)


def _item(runbook: Runbook, step: Step, state: IncidentState, now: datetime) -> Item:
    sign = met_since(step.when, state.signs)
    if (done := _done(step, state)) is not None:
        return Item(step, done, because=sign)
    until = None if step.until is None else state.begins + step.until
    if until is not None and until <= max(now, state.opened_at):
        return Item(step, Standing.PASSED, until=until)
    if step.when and sign is None:
        return Item(step, Standing.WAITING, until=until)
    at = max(state.begins + step.at, state.opened_at, *([sign.at] if sign else []))
    by = _by(step, state, at)
    standing = _standing(runbook, step, state, now, at, by)
    return Item(step, standing, at, by, until, sign, begun=bool(_telling(step, state)))


def _done(step: Step, state: IncidentState) -> Standing | None:
    """Whether somebody has said what became of it, or a post is out that tells what it wants told."""
    taken = state.taken.get(step.id)
    if taken is not None and taken.standing is not Standing.BEGUN:
        return taken.standing
    out = any(told.out_at is not None for told in _telling(step, state))
    return Standing.DONE if out else None


def _telling(step: Step, state: IncidentState) -> list[Told]:
    """The incident's posts that do this step."""
    return [
        told
        for told in state.told
        if told.step == step.id or (step.type and told.type == step.type and bears(told.facts, step.tells))
    ]


def _by(step: Step, state: IncidentState, at: datetime) -> datetime | None:
    """By when, with as much time as the runbook gives between `at` and `by` where the step could not begin sooner."""
    return None if step.by is None else at + (step.by - step.at)


def _standing(
    runbook: Runbook, step: Step, state: IncidentState, now: datetime, at: datetime, by: datetime | None
) -> Standing:
    if by is not None and by < now:
        return Standing.LATE
    if _telling(step, state):
        return Standing.BEGUN
    last = max((told.out_at for told in state.told if told.out_at), default=None)
    gap = runbook.cadence.gap if step.type and last else timedelta()
    return Standing.DUE if max(at, (last or at) + gap) <= now else Standing.AHEAD
