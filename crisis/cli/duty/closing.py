"""`incident close|review`: the end of an incident, and what is to be learned of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from crisis.cli import documents, output
from crisis.cli.duty.incidents import group
from crisis.cli.options import Answers, As, DeskDir, Json, Yes, command, confirm, open_desk, who
from crisis.cli.words import _, language, say
from crisis.model.names import name_in

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.desk.duty.closing import Closing

ALL_CLEAR = "all-clear"

IncidentId = Annotated[str, typer.Argument(metavar="I-…", help=_("The incident's identifier."))]


def register(app: typer.Typer) -> None:
    """Nothing more: the commands are in the group of `incidents`."""


@command(group, "close", _("Example: crisis incident close I-01… --as suzuki"))
def close(
    named: Annotated[
        str | None, typer.Argument(metavar="[I-…]", help=_("The incident; where one alone is open, that one."))
    ] = None,
    final: Annotated[
        bool, typer.Option("--final", help=_("Draft its final post first; close it once that is out."))
    ] = False,
    answers: Answers = None,
    yes: Yes = False,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Close an incident: its final post is drafted where none is out, what is not done yet is shown, and the review is begun."""
    from crisis.cli.duty.reviewing import begin
    from crisis.desk.duty import incidents
    from crisis.desk.duty.closing import closing

    desk, by = open_desk(desk_dir), who(person)
    incident = named or incidents.only_open(desk)
    before = closing(desk, incident)
    incidents.refuse_to_close(desk, incident, also_open=not final)
    if final or (not before.final and not yes and not as_json and sys.stdin.isatty() and _wanted()):
        draft_final(desk, before, answers or [], by, as_json=as_json)
    if not as_json:
        _show(desk, before)
    if before.asks:
        confirm(_("Close it all the same?"), yes=yes)
    closed = incidents.close_incident(desk, incident, by=by)
    review = begin(desk, incident)
    if as_json:
        output.emit({**documents.incident(closed, desk.settings.zone), "review": str(review)})
        return
    output.line(say("CLOSED: {incident}", incident=closed.id), "bold")
    output.line(say("Review: {file}", file=review))
    output.note(_("Routine posts stay held until somebody has looked: crisis resume --as ID"))


@command(group, "review", _("Example: crisis incident review I-01…"))
def review(incident: IncidentId, desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """The after-action report from the record, a file to go on writing in: what stands in it already is never written over."""
    from crisis.cli.duty.reviewing import begin

    file = begin(open_desk(desk_dir), incident)
    if as_json:
        output.emit({"incident": incident, "review": str(file)})
    else:
        output.line(say("Review: {file}", file=file), "bold")


def _wanted() -> bool:
    return typer.confirm(_("No final post is out. Draft it now?"), default=True, err=True)


def draft_final(desk: Desk, before: Closing, answers: list[str], by: str, *, as_json: bool) -> None:
    """Draft the all-clear of an incident, with what its posts spoke of filled in, and end there: it is closed once that is out."""
    from crisis.cli.drafts.saying import ask_for, drafted, given_beforehand
    from crisis.desk.duty.closing import spoken_of
    from crisis.desk.notices import receive, telling

    notice_type = desk.kit.types[ALL_CLEAR]
    given = {**spoken_of(desk, before.incident.id), **given_beforehand(notice_type, answers)}
    role, told = ask_for(desk, notice_type, given, None)
    notice = telling.call(notice_type, told, role=role, at=desk.clock.now())
    stored = receive.keep(desk, notice, by=by, incident=before.incident.id, type_id=ALL_CLEAR)
    if not as_json:
        output.note(say("Once it is out: crisis incident close {incident} --as ID", incident=before.incident.id))
    drafted(desk, stored.id, by, final=True, alone=False, as_json=as_json)


def _show(desk: Desk, before: Closing) -> None:
    """What whoever closes it should know, a line each."""
    zone = desk.settings.zone
    if not before.final:
        output.line(_("No final post is out. Draft it: crisis say all-clear --as ID"), "bold red")
    for promise in before.promises:
        output.line(say("Promised and not kept yet: {at}", at=output.clock(promise.due, zone)), "bold red")
    for promise in before.missed:
        output.line(say("Promised for {at} and not kept in time", at=output.clock(promise.due, zone)), "yellow")
    for each in before.owed:
        output.line(
            say("Not countersigned yet: {release}, by {person}", release=each.release, person=each.person), "yellow"
        )
    if before.steps:
        output.line(say("Steps of the runbook that are open: {steps}", steps=", ".join(before.steps)), "yellow")
    for delivery in before.standing:
        output.line(say("Unpin it, if it is pinned: {account} {url}", account=delivery.account, url=delivery.url))
    for end in before.ends:
        output.line(f"[ ] {name_in(end, language())}")
