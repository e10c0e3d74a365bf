"""The shipped earthquake as it is played at the sample desk; each seed is played once for all tests of a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from crisis.catalogue import runbooks
from crisis.desk.drafts.compose import Kit
from crisis.model.runbook import Runbook
from crisis.model.settings import Mode
from crisis.rehearsal.run import Played, play
from crisis.shipped import shipped
from crisis.wiring.kit import kit_of

SAMPLE = shipped("data") / "sample"


@cache
def kit(mode: Mode = Mode.EXERCISE) -> Kit:
    """The sample desk's kit."""
    return kit_of(SAMPLE, mode)


@cache
def earthquake() -> Runbook:
    """The shipped runbook."""
    return runbooks.load(shipped("runbooks") / "earthquake.yaml")


@cache
def played(seed: int = 1) -> Played:
    """The earthquake, played."""
    with TemporaryDirectory() as folder:
        return play(earthquake(), kit(), seed, Path(folder))


@cache
def played_of(name: str, seed: int) -> Played:
    """Another shipped runbook, played."""
    with TemporaryDirectory() as folder:
        return play(runbooks.load(shipped("runbooks") / f"{name}.yaml"), kit(), seed, Path(folder))
