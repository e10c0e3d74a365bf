"""The desk, the type and the notices that the tests of this room read against."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from crisis.facts import Gazetteer, extract
from crisis.model.fact import Facts, Kind, Label
from crisis.model.notice import Entry, Notice
from crisis.model.notice_type import Field, NoticeType, Term
from crisis.model.settings import GuardSettings, Links, Service, Settings, Site

TOKYO = ZoneInfo("Asia/Tokyo")
RECEIVED = datetime(2026, 10, 9, 15, 30, tzinfo=TOKYO)  # a Friday

DESK = Settings(
    "test desk",
    organisation={"ja": "北浜電機", "en": "Kitahama Denki"},
    links=Links(public=("https://www.kitahama.example/", "https://anpi.kitahama.example/app/")),
    guard=GuardSettings(public_contacts=("0120-000-111",)),
    sites=(
        Site("sendai", {"ja": "仙台事業所", "en": "Sendai Office"}, {"ja": "宮城県仙台市", "en": "Sendai, Miyagi"}),
        Site("tokyo", {"ja": "東京本社", "en": "Tokyo Head Office"}, {"ja": "東京都千代田区"}),
        Site("annex", {"ja": "東京本社アネックス", "en": "Tokyo Head Office Annex"}),
        Site("london", {"ja": "ロンドン支社", "en": "London office"}),
    ),
    services=(Service("cloud", {"ja": "きたはまクラウド", "en": "Kitahama Cloud"}),),
)
AREAS = Gazetteer(
    {
        "jp-capital": {"ja": "首都圏", "en": "the Tokyo area"},
        "jp-tohoku": {"ja": "東北", "en": "Tohoku"},
        "jp-13": {"ja": "東京都", "en": "Tokyo"},
        "jp-26": {"ja": "京都府", "en": "Kyoto Prefecture"},
    },
    {"jp-capital": ("東京圏", "Tokyo area"), "jp-tohoku": ("東北地方",)},
)

STATUS = (
    Term(
        "closed",
        ("閉鎖", "閉館", "休業", "臨時休業", "立入禁止", "closed", "shut"),
        blocks=("閉鎖していません", "閉鎖を解除", "閉鎖解除", "not closed", "一部閉鎖"),
    ),
    Term("limited", ("一部閉鎖", "一部営業", "時間短縮", "partly closed", "limited")),
    Term(
        "open",
        (
            "通常どおり",
            "通常通り",
            "開館",
            "営業再開",
            "再開",
            "閉鎖を解除",
            "閉鎖解除",
            "open",
            "reopened",
            "as usual",
        ),
    ),
)
REASONS = (
    Term("earthquake", ("地震", "earthquake")),
    Term("typhoon", ("台風", "typhoon")),
    Term("power-cut", ("停電", "power cut", "power outage"), blocks=("計画停電",)),
    Term("planned-power-cut", ("計画停電",)),
    Term("works", ("工事", "設備点検", "works")),
)
OFFICE = NoticeType(
    "office-status",
    {"ja": "拠点の状況", "en": "Office status"},
    fields=(
        Field("as_of", Kind.TIME, Label.PUBLIC, ("現在", "時点", "発信日時", "日時", "as of", "issued", "date")),
        Field("next_update", Kind.TIME, Label.PUBLIC, ("次回", "次回更新", "next update")),
        Field("link", Kind.LINK, Label.PUBLIC, ("URL", "詳細", "link", "details")),
        Field("contact", Kind.PHONE, Label.PUBLIC, ("問い合わせ", "電話", "contact")),
        Field("site", Kind.SITE, Label.PUBLIC, ("拠点", "事業所", "site", "office"), required=True),
        Field(
            "status",
            Kind.TERM,
            Label.PUBLIC,
            ("状況", "営業状況", "status"),
            required=True,
            terms=STATUS,
            about=Kind.SITE,
        ),
        Field("reason", Kind.TERM, Label.PUBLIC, ("理由", "原因", "reason"), terms=REASONS),
        Field("period", Kind.PERIOD, Label.PUBLIC, ("期間", "休業期間", "period")),
        Field("reopens", Kind.TIME, Label.PUBLIC, ("再開", "再開日時", "reopens")),
        Field("area", Kind.AREA, Label.PUBLIC, ("対象地域", "area")),
        Field("service", Kind.SERVICE, Label.PUBLIC, ("サービス", "service")),
        Field("people", Kind.NUMBER, Label.DERIVED, ("対象人数", "people")),
        Field("words", Kind.FREE, Label.PUBLIC, ("お知らせ文", "words")),
        Field("damage", Kind.TEXT, Label.INTERNAL, ("被害", "被害状況", "damage"), why="damage stays inside"),
        Field("injured", Kind.NUMBER, Label.INTERNAL, ("負傷者", "injured"), why="people are not numbers"),
    ),
    signals=(("閉鎖", 3), ("拠点の状況", 4), ("office status", 4), ("is closed", 2), ("will be closed", 2)),
    ends_with=("next_update", "reopens", "period"),
)


def entries(lines: Iterable[str]) -> tuple[Entry, ...]:
    """The labelled lines, as intake finds them."""
    found = []
    for number, line in enumerate(lines, 1):
        label, colon, value = line.replace("：", ":", 1).partition(":")
        if colon and len(label) < 20:
            found.append(Entry(label.strip(), value.strip(), f"line {number}"))
    return tuple(found)


def notice(text: str, title: str = "", written_at: datetime | None = None) -> Notice:
    """A notice of labelled lines and sentences."""
    lines = text.split("\n")
    labelled = entries(lines) if any(":" in line[:20] or "：" in line[:20] for line in lines) else ()
    return Notice("text", "test.txt", text.encode(), title, text, labelled, written_at)


def facts(text: str, title: str = "", *, received_at: datetime = RECEIVED, settings: Settings = DESK) -> Facts:
    """The facts of a notice of type `office-status`."""
    return extract(notice(text, title), OFFICE, settings, received_at, AREAS)


def plain(found: Facts) -> dict[str, str | int]:
    """Name → value as JSON shows it."""
    return {fact.name: fact.plain() for fact in found.facts}


def codes(found: Facts) -> dict[str, str]:
    """Field → code of its doubt."""
    return {str(doubt.mend.details["field"]): doubt.code for doubt in found.doubts}
