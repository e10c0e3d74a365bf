"""`init`, `doctor`: making a desk, and whether it would hold tonight."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from crisis.cli import output
from crisis.cli.options import DeskDir, Json, command, open_desk
from crisis.cli.words import _, say, told
from crisis.errors import Mistake


def register(app: typer.Typer) -> None:
    """Add the commands."""
    command(app, "init", _("Example: crisis init desk --sample"))(init)
    command(app, "doctor", _("Example: crisis doctor"))(doctor)


def init(
    place: Annotated[Path | None, typer.Argument(metavar="DIR", help=_("A new folder for the desk."))] = None,
    sample: Annotated[
        bool, typer.Option("--sample", help=_("With sample sites, accounts, notices and two people with keys."))
    ] = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Make a desk. It works as it is, with a commented crisis.toml."""
    from crisis.wiring.live import make_desk

    folder = place or desk_dir
    if folder is None:
        raise Mistake("no-folder", "Where is the desk to stand?", "Name a new folder: crisis init DIR")
    make_desk(folder.absolute(), sample=sample, environ=os.environ).close()
    if as_json:
        output.emit({"desk": str(folder.absolute()), "sample": sample})
        return
    output.line(say("A desk stands in {folder}.", folder=folder), "bold")
    if sample:
        output.line(
            _("It is a SAMPLE: the private keys of drafter and approver lie in its keys/. For trying out only.")
        )
        output.note(say("Next: crisis draft {folder}/notices/* --desk {folder}", folder=folder))
    else:
        output.line(_("Fill in crisis.toml: sites, accounts, links, protected terms."))
        output.note(
            say("Next: crisis person add ID --name NAME --role approver --generate --desk {folder}", folder=folder)
        )


def doctor(desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """Whether this desk would hold tonight. People, keys, accounts, ledger, disk."""
    from crisis.desk.duty import checkup

    desk = open_desk(desk_dir)
    found = checkup.examine(desk)
    if as_json:
        output.emit(
            {"checks": [{"check": c.name, "ok": c.ok, "warning": c.warning, "what": str(c.what)} for c in found]}
        )
    else:
        for check in found:
            well = check.ok and not check.warning
            mark = _("LOOK") if check.warning else _("ok") if check.ok else _("MEND")
            output.line(f"{mark}  {told(check.what)}", None if well else "yellow")
    raise typer.Exit(0 if all(c.ok for c in found) else 2)
