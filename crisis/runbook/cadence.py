"""How often a runbook speaks: by when the next word, and from when on at the earliest."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from crisis.model.runbook import Cadence


def is_day(cadence: Cadence, at: datetime, zone: tzinfo) -> bool:
    """Whether it is day there, for this runbook."""
    return cadence.since <= at.astimezone(zone).time() < cadence.to


def next_by(cadence: Cadence, last: datetime, zone: tzinfo) -> datetime:
    """By when the word after one at `last` is to come. What would fall into the night comes with the night's pace, or, where
    there is none, in the morning."""
    by_day = last + cadence.day
    if is_day(cadence, by_day, zone):
        return by_day
    morning = _morning_after(cadence, by_day, zone)
    return morning if cadence.night is None else min(morning, last + max(cadence.night, cadence.day))


def _morning_after(cadence: Cadence, at: datetime, zone: tzinfo) -> datetime:
    local = at.astimezone(zone)
    day = local.date() + timedelta(days=local.time() >= cadence.since)
    return datetime.combine(day, cadence.since, zone)
