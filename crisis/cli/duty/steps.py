"""`step list|draft|done|skip|replies`: what the runbook of an open incident asks for, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from crisis.cli import documents, output
from crisis.cli.helping import Group
from crisis.cli.options import (
    Alone,
    Answers,
    As,
    DeskDir,
    Json,
    KeyFile,
    Reason,
    Yes,
    command,
    open_desk,
    reason_given,
    who,
)
from crisis.cli.words import _, language, say
from crisis.errors import Mistake
from crisis.model.names import name_in

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.desk.duty.steps import Agenda
    from crisis.model.notice_type import NoticeType
    from crisis.model.progress import Standing
    from crisis.model.runbook import Step
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


@command(group, "draft", _("Example: crisis step draft ack --as tanaka"))
def draft(
    step: StepId,
    answers: Answers = None,
    incident: InIncident = None,
    alone: Alone = False,
    reason: Reason = None,
    person: As = None,
    key: KeyFile = None,
    yes: Yes = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Draft the post of a step: the runbook answers what it can, the rest is asked. The notice is kept as the runbook's."""
    from crisis.cli.drafts import saying, sending
    from crisis.desk.duty import steps

    desk, author = open_desk(desk_dir), who(person)
    with desk.store.reading() as unit:
        found, _runbook, wanted = steps.step_named(desk, unit, step, incident)
    notice_type = _postable(desk, wanted)
    given = {**steps.answers(desk, found, wanted), **saying.given_beforehand(notice_type, answers or [])}
    if alone:
        notice_type, given = sending.narrowed(desk, notice_type, given)
    role, told = saying.ask_for(desk, notice_type, given, wanted.role)
    stored = steps.begin(desk, found, wanted, told, role=role, by=author)
    final = wanted.type == "all-clear"
    saying.drafted(desk, stored.id, author, key, final=final, alone=alone, reason=reason, yes=yes, as_json=as_json)


def _postable(desk: Desk, step: Step) -> NoticeType:
    """The type of a step's post. Raises `Mistake` where it is for people to do, or the desk has no such type."""
    if step.type in desk.kit.types:
        return desk.kit.types[step.type]
    raise Mistake(
        "no-post",
        "Nothing is posted in the step {step}: people do it.",
        'Once it is done: crisis step done {step} --reason "…" --as ID',
        step=step.id,
    )


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


@command(group, "replies", _("Example: crisis step replies 2480 --replied 910 --bounced 640 --as tanaka"))
def replies(
    asked: Annotated[int, typer.Argument(metavar="N", help=_("How many people the safety check asked."))],
    replied: Annotated[int, typer.Option("--replied", metavar="N", help=_("How many have replied."))],
    bounced: Annotated[int, typer.Option("--bounced", metavar="N", help=_("How many messages came back."))] = 0,
    incident: InIncident = None,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """The safety check's figures as a whole, which may call for a step. Never who: lists of people stay outside."""
    from crisis.desk.duty import replies as figures

    desk = open_desk(desk_dir)
    kept = figures.count(desk, asked, replied, bounced, by=who(person), incident_id=incident)
    if as_json:
        output.emit(
            {"figures": kept.id, "incident": kept.incident, "asked": asked, "replied": replied, "bounced": bounced}
        )
        return
    output.line(
        say("Replied: {percent} %. Came back: {back} %.", percent=100 * replied // asked, back=100 * bounced // asked)
    )
    output.note(say("Next: {command}", command="crisis step list"))


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
        output.line(_ahead_line(desk, item), "dim")


def _ahead_line(desk: Desk, item: Item) -> str:
    words = {"at": output.clock(item.at, desk.settings.zone), "what": _what(item), "step": item.step.id}
    return say("Runbook, at {at}: {what} ({step})", **words)


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
    """Everything that is open or comes by the clock."""
    begins = agenda.incident.begins or agenda.incident.opened_at
    name = name_in(agenda.runbook.names, language())
    output.line(f"{name}  T = {output.clock(begins, desk.settings.zone)}  ({agenda.incident.id})", "bold")
    due(desk, replace(agenda, ahead=()))
    for item in agenda.ahead:
        output.line(_ahead_line(desk, item))
    if not (agenda.due or agenda.ahead):
        output.line(_("Nothing of the runbook is left that the clock brings."))
    elif any(item.step.type for item in agenda.due):
        output.note(say("Next: {command}", command="crisis step draft STEP --as ID"))
