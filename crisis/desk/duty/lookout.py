"""When to look whether somebody has to be alerted: reading the whole state in every pass would slow the sends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

SOON, LATER = timedelta(seconds=10), timedelta(minutes=1)
"""Between two looks at a state that has changed, and at one that has not."""


@dataclass
class Lookout:
    """When the state was last looked at, and how long the ledger was then."""

    at: datetime | None = None
    entries: int = 0

    def is_time(self, now: datetime, entries: int) -> bool:
        """Whether to look: at first and after the clock was set back at once, then soon where something has changed, and after a
        while because time itself makes things overdue."""
        if self.at is None or now < self.at:
            return True
        return now - self.at >= (SOON if entries != self.entries else LATER)
