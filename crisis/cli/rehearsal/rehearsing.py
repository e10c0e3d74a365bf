"""`rehearse` on the screen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta, tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from crisis.cli import output
from crisis.cli.options import desk_folder
from crisis.cli.words import _, language, say
from crisis.errors import Mistake
from crisis.model.names import name_in

if TYPE_CHECKING:
    from crisis.model.runbook import Inject, Objective, Runbook
    from crisis.rehearsal.live import Game
    from crisis.rehearsal.rehearse import Rehearsed
    from crisis.rehearsal.run import Lead
    from crisis.rehearsal.score import Reached
    from crisis.rehearsal.stage import Sitting
    from crisis.rehearsal.traps import Trap


SPEEDS = {"max": None, "60x": 60.0, "real": 1.0}
"""How fast a rehearsal goes by: seconds of it to a second on the wall; None as fast as it can."""


def rehearse(
    name: str,
    seed: int,
    *,
    strict: bool,
    out: Path | None,
    desk_dir: Path | None,
    as_json: bool,
    speed: str = "max",
    live: bool = False,
    people: Sequence[str] = (),
) -> int:
    """Play a runbook; the exit code: 0 when it ran to the end, with `strict` 3 where an objective was missed or a trap leaked."""
    _check(speed, live=live, as_json=as_json, people=people)
    from crisis.rehearsal import rehearse as rehearsing

    folder = desk_folder(desk_dir)
    place = out or (folder or Path.cwd()) / "rehearsals"
    runbook = rehearsing.find(name, folder)
    present = list(people)
    with _lead(runbook, speed, partial(_sit_down, place, present) if live else None) as lead:
        done = rehearsing.rehearse(
            runbook,
            seed,
            folder=folder,
            out=place,
            language=language(),
            lead=lead,
            sitting=partial(_sitting, present) if live else None,
        )
    if as_json:
        output.emit(done.document())
    else:
        _show(done)
    return 3 if strict and not done.passed else 0


def _sitting(people: Sequence[str], zone: tzinfo) -> Sitting:
    """Who plays, today."""
    from crisis.rehearsal.stage import Sitting
    from crisis.wiring.system import SystemClock

    return Sitting(tuple(dict.fromkeys(people)), SystemClock().now().astimezone(zone).date())


def _sit_down(place: Path, present: list[str], game: Game) -> None:
    """Let people play; who joins them is `present` from then on."""
    from crisis.cli.rehearsal.playing import sit_down

    sit_down(game, place, tuple(present), present.append)


def _check(speed: str, *, live: bool, as_json: bool, people: Sequence[str]) -> None:
    if speed not in SPEEDS:
        raise Mistake(
            "speed",
            "{speed} is no speed of a rehearsal.",
            "Write --speed {known}.",
            speed=speed,
            known=", ".join(SPEEDS),
        )
    if live and as_json:
        raise Mistake(
            "live-json",
            "People cannot play and a script read on the same screen.",
            "Leave --json out.",
        )
    if people and not live:
        raise Mistake(
            "nobody-plays",
            "{people} cannot take part in a rehearsal whose players are simulated.",
            "Add --live-players.",
            people=", ".join(people),
        )


@contextmanager
def _lead(runbook: Runbook, speed: str, live: Callable[[Game], None] | None) -> Iterator[Lead]:
    """Who leads it through: the people who play it `live`, or the simulated players alone, with a bar."""
    from crisis.rehearsal.run import through
    from crisis.wiring.pace import WallPace

    factor = SPEEDS[speed]
    if live is not None:
        from crisis.rehearsal.live import lead

        yield lead(WallPace(factor or 1.0), skips=factor is None, play=live)
        return
    with _progress(runbook) as watch:
        yield partial(through, watch=watch, pace=WallPace(factor) if factor else None)


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
    from crisis.rehearsal.traps import traps

    played = done.played
    runbook = name_in(played.runbook.names, language())
    output.line(
        say("EXERCISE: {runbook}, seed {seed}. Nothing was sent to anybody.", runbook=runbook, seed=played.seed), "bold"
    )
    if played.stopped:
        output.line(
            say(
                "Stopped at {at}; what follows is what was.",
                at=f"{played.ended.astimezone(played.started.tzinfo):%m-%d %H:%M}",
            )
        )
    output.line()
    output.table(
        (_("Objective"), _("Measured"), _("Target"), _("Verdict")),
        [_objective(reached) for reached in score.objectives(played)],
    )
    output.line()
    sprung = traps(played)
    output.table(
        (_("Inject"), _("What"), _("Became"), _("Trap")),
        [_inject(i, score.seen(i, played), [t for t in sprung if t.inject is i]) for i in played.runbook.injects]
        + [_platform(trap) for trap in sprung if trap.fault is not None],
    )
    output.line()
    missed = sum(not reached.met for reached in score.objectives(played))
    said = say("Objectives missed: {missed}. Traps leaked: {leaked}.", missed=missed, leaked=score.leaks(played))
    output.line(said, "bold")
    output.line(say("Report: {path}", path=done.report))
    if played.alerts:
        output.note(say("As alerts of CAP: {path}", path=done.alerts))
    if played.sitting is not None:
        output.note(say("Next: {command}", command=f"crisis rehearse keep {done.report.with_suffix('.json')} --as ID"))


def _objective(reached: Reached) -> tuple[str, ...]:
    measured = _("nothing to measure") if reached.measured is None else f"{reached.measured:g}"
    verdict = _("met") if reached.met else _("MISSED")
    return name_in(reached.objective.says, language()), measured, _target(reached.objective), verdict


def _target(objective: Objective) -> str:
    if objective.at_most is None:
        return say("at least {value}", value=f"{objective.at_least or 0:g}")
    return say("at most {value}", value=f"{objective.at_most:g}") if objective.at_most else "0"


def _inject(inject: Inject, seen: str | None, sprung: Sequence[Trap]) -> tuple[str, ...]:
    """One inject: what it was, what became of it, and its traps: the classes of those that leaked."""
    became = in_words(seen)
    if seen != inject.expect:
        became = say("{seen}, NOT {expected}", seen=became, expected=in_words(inject.expect))
    return inject.id, name_in(inject.says, language()), became, _outcome(sprung)


def _platform(trap: Trap) -> tuple[str, ...]:
    """A platform that was in trouble, and whether a post was lost or doubled by it."""
    account = trap.fault.account if trap.fault else ""
    return trap.id, say("Trouble at {account}", account=account), "", _outcome([trap])


def _outcome(sprung: Sequence[Trap]) -> str:
    leaked = [trap.kind for trap in sprung if trap.leaked]
    if leaked:
        return f"{_('LEAKED')}: {', '.join(leaked)}"
    return _("caught") if sprung else ""


def in_words(seen: str | None) -> str:
    """What became of an inject, in words; several notices of one inject are joined."""
    said = {
        "published": _("published"),
        "held": _("held"),
        "refused": _("refused"),
        "known": _("known"),
        "drafted": _("waiting"),
        "cleared": _("cleared, not out"),
    }
    return ", ".join(said[word] for word in seen.split()) if seen else _("not reached")
