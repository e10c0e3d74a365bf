"""Places in a value: the desk's sites and services by name, areas of the desk and of the gazetteer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from crisis.facts.unclear import Unclear
from crisis.facts.vocabulary import pattern, spans
from crisis.model.fact import Kind
from crisis.model.names import Names
from crisis.model.settings import Service, Settings, Site
from crisis.text.folding import folded
from crisis.text.late import late

# Words for the one place that a notice is about.
THE_PLACE = {
    Kind.SITE: (
        "当事業所", "同事業所", "当支社", "同支社", "当営業所", "同営業所", "当工場", "同工場", "当社屋", "当拠点", "同拠点", "本事業所",
        "the office", "the plant", "the branch", "the site", "our office",
    ),
    Kind.SERVICE: ("当サービス", "同サービス", "本サービス", "the service"),
}  # fmt: skip
_KINDS_JA = "本社|支社|支店|事業所|営業所|工場|オフィス|センター|研究所|出張所|店|ビル"
_KINDS_EN = "head office|office|plant|branch|centre|center|site|factory|works|headquarters"
_KIND_OF_PLACE = late(rf"(?:{_KINDS_JA})$| (?:{_KINDS_EN})$")
_A_SITE = late(
    rf"[一-龠々ァ-ヶー]{{2,}}(?:{_KINDS_JA})|\b(?!(?:the|our|your|this|that|an?|all|every) )[a-z]{{3,}} (?:{_KINDS_EN})(?![a-z])"
)
# Letters that make another place of a name that they touch: 新仙台事業所, 仙台事業所前.
_OTHER_BEFORE = tuple("新旧元北南東西")
_OTHER_AFTER = ("別館", "新館", "分館", "分室", "前駅", "前店", "前バス", "跡地")
_SOME_LEFT_OUT = (
    "以外",
    "除く",
    "除き",
    "除いて",
    "を除",
    "except",
    "other than",
    "excluding",
    "のみ",
    "だけ",
    "限る",
    "限り",
    "only",
    "なし",
    "ではなく",
    "ではあり",
    "not ",
)
_AREA_WORDS = (
    "地方", "地域", "地区", "エリア", "全域", "管内", "一帯", "圏内", "内", "の", "に", "にある", "ある", "所在", "在勤", "勤務",
    "する", "している", "働く", "で",
    "全", "各", "拠点", "事業所", "オフィス", "会社", "社員", "従業員", "皆さん", "皆様", "方", "すべて", "全て", "周辺", "と", "、", "・",
    "area", "region", "offices", "office", "sites", "site", "staff", "employees", "the", "in", "all", "prefecture",
    "metropolitan", "greater", "our", "of", "-", ",", ".",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Areas of general knowledge: id → names by language, id → other words for it (any language), and for those abroad id → the
    names of their time zones (IANA)."""

    names: Mapping[str, Names] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    zones: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def phrases(self) -> Mapping[str, tuple[str, ...]]:
        """Id → every phrase that means it."""
        return {area: (*names.values(), *self.aliases.get(area, ())) for area, names in self.names.items()}


def desk_areas(settings: Settings) -> Mapping[str, Names]:
    """The areas of the desk's sites: `site:<id of the first site there>` → the area's names."""
    areas: dict[str, Names] = {}
    for site in settings.sites:
        if site.area and site.area not in areas.values():
            areas[f"site:{site.id}"] = site.area
    return areas


def places_in(text: str, phrases: Mapping[str, Iterable[str]]) -> list[tuple[int, int, str]]:
    """Places named in folded text, (start, end, id), the longest name first where names overlap, in order."""
    found = sorted(
        ((*span, place) for place, names in phrases.items() for name in names for span in spans(name, text)),
        key=lambda hit: (hit[0] - hit[1], hit[0]),
    )
    taken: list[tuple[int, int, str]] = []
    for start, end, place in found:
        if not any(low < end and start < high and (low, high) != (start, end) for low, high, _ in taken):
            taken.append((start, end, place))
    return sorted(set(taken))


