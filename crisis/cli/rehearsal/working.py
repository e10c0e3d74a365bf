"""`daemon`, `demo`: what runs by itself."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crisis.cli import output
from crisis.cli.options import DeskDir, Json, command, open_desk
from crisis.cli.words import _, language, say
from crisis.errors import PLATFORM_FAILED

if TYPE_CHECKING:
    from crisis.desk.desk import Desk


def register(app: typer.Typer) -> None:
    """Add the commands."""
    command(app, "daemon", _("Example: crisis daemon --once"))(daemon)
    command(app, "demo", _("Example: crisis demo"))(demo)


def daemon(
    once: Annotated[bool, typer.Option("--once", help=_("One full pass, then end."))] = False,
    print_unit: Annotated[
        bool, typer.Option("--print-unit", help=_("Show the systemd unit that keeps it at work here."))
    ] = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Send what is due, on schedule, until SIGTERM. SIGHUP has it read crisis.toml anew."""
    if print_unit:
        return output.plain(_unit(desk_dir))
    desk = open_desk(desk_dir)
    if not once:
        from crisis.daemon import keep_on

        started = _("The daemon sends what is due. Stop it with Ctrl-C or SIGTERM; crisis hold stops sending at once.")
        return keep_on(desk, os.environ, lambda: output.note(started))
    _once(desk, as_json=as_json)
    return None


def _unit(desk_dir: Path | None) -> str:
    """The unit of the desk that is meant, for its owner and this program."""
    from crisis.daemon.unit import unit

    folder = open_desk(desk_dir).settings.folder or Path()
    program = shutil.which("crisis")
    command = (program,) if program else (sys.executable, "-m", "crisis")
    if (owner := folder.owner()) == "root":
        output.note(
            say("The desk belongs to root. Give it to a user of its own: chown -R crisis {folder}", folder=folder)
        )
    return unit(folder.resolve(), command, owner, language())


def _once(desk: Desk, *, as_json: bool) -> None:
    from crisis.daemon import full_pass

    done = full_pass(desk)
    if as_json:
        output.emit({"published": done.published, "unknown": done.unknown, "held": done.held, "failed": done.failed})
    else:
        output.line(
            say(
                "Published {published}, unknown {unknown}, held {held}, failed {failed}.",
                published=done.published,
                unknown=done.unknown,
                held=done.held,
                failed=done.failed,
            )
        )
        if done.unknown:
            output.note(
                _("Unknown: nobody knows whether it is out; it is not sent again. Look, then: crisis settle P-…")
            )
    raise typer.Exit(PLATFORM_FAILED if done.failed or done.unknown else 0)


def demo(
    keep: Annotated[
        Path | None,
        typer.Option("--keep", "--desk", metavar="DIR", help=_("Make the desk here instead of in a temporary folder.")),
    ] = None,
) -> None:
    """Play the main job on a fresh sample desk. Every step is a command that you could type."""
    from crisis.cli.app import furnish
    from crisis.cli.rehearsal.demo import play

    raise typer.Exit(play(typer.main.get_command(furnish()), keep))
