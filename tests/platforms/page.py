"""The stage of the page: a folder, and beside it "the web" to which a publish_command copies it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from crisis.model.ports import Fittings
from crisis.model.settings import Account
from platforms.outlet import FAULTS, OutletStage, outlet_stage

__all__ = ["FAULTS", "stage"]


@dataclass
class PageStage(OutletStage):
    """Counts the posts that people can reach."""

    def held(self, text: str) -> int:
        documents = [json.loads(path.read_bytes()) for path in self.served.glob("posts/*.json")]
        return sum(document["text"] == text for document in documents)


@contextmanager
def stage(folder: Path) -> Iterator[PageStage]:
    """The page of a desk that uploads it by a command."""
    with outlet_stage(folder, Account("page", "page")) as (fittings, served, server):
        yield PageStage(fittings, served, server)


def local(fittings: Fittings) -> Fittings:
    """The same page served from `public/` itself."""
    from dataclasses import replace

    return replace(fittings, publish_command=(), account=replace(fittings.account, url=None))
