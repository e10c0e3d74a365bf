"""`kit`: the offline folder for a telephone, and the sheet to print."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from crisis.cli import output
from crisis.cli.options import DeskDir, Json, command, open_desk
from crisis.cli.words import _, say


def register(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "kit", _("Example: crisis kit --out kit"))(kit)


def kit(
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help=_("The folder; default that of [kit], else kit."))
    ] = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """One folder for a telephone without a network, and a sheet to print: agreed texts with blanks, whom to reach, what to do."""
    from crisis.desk.kit.writing import write

    desk = open_desk(desk_dir)
    folder = (out or desk.settings.kit.folder or desk.public.parent / "kit").absolute()
    changed = write(desk, folder)
    if as_json:
        output.emit({"folder": str(folder), "changed": changed})
        return
    output.line(say("Kit: {folder}", folder=folder), "bold")
    output.line(_("Copy the folder to your telephone, open index.html; print sheet.ja.html or sheet.en.html."))
    if not desk.settings.kit.phones:
        output.note(_("Telephone numbers of people stand in crisis.toml under [kit.phones]: none yet."))