def registered(value: str, things: Iterable[Site | Service]) -> str:
    """The one site or service that a labelled value names. Raises `Unclear`: `unknown-place`, `several-places`."""
    listed = tuple(things)
    text = folded(value).strip()
    short = short_names(listed)
    by_id = [thing.id for thing in listed if text in (folded(thing.id), *short[thing.id])]
    if by_id:
        return by_id[0]
    return only_one(text, names_of(listed))


def short_names(things: Iterable[Site | Service]) -> Mapping[str, tuple[str, ...]]:
    """Id → what is left of its names without the kind of place (仙台 of 仙台事業所), where that means no other place of the
    desk. Good for a label or a value that says nothing else; in a sentence 仙台 is the city."""
    stems = [(_KIND_OF_PLACE().sub("", folded(name)), thing.id) for thing in things for name in thing.names.values()]
    whole = {folded(name) for thing in things for name in thing.names.values()}
    meant: dict[str, set[str]] = {}
    for stem, place in stems:
        meant.setdefault(stem, set()).add(place)
    alone = [(stem, place) for stem, place in stems if stem and stem not in whole and len(meant[stem]) == 1]
    return {thing.id: tuple(dict.fromkeys(s for s, place in alone if place == thing.id)) for thing in things}


def names_of(things: Iterable[Site | Service]) -> Mapping[str, tuple[str, ...]]:
    """Id → names in all languages."""
    return {thing.id: tuple(thing.names.values()) for thing in things}


def names_another(text: str, listed: Mapping[str, Iterable[str]]) -> bool:
    """Whether folded text names a place of work that is not listed."""
    return _A_SITE().search(_less(text, places_in(text, listed))) is not None


def only_one(text: str, phrases: Mapping[str, Iterable[str]]) -> str:
    """The one place that folded text names. Raises `Unclear`: `unknown-place`, `several-places`."""
    found = places_in(text, phrases)
    places = {place for start, end, place in found if not another(text, start, end)}
    if not found or not places:
        raise Unclear("unknown-place")
    if len(places) > 1 or any(word in text for word in _SOME_LEFT_OUT):
        raise Unclear("several-places")
    return next(iter(places))


def another(text: str, start: int, end: int) -> bool:
    """Whether the letters around a name make it that of another place."""
    return text[:start].endswith(_OTHER_BEFORE) or text.startswith(_OTHER_AFTER, end)


def area_of(value: str, settings: Settings, gazetteer: Gazetteer) -> str:
    """The one area that a labelled value names; nothing else of weight may stand beside it. Raises `Unclear` as `only_one`."""
    text = folded(value)
    phrases = area_phrases(settings, gazetteer)
    area = only_one(text, phrases)
    if not _only_area_words(_less(text, places_in(text, phrases))):
        raise Unclear("several-places")
    return area


def area_phrases(settings: Settings, gazetteer: Gazetteer) -> Mapping[str, tuple[str, ...]]:
    """Id → phrases for the gazetteer's areas and the desk's own (which win where they say the same)."""
    own = {area: tuple(names.values()) for area, names in desk_areas(settings).items()}
    said = {folded(name) for names in own.values() for name in names}
    known = {area: tuple(n for n in names if folded(n) not in said) for area, names in gazetteer.phrases().items()}
    return {**known, **own}


def _less(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    for start, end, _ in sorted(spans, reverse=True):
        text = text[:start] + " " + text[end:]
    return text


@lru_cache(maxsize=1)
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(_AREA_WORDS, key=len, reverse=True))


def _only_area_words(rest: str) -> bool:
    """Whether what is left says nothing more than "the offices in"; brackets stand aside."""
    for bracket in ("()", "[]"):
        while bracket[0] in rest and bracket[1] in rest[rest.index(bracket[0]) :]:
            start = rest.index(bracket[0])
            rest = rest[:start] + " " + rest[rest.index(bracket[1], start) + 1 :]
    for word in _longest_first():
        rest = rest.replace(word, " ") if not word.isascii() or not word.isalpha() else pattern(word).sub(" ", rest)
    return not rest.strip()
