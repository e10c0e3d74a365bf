"""The alarm that rings for each pass, and the watch over it.

The alarm rings every few seconds, because another process may have queued something, and when the next thing is due. The watch
reads no clock: it counts its own looks, so that a process that was paused for an hour does not believe that it hung for one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

EVERY_SECONDS = 2.0
"""How long something that another process queued may wait at most."""

LOOK_SECONDS = 1.0
LATE, DEAF, STUCK = 6, 30, 300
"""Looks without a ring: the alarm is wound again (somebody set the clock back), or it is dead. Looks without the end of a
pass: it hangs; an outlet's upload may rightly take a minute, and as long again to wait for another's."""


class Health(Enum):
    """How the daemon is."""

    WELL = "well"
    LATE = "the alarm is late"
    DEAF = "the alarm is dead"
    STUCK = "a pass does not end"


@dataclass
class Watch:
    """How many looks ago the alarm rang and a pass ended."""

    ring: int = 0
    ended: int = 0

    def look(self) -> Health:
        """One more look, and what it shows."""
        self.ring += 1
        self.ended += 1
        return self.health

    @property
    def health(self) -> Health:
        """What the last look showed."""
        if self.ended > STUCK:
            return Health.STUCK
        if self.ring > DEAF:
            return Health.DEAF
        return Health.LATE if self.ring > LATE else Health.WELL


class Alarm:
    """APScheduler, with one job that rings. A job of its own for what is due would be taken out when it has run, and that raises
    in the scheduler's thread when it happens in the moment of its stop."""

    def __init__(self, now: Callable[[], datetime], ring: Callable[[], None]) -> None:
        from apscheduler.schedulers.background import BackgroundScheduler

        self.now, self._ring = now, ring
        # The default grace of a second would drop what a busy machine comes to late.
        defaults = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        self.scheduler: Any = BackgroundScheduler(timezone="UTC", job_defaults=defaults)

    def start(self) -> None:
        """Ring now and every few seconds."""
        self.scheduler.add_job(self._ring, "interval", seconds=EVERY_SECONDS, id="every", next_run_time=self.now())
        self.scheduler.start()

    def wind(self) -> None:
        """Ring now, after the machine's clock has been set back: the scheduler would sleep until the old time comes again."""
        self.scheduler.modify_job("every", next_run_time=self.now())

    def ring_at(self, moment: datetime | None) -> None:
        """Ring at that time, if it comes before the next ring."""
        job = self.scheduler.get_job("every")  # None once it has been stopped
        if moment is not None and job is not None and moment < job.next_run_time:
            self.scheduler.modify_job("every", next_run_time=moment)

    def stop(self) -> None:
        """Ring no more."""
        self.scheduler.shutdown(wait=False)
