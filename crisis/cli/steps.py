"""`step list|done|skip`: what the runbook of an open incident asks for, and what becomes of it."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING, Annotated

import typer

from crisis.cli import documents, output
from crisis.cli.helping import Group
from crisis.cli.options import As, DeskDir, Json, Reason, command, open_desk, reason_given, who
from crisis.cli.words import _, language, say
from crisis.errors import Mistake
from crisis.model.names import name_in

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.desk.duty.steps import Agenda
    from crisis.model.progress import Standing
    from crisis.runbook.agenda import Item

group = typer.Typer(
    cls=Group,
    help=_("Steps: what the runbook of an open incident asks for, and what becomes of it."),
    no_args_is_help=True,
    rich_markup_mode=None,
)

StepId = Annotated[str, typer.Argument(metavar="STEP", help=_("A step of the runbook: crisis step list"))]
InIncident = Annotated[
    str | None,
    typer.Option("--incident", metavar="I-…", help=_("The incident, where several open ones have such a step.")),
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(group, name="step")


@command(group, "list", _("Example: crisis step list"))
def list_(desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """What the runbooks of the open incidents ask for now, and what comes next."""
    from crisis.desk.duty.steps import agendas

    desk = open_desk(desk_dir)
    with desk.store.reading() as unit:
        found = agendas(desk, unit)
    if as_json:
        output.emit({"agendas": [documents.agenda(each, desk.settings.zone) for each in found]})
        return
    if not found:
        output.line(_("No open incident has a runbook."))
    for agenda in found:
        _whole(desk, agenda)


@command(group, "done", _('Example: crisis step done outside --reason "phoned at 15:04" --as tanaka'))
def done(
    step: StepId,
    reason: Reason = None,
    incident: InIncident = None,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """A step was done by hand. How or where is kept at the desk."""
    from crisis.model.progress import Standing

    _settle(open_desk(desk_dir), step, Standing.DONE, (incident, person, reason), as_json=as_json)


@command(group, "skip", _('Example: crisis step skip stay --reason "nobody is in the building" --as tanaka'))
def skip(
    step: StepId,
    reason: Reason = None,
    incident: InIncident = None,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """A step is left out here. Why is kept at the desk."""
    from crisis.model.progress import Standing

    _settle(open_desk(desk_dir), step, Standing.SKIPPED, (incident, person, reason), as_json=as_json)


def _settle(
    desk: Desk, step: str, standing: Standing, given: tuple[str | None, str | None, str | None], *, as_json: bool
) -> None:
    from crisis.desk.duty import steps

    incident, person, words = given
    reason = reason_given(words, Mistake("no-reason", "Say how or why.", 'Add --reason "…".'))
    taken = steps.settle(desk, step, standing, by=who(person), reason=reason, incident_id=incident)
    if as_json:
        output.emit({"incident": taken.incident, "step": taken.step, "standing": taken.standing.value})
    else:
        output.line(f"{taken.step}: {_(taken.standing.value)}", "bold")


def due(desk: Desk, agenda: Agenda) -> None:
    """What an incident's runbook asks for now, a line each, and the next thing by the clock."""
    for item in agenda.due:
        output.line(_due_line(desk, item), "bold red" if item.standing.value == "late" else None)
    for item in agenda.ahead[:1]:
        words = {"at": output.clock(item.at, desk.settings.zone), "what": _what(item), "step": item.step.id}
        output.line(say("Runbook, at {at}: {what} ({step})", **words), "dim")


def _due_line(desk: Desk, item: Item) -> str:
    zone = desk.settings.zone
    words = {"what": _what(item), "step": item.step.id, "at": output.clock(item.by or item.at, zone)}
    if item.standing.value == "late":
        return say("LATE: by {at} the runbook wanted: {what} ({step})", **words)
    if item.standing.value == "begun":
        return say("Begun, not out yet: {what} ({step})", **words)
    return say("Now: {what} ({step}, by {at})", **words) if item.by else say("Now: {what} ({step})", **words)


def _what(item: Item) -> str:
    return name_in(item.step.says, language())


def _whole(desk: Desk, agenda: Agenda) -> None:
    """Everything that is open or comes, as a table."""
    zone = desk.settings.zone
    begins = agenda.incident.begins or agenda.incident.opened_at
    name = name_in(agenda.runbook.names, language())
    output.line(f"{name}  T = {output.clock(begins, zone)}  ({agenda.incident.id})", "bold")
    rows = [_row(item, zone) for item in (*agenda.due, *agenda.ahead)]
    if rows:
        output.table((_("step"), _("stands"), _("from"), _("by"), _("what"), _("lane")), rows)
    else:
        output.line(_("Nothing of the runbook is left that the clock brings."))


def _row(item: Item, zone: tzinfo) -> tuple[str, ...]:
    return (
        item.step.id,
        _(item.standing.value),
        output.clock(item.at, zone),
        output.clock(item.by, zone),
        _what(item),
        f"{item.step.lane} {item.step.type}" if item.step.type else "",
    )
