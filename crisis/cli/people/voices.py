"""`person authorise|trained`, `policy acknowledge`: what lets somebody speak for the company, where the policy asks for it."""

from __future__ import annotations

from typing import Annotated

import typer

from crisis.cli import output
from crisis.cli.options import As, DeskDir, Json, KeyFile, Yes, command, confirm, open_desk, signer, who
from crisis.cli.people import deciding
from crisis.cli.people.person import group as people
from crisis.cli.people.policy import group as policies
from crisis.cli.people.policy import in_force, show_table
from crisis.cli.people.roster import CONFIRM, Id, Until, when
from crisis.cli.words import _, say


def register(app: typer.Typer) -> None:
    """Add the commands to the groups of people and of the policy."""
    command(people, "authorise", _("Example: crisis person authorise suzuki --until 2027-03-31 --as tanaka"))(authorise)
    command(people, "trained", _("Example: crisis person trained suzuki --on 2026-09-01 --as tanaka"))(trained)
    command(policies, "acknowledge", _("Example: crisis policy acknowledge --as suzuki"))(acknowledge)


def authorise(
    person: Id,
    start: Annotated[
        str | None, typer.Option("--from", metavar="TIME", help=_("From when (ISO 8601); else at once."))
    ] = None,
    until: Until = None,
    accounts: Annotated[
        list[str] | None, typer.Option("--account", metavar="ID", help=_("Only on this account; else on all."))
    ] = None,
    by: As = None,
    key: KeyFile = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Let somebody speak for the company, in place of what was granted before. It takes two; a time that is past ends it."""
    from crisis.desk.people import roster

    desk = open_desk(desk_dir)
    standing = roster.authorise(
        desk,
        person,
        signer(desk, who(by), key),
        starts=when(start, desk),
        ends=when(until, desk),
        accounts=tuple(accounts or ()),
    )
    if as_json:
        output.emit(deciding.document(standing))
    else:
        deciding.tell(desk, standing, say("Authorised: {person}", person=person), command=CONFIRM)


def trained(
    person: Id,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help=_("The day of the training; else today."))
    ] = None,
    by: As = None,
    key: KeyFile = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Say that somebody was trained. One other person who decides signs it."""
    from crisis.desk.people import roster

    desk = open_desk(desk_dir)
    day = when(on, desk) or desk.clock.now()
    standing = roster.trained(desk, person, signer(desk, who(by), key), day)
    if as_json:
        output.emit(deciding.document(standing))
        return
    day_said = f"{day.astimezone(desk.settings.zone):%Y-%m-%d}"
    deciding.tell(desk, standing, say("Trained: {person}, on {day}", person=person, day=day_said), command=CONFIRM)


def acknowledge(
    yes: Yes = False, by: As = None, key: KeyFile = None, desk_dir: DeskDir = None, as_json: Json = False
) -> None:
    """Read the policy in force and sign that you have. Nobody can do it for you."""
    from crisis.desk.people import roster

    desk, person = open_desk(desk_dir), who(by)
    if not as_json:
        show_table(desk, in_force(desk, tight=True), "unknown")
    confirm(say("Have you read it, {person}?", person=person), yes=yes)
    standing = roster.acknowledge(desk, signer(desk, person, key))
    if as_json:
        output.emit(deciding.document(standing))
    else:
        deciding.tell(desk, standing, say("Acknowledged by {person}.", person=person), command=CONFIRM)
