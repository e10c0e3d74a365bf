"""A rehearsal's time beside the wall clock."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import timedelta


@dataclass
class WallPace:
    """Every second on the wall is `factor` seconds of the rehearsal."""

    factor: float = 1.0
    _began: float = field(default_factory=time.monotonic)
    _skipped: timedelta = timedelta()

    def gone(self) -> timedelta:
        """The rehearsal's time that has gone by, with what was skipped."""
        return self._skipped + timedelta(seconds=(time.monotonic() - self._began) * self.factor)

    def seconds(self, until: timedelta) -> float:
        """The seconds on the wall until that moment; 0 where it is past."""
        return max((until - self.gone()).total_seconds() / self.factor, 0.0)

    def wait(self, until: timedelta) -> None:
        """Sleep until that moment."""
        time.sleep(self.seconds(until))

    def skip(self, until: timedelta) -> None:
        """Let the time until that moment be past."""
        self._skipped += max(until - self.gone(), timedelta())
