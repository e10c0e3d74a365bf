"""Spans of time as people write them in a file: `30m`, `4h`, `2d`."""

from __future__ import annotations

import re
from datetime import timedelta

_SPAN = re.compile(r"([1-9][0-9]{0,3})(m|h|d)")
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}


def span(text: object) -> timedelta:
    """The span, from a minute. Raises ValueError for anything else."""
    found = _SPAN.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        raise ValueError("no span of time")
    return int(found[1]) * _UNITS[found[2]]


def written(length: timedelta) -> str:
    """The span in the largest unit that holds it whole."""
    unit = next(name for name in ("d", "h", "m") if not length % _UNITS[name])
    return f"{length // _UNITS[unit]}{unit}"
