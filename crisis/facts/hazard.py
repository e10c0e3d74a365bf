"""What hazard telegrams mean for a desk: which are in force, which of its sites they concern, whether one may call people.

A telegram posts nothing by itself; these functions decide nothing about posts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from crisis.facts.places.naming import Gazetteer, places_in
from crisis.facts.places.regions import COASTS, DISTRICTS, REGIONS, ids_of, within
from crisis.facts.vocabulary import spans
from crisis.model.hazard import Action, Area, Grade, Hazard, Status, Threshold
from crisis.model.settings import Mode, Site
from crisis.sentence import Sentence
from crisis.text.folding import folded

_PREFECTURES, _CITIES, _FORECAST = "都道府県等", "市町村等", "府県予報区・細分区域等"
_DISTRICTS, _COASTS = "全国・地方予報区等", "津波予報区"
_PARTS = re.compile(r"\s*[,、;；/]\s*")
_ORDER = tuple(Action)
_LEAST = 3  # letters; a shorter name of an area, such as 北部, stands in too many others


@dataclass(frozen=True, slots=True)
class Match:
    """A site that a telegram concerns, and the areas of the telegram that say so, the worst first."""

    site: str
    areas: tuple[Area, ...]


def may_propose(hazard: Hazard, mode: Mode) -> bool:
    """Whether a desk may propose to its people to open an incident for it.

    Tests, withdrawals and all-clears open nothing anywhere.
    """
    return may_join(hazard, mode) and not hazard.over


def may_join(hazard: Hazard, mode: Mode) -> bool:
    """Whether it may belong to an incident of a desk: actual telegrams to a live one, exercises to an exercise's, tests to none."""
    return hazard.status is (Status.ACTUAL if mode is Mode.ACTUAL else Status.EXERCISE)


def standing(hazards: Sequence[Hazard], now: datetime) -> tuple[Hazard, ...]:
    """Those in force, in the order in which they were sent.

    Repetitions count once. A later one of a series takes the place of an earlier one whatever it does (update, correct,
    withdraw), in whichever order they arrived; a withdrawal, an all-clear and what has expired are not in force. Exercises
    and tests are series of their own, so that they touch nothing real.
    """
    ordered = sorted(dict.fromkeys(hazards), key=_sequence)
    last = {(one.form, one.series, name): at for at, one in enumerate(ordered) for name in one.replaces}
    return tuple(
        one
        for at, one in enumerate(ordered)
        if not one.over
        and (one.expires is None or one.expires > now)
        and all(last.get((one.form, one.series, name), at) <= at for name in one.ids)
    )


def relevant(
    hazard: Hazard, sites: Iterable[Site], gazetteer: Gazetteer, threshold: Threshold | None = None
) -> tuple[Match, ...]:
    """The sites in whose area it reaches the threshold. A withdrawal or an all-clear concerns none.

    Compared by prefecture, from the telegram's codes and names; where either side names none, by the words themselves.
    """
    least = threshold or Threshold()
    areas = [] if hazard.over else [area for area in hazard.areas if least.reached(area)]
    placed = [(area, prefectures_of(area, gazetteer)) for area in sorted(areas, key=_badness)]
    matches = (Match(site.id, tuple(_met(site, placed, gazetteer))) for site in sites)
    return tuple(match for match in matches if match.areas)


def prefectures_of(area: Area, gazetteer: Gazetteer) -> frozenset[str]:
    """The prefectures that an area of a telegram lies in, as the gazetteer's ids; empty where it says none that is known."""
    by_code = frozenset[str]().union(*(_by_code(scheme, value, gazetteer) for scheme, value in area.codes))
    return by_code or ids_of(COASTS.get(area.name, ())) or _named(area.name, gazetteer)


def no_post(hazard: Hazard) -> Sentence:
    """What to tell who would draft from it: what it is, that it posts nothing by itself, and the next safe post."""
    return Sentence(_NO_POST[hazard.status, hazard.action is Action.CANCEL], title=hazard.title)


_REAL = (
    "{title} is a hazard telegram, and a telegram posts nothing by itself. "
    "If people outside must hear something now: `crisis say holding`, or for the safety of staff `crisis say safety-check`."
)
_WITHDRAWN = (
    "{title} withdraws an earlier hazard telegram, and a telegram posts nothing by itself. "
    "If a post of ours followed from that one: `crisis correct`."
)
_EXERCISE = (
    "{title} is a hazard telegram marked as an EXERCISE: it is not real, opens nothing and posts nothing by itself. "
    "If people outside must hear something inside an exercise: `crisis say holding`, or `crisis say safety-check`."
)
_TEST = (
    "{title} is a hazard telegram marked as a TEST: nothing has happened, and it posts nothing by itself. "
    "If something has happened all the same: `crisis say holding`, or `crisis say safety-check`."
)
_NO_POST = {
    (Status.ACTUAL, False): _REAL,
    (Status.ACTUAL, True): _WITHDRAWN,
    (Status.EXERCISE, False): _EXERCISE,
    (Status.EXERCISE, True): _EXERCISE,
    (Status.TEST, False): _TEST,
    (Status.TEST, True): _TEST,
}


def _sequence(hazard: Hazard) -> tuple[datetime, datetime, int, tuple[str, ...]]:
    """In which order they were sent; of two of the same second, the withdrawal is the later."""
    return hazard.sent_at, hazard.issued_at, _ORDER.index(hazard.action), hazard.ids


def _badness(area: Area) -> tuple[int, int]:
    """What nobody states first, then the worst."""
    return (-(area.grade if area.grade is not None else Grade.EXTREME + 1), -(area.intensity or 0))


def _met(site: Site, placed: Sequence[tuple[Area, frozenset[str]]], gazetteer: Gazetteer) -> Iterator[Area]:
    words = tuple(site.area.values())
    own = frozenset[str]().union(*(_named(name, gazetteer) for name in words))
    for area, prefectures in placed:
        if own & prefectures if own and prefectures else _same_words(area.name, words):
            yield area


def _same_words(name: str, words: Iterable[str]) -> bool:
    """Whether a name of an area says what a site says of its own, or stands within it."""
    said = folded(name)
    parts = (folded(part) for text in words for part in _PARTS.split(text) if part)
    return any(spans(part, said) or (len(said) >= _LEAST and bool(spans(said, part))) for part in parts)


def _by_code(scheme: str, value: str, gazetteer: Gazetteer) -> frozenset[str]:
    """The agency's codes of prefectures (2 digits), districts (6) and cities (7) begin with the prefecture's number."""
    if scheme.endswith(_DISTRICTS):
        return ids_of(DISTRICTS.get(value[:4], ()))
    if scheme.endswith((_PREFECTURES, _CITIES, _FORECAST)):
        return frozenset({f"jp-{value[:2]}"}) & frozenset(gazetteer.names)
    return frozenset({value.lower()}) & frozenset(gazetteer.names)  # ISO 3166-2 in CAP: JP-04


def _named(text: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Prefectures by name, or else those in a region: 静岡県中部 is in Shizuoka alone, and 太平洋沿岸中部 is no Chubu."""
    said = folded(text)
    found = places_in(said, gazetteer.phrases())
    prefectures = frozenset(area for _, _, area in found if area not in REGIONS)
    regions = (area for start, _, area in found if area in REGIONS and not said[:start][-1:].isalnum())
    return prefectures or frozenset[str]().union(*map(within, regions))
