"""Whole notices, from bytes to facts: the right type, every fact, and nothing besides."""

from __future__ import annotations

from functools import cache

import pytest
from facts_whole_cases import HELD, READ_AT, WHOLE, WholeCase

from crisis import intake
from crisis.catalogue.config import load
from crisis.catalogue.gazetteer import shipped_gazetteer
from crisis.catalogue.types import load_types
from crisis.facts import Gazetteer, extract_each, settle
from crisis.model.fact import Facts
from crisis.model.notice_type import NoticeType
from crisis.model.settings import Settings
from crisis.shipped import shipped

UNSAID = ("received", "envelope")


@cache
def house() -> tuple[dict[str, NoticeType], Settings, Gazetteer]:
    return load_types(shipped("templates")), load(shipped("data") / "sample"), shipped_gazetteer()


def read(text: str) -> tuple[str | None, tuple[Facts, ...]]:
    types, settings, areas = house()
    (notice,) = intake.read(text.encode(), "notice.md" if text.startswith("#") else "notice.txt")
    found = settle(notice, types, settings, READ_AT, areas)
    if found.type is None:
        return None, ()
    return found.type, extract_each(notice, types[found.type], settings, READ_AT, areas)


def stated(facts: Facts) -> dict[str, str]:
    return {fact.name: str(fact.plain()) for fact in facts.facts if fact.where not in UNSAID}


@pytest.mark.parametrize("case", WHOLE, ids=[case[0] for case in WHOLE])
def test_a_whole_notice(case: WholeCase) -> None:
    _, text, type_id, expected = case
    found, each = read(text)
    assert found == type_id
    told = [
        {k: v for k, v in stated(facts).items() if k != "as_of" or "as_of" in want}
        for facts, want in zip(each, expected, strict=True)
    ]
    assert told == list(expected)
    assert not [doubt for facts in each for doubt in facts.doubts if doubt.stops]


@pytest.mark.parametrize("text", [text for _, text in HELD], ids=[name for name, _ in HELD])
def test_what_nobody_can_be_sure_of_waits(text: str) -> None:
    found, each = read(text)
    assert found is None or any(doubt.stops for facts in each for doubt in facts.doubts)
