"""The shipped earthquake as it is played at the sample desk; each seed is played once for all tests of a process."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from crisis.catalogue import runbooks
from crisis.desk.drafts.kit import Kit
from crisis.model.runbook import Runbook
from crisis.model.settings import Mode
from crisis.rehearsal.run import play
from crisis.rehearsal.stage import Played
from crisis.shipped import shipped
from crisis.wiring.kit import kit_of

SAMPLE = shipped("data") / "sample"
RUNBOOKS = sorted(path.stem for path in shipped("runbooks").glob("*.yaml"))


@cache
def kit(mode: Mode = Mode.EXERCISE) -> Kit:
    """The sample desk's kit."""
    return kit_of(SAMPLE, mode)


def earthquake() -> Runbook:
    """The shipped runbook of an earthquake."""
    return runbook("earthquake")


def played(seed: int = 1) -> Played:
    """The earthquake, played."""
    return played_of("earthquake", seed)


@cache
def runbook(name: str) -> Runbook:
    """A shipped runbook."""
    return runbooks.load(shipped("runbooks") / f"{name}.yaml")


@lru_cache(maxsize=50)
def played_of(name: str, seed: int) -> Played:
    """A shipped runbook, played."""
    with TemporaryDirectory() as folder:
        return play(runbook(name), kit(), seed, Path(folder))
