"""How the daemon and its desk are, for a monitor: states, times and identifiers, never a text or a secret."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from crisis import __version__
from crisis.daemon.watching import LOOK_SECONDS, Watch
from crisis.desk.desk import Desk
from crisis.desk.duty.alerting import unseen
from crisis.dispatch import states, timing
from crisis.model.delivery import Delivery, State
from crisis.model.records import Stop

QUIET_SECONDS = 60
"""Without a full pass for so long, a daemon is not well."""


@dataclass
class Course:
    """What the daemon knows of its own work. `full_for` counts the looks since the last full pass, None before the first;
    `mistake` is why the settings of before have stayed."""

    started_at: datetime
    settings_at: datetime
    mistake: str | None = None
    passes: int = 0
    full_at: datetime | None = None
    full_for: int | None = None
    troubles: tuple[str, ...] = ()

    def look(self) -> None:
        """One more look of the watch."""
        self.full_for = None if self.full_for is None else self.full_for + 1

    def passed(self, now: datetime, troubles: tuple[str, ...], *, full: bool) -> None:
        """A pass has ended."""
        self.passes, self.troubles = self.passes + 1, troubles
        if full:
            self.full_at, self.full_for = now, 0

    def read_anew(self, now: datetime) -> None:
        """The settings were read anew."""
        self.settings_at, self.mistake = now, None


def vitals(desk: Desk, watch: Watch, course: Course, pings: int | None) -> Mapping[str, Any]:
    """One document. `ok` is whether full passes are made; posts that failed are the desk's matter and stand beside it. `pings`
    counts those that arrived, None where none is sent."""
    seconds = None if course.full_for is None else round(course.full_for * LOOK_SECONDS)
    zone = desk.settings.zone
    return {
        "ok": seconds is not None and seconds <= QUIET_SECONDS,
        "version": __version__,
        "mode": desk.mode.value,
        "alarm": watch.health.value,
        "started": _iso(course.started_at, zone),
        "last_full_pass": _iso(course.full_at, zone),
        "seconds_since_full_pass": seconds,
        "settings": {"read": _iso(course.settings_at, zone), "mistake": course.mistake},
        "pings": pings,
        "troubles": list(course.troubles),
        **_desk(desk),
    }


def _desk(desk: Desk) -> dict[str, Any]:
    now = desk.clock.now()
    with desk.store.reading() as unit:
        waiting = unit.find(Delivery, state=states.OPEN)
        stops, alerts = unit.find(Stop, lifted_at=None), unseen(unit)
    due = timing.due(waiting, now)
    return {
        "queue": dict(sorted(Counter(delivery.state.value for delivery in waiting).items())),
        "due_now": [delivery.post for delivery in due],
        "next_due": _iso(timing.next_time(waiting, now), desk.settings.zone),
        "unknown": [delivery.post for delivery in waiting if delivery.state is State.UNKNOWN],
        "stopped": [stop.account or ("routine" if stop.routine else "everything") for stop in stops],
        "alerts": [alert.code for alert in alerts],
    }


def _iso(at: datetime | None, zone: tzinfo) -> str | None:
    return None if at is None else at.astimezone(zone).isoformat(timespec="seconds")
