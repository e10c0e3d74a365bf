"""Shorter names, ends of a period apart, and what may not be told from a wording."""

from __future__ import annotations

import pytest
from facts_desk import DESK, RECEIVED, facts, plain

from crisis import intake
from crisis.catalogue.types import load_types
from crisis.facts import extract
from crisis.facts.places.nicknames import spelled_out
from crisis.model.fact import Facts
from crisis.shipped import shipped


def shipped_facts(text: str, name: str = "notice.txt") -> Facts:
    first, *_ = intake.read(text.encode(), name)
    return extract(first, load_types(shipped("templates"))["office-status"], DESK, RECEIVED)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("【仙台】閉鎖します", "仙台事業所: 閉鎖します"),
        ("sendai: closed today", "sendai office: closed today"),
        ("仙台オフィスを閉鎖します", "仙台事業所を閉鎖します"),
        ("仙台で地震がありました", "仙台で地震がありました"),
        ("新仙台オフィスを閉鎖します", "新仙台オフィスを閉鎖します"),
        ("再開は本社で決めます", "再開は本社で決めます"),
    ],
)
def test_a_shorter_name_is_the_place_only_where_nothing_else_is_meant(text: str, meant: str) -> None:
    assert spelled_out(text, DESK) == meant


def test_a_start_and_an_end_under_labels_of_their_own_are_one_period() -> None:
    found = plain(
        shipped_facts("site,state,first_day,last_day\nSendai Office,closed,2026-10-10,2026-10-12\n", "sites.csv")
    )
    assert found["period"] == "2026-10-10/2026-10-12"


@pytest.mark.parametrize(
    "text",
    [
        "仙台事業所の閉鎖は、明日の点検の結果を見て判断します。",
        "The canteen at the Sendai Office is closed today.",
        "仙台事業所は13日も閉鎖するかどうか協議しています。",
    ],
)
def test_what_is_not_said_of_the_place_is_no_status(text: str) -> None:
    assert "status" not in plain(facts(text))


def test_a_bracketed_title_does_not_hide_the_body_that_contradicts_it() -> None:
    text = "【仙台事業所 閉鎖】\n\n仙台事業所についてお知らせします。\n10月9日（金）は終日通常どおり営業しています。"
    assert any(doubt.stops for doubt in shipped_facts(text).doubts)


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday 13 October the Sendai Office will be open by appointment only.",
        "仙台事業所は10月13日(火)から予約制で開館します。",
        "The Sendai Office will be closed on 12 October and open by appointment on 13 October.",
    ],
)
def test_what_is_said_of_a_day_to_come_is_not_told_as_of_now(text: str) -> None:
    found = shipped_facts(text)
    assert any(doubt.stops for doubt in found.doubts) or "period" in plain(found)


def test_a_day_that_the_facts_tell_is_no_doubt() -> None:
    found = shipped_facts("The Sendai Office is closed on Tuesday 13 October.")
    assert plain(found)["period"] == "2026-10-13/2026-10-13"
    assert not any(doubt.stops for doubt in found.doubts)


@pytest.mark.parametrize(
    "text",
    [
        "電話メモ 北浜日報の記者から\n「ランサムウェアですか。身代金は支払うのですか」と聞かれた。折り返すと答えた。",
        "A reporter asked us whether this was ransomware. We will call back.",
    ],
)
def test_what_somebody_asked_is_no_fact(text: str) -> None:
    first, *_ = intake.read(text.encode(), "call.txt")
    found = extract(first, load_types(shipped("templates"))["security-advisory"], DESK, RECEIVED)
    assert "kind" not in plain(found)
