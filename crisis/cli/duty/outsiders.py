"""`incident stopped`: other tools and agencies that can post on our accounts, ticked off as they are told to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output
from crisis.cli.options import As, DeskDir, Json, command, open_desk, who
from crisis.cli.words import _, say

if TYPE_CHECKING:
    from crisis.desk.desk import Desk


def register(group: typer.Typer) -> None:
    """Add the command."""
    command(group, "stopped", _("Example: crisis incident stopped 1 --as suzuki"))(stopped)


def stopped(
    which: Annotated[
        str | None,
        typer.Argument(metavar="[NUMBER]", help=_("Whom you have told to stop: the number, or how the name begins.")),
    ] = None,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Who else can post on our accounts, whom to phone, and who has been told to stop."""
    from crisis.desk.duty import outside

    desk = open_desk(desk_dir)
    if which is not None:
        outside.tick(desk, which, by=who(person))
    if as_json:
        output.emit({"outside": documents(desk)})
    else:
        show(desk)


def documents(desk: Desk) -> list[dict[str, Any]]:
    """Each of them, and when who told them to stop."""
    from crisis.desk.duty import outside

    with desk.store.reading() as unit:
        told = outside.stopped(unit)
    return [
        {
            "name": each.name,
            "phone": each.phone,
            "accounts": list(each.accounts),
            "say": each.say,
            "stopped": output.iso(told[each.name].at, desk.settings.zone) if each.name in told else None,
            "by": told[each.name].by if each.name in told else None,
        }
        for each in desk.settings.outside
    ]


def show(desk: Desk) -> None:
    """The list, to be worked off with a telephone in the hand."""
    from crisis.desk.duty import outside

    with desk.store.reading() as unit:
        told, left = outside.stopped(unit), outside.not_stopped(desk, unit)
    if not desk.settings.outside:
        output.line(_("Nobody else is listed who could post on our accounts ([[outside]] in crisis.toml)."))
        return
    if left:
        output.line(_("These can still post on our accounts. Phone them now:"), "bold")
    for number, each in enumerate(desk.settings.outside, 1):
        done = told.get(each.name)
        tick = f"[x] {output.clock(done.at, desk.settings.zone)} {done.by}" if done else "[ ]"
        output.line(f"  {number} {tick} {each.phone}  {each.name}  {', '.join(each.accounts)}")
        if each.say and not done:
            output.indented(each.say, 3)
    if left:
        output.note(say("Tick off: crisis incident stopped NUMBER --as ID"))
