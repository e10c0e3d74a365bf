"""Every shipped template about a site abroad: whose clock a time is read from is said beside it, in every language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from template_kit import DESK, LADDERS, MODELS, TYPES, at, facts_of, public, values_of

from crisis.drafting.ladder import climb_down
from crisis.drafting.speech import Desk, context
from crisis.model.fact import Kind, Value
from crisis.model.post import Occasion
from crisis.model.settings import Site
from crisis.text.lengths import measure

LONDON = Site(
    "sendai",
    {"ja": "ロンドン事務所", "en": "London Office", "ja-x-plain": "ロンドン"},
    {"ja": "英国", "en": "the UK", "ja-x-plain": "イギリス"},
    timezone=ZoneInfo("Europe/London"),
)
ABROAD = replace(DESK, sites=(LONDON,))
PLACED = [(t, language) for t, language in LADDERS if any(f.kind in (Kind.SITE, Kind.AREA) for f in TYPES[t].fields)]
NAMED = {
    "ja": r"(現地|日本)時間(\d+月)?(\d+日(\(.\))?)?\d+:\d\d(ごろ)?(から(\d+日\(.\))?\d+:\d\d)?",
    "en": r"\d+:\d\d (local time|JST)",
    "ja-x-plain": r"(現地\(げんち\)|日本\(にほん\))の 時間\(じかん\)で (\d+月)?(\d+日 ?)?\d+:\d\d(ごろ)?(から (\d+日 ?)?\d+:\d\d)?",
}
LOCALLY = {"ja": "現地時間", "en": "local time", "ja-x-plain": "現地(げんち)の 時間(じかん)で"}

each_ladder = pytest.mark.parametrize(("type_id", "language"), PLACED, ids=str)


def placed(type_id: str) -> dict[str, Value]:
    """The model facts, about the site abroad."""
    field = next(f for f in TYPES[type_id].fields if f.kind in (Kind.SITE, Kind.AREA))
    return {**MODELS[type_id], field.name: "sendai" if field.kind is Kind.SITE else "site:sendai"}


def ladder(type_id: str, language: str, values: Mapping[str, Value]) -> tuple[str, ...]:
    facts = facts_of(TYPES[type_id], values)
    world = context(facts, TYPES[type_id], Desk(ABROAD), Occasion(number=3), language)
    return tuple(climb_down(TYPES[type_id], language, world))


@each_ladder
def test_every_clock_time_says_whose_it_is_and_the_site_stands_beside_it(type_id: str, language: str) -> None:
    for text in ladder(type_id, language, placed(type_id)):
        assert re.search(r"\d:\d\d", text)
        assert not re.search(r"\d:\d\d", re.sub(NAMED[language], "", text)), text
        if LOCALLY[language] in text:
            assert any(name[language] in text for name in (LONDON.names, LONDON.area)), text


@each_ladder
def test_the_shortest_still_fits(type_id: str, language: str) -> None:
    variants = ladder(type_id, language, placed(type_id))
    assert all(longer > shorter for longer, shorter in pairwise(measure(text, "x").length for text in variants))
    assert all(measure(variants[-1], platform).valid for platform in ("x", "mastodon", "bluesky")), variants[-1]


@pytest.mark.parametrize("type_id", sorted({type_id for type_id, _ in PLACED}))
def test_a_reader_of_any_language_learns_the_same_times(type_id: str) -> None:
    """The times with which the longest text is word for word the model's are the same in the three languages: one said by
    the wrong clock, or by none, would be another."""
    model = placed(type_id)
    for field in public(TYPES[type_id]):
        if field.name in model and field.kind in (Kind.TIME, Kind.PERIOD):
            learned = {language: _read_back(type_id, language, field.name) for language in TYPES[type_id].posts}
            assert len(set(learned.values())) == 1, (field.name, learned)
            assert model[field.name] in next(iter(learned.values()))


def _read_back(type_id: str, language: str, name: str) -> frozenset[Value]:
    model = placed(type_id)
    field = next(field for field in public(TYPES[type_id]) if field.name == name)
    told = ladder(type_id, language, model)[0]
    values = {*values_of(field), model[name]}
    return frozenset(value for value in values if ladder(type_id, language, {**model, name: value})[0] == told)


def test_the_same_moment_at_home_and_abroad() -> None:
    values = {**placed("office-status"), "reopens": at(13, 18)}
    texts = {language: ladder("office-status", language, values)[0] for language in LOCALLY}
    assert "現地時間10月13日(火)10:00に再開" in texts["ja"]
    assert "日本時間10月9日(金)15:20現在 次回日本時間16:30" in texts["ja"]
    assert "10:00 local time on Tue 13 Oct" in texts["en"]
    assert "As of 15:20 JST, Fri 9 Oct" in texts["en"]
    assert "現地(げんち)の 時間(じかん)で 10月13日 10:00に" in texts["ja-x-plain"]
