"""Between types that are close: the one whose required facts the notice gives."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from crisis.facts import doubts
from crisis.facts.extract import extract, extract_each
from crisis.facts.places.naming import Gazetteer
from crisis.facts.recognise import Recognition, recognise
from crisis.facts.wording.caution import AS_USUAL
from crisis.facts.wording.secondhand import second_hand
from crisis.model.fact import Facts, Kind
from crisis.model.notice import Notice
from crisis.model.notice_type import NoticeType
from crisis.model.settings import Settings

CORRECTION = "correction"
EARLIER = frozenset({CORRECTION, "no-change"})
"""Types that speak of what was said before: what they name of places and states is no news."""


def settle(
    notice: Notice,
    types: Mapping[str, NoticeType],
    settings: Settings,
    received_at: datetime,
    areas: Gazetteer | None = None,
) -> Recognition:
    """The type of a notice, as `recognise` finds it, and where several could be meant the only one whose required facts the
    notice states without a doubt; where it states those of several, the likeliest that is about a listed place. None for a
    notice of what somebody outside asked or told."""
    if second_hand(notice):
        return Recognition(None)
    called = (*(site.names for site in settings.sites), *(service.names for service in settings.services))
    found = recognise(notice, types, [name for names in called for name in names.values()])
    if found.type in EARLIER:
        return found
    if CORRECTION in found.close:
        return Recognition(CORRECTION)  # what it says of a place may be what was wrong
    if found.type is None and not found.close:
        return _told(notice, types, settings, received_at, areas) or found
    if len(found.rivals) < 2:
        return _instead(found, notice, types, settings, received_at, areas)
    return _decided(found, notice, types, settings, received_at, areas)


def _decided(
    found: Recognition,
    notice: Notice,
    types: Mapping[str, NoticeType],
    settings: Settings,
    received_at: datetime,
    areas: Gazetteer | None,
) -> Recognition:
    """The one of several types that could be meant of which the notice says all that it requires."""
    told = {t: extract(notice, types[t], settings, received_at, areas) for t in found.rivals if types[t].posts}
    trouble = {t for t, facts in told.items() if _tells_trouble(facts, types[t])}
    whole = [t for t, facts in told.items() if _is_whole(facts, types[t]) and (t in trouble or not trouble)]
    if not whole and found.type is not None:
        return _instead(found, notice, types, settings, received_at, areas)
    of_services = [t for t in whole if any(fact.kind is Kind.SERVICE for fact in told[t].facts)]
    if found.type in whole and len(of_services) == 1 and types[found.type].id not in EARLIER:
        kinds = {field.kind for field in types[found.type].fields}
        return found if Kind.SERVICE in kinds else Recognition(of_services[0])  # 受注システム is a service, and no 受注
    if found.type in whole or not whole or (found.type in told and _in_doubt(told[found.type], types[found.type])):
        return found
    located = [t for t in whole if _says_where(told[t])]
    if len(located) == 1:
        return Recognition(located[0])
    placed = [t for t in whole if any(f.required and f.kind in (Kind.SITE, Kind.SERVICE) for f in types[t].fields)]
    if len(whole) == 1 or placed:
        return Recognition((placed or whole)[0])
    return found


def _instead(
    found: Recognition,
    notice: Notice,
    types: Mapping[str, NoticeType],
    settings: Settings,
    received_at: datetime,
    areas: Gazetteer | None,
) -> Recognition:
    """The type that a notice's words call to mind, or where it leaves out what that requires the only other one of which it
    says all of a listed place."""
    own = types[str(found.type)]
    if not own.posts:
        return found
    facts = extract(notice, own, settings, received_at, areas)
    if _is_whole(facts, own) or _in_doubt(facts, own):
        return found
    return _told(notice, types, settings, received_at, areas) or found


def _in_doubt(facts: Facts, notice_type: NoticeType) -> bool:
    """Whether it says something unclear, as against leaving something out: then no other type may say the rest. Of a type that
    knows no days ahead (an emergency), a day to come only says that it is nothing of that kind."""
    plans = any(field.kind is Kind.PERIOD for field in notice_type.fields)
    places = {f.name for f in notice_type.fields if f.kind in (Kind.SITE, Kind.SERVICE)}
    several = [d for d in facts.doubts if d.code == "contradictory" and doubts.field_of(d) in places]
    idle = [d for d in facts.doubts if d.code == "missing-fact" or d in several or (not plans and doubts.is_dated(d))]
    return any(doubt.stops and doubt not in idle for doubt in facts.doubts)


def _told(
    notice: Notice,
    types: Mapping[str, NoticeType],
    settings: Settings,
    received_at: datetime,
    areas: Gazetteer | None,
) -> Recognition | None:
    """The only type of which a notice that carries no type's signals says all that it requires, of a listed place."""
    placed = [
        t for t in types.values() if t.posts and any(f.about in (Kind.SITE, Kind.SERVICE, Kind.AREA) for f in t.fields)
    ]
    told = [(t, extract_each(notice, t, settings, received_at, areas)) for t in placed]
    whole = [t.id for t, each in told if all(_is_whole(facts, t) and _says_where(facts) for facts in each)]
    return Recognition(whole[0]) if len(whole) == 1 else None


def _says_where(facts: Facts) -> bool:
    return any(fact.kind in (Kind.SITE, Kind.SERVICE, Kind.AREA) for fact in facts.facts)


def _tells_trouble(facts: Facts, notice_type: NoticeType) -> bool:
    """Whether a required fact says that something is not as usual: beside it, what works all the same is no notice of its own."""
    required = [f for f in notice_type.fields if f.required and f.kind is Kind.TERM and f.safest_first]
    return any((fact := facts.get(f.name)) and fact.value not in AS_USUAL for f in required)


def _is_whole(facts: Facts, notice_type: NoticeType) -> bool:
    """Whether every required fact is there and none is in doubt."""
    required = {field.name for field in notice_type.fields if field.required}
    doubted = {str(doubt.mend.details.get("field")) for doubt in facts.doubts if doubt.stops}
    return required <= {fact.name for fact in facts.facts} and not required & doubted
