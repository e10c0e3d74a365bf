"""The picture of a rehearsal: time runs down, with a lane each for injects, posts and promises. Geometry only, all pure.

Time runs down and not across so that fourteen injects stay legible at the width of a telephone and on paper.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from crisis.rehearsal import score
from crisis.rehearsal.run import Played

WIDTH = 400
TOP, BOTTOM = 34, 16
PER_MINUTE = 3.4
LINE = 17
"""Units of the picture: its width, the room above and below, a minute, and the distance that two labels need."""

GRID = 30
"""Minutes between two lines of the time axis."""


@dataclass(frozen=True)
class Mark:
    """Something in a lane: from `y` to `end`, where its sign stands; what it is; and its label with where that stands."""

    y: float
    end: float
    kind: str
    label: str
    label_y: float


@dataclass(frozen=True)
class Timeline:
    """The lanes with their marks, and the lines of the time axis as (y, clock time)."""

    height: float
    grid: tuple[tuple[float, str], ...]
    injects: tuple[Mark, ...]
    posts: tuple[Mark, ...]
    promises: tuple[Mark, ...]


def timeline(played: Played, zone: tzinfo) -> Timeline:
    """The picture's geometry. Labels are ids, counts and clock times; the kinds are `published`, `held`, `refused`, `known`,
    `drafted`, `cleared`, `mixed`, and of promises `kept`, `broken`, `open`."""

    def y(at: datetime) -> float:
        return round(TOP + (at - played.started).total_seconds() / 60 * PER_MINUTE, 1)

    def clock(at: datetime) -> str:
        return at.astimezone(zone).strftime("%H:%M")

    minutes = int((played.ended - played.started).total_seconds() // 60)
    lines = [played.started + timedelta(minutes=each) for each in range(0, minutes + 1, GRID)]
    works = sorted(played.arrivals, key=lambda work: work.done)
    out = Counter(one.at for one in played.recorded)
    promises = [promise for promise in score.promises(played) if promise.due <= played.ended]
    return Timeline(
        height=y(played.ended) + BOTTOM,
        grid=tuple((y(at), clock(at)) for at in lines),
        injects=_marks([(y(w.at), y(w.done), w.seen if " " not in w.seen else "mixed", w.id) for w in works]),
        posts=_marks([(y(at), y(at), "published", str(count)) for at, count in sorted(out.items())]),
        promises=_marks([(y(p.due), y(p.due), "kept" if p.kept else "broken", clock(p.due)) for p in promises]),
    )


def _marks(placed: Sequence[tuple[float, float, str, str]]) -> tuple[Mark, ...]:
    """Marks in the order of time, each label pushed down as far as the one above it needs."""
    made: list[Mark] = []
    for y, end, kind, label in placed:
        lowest = made[-1].label_y + LINE if made else 0.0
        made.append(Mark(y, end, kind, label, round(max(end, lowest), 1)))
    return tuple(made)
