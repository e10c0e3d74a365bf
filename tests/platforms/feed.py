"""The stage of the feed: like the page's, with one document."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from crisis.channels.feed import FILE, entries
from crisis.model.settings import Account
from platforms.outlet import FAULTS, OutletStage, outlet_stage

__all__ = ["FAULTS", "stage"]


@dataclass
class FeedStage(OutletStage):
    """Counts the entries that readers get."""

    def held(self, text: str) -> int:
        path = self.served / FILE
        return sum(content == text for _, content in entries(path.read_bytes())) if path.exists() else 0


@contextmanager
def stage(folder: Path) -> Iterator[FeedStage]:
    """The feed of a desk that uploads it by a command."""
    with outlet_stage(folder, Account("feed", "feed")) as (fittings, served, server):
        yield FeedStage(fittings, served, server)
