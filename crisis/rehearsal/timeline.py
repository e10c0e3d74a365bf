"""The picture of a rehearsal: time runs down, with a lane each for injects, posts and promises. Geometry only, all pure.

Time runs down and not across so that fourteen injects stay legible at the width of a telephone and on paper.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from itertools import pairwise

from crisis.rehearsal import score
from crisis.rehearsal.stage import Played

WIDTH = 400
TOP, BOTTOM = 34, 16
PER_MINUTE = 3.4
LINE = 17
"""Units of the picture: its width, the room above and below, a minute, and the distance that two labels need."""

GRID = 30
"""Minutes between two lines of the time axis."""

QUIET = 60
"""Minutes in which nothing happens take no more room than this many: a night of a rehearsal over days is soon past."""


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

    def clock(at: datetime) -> str:
        return at.astimezone(zone).strftime("%H:%M")

    works = sorted(played.arrivals, key=lambda work: work.done)
    out = Counter(one.at for one in played.recorded)
    promises = [promise for promise in score.promises(played) if promise.due <= played.ended]
    happened = [*(w.at for w in works), *(w.done for w in works), *out, *(p.due for p in promises)]
    y = _scale(played.started, played.ended, happened)
    return Timeline(
        height=y(played.ended) + BOTTOM,
        grid=_grid(played, zone, y),
        injects=_marks([(y(w.at), y(w.done), w.seen if " " not in w.seen else "mixed", w.id) for w in works]),
        posts=_marks([(y(at), y(at), "published", str(count)) for at, count in sorted(out.items())]),
        promises=_marks([(y(p.due), y(p.due), "kept" if p.kept else "broken", clock(p.due)) for p in promises]),
    )


def _scale(start: datetime, end: datetime, happened: Iterable[datetime]) -> Callable[[datetime], float]:
    """Where a time stands in the picture: in proportion, but for quiet spans, which are cut short."""
    times = sorted({start, end, *happened})
    places = [0.0]
    for before, after in pairwise(times):
        places.append(places[-1] + min(_minutes(before, after), QUIET))

    def y(at: datetime) -> float:
        nearest = max(bisect_right(times, at) - 1, 0)
        until = places[nearest + 1] if nearest + 1 < len(places) else places[-1] + QUIET
        return round(TOP + min(places[nearest] + _minutes(times[nearest], at), until) * PER_MINUTE, 1)

    return y


def _minutes(start: datetime, end: datetime) -> float:
    return (end - start).total_seconds() / 60


def _grid(played: Played, zone: tzinfo, y: Callable[[datetime], float]) -> tuple[tuple[float, str], ...]:
    """The lines of the time axis, none closer than half of their usual distance; the first one of a further day says which."""
    made: list[tuple[float, str]] = []
    day = played.started.astimezone(zone).date()
    for minutes in range(0, int(_minutes(played.started, played.ended)) + 1, GRID):
        at = played.started.astimezone(zone) + timedelta(minutes=minutes)
        if not made or y(at) - made[-1][0] >= GRID * PER_MINUTE / 2:
            made.append((y(at), at.strftime("%H:%M" if at.date() == day else "%m-%d")))
            day = at.date()
    return tuple(made)


def _marks(placed: Sequence[tuple[float, float, str, str]]) -> tuple[Mark, ...]:
    """Marks in the order of time, each label pushed down as far as the one above it needs."""
    made: list[Mark] = []
    for y, end, kind, label in placed:
        lowest = made[-1].label_y + LINE if made else 0.0
        made.append(Mark(y, end, kind, label, round(max(end, lowest), 1)))
    return tuple(made)
