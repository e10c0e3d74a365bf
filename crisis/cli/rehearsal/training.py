"""`person training`: who has rehearsed what and when, and who is overdue."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output
from crisis.cli.options import DeskDir, Json, command, open_desk
from crisis.cli.people.person import group
from crisis.cli.words import _, say

if TYPE_CHECKING:
    from crisis.model.training import Rehearsal, Training

YEAR = 365


def register(app: typer.Typer) -> None:
    """Nothing more: the command is in the group of `person`."""


@command(group, "training", _("Example: crisis person training --overdue"))
def training(
    every: Annotated[
        int, typer.Option("--every", min=1, metavar="DAYS", help=_("Within how many days each is to rehearse."))
    ] = YEAR,
    overdue: Annotated[bool, typer.Option("--overdue", help=_("Only those who are overdue."))] = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Who has taken part in which rehearsal, and when; who is overdue stands first."""
    from crisis.desk.people.training import standing

    listed = [one for one in standing(open_desk(desk_dir), timedelta(days=every)) if one.overdue or not overdue]
    if as_json:
        output.emit({"every": every, "people": [_document(one) for one in listed]})
        return
    if not listed:
        output.line(_("Nobody is overdue."))
        return
    heads = (_("person"), _("name"), _("rehearsals"), _("last"), _("state"))
    output.table(heads, [_row(one) for one in listed])


def _document(one: Training) -> dict[str, Any]:
    return {
        "person": one.person,
        "name": one.name,
        "rehearsals": [{"rehearsal": e.id, "runbook": e.runbook, "on": e.played_on} for e in one.rehearsals],
        "due": one.due.isoformat() if one.due else None,
        "overdue": one.overdue,
    }


def _row(one: Training) -> tuple[str, ...]:
    last = _last(one.rehearsals[-1]) if one.rehearsals else "-"
    return one.person, one.name, str(len(one.rehearsals)), last, _state(one)


def _last(rehearsal: Rehearsal) -> str:
    return f"{rehearsal.played_on} {rehearsal.runbook}"


def _state(one: Training) -> str:
    if one.due is None:
        return _("NEVER")
    day = one.due.isoformat()
    return say("OVERDUE since {day}", day=day) if one.overdue else say("until {day}", day=day)
