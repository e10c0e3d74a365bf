"""What each place offers to the contract of sources."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from crisis.model.ports import Tap
from crisis.model.settings import SourceSettings
from crisis.rehearsal.world import VirtualClock

NOW = datetime(2026, 10, 9, 6, 20, tzinfo=UTC)
CANARY = "hunter2-canary"


@dataclass
class Stage:
    """A place with a source's settings for it. `put` adds a notice, `spoil` makes the place fail, `state` is all that a
    source must leave as it is."""

    settings: SourceSettings
    put: Callable[[str], None]
    spoil: Callable[[], None]
    state: Callable[[], object]
    secrets: dict[str, str] = field(default_factory=dict)

    def tap(self) -> Tap:
        return Tap(self.settings, VirtualClock(NOW), self.secrets)


class StageModule(Protocol):
    """What each module of this folder that is named like a kind has."""

    stage: Callable[[Path], AbstractContextManager[Stage]]
