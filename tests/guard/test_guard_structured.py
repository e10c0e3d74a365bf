"""Structured identifiers, class by class, in every spelling that a hand gives them: each stops, with a desk and without."""

from __future__ import annotations

import re
import tomllib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from crisis.guard import GuardContext, inspect
from crisis.model.settings import Links

NOW = datetime(2026, 10, 9, 12, 20, tzinfo=ZoneInfo("Asia/Tokyo"))
ALONE = GuardContext(now=NOW)
DESK = GuardContext(now=NOW, links=Links(public=("https://www.kitahama.example/",)), public_contacts=("0120-000-111",))
TABLE: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "structured.toml").read_text("utf-8"))
MARKED = re.compile("«([^»]*)»")
ONLY_AT_A_DESK = {
    "電話は «045.555.0139»",
    "«〒319-1234 茨城県水戸市中央1-2-3 304号室»",
    "site office «ext:3391»",
    "contact «hmori@kitahama.example»",
    "webhook «https://kitahama.webhook.office.com/webhookb2/88214»",
    "現地の固定電話«六二一の四四〇九»へ",
    "録画は«https://vimeo.com/88213344/ab12cd34ef»",
    "資料は«https://f.io/Ab12Cd»から",
    "フォームは«https://forms.gle/9aBcD12eF»",
    "call Dinesh, «555 0187»",
    "ring the foreman on «0151 496 0187»",
    "text «+1.415.555.0187»",
    "use the satellite handset, «881 651 012 345»",
    "the yard phone is «5-5-5-0-1-8-7»",
    "signing key fingerprint «3A:9F:00:12:7B»",
    "join.skype.com/«AbC123dEf»",
    "«https://join.skype.com/AbC123dEf»",
    "mac ends «:9f:3a»",
}
"""What may be an office's own, as far as anybody can tell who has no list."""


def said(line: str) -> tuple[str, list[tuple[int, int]]]:
    """The line in a post, and the places of what is marked in it."""
    japanese = re.search("[ぁ-ヶ一-鿿]", line)
    post = f"横浜工場は再開しました。{line}" if japanese else f"Yokohama plant has reopened. {line}"
    places = [(mark.start() - 2 * n, mark.end() - 2 * n - 2) for n, mark in enumerate(MARKED.finditer(post))]
    return MARKED.sub(r"\1", post), places


def stopped(line: str, context: GuardContext) -> bool:
    text, places = said(line)
    found = [(f.start, f.end) for f in inspect(text, context) if f.stops]
    return any(a < end and start < b for a, b in found if a is not None and b is not None for start, end in places)


@pytest.mark.parametrize("kind", TABLE)
def test_every_spelling_stops(kind: str) -> None:
    assert [line for line in TABLE[kind] if not stopped(line, DESK)] == []
    assert [line for line in TABLE[kind] if not stopped(line, ALONE) and line not in ONLY_AT_A_DESK] == []


@pytest.mark.parametrize(
    "text",
    [
        "災害用伝言ダイヤル「171」が使えます。",
        "道路緊急ダイヤル #9910 へお知らせください。",
        "弊社ゲームのサーバーはDDoS攻撃により接続しづらい状態です。",
        "製造番号 L260918-3 の加湿器を無償で回収します。",
        "M4.7, 41 km NE of Coro (11.275 N, -70.016 W), depth 5 km. Earthquake report.",
        "Text RED <10,25,50, or 100> to 4143 to donate.",
        "Stop using kettle model K26 with batch codes 0718 to 0742.",
        "You can still dial 000 on any network.",
        "Route US-36 is closed between mile 12 and 15. Order 2: shelter in place.",
    ],
)
def test_what_is_numbered_for_the_public_passes(text: str) -> None:
    assert [f.code for f in inspect(text, ALONE) if f.stops] == []
