"""When we speak next: the pace of the incident's runbook, by day and by night, moved to an hour at which somebody is on duty."""

from __future__ import annotations

from datetime import datetime, timedelta

from crisis.desk.desk import Desk
from crisis.duty.rota import slot
from crisis.model.published import Incident
from crisis.runbook.cadence import next_by

AGAIN = timedelta(hours=1)
"""Until the next word where no runbook says how often."""

ROUND = 5


def next_word(desk: Desk, incident: Incident | None, last: datetime) -> datetime:
    """By when the word after one at `last` is to come, at a time that people can remember: whole five minutes, earlier rather than
    later."""
    settings = desk.settings
    runbook = desk.kit.runbooks().by_id.get(incident.runbook or "") if incident else None
    at = next_by(runbook.cadence, last, settings.zone) if runbook else last + AGAIN
    due = slot(settings.duty, settings.zone, at, last)
    return due.replace(minute=due.minute - due.minute % ROUND, second=0, microsecond=0)


def next_word_now(desk: Desk) -> datetime:
    """The same for a word that is said now, in the incident that is open if there is but one."""
    with desk.store.reading() as unit:
        open_ones = unit.find(Incident, closed_at=None)
    return next_word(desk, open_ones[0] if len(open_ones) == 1 else None, desk.clock.now())


def when(desk: Desk, at: datetime) -> str:
    """A time as the questions of a type understand it: the hour alone where it is today's."""
    local, today = at.astimezone(desk.settings.zone), desk.clock.now().astimezone(desk.settings.zone).date()
    return f"{local:%H:%M}" if local.date() == today else f"{local:%Y-%m-%d %H:%M}"
