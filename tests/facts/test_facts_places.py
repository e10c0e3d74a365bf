"""Areas: the gazetteer that ships, and a desk's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from facts_desk import DESK, OFFICE, RECEIVED, TOKYO, codes, notice, plain
from hypothesis import given
from hypothesis import strategies as st

from crisis.catalogue.gazetteer import load_gazetteer, shipped_gazetteer
from crisis.errors import Mistake
from crisis.facts import desk_areas, extract
from crisis.facts.places.naming import area_of, registered
from crisis.facts.unclear import Unclear
from crisis.model.names import name_in
from crisis.model.settings import Site
from crisis.text.folding import folded


def area(text: str) -> str:
    try:
        return area_of(text, DESK, shipped_gazetteer())
    except Unclear as unclear:
        return unclear.code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("首都圏の事業所", "jp-capital"),
        ("一都三県", "jp-capital"),
        ("Tokyo area offices", "jp-capital"),
        ("東京都", "jp-13"),
        ("京都府", "jp-26"),
        ("北関東", "jp-kitakanto"),
        ("中国地方の各拠点", "jp-chugoku"),
        ("中国・四国地方", "jp-chushikoku"),
        ("九州・沖縄", "jp-kyushu-okinawa"),
        ("Miyagi Prefecture", "jp-04"),
        ("宮城県内の全事業所（派遣の方を含みます）", "jp-04"),
        ("宮城県仙台市", "site:sendai"),
        ("中国", "unknown-place"),
        ("大阪", "unknown-place"),
        ("関東・東北", "several-places"),
        ("関西を除く", "several-places"),
        ("首都圏の工場以外", "several-places"),
        ("首都圏（本社のみ）", "several-places"),
        ("東北電力管内", "several-places"),
        ("福島県郡山市", "several-places"),
    ],
)
def test_an_area_is_one_area(text: str, expected: str) -> None:
    assert area(text) == expected


def test_the_gazetteer_has_every_prefecture_in_three_languages() -> None:
    gazetteer = shipped_gazetteer()
    assert {f"jp-{number:02}" for number in range(1, 48)} <= gazetteer.names.keys()
    assert all({"ja", "en", "ja-x-plain"} <= names.keys() for names in gazetteer.names.values())


@given(st.sampled_from(sorted(shipped_gazetteer().names)), st.sampled_from(["ja", "en"]))
def test_every_name_means_its_own_area(area_id: str, language: str) -> None:
    assert area(name_in(shipped_gazetteer().names[area_id], language)) == area_id


def test_no_word_means_two_areas() -> None:
    words = [word for names in shipped_gazetteer().phrases().values() for word in {folded(name) for name in names}]
    assert len(words) == len(set(words))


def test_a_desks_areas_are_those_of_its_sites() -> None:
    assert set(desk_areas(DESK)) == {"site:sendai", "site:tokyo"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("別の建物", "unknown-place"),
        ("東京本社およびロンドン支社", "several-places"),
        ("仙台事業所以外", "several-places"),
    ],
)
def test_what_is_no_single_site(text: str, code: str) -> None:
    with pytest.raises(Unclear, match=code):
        registered(text, DESK.sites)


def test_a_slip_in_a_gazetteer_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.toml"
    path.write_text('[areas.x]\nname = { en = "X" }\n', encoding="utf-8")
    with pytest.raises(Mistake, match="names"):
        load_gazetteer(path)


LONDON = Site("london", {"ja": "ロンドン支社", "en": "London Office"})


@pytest.mark.parametrize(
    ("zone", "text", "expected"),
    [
        ("Europe/London", "London Office is closed until 9 am on 4 December.", "../2026-12-04T09:00+00:00"),
        ("Europe/London", "ロンドン支社は12月4日9時まで閉鎖します。", "../2026-12-04T09:00+00:00"),
        ("Europe/London", "London Office is closed until 18:00 JST on 4 December.", "../2026-12-04T18:00+09:00"),
        (None, "London Office is closed until 9 am GMT on 4 December.", "../2026-12-04T09:00+00:00"),
        (None, "London Office is closed on 4 December.", "2026-12-04/2026-12-04"),
        (None, "London Office is closed until 9 am on 4 December.", "ambiguous-time"),
    ],
)
def test_a_site_abroad_has_its_own_clocks(zone: str | None, text: str, expected: str) -> None:
    site = replace(LONDON, timezone=ZoneInfo(zone) if zone else None)
    desk = replace(DESK, sites=(site,))
    found = extract(notice(text), OFFICE, desk, datetime(2026, 11, 25, 17, tzinfo=TOKYO), shipped_gazetteer())
    assert {**codes(found), **plain(found)}["period"] == expected


def test_who_names_no_listed_place_is_told_how_to_list_it() -> None:
    found = extract(notice("仙台事業所を休業します。"), OFFICE, replace(DESK, sites=()), RECEIVED)
    assert [doubt.code for doubt in found.doubts] == ["missing-fact"]
    assert "[[site]]" in str(found.doubts[0].mend)
