"""`runbook …`: the runbooks that there are, what one says, and whether a file holds."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output
from crisis.cli.helping import Group
from crisis.cli.options import DeskDir, Json, command, desk_folder
from crisis.cli.words import _, language, say
from crisis.model.names import name_in

if TYPE_CHECKING:
    from crisis.model.runbook import Inject, Runbook, Step

group = typer.Typer(
    cls=Group,
    help=_("Runbooks: what to do for one kind of incident, and how to rehearse it."),
    no_args_is_help=True,
    rich_markup_mode=None,
)

Name = Annotated[str, typer.Argument(metavar="NAME", help=_("A runbook's name, such as earthquake, or its file."))]
File = Annotated[Path, typer.Argument(metavar="FILE", help=_("A runbook in YAML."))]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(group, name="runbook")


@command(group, "list", _("Example: crisis runbook list"))
def list_(desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """The runbooks by name; one of the desk's own takes the place of the shipped one."""
    from crisis.rehearsal.rehearse import known

    found = known(desk_folder(desk_dir))
    if as_json:
        output.emit({"runbooks": [_summary(runbook) for runbook in found]})
        return
    output.table(
        (_("Name"), _("Runbook"), _("Lasts"), _("Posts of its own"), _("Injects"), _("Traps")),
        [_row(runbook) for runbook in found],
    )
    output.note(say("Next: {command}", command="crisis runbook show NAME"))


@command(group, "check", _("Example: crisis runbook check runbooks/flood.yaml"))
def check(file: File, desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """Whether a file is a runbook that this desk can rehearse. A mistake is said with its line and its mend."""
    from crisis.rehearsal import rehearse

    runbook = rehearse.checked(file, desk_folder(desk_dir))
    if as_json:
        output.emit(_summary(runbook))
        return
    output.line(say("{file} holds: {count} injects.", file=file.name, count=len(runbook.injects)))
    output.note(say("Next: {command}", command=f"crisis rehearse {file}"))


@command(group, "show", _("Example: crisis runbook show earthquake"))
def show(name: Name, desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """What a runbook posts by itself, what reaches the desk in its rehearsal and what must become of it. Players do not look."""
    from crisis.rehearsal import rehearse

    runbook = rehearse.find(name, desk_folder(desk_dir))
    if as_json:
        output.emit(_whole(runbook))
        return
    lasts = _after(runbook.lasts)
    output.line(f"{_name(runbook)}  ({say('from {start}, to {lasts}', start=f'{runbook.starts:%F %R}', lasts=lasts)})")
    output.line()
    for phase in runbook.phases:
        output.line(f"{_after(phase.at)}  {name_in(phase.names, language())}", "bold")
        for step in phase.steps:
            output.line(f"  {_when(step)}  {step.id}: {name_in(step.says, language())}")
    output.line()
    events: list[Step | Inject] = [*runbook.rehearsed, *runbook.injects]
    events.sort(key=lambda one: one.at)
    output.table((_("When"), _("Id"), _("What"), _("Becomes"), _("Trap")), [_event(one) for one in events])
    output.line()
    for objective in runbook.objectives:
        output.line(f"- {name_in(objective.says, language())}")


@command(group, "print", _("Example: crisis runbook print --out book.html"))
def print_(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME…]", help=_("Runbooks by name; all of them where none is named.")),
    ] = None,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help=_("The file to write."))] = Path("runbooks.html"),
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """The runbooks as a book to print: one HTML file that needs nothing else."""
    from crisis.cli.duty.book import render
    from crisis.rehearsal import rehearse
    from crisis.wiring.kit import kit_of
    from crisis.wiring.system import SystemClock

    folder = desk_folder(desk_dir)
    found = [rehearse.find(name, folder) for name in names] if names else rehearse.known(folder)
    kit = kit_of(folder)
    settings = kit.settings
    today = SystemClock().now().astimezone(settings.zone).strftime("%Y-%m-%d")
    out.write_text(
        render(found, kit.types, name_in(settings.organisation, language()) or settings.name, today),
        "utf-8",
        newline="\n",
    )
    if as_json:
        output.emit({"file": str(out.absolute()), "runbooks": [runbook.id for runbook in found]})
    else:
        output.line(say("Book: {file}", file=out.absolute()), "bold")


def _row(runbook: Runbook) -> tuple[object, ...]:
    counts = (len(runbook.steps), len(runbook.injects), _traps(runbook))
    return (runbook.id, _name(runbook), _after(runbook.lasts), *counts)


def _event(one: Step | Inject) -> tuple[str, ...]:
    """A line of the plan: the time after the start, and what happens."""
    from crisis.model.runbook import Step

    if isinstance(one, Step):
        return _after(one.at), one.id, say("the runbook's own post ({type})", type=one.type), _("published"), ""
    said = {"published": _("published"), "held": _("held"), "refused": _("refused"), "known": _("known")}
    return _after(one.at), one.id, name_in(one.says, language()), said[one.expect], one.trap or ""


def _name(runbook: Runbook) -> str:
    return name_in(runbook.names, language())


def _traps(runbook: Runbook) -> int:
    return sum(inject.trap is not None for inject in runbook.injects)


def _when(step: Step) -> str:
    """When a step is due, by when, and in which lane it is cleared."""
    times = [_after(step.at), *([_after(step.by)] if step.by is not None else [])]
    return " … ".join(times) + (f"  {step.lane}" if step.type else "")


def _after(span: timedelta) -> str:
    from crisis.cli.duty.book import after

    return after(span)


def _minutes(span: timedelta) -> int:
    return span // timedelta(minutes=1)


def _summary(runbook: Runbook) -> dict[str, Any]:
    return {
        "runbook": runbook.id,
        "names": dict(runbook.names),
        "minutes": _minutes(runbook.lasts),
        "steps": len(runbook.steps),
        "injects": len(runbook.injects),
        "traps": _traps(runbook),
    }


def _whole(runbook: Runbook) -> dict[str, Any]:
    """The plan as data; what the traps carry stays in the file."""
    return {
        **_summary(runbook),
        "starts": runbook.starts.isoformat(),
        "phases": [
            {"phase": p.id, "names": dict(p.names), "minute": _minutes(p.at), "steps": [_step(s) for s in p.steps]}
            for p in runbook.phases
        ],
        "injects": [
            {"id": i.id, "minute": _minutes(i.at), "says": dict(i.says), "expected": i.expect, "trap": i.trap}
            for i in runbook.injects
        ],
        "objectives": [{"name": o.name, "measure": o.measure, "target": o.target} for o in runbook.objectives],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "id": step.id,
        "minute": _minutes(step.at),
        "by": None if step.by is None else _minutes(step.by),
        "type": step.type or None,
        "lane": step.lane.value if step.type else None,
        "says": dict(step.says),
    }
