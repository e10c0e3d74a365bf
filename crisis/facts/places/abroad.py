"""On whose clocks a notice tells the time: the desk's, those of the one place abroad that it is about, or nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from crisis.facts.places.naming import Gazetteer, names_of, places_in
from crisis.facts.times.dates import Frame
from crisis.facts.times.lexer import tokens
from crisis.facts.times.words import Tok
from crisis.model.notice import Notice
from crisis.model.settings import Settings, Site
from crisis.text.folding import folded
from crisis.text.late import late

# Whom a notice addresses, or what it applies to.
_ADDRESSED = late(
    r"\W*(?:(?:to|dear|attn|for|all|who|applies to|affected)\b|宛先?|対象|地域|拠点|場所)[^。]{0,60}|.*(?:各位|皆さま|皆様|皆さん)"
)
_SENTENCE = late(r"。|(?<=[a-z)])\.\s")


def on_their_clocks(frame: Frame, notice: Notice, settings: Settings, areas: Gazetteer) -> Frame:
    """The frame of a notice on the clocks of the one zone in which the places lie that it speaks of, torn where there are
    several, or one that nobody has told the desk. A clock time that names its own zone needs none of it."""
    zones = {_same_as(zone, frame) for zone in _zones(notice, settings, areas, frame.anchor)}
    zone = next(iter(zones)) if len(zones) == 1 else None
    if zone:
        return replace(frame, zone=zone, placed=True)
    return replace(frame, torn=True) if zones else frame


def _zones(notice: Notice, settings: Settings, areas: Gazetteer, at: datetime) -> Iterator[ZoneInfo | None]:
    """The zone of each of our places that the notice names, None where it is not known, and None for each place abroad that
    it addresses or names beside a clock time."""
    phrases = areas.phrases()
    names, abroad = names_of(settings.sites), {area: phrases[area] for area in areas.zones}
    sites = {site.id: site for site in settings.sites}
    for line in (notice.title, *notice.text.split("\n")):
        text = folded(line)
        ours = places_in(text, names)
        yield from (_zone_of(sites[place], settings, areas, abroad, at) for *_, place in ours)
        for said in _SENTENCE().split(text):
            far = [area for area in _others(said, names, abroad) if not _is_here(areas.zones[area], settings, at)]
            if far and (_unzoned_clock(said) or _ADDRESSED().match(said)):
                yield None


def _others(text: str, names: Mapping[str, tuple[str, ...]], abroad: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The places abroad that folded text names, less those within the name of a site of ours."""
    ours = places_in(text, names)
    return [area for low, high, area in places_in(text, abroad) if not any(low < e and s < high for s, e, _ in ours)]


def _zone_of(
    site: Site, settings: Settings, areas: Gazetteer, abroad: Mapping[str, tuple[str, ...]], at: datetime
) -> ZoneInfo | None:
    """A site's own zone; without one the desk's, unless the site's name or area says that it lies abroad."""
    if site.timezone:
        return site.timezone
    words = folded(" ".join((*site.names.values(), *site.area.values())))
    far = [area for *_, area in places_in(words, abroad) if not _is_here(areas.zones[area], settings, at)]
    return None if far else settings.zone


def _is_here(zones: tuple[str, ...], settings: Settings, at: datetime) -> bool:
    """Whether clocks there show what the desk's show."""
    return all(at.astimezone(ZoneInfo(zone)).utcoffset() == at.astimezone(settings.zone).utcoffset() for zone in zones)


def _same_as(zone: ZoneInfo | None, frame: Frame) -> ZoneInfo | None:
    """The desk's zone for one whose clocks show the same."""
    if zone and frame.anchor.astimezone(zone).utcoffset() == frame.anchor.astimezone(frame.zone).utcoffset():
        return frame.zone
    return zone


def _unzoned_clock(text: str) -> bool:
    """Whether folded text has a clock time and no zone."""
    kinds = {token.kind for token in tokens(text)}
    return Tok.CLOCK in kinds and Tok.ZONE not in kinds
