"""`notice erase|retain`: what came from inside goes when its time is over; the record stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from crisis.cli import output
from crisis.cli.options import As, DeskDir, Json, Reason, Yes, command, confirm, open_desk, reason_given, who
from crisis.cli.words import _, say
from crisis.errors import Mistake, Refused

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.desk.notices.erasing import Erased

Names = Annotated[list[str] | None, typer.Argument(metavar="[N-…]...", help=_("The notices' identifiers."))]


def register(group: typer.Typer) -> None:
    """Add the commands."""
    command(group, "erase", _("Example: crisis notice erase --due --reason 'kept 400 days' --as ID"))(erase)
    command(group, "retain", _("Example: crisis notice retain N-01… --reason 'lawsuit' --as ID"))(retain)


def erase(
    names: Names = None,
    due: Annotated[
        bool, typer.Option("--due", help=_("All that the desk has kept for longer than [desk] keep_notices_days."))
    ] = False,
    reason: Reason = None,
    person: As = None,
    yes: Yes = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Erase what came from inside. What was cleared, by whom, stays in the record."""
    from crisis.desk.notices import erasing

    desk = open_desk(desk_dir)
    by = who(person)
    chosen = names or (_due(desk) if due else [])
    if not chosen:
        raise Mistake("no-notice", "Which notice is to be erased?", "Name it: N-…, or say --due.")
    why = reason_given(reason, Mistake("no-reason", "Erasing needs a reason.", "Add --reason TEXT."))
    output.note(say("To be erased for good: {notices}", notices=" ".join(chosen)))
    confirm(_("Erase them? There is no way back."), yes=yes)
    _tell(erasing.erase(desk, chosen, by=by, reason=why), as_json=as_json)


def _due(desk: Desk) -> list[str]:
    from crisis.desk.notices.erasing import due

    if desk.settings.keep_notices_days is None:
        raise Mistake(
            "no-time-set",
            "This desk sets no time for keeping notices.",
            "Write it in crisis.toml: [desk] keep_notices_days = 400. Or name the notices: N-…",
        )
    over = [stored.id for stored in due(desk)]
    if not over:
        raise Refused("nothing-due", "No notice is past its time.", "There is nothing to do.")
    return over


def _tell(erased: Erased, *, as_json: bool) -> None:
    if as_json:
        output.emit({"erased": list(erased.notices), "compact": erased.compact})
        return
    output.line(say("Erased: {notices}. The record of what was cleared stands.", notices=" ".join(erased.notices)))
    if not erased.compact:
        output.line(
            _(
                "Another process still reads an older state: remains may stand in the database's file until you do it again."
            ),
            "yellow",
        )


def retain(
    names: Annotated[list[str], typer.Argument(metavar="N-…...", help=_("The notices' identifiers."))],
    reason: Reason = None,
    lift: Annotated[bool, typer.Option("--lift", help=_("They may be erased again."))] = False,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Keep notices from being erased, as for a lawsuit."""
    from crisis.desk.notices import erasing

    desk = open_desk(desk_dir)
    why = reason_given(reason, Mistake("no-reason", "Keeping a notice needs a reason.", "Add --reason TEXT."))
    erasing.retain(desk, names, by=who(person), reason=why, lift=lift)
    if as_json:
        output.emit({"retained": [] if lift else names, "lifted": names if lift else []})
    elif lift:
        output.line(say("May be erased again: {notices}", notices=" ".join(names)))
    else:
        output.line(say("Kept from being erased: {notices}", notices=" ".join(names)))
