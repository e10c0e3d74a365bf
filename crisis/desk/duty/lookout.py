"""When to look whether somebody has to be alerted: reading the whole state in every pass would slow the sends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

SOON, LATER = timedelta(seconds=10), timedelta(minutes=1)
"""Between two looks at a state that has changed, and at one that has not."""


@dataclass
class Lookout:
    """When the state was last looked at, how long the ledger was then, and when time alone makes something due next."""

    at: datetime | None = None
    entries: int = 0
    due: datetime | None = None

    def is_time(self, now: datetime, entries: int) -> bool:
        """Whether to look: at first, after the clock was set back and when something is due at once, then soon where something has
        changed, and after a while because time itself makes things overdue."""
        if self.at is None or now < self.at or (self.due is not None and self.due <= now):
            return True
        return now - self.at >= (SOON if entries != self.entries else LATER)
