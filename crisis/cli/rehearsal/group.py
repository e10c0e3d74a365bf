"""`rehearse …`: play a runbook, and what is done with its report afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from crisis.cli.helping import Group
from crisis.cli.options import DeskDir, Json, command
from crisis.cli.words import _

PLAY = "play"


class _Rehearse(Group):
    """`rehearse earthquake` is short for `rehearse play earthquake`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """A first word that is no command is a runbook, or an option of playing one."""
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = [PLAY, *args]
        return super().parse_args(ctx, args)


group = typer.Typer(
    cls=_Rehearse,
    help=_("Rehearse a runbook, compare runs, and keep who practised what."),
    epilog=_("Most often: crisis rehearse earthquake. Its options: crisis rehearse play --help"),
    no_args_is_help=True,
    rich_markup_mode=None,
)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(group, name="rehearse")


@command(group, PLAY, _("Example: crisis rehearse earthquake --seed 1"))
def play(
    runbook: Annotated[
        str, typer.Argument(metavar="RUNBOOK", help=_("A runbook's name, such as earthquake, or its file."))
    ],
    seed: Annotated[int, typer.Option("--seed", metavar="N", help=_("The same seed plays the same rehearsal."))] = 1,
    strict: Annotated[
        bool, typer.Option("--strict", help=_("Exit 3 where an objective is missed or a trap leaked."))
    ] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help=_("Where the report goes; else a new folder here."))
    ] = None,
    speed: Annotated[
        str,
        typer.Option("--speed", metavar="max|60x|real", help=_("How fast its clock runs; max leaves quiet time out.")),
    ] = "max",
    live: Annotated[
        bool, typer.Option("--live-players", help=_("You read, clear and decide at this terminal, against the clock."))
    ] = False,
    people: Annotated[
        list[str] | None, typer.Option("--with", metavar="ID", help=_("Who plays, for the record; several times."))
    ] = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Rehearse a runbook. The same code with a virtual clock, unable to reach a real account."""
    from crisis.cli.rehearsal.rehearsing import rehearse

    code = rehearse(
        runbook,
        seed,
        strict=strict,
        out=out,
        desk_dir=desk_dir,
        as_json=as_json,
        speed=speed,
        live=live,
        people=people or [],
    )
    raise typer.Exit(code)
