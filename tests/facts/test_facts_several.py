"""A notice of several places: one set of facts for each, and nothing merged."""

from __future__ import annotations

import pytest
from facts_desk import AREAS, DESK, OFFICE, RECEIVED, notice, plain

from crisis.facts import extract_each
from crisis.model.notice import Entry, Notice


def each(text: str, title: str = "") -> list[dict[str, str | int]]:
    """Site → what is said of it, in order."""
    found = extract_each(notice(text, title), OFFICE, DESK, RECEIVED, AREAS)
    return [{name: value for name, value in plain(facts).items() if name != "as_of"} for facts in found]


@pytest.mark.parametrize("text", [
    "仙台事業所：閉鎖\nロンドン支社：通常どおり",
    "仙台：閉鎖\nロンドン：通常どおり",
    "拠点：仙台事業所\n状況：閉鎖\n拠点：ロンドン支社\n状況：通常どおり",
    "仙台事業所は閉鎖し、ロンドン支社は通常どおりです。",
    "Sendai Office is closed; the London office is open as usual.",
])  # fmt: skip
def test_each_place_has_its_own_status(text: str) -> None:
    assert each(text) == [{"site": "sendai", "status": "closed"}, {"site": "london", "status": "open"}]


@pytest.mark.parametrize("text", [
    "拠点：仙台事業所、東京本社\n状況：閉鎖\n理由：地震",
    "地震のため、仙台事業所と東京本社を閉鎖しています。",
    "仙台事業所および東京本社は、地震により閉鎖しています。",
])  # fmt: skip
def test_what_is_said_of_two_in_one_breath_holds_for_both(text: str) -> None:
    assert each(text) == [{"site": s, "status": "closed", "reason": "earthquake"} for s in ("sendai", "tokyo")]


def test_a_row_of_a_table_is_one_place() -> None:
    rows = (
        ("仙台事業所", "閉鎖", "10月13日 9:00"),
        ("東京本社", "一部営業", "10月12日 13:00"),
        ("ロンドン支社", "通常どおり", "-"),
    )
    entries = [
        Entry(label, value, f"table row {number}")
        for number, row in enumerate(rows, 2)
        for label, value in zip(("拠点", "状況", "再開"), row, strict=True)
    ]
    page = Notice("html", "n.html", b"", "拠点の状況", "", (*entries, Entry("次回", "18:00", "line 9")))
    found = [plain(facts) for facts in extract_each(page, OFFICE, DESK, RECEIVED, AREAS)]
    assert [facts["site"] for facts in found] == ["sendai", "tokyo", "london"]
    assert [facts["status"] for facts in found] == ["closed", "limited", "open"]
    assert [facts.get("reopens") for facts in found] == ["2026-10-13T09:00+09:00", "2026-10-12T13:00+09:00", None]
    assert {facts["next_update"] for facts in found} == {"2026-10-09T18:00+09:00"}


@pytest.mark.parametrize("text", [
    "仙台事業所と東京本社のうち一方を閉鎖します。",
    "拠点：仙台事業所を除く全拠点\n状況：閉鎖",
    "拠点：仙台事業所\n状況：閉鎖\n拠点：東京本社\n状況：検討中",
    "仙台事業所を閉鎖します。東京本社は検討中です。",
])  # fmt: skip
def test_what_cannot_be_told_apart_is_held_whole(text: str) -> None:
    (found,) = extract_each(notice(text), OFFICE, DESK, RECEIVED, AREAS)
    assert any(doubt.stops for doubt in found.doubts)
