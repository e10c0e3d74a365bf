"""Which type a notice is, with the types that ship and with types of our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from facts_desk import DESK, OFFICE, notice
from hypothesis import given
from hypothesis import strategies as st

from crisis import intake
from crisis.catalogue.types import load_types
from crisis.facts import embargo, embargoed, recognise
from crisis.model.notice_type import NoticeType
from crisis.shipped import shipped

EVENT = replace(
    OFFICE, id="event-change", names={"ja": "催しの変更", "en": "Event change"}, signals=(("開催中止", 3), ("閉鎖", 3))
)
TYPES = {OFFICE.id: OFFICE, EVENT.id: replace(EVENT, fields=OFFICE.fields[:4])}


@pytest.fixture(scope="module")
def shipping() -> dict[str, NoticeType]:
    return load_types(shipped("templates"))


@pytest.mark.parametrize("label", ["種別", "【種別】", "Type", "notice type", "・通知種別"])
@pytest.mark.parametrize("name", ["event-change", "催しの変更", "EVENT CHANGE", "Ｅｖｅｎｔ　ｃｈａｎｇｅ"])
def test_a_named_type_wins(label: str, name: str) -> None:
    found = recognise(notice(f"{label}：{name}\n拠点：仙台事業所\n状況：閉鎖", "仙台事業所の閉鎖"), TYPES)
    assert found.type == "event-change"
    assert found.doubt is None


def test_two_close_types_are_a_hold_that_names_both() -> None:
    found = recognise(notice("会場を閉鎖します。", "閉鎖のお知らせ"), TYPES)
    assert found.type is None
    assert set(found.close) == {"office-status", "event-change"}
    assert found.doubt is not None
    assert found.doubt.stops
    assert all(type_id in str(found.doubt.mend) for type_id in found.close)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("来週の食堂メニュー", "月曜はカレー、火曜は鯖の味噌煮です。"),
        ("【極秘】経営企画室メモ", "10月16日付で経営統合の基本合意を結ぶ見込み。"),
        ("", ""),
        ("Parking", "Please do not park in front of the gate."),
        ("Re: 打ち合わせ", "日時：10月9日 15:00\n場所：3階会議室\n次回：来週"),
    ],
)
def test_a_notice_of_no_known_type(title: str, text: str, shipping: dict[str, NoticeType]) -> None:
    assert recognise(notice(text, title), shipping).type is None


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("仙台事業所の閉鎖について", "地震のため仙台事業所を閉鎖しています。", "office-status"),
        ("", "拠点：仙台事業所\n状況：閉鎖", "office-status"),
        ("Sendai Office is closed", "Site: Sendai Office\nStatus: closed", "office-status"),
        (
            "The London office will be closed",
            "The London office will be closed until 9 am on 4 February.",
            "office-status",
        ),
        ("【緊急】安否確認のお願い", "会社からの安否確認メールに返信してください。", "safety-check"),
        ("Safety check", "Please reply to the safety check mail.", "safety-check"),
        ("続報（状況に変わりなし）", "拠点：仙台事業所\n次回：18:00", "no-change"),
        ("No change", "No change since the last notice. Next update 18:00.", "no-change"),
        ("第一報（確認中のお知らせ）", "事象：不正アクセス\n次回：16:30", "holding"),
        ("【最終報】対応終了について", "点検：完了\n再開日時：10月13日 9:00", "all-clear"),
        ("仙台事業所の営業再開について", "拠点：仙台事業所\n状況：営業再開", "office-status"),
    ],
)
def test_what_ships_is_recognised(title: str, text: str, expected: str, shipping: dict[str, NoticeType]) -> None:
    assert recognise(notice(text, title), shipping).type == expected


@given(st.sampled_from(["安否確認", "閉鎖", "no change", "第一報", "all clear", "休業", "最終報"]), st.integers(1, 3))
def test_what_is_internal_does_not_decide_the_type(words: str, times: int) -> None:
    types = {**TYPES, "no-change": replace(OFFICE, id="no-change", fields=OFFICE.fields[:2], signals=((words, 9),))}
    public = "拠点：仙台事業所\n状況：休館\n次回：16:30\n"
    plain = recognise(notice(public + "被害：なし", "拠点の状況"), types)
    loaded = recognise(notice(public + f"被害：{words * times}\n備考：{words}", "拠点の状況"), types)
    assert plain == loaded
    assert plain.type == "office-status"


@pytest.mark.parametrize(
    ("text", "waits"),
    [
        ("件名\n公表は了解済みです（10/22 19:30以降可）。", True),
        ("件名\n| 公表 | 12月9日（水）10時以降 |", True),
        ("件名\n下の内容は9月25日15時以降公開してよい。", True),
        ("件名（解禁 12月9日 10:00）\n仙台事業所を閉鎖します。", True),
        ("件名\n公表は14日13時以降でお願いします。", True),
        ("Subject\nEmbargoed until 09:00 JST 3 May.", True),
        ("件名\n仙台事業所を休業します。開示前は一切外に出さないでください。", True),
        ("件名\nお客さんにはまだ言わないでください。", True),
        ("Subject\nPlease keep this inside the office for now.", True),
        ("件名\n次報は14時以降に発表します。", False),
        ("件名\n10月1日以降に公開するページでご覧ください。", False),
        ("件名\nお届けは5月18日以降可能です。", False),
    ],
)
def test_what_may_go_out_only_from_an_hour_on_waits(text: str, waits: bool) -> None:
    (notice,) = intake.read(text.encode(), "notice.txt")
    assert embargoed(notice) is waits


def test_an_hour_from_which_on_it_may_go_out_is_named_and_ends_the_wait() -> None:
    (notice,) = intake.read("発表文（解禁 12月9日 10:00）\n仙台事業所を閉鎖します。".encode(), "notice.txt")
    before, after = (datetime.fromisoformat(f"2026-12-09T{hour}:00+09:00") for hour in ("09", "10"))
    finding = embargo(notice, DESK, before)
    assert finding is not None
    assert "2026-12-09 10:00" in str(finding.mend)
    assert embargo(notice, DESK, after) is None
