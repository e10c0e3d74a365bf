"""The picture of a rehearsal: time runs down, with a lane each for notices, clearances, posts and promises. Geometry only, pure.

Time runs down and not across so that fourteen injects stay legible at the width of a telephone and on paper.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from functools import cached_property
from itertools import accumulate, pairwise

from crisis.rehearsal import score
from crisis.rehearsal.stage import Played, Work

WIDTH = 490
TOP, BOTTOM = 34, 16
PER_MINUTE = 3.4
LINE = 17
"""Units of the picture: its width, the room above and below, a minute, and the distance that two labels need."""

TALLEST = 1000
"""Units that it is high at most, which fits a page of paper."""

GRID = 30
"""Minutes between two lines of the time axis."""

QUIET = (60, 45, 30, 20, 15, 12, 10, 8, 6, 5, 4, 3, 2, 1)
"""Minutes in which nothing happens take no more room than so many, the first of these with which the picture fits a page: a night
of a rehearsal over days is soon past. Where time was cut, the picture says so."""


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
    """The lanes with their marks, the lines of the time axis as (y, clock time), and where quiet time was `cut` short."""

    height: float
    grid: tuple[tuple[float, str], ...]
    cut: tuple[float, ...]
    notices: tuple[Mark, ...]
    clearances: tuple[Mark, ...]
    posts: tuple[Mark, ...]
    promises: tuple[Mark, ...]


def timeline(played: Played, zone: tzinfo) -> Timeline:
    """The picture's geometry. Labels are ids, counts and clock times; the kinds are `published`, `held`, `refused`, `known`,
    `drafted`, `cleared`, `mixed`, and of promises `kept`, `broken`, `open`."""

    def clock(at: datetime) -> str:
        return at.astimezone(zone).strftime("%H:%M")

    works = sorted((*played.arrivals, *played.told), key=lambda work: work.done)
    cleared = [work for work in works if _cleared(work)]
    out = Counter(one.at for one in played.recorded)
    promises = [promise for promise in score.promises(played) if promise.due <= played.ended]
    happened = {*(w.at for w in works), *(w.done for w in works), *out, *(p.due for p in promises)}
    scale = _fitting(sorted({played.started, played.ended, *happened}))
    y = scale.y
    lanes = (
        _marks([(y(w.at), y(w.done), w.seen if " " not in w.seen else "mixed", w.id) for w in works]),
        _marks([(y(w.done), y(w.done), "clearance", w.id) for w in cleared]),
        _marks([(y(at), y(at), "published", str(count)) for at, count in sorted(out.items())]),
        _marks([(y(p.due), y(p.due), "kept" if p.kept else "broken", clock(p.due)) for p in promises]),
    )
    lowest = max((mark.label_y for lane in lanes for mark in lane), default=0.0)
    return Timeline(max(y(played.ended), lowest) + BOTTOM, _grid(scale, zone), scale.cut, *lanes)


def _cleared(work: Work) -> bool:
    return any(outcome.seen in ("cleared", "published") for outcome in work.outcomes)


@dataclass(frozen=True)
class _Scale:
    """Where a time stands in the picture: in proportion, but for spans without an event, which take `quiet` minutes at most."""

    times: Sequence[datetime]
    quiet: float

    @property
    def spans(self) -> list[float]:
        return [min(_minutes(before, after), self.quiet) for before, after in pairwise(self.times)]

    @cached_property
    def places(self) -> list[float]:
        """The minutes above each of the times."""
        return list(accumulate(self.spans, initial=0.0))

    @property
    def height(self) -> float:
        return TOP + self.places[-1] * PER_MINUTE + BOTTOM

    @cached_property
    def after_cuts(self) -> list[datetime]:
        """The times at which something happens again after quiet time that was cut short."""
        return [after for before, after in pairwise(self.times) if _minutes(before, after) > self.quiet]

    @property
    def cut(self) -> tuple[float, ...]:
        """Where in the picture time was cut: just above what comes after it."""
        return tuple(round(self.y(after) - self.quiet * PER_MINUTE / 2, 1) for after in self.after_cuts)

    def y(self, at: datetime) -> float:
        """Where a time stands."""
        nearest = self._nearest(at)
        until = self.places[nearest + 1] if nearest + 1 < len(self.places) else self.places[-1] + self.quiet
        return round(TOP + min(self.places[nearest] + _minutes(self.times[nearest], at), until) * PER_MINUTE, 1)

    def shown(self, at: datetime) -> bool:
        """Whether a time has a place of its own, and was not cut out."""
        return _minutes(self.times[self._nearest(at)], at) <= self.quiet / 2

    def _nearest(self, at: datetime) -> int:
        """The last of the times that is not after this one."""
        return max(bisect_right(self.times, at) - 1, 0)


def _fitting(times: Sequence[datetime]) -> _Scale:
    """The scale that cuts the least and fits a page; where none does, the one that cuts the most."""
    scales = [_Scale(times, quiet) for quiet in QUIET]
    return next((scale for scale in scales if scale.height <= TALLEST), scales[-1])


def _minutes(start: datetime, end: datetime) -> float:
    return (end - start).total_seconds() / 60


def _grid(scale: _Scale, zone: tzinfo) -> tuple[tuple[float, str], ...]:
    """The lines of the time axis: every so many minutes, and where time goes on after a cut, none too close to the one above
    it. The first one of a further day says which."""
    start, end = scale.times[0].astimezone(zone), scale.times[-1].astimezone(zone)
    steps = (start + timedelta(minutes=minutes) for minutes in range(0, int(_minutes(start, end)) + 1, GRID))
    made: list[tuple[float, str]] = []
    day = start.date()
    for at in sorted({*(step for step in steps if scale.shown(step)), *scale.after_cuts}):
        local = at.astimezone(zone)
        if not made or scale.y(at) - made[-1][0] >= GRID * PER_MINUTE / 3:
            made.append((scale.y(at), local.strftime("%H:%M" if local.date() == day else "%m-%d")))
            day = local.date()
    return tuple(made)


def _marks(placed: Sequence[tuple[float, float, str, str]]) -> tuple[Mark, ...]:
    """Marks in the order of time, each label pushed down as far as the one above it needs."""
    made: list[Mark] = []
    for y, end, kind, label in placed:
        lowest = made[-1].label_y + LINE if made else 0.0
        made.append(Mark(y, end, kind, label, round(max(end, lowest), 1)))
    return tuple(made)
