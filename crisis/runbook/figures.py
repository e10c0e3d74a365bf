"""Figures that a rehearsal and an incident are measured by alike. Times in minutes, to a tenth."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from statistics import median


def minutes(start: datetime, end: datetime) -> float:
    """From one time to another."""
    return round((end - start).total_seconds() / 60, 1)


def middle(spans: Iterable[float]) -> float | None:
    """The median; None of nothing."""
    listed = list(spans)
    return round(median(listed), 1) if listed else None
