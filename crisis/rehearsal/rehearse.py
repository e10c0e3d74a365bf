"""A rehearsal from name to report."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import tzinfo
from itertools import chain, count
from pathlib import Path
from typing import Any

from crisis.catalogue import runbooks
from crisis.errors import Mistake
from crisis.model.runbook import Runbook
from crisis.model.settings import Mode
from crisis.rehearsal import score
from crisis.rehearsal.alerts import write
from crisis.rehearsal.report import render
from crisis.rehearsal.result import document, whole
from crisis.rehearsal.run import Lead, check, play
from crisis.rehearsal.stage import Played, Sitting
from crisis.shipped import shipped
from crisis.wiring.kit import kit_of


@dataclass(frozen=True)
class Rehearsed:
    """A rehearsal that was played, and where its report stands; beside it, the messages of CAP, where the desk has an account for
    them."""

    played: Played
    report: Path

    @property
    def alerts(self) -> Path:
        """The folder of these messages."""
        return self.report.with_suffix(".cap")

    @property
    def passed(self) -> bool:
        """Every objective met, every inject dealt with and no trap leaked."""
        met = all(reached.met for reached in score.objectives(self.played))
        return met and not score.unreached(self.played) and not score.leaks(self.played)

    def document(self) -> dict[str, Any]:
        """The contract's JSON. Nothing but the path differs between two runs of one seed."""
        return {**document(self.played), "report": str(self.report)}


def find(name: str, folder: Path | None) -> Runbook:
    """A runbook by its name or file; one of the desk's own takes the place of the shipped one. Raises `Mistake`."""
    return _measurable(runbooks.load(runbooks.find(name, *_folders(folder))))


def known(folder: Path | None) -> list[Runbook]:
    """The runbooks that there are, by name; one of the desk's own takes the place of the shipped one. Raises `Mistake`."""
    names = sorted({path.stem for place in _folders(folder) for path in place.glob("*.yaml")})
    return [find(name, folder) for name in names]


def checked(file: Path, folder: Path | None) -> Runbook:
    """The runbook in a file, where this desk can rehearse it: its types and measures are there, and every text can be filled
    in. Raises `Mistake`."""
    kit = kit_of(folder or shipped("data") / "sample", Mode.EXERCISE)
    runbook = _measurable(runbooks.load(file, kit.types))
    check(runbook, kit)
    return runbook


def _folders(folder: Path | None) -> list[Path]:
    return [shipped("runbooks"), *([folder / "runbooks"] if folder else [])]


def _measurable(runbook: Runbook) -> Runbook:
    score.check(runbook)
    return runbook


def rehearse(
    runbook: Runbook,
    seed: int,
    *,
    folder: Path | None,
    out: Path,
    language: str,
    lead: Lead | None = None,
    sitting: Callable[[tzinfo], Sitting] | None = None,
) -> Rehearsed:
    """Rehearse with the desk's sites and accounts, or the sample desk's; the report is written into `out`, as HTML and beside it
    as JSON. `lead` is who leads it through, where nobody the simulated players alone; `sitting` the people who play, told
    the desk's zone for their day.

    Raises `Mistake` where the report cannot be written."""
    kit = kit_of(folder or shipped("data") / "sample", Mode.EXERCISE)
    with tempfile.TemporaryDirectory(prefix="crisis-exercise-") as place:
        played = play(runbook, kit, seed, Path(place), lead)
    if sitting is not None:
        played = replace(played, sitting=sitting(kit.settings.zone))
    rehearsed = Rehearsed(played, _place(played, out).absolute())
    told = json.dumps(whole(played, kit.settings.zone), ensure_ascii=False, indent=1)
    with _in_words(rehearsed.report.parent):
        _write(rehearsed.report, render(played, kit.settings, language))
        _write(rehearsed.report.with_suffix(".json"), told + "\n")
        write(played.alerts, rehearsed.alerts)
    return rehearsed


def _place(played: Played, out: Path) -> Path:
    """Where the report goes. One that people played bears its day and takes no other's place: it cannot be played again."""
    name = f"{played.runbook.id}-{played.seed}"
    if played.sitting is None:
        return out / f"{name}.html"
    dated = f"{name}-{played.sitting.on.isoformat()}"
    names = chain((dated,), (f"{dated}-{number}" for number in count(2)))
    return next(place for each in names if not (place := out / f"{each}.html").exists())


def _write(report: Path, text: str) -> None:
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text(text, "utf-8", newline="\n")


@contextmanager
def _in_words(place: Path) -> Iterator[None]:
    """What keeps files from being written, in a sentence."""
    try:
        yield
    except OSError as error:
        raise Mistake(
            "report",
            "The report cannot be written to {place}: {why}.",
            "Name a folder that you may write to with --out.",
            place=place,
            why=error.strerror or "unwritable",
        ) from None
