"""Points and spans of time as a notice states them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as stated. `at` is aware; without `has_time` only its date was stated (and `at` is that day's 00:00);
    `approximate` is ごろ / "about"."""

    at: datetime
    has_time: bool = True
    approximate: bool = False

    def iso(self) -> str:
        """ISO 8601: with offset, or the date alone."""
        return self.at.isoformat(timespec="minutes") if self.has_time else self.at.date().isoformat()


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` to `end`, either unstated as None, never both."""

    start: Moment | None
    end: Moment | None

    def iso(self) -> str:
        """ISO 8601 interval with `..` for an open end (ISO 8601-2)."""
        return "/".join(m.iso() if m else ".." for m in (self.start, self.end))
