"""Whose clocks a post tells the time by: the desk's, or for what holds at a site abroad those of the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from crisis.drafting.times import Named
from crisis.model.fact import Fact, Facts, Kind
from crisis.model.moment import Moment, Period
from crisis.model.settings import Settings

_OURS = frozenset({"as_of", "next_update", "posted_at"})
"""When we speak, which is told by the desk's clocks."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """The desk's zone, that of what the post is about, whether each clock time must say whose it is, and the as-of time,
    from which the days are seen."""

    desk: ZoneInfo
    local: ZoneInfo
    two: bool
    seen_from: datetime | None

    @classmethod
    def of(cls, facts: Facts, settings: Settings) -> Clocks:
        """Clocks are named where the site's show another time than the desk's, and where the notice told a time in another
        zone, by which some of its readers may live."""
        desk, there = settings.zone, _zone_of(facts, settings)
        told = [(fact.name, moment) for fact in facts.facts for moment in _moments(fact)]
        apart = any(at.at.astimezone(there).utcoffset() != at.at.astimezone(desk).utcoffset() for _, at in told)
        foreign = any(at.at.utcoffset() != at.at.astimezone(desk).utcoffset() for name, at in told if name not in _OURS)
        as_of = facts.get("as_of")
        seen = as_of.value.at if as_of and isinstance(as_of.value, Moment) else None
        anywhere = any(fact.kind is Kind.SERVICE for fact in facts.facts)  # a service is used from all over the world
        return cls(desk, there if apart and not anywhere else desk, apart or foreign, seen)

    def read(self, name: str) -> tuple[ZoneInfo, date | None, Named]:
        """For the field of that name the zone to read it in, the day from which it is seen (None: its date must stand, since
        the as-of time is of another day there), and whose clock it names."""
        if self.local is self.desk or name in _OURS:
            return self.desk, self._day(self.desk), Named.DESK if self.two else Named.NOT
        day = self._day(self.local)
        return self.local, day if day == self._day(self.desk) else None, Named.LOCAL

    def _day(self, zone: ZoneInfo) -> date | None:
        return self.seen_from.astimezone(zone).date() if self.seen_from else None


def _zone_of(facts: Facts, settings: Settings) -> ZoneInfo:
    """The zone of the site that the facts are about, the desk's where they lie in several zones."""
    named = (str(f.value).removeprefix("site:") for f in facts.facts if f.kind in (Kind.SITE, Kind.AREA))
    zones = {site.timezone or settings.zone for each in named if (site := settings.site(each))}
    return zones.pop() if len(zones) == 1 else settings.zone


def _moments(fact: Fact) -> Iterator[Moment]:
    """The clock times that a fact tells."""
    ends = (fact.value.start, fact.value.end) if isinstance(fact.value, Period) else (fact.value,)
    yield from (end for end in ends if isinstance(end, Moment) and end.has_time)
