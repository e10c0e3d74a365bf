"""The stage of CAP: like the feed's, with an index that holds the alerts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from crisis.channels.cap import INDEX, alerts
from crisis.model.settings import Account
from platforms.outlet import FAULTS, OutletStage, outlet_stage

__all__ = ["FAULTS", "stage"]


@dataclass
class CapStage(OutletStage):
    """Counts the alerts that readers get."""

    def held(self, text: str) -> int:
        path = self.served / INDEX
        return sum(said == text for _, _, said in alerts(path.read_bytes())) if path.exists() else 0


@contextmanager
def stage(folder: Path) -> Iterator[CapStage]:
    """The alerts of a desk that uploads them by a command."""
    with outlet_stage(folder, Account("cap", "cap")) as (fittings, served, server):
        yield CapStage(fittings, served, server)
