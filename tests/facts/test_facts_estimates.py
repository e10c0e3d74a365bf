"""A hope, an estimate or a condition is no fact: nobody is told that a place reopens, or that it was checked, before it is so."""

from __future__ import annotations

import pytest
from test_facts_whole import read, stated

JA = "札幌営業所は、大雪のため11月26日から27日まで休業します。"
EN = "Sapporo Branch is closed from 26 to 27 November due to heavy snow."


@pytest.mark.parametrize(
    "sentence",
    [
        "再開は11月28日9時の見込みです。",
        "11月28日9時に再開できる見通しです。",
        "早ければ11月28日に再開します。",
        "安全が確認できれば、11月28日9時に再開します。",
        "点検が完了したら、11月28日9時に再開します。",
        "11月28日の再開を目指しています。",
    ],
)
def test_a_reopening_that_is_not_decided_is_not_told(sentence: str) -> None:
    _, (facts,) = read(JA + sentence)
    assert not stated(facts).keys() & {"reopens", "building_check"}


@pytest.mark.parametrize(
    "sentence",
    [
        "We hope to reopen at 9:00 on 28 November.",
        "We aim to reopen on 28 November.",
        "It should reopen on 28 November.",
        "It may reopen as early as 28 November.",
        "If the inspection is passed, it will reopen on 28 November.",
        "Once the inspection is complete, we will reopen on 28 November.",
    ],
)
def test_nor_in_english(sentence: str) -> None:
    _, (facts,) = read(f"{EN} {sentence}")
    assert not stated(facts).keys() & {"reopens", "building_check"}


@pytest.mark.parametrize(
    "text",
    [
        f"{JA}11月28日9時に再開する予定です。",
        f"{JA}再開は11月28日9時の予定です。",
        f"{EN} Reopening is scheduled for 9:00 on 28 November.",
        f"{EN} It reopens at 9:00 on 28 November.",
    ],
)
def test_a_plan_is_decided(text: str) -> None:
    _, (facts,) = read(text)
    assert stated(facts)["reopens"] == "2026-11-28T09:00+09:00"


def test_a_check_that_is_done_is_told() -> None:
    _, (facts,) = read(f"{JA}安全が確認できたため、11月28日9時に再開します。")
    assert stated(facts).keys() >= {"reopens", "building_check"}


def test_a_service_is_not_back_because_somebody_says_when_it_may_be() -> None:
    _, (facts,) = read("きたはまクラウドが利用できません。復旧は15時頃の見込みです。")
    assert not [doubt for doubt in facts.doubts if doubt.stops]
    assert stated(facts)["symptom"] == "unavailable"


def test_what_happens_on_a_condition_waits() -> None:
    type_id, (facts,) = read("11月28日の展示会は、台風が上陸すれば中止します。")
    assert type_id == "event-change"
    assert any(doubt.stops for doubt in facts.doubts)
