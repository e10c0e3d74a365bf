"""`rehearse` on the screen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from crisis.cli import output
from crisis.cli.options import desk_folder
from crisis.cli.words import _, language, say
from crisis.model.names import name_in

if TYPE_CHECKING:
    from crisis.model.runbook import Inject, Runbook
    from crisis.rehearsal.rehearse import Rehearsed
    from crisis.rehearsal.run import Played


def rehearse(name: str, seed: int, *, strict: bool, out: Path | None, desk_dir: Path | None, as_json: bool) -> int:
    """Play a runbook; the exit code: 0 when it ran to the end, with `strict` 3 where an objective was missed or a trap leaked."""
    from crisis.rehearsal import rehearse as rehearsing

    folder = desk_folder(desk_dir)
    place = out or (folder or Path.cwd()) / "rehearsals"
    runbook = rehearsing.find(name, folder)
    with _progress(runbook) as watch:
        done = rehearsing.rehearse(runbook, seed, folder=folder, out=place, language=language(), watch=watch)
    if as_json:
        output.emit(done.document())
    else:
        _show(done)
    return 3 if strict and not done.passed else 0


@contextmanager
def _progress(runbook: Runbook) -> Iterator[Callable[[timedelta], None]]:
    """How far the virtual clock has come: a bar on standard error, at a terminal only."""
    if not sys.stderr.isatty():
        yield lambda gone: None
        return
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[clock]}"))
    with Progress(*columns, console=output.console(err=True), transient=True) as bar:
        task = bar.add_task(name_in(runbook.names, language()), total=runbook.lasts.total_seconds(), clock="T+0:00")

        def watch(gone: timedelta) -> None:
            minutes = gone // timedelta(minutes=1)
            bar.update(task, completed=gone.total_seconds(), clock=f"T+{minutes // 60}:{minutes % 60:02}")

        yield watch


def _show(done: Rehearsed) -> None:
    from crisis.rehearsal import score

    played = done.played
    runbook = name_in(played.runbook.names, language())
    output.line(
        say("EXERCISE: {runbook}, seed {seed}. Nothing was sent to anybody.", runbook=runbook, seed=played.seed), "bold"
    )
    output.line()
    output.line(_("Objectives"), "bold")
    for reached in score.objectives(played):
        mark = _("met") if reached.met else _("MISSED")
        measured = _("nothing to measure") if reached.measured is None else f"{reached.measured:g}"
        says = name_in(reached.objective.says, language())
        output.line(f"  {mark}  {says}: {measured} ({reached.objective.target})")
    output.line()
    output.line(_("Injects and traps"), "bold")
    leaked = {trap.inject.id: trap.leaked for trap in score.traps(played)}
    for inject in played.runbook.injects:
        output.line(f"  {_inject(inject, played, leaked.get(inject.id))}")
    output.line()
    output.line(say("Report: {path}", path=done.report))


def _inject(inject: Inject, played: Played, leaked: bool | None) -> str:
    """One inject in one line: what it was, what became of it, and its trap."""
    from crisis.rehearsal import score

    seen = score.seen(inject, played)
    told = f"{inject.id}  {name_in(inject.says, language())}: {_became(seen)}"
    if seen != inject.expect:
        told += " " + say("NOT AS EXPECTED ({expected})", expected=_became(inject.expect))
    if leaked is not None:
        told += "; " + (
            say("trap {trap} LEAKED", trap=inject.trap) if leaked else say("trap {trap} caught", trap=inject.trap)
        )
    return told


def _became(seen: str | None) -> str:
    """What became of an inject, in words; several notices of one inject are joined."""
    said = {
        "published": _("published"),
        "held": _("held"),
        "refused": _("refused"),
        "known": _("known already"),
        "drafted": _("waiting for the approver"),
        "cleared": _("cleared, not out"),
    }
    return ", ".join(said[word] for word in seen.split()) if seen else _("not reached")
