"""`rehearse join`: a further terminal at a rehearsal that people play. It has a local socket to it, and no desk."""

from __future__ import annotations

import json
import os
import select
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from crisis.cli import output
from crisis.cli.options import As, DeskDir, command, desk_folder, who
from crisis.cli.rehearsal.group import group
from crisis.cli.rehearsal.seats import DOOR
from crisis.cli.words import _
from crisis.errors import Mistake

AT_ONCE = 65536


def register(app: typer.Typer) -> None:
    """Nothing more: the command is in the group of `group`."""


@command(group, "join", _("Example: crisis rehearse join --as tanaka"))
def join(
    person: As = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help=_("Where the report of that rehearsal goes."))
    ] = None,
    desk_dir: DeskDir = None,
) -> None:
    """Sit down at a rehearsal that is being played here with --live-players, each at a terminal of their own. q leaves it."""
    folder = out or (desk_folder(desk_dir) or Path.cwd()) / "rehearsals"
    with _connected(folder / DOOR) as table:
        hello = {"name": who(person), "terminal": sys.stdout.isatty()}
        table.sendall(f"{json.dumps(hello)}\n".encode())
        with suppress(KeyboardInterrupt, ConnectionError):
            _carry(table)
    output.line()
    output.line(_("You have left the rehearsal."), "bold")


def _connected(place: Path) -> socket.socket:
    """A line to those who play. Raises `Mistake` where nobody does."""
    if hasattr(socket, "AF_UNIX"):
        table = socket.socket(socket.AF_UNIX)
        try:
            table.connect(str(place))
        except OSError:
            table.close()
        else:
            return table
    raise Mistake(
        "no-table",
        "Nobody plays a rehearsal here.",
        "Begin one at another terminal, then join it: crisis rehearse earthquake --live-players",
    )


def _carry(table: socket.socket) -> None:
    """What is typed goes there, what they show comes here, until either ends."""
    typed = sys.stdin.fileno()
    while True:
        ready, _none, _nothing = select.select([table, typed], [], [])
        if table in ready:
            shown = table.recv(AT_ONCE)
            if not shown:
                return
            sys.stdout.buffer.write(shown)
            sys.stdout.buffer.flush()
        if typed in ready:
            line = os.read(typed, AT_ONCE)
            if not line:
                return
            table.sendall(line)
