"""Feeds and exports, which hold several notices; telephone calls."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from crisis.errors import Refused
from crisis.intake import read
from crisis.intake.phone import by_phone
from crisis.model.notice import Entry, Notice

ATOM = """<?xml version="1.0" encoding="CHARSET"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:k="urn:k"><title>社内ポータル</title><author><name>総務部</name></author>
<entry><id>urn:1</id><title>仙台の閉鎖</title><updated>2026-10-09T15:20:00+09:00</updated><link rel="self" href="https://a/self"/>
<link href="https://portal.kitahama.example/1"/><k:severity>高</k:severity>
<content type="html">&lt;table>&lt;tr>&lt;th>状況&lt;/th>&lt;td>閉鎖&lt;/td>&lt;/tr>&lt;/table></content></entry>
<entry><title>大阪</title><summary>
   拠点：大阪
   状況：通常
</summary></entry>
<entry><id>urn:3</id><author><name>人事部</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>対象：全員</p>
<p>続きは…</p></div></content></entry>
</feed>"""
RSS = """<rss version="2.0"><channel><title>t</title><item>
<title>閉鎖 &amp;amp; 点検</title><pubDate>Fri, 09 Oct 2026 15:20:00 +0900</pubDate>
<guid>g1</guid><link>https://portal.kitahama.example/1</link><author>soumu@kitahama.example (総務部)</author>
<description><![CDATA[<p>状況：閉鎖</p><p>理由：停電 [続きを読む]</p>]]></description></item>
<item></item></channel></rss>"""


def pairs(notice: Notice) -> list[tuple[str, str]]:
    return [(entry.label, entry.value) for entry in notice.entries]


def codes(notice: Notice) -> list[str]:
    return [defect.code for defect in notice.defects if defect.stops]


@pytest.mark.parametrize("charset", ["utf-8", "shift_jis", "euc-jp", "utf-16"])
def test_atom(charset: str) -> None:
    first, second, third = read(ATOM.replace("CHARSET", charset).encode(charset), "feed")
    assert (first.title, first.owner, first.source_id) == ("仙台の閉鎖", "総務部", "urn:1")
    assert first.written_at == datetime.fromisoformat("2026-10-09T15:20:00+09:00")
    assert first.entries == (
        Entry("状況", "閉鎖", "table row 1"),
        Entry("severity", "高", "feed element severity"),
        Entry("link", "https://portal.kitahama.example/1", "feed link"),
    )
    assert second.text == "拠点：大阪\n状況：通常"
    assert second.entries == (Entry("拠点", "大阪", "line 1"), Entry("状況", "通常", "line 2"))
    assert second.source_id is not None
    assert (third.owner, codes(third)) == ("人事部", ["truncated"])


def test_an_entry_without_id_is_known_again_when_the_feed_around_it_changes() -> None:
    raw = ATOM.replace("CHARSET", "utf-8")
    later = raw.replace("社内ポータル", "社内ポータル（更新）").replace("urn:1", "urn:9")
    assert read(raw.encode(), "f")[1].source_id == read(later.encode(), "f")[1].source_id


def test_rss() -> None:
    first, empty = read(RSS.encode(), "feed.rss")
    assert (first.title, first.owner, first.source_id) == ("閉鎖 & 点検", "総務部", "g1")
    assert first.written_at == datetime.fromisoformat("2026-10-09T15:20:00+09:00")
    assert ("状況", "閉鎖") in pairs(first)
    assert codes(first) == ["truncated"]
    assert codes(empty) == ["empty-entry"]


def test_a_feed_cut_off_holds_only_what_the_cut_touches() -> None:
    raw = ATOM.replace("CHARSET", "utf-8")
    notices = read(raw[: raw.index("続きは")].encode(), "feed")
    assert [codes(notice) for notice in notices] == [[], [], ["broken"]]


@pytest.mark.parametrize("charset", ["utf-8", "euc-jp"])
def test_an_entry_has_its_own_bytes_whatever_else_the_feed_says(charset: str) -> None:
    text = ATOM.replace("CHARSET", charset)
    notices = read(text.encode(charset), "feed")
    assert notices[0].raw == text[text.index("<entry>") : text.index("</entry>") + 8].encode(charset)
    later = read(text.replace("社内ポータル", "社内").encode(charset), "feed")
    assert [notice.raw for notice in notices] == [notice.raw for notice in later]


def test_entries_that_look_like_more_have_bytes_apart() -> None:
    tricky = ATOM.replace("CHARSET", "utf-8").replace("仙台の閉鎖", "<![CDATA[<entry>仙台</entry>]]>")
    notices = read(tricky.encode(), "feed")
    assert len({notice.raw for notice in notices}) == len(notices) == 3


def test_real_feeds(shared_data: Path) -> None:
    folder = shared_data / "cap"
    (no_id,) = read((folder / "no_id.atom").read_bytes(), "no_id.atom")
    (no_link,) = read((folder / "no_link.atom").read_bytes(), "no_link.atom")
    assert no_id.source_id
    assert (no_link.title, no_link.entries) == ("Title", ())
    assert [n.source_id for n in read((folder / "ny_index.rss").read_bytes(), "")] == [
        "NYAlert-ALLHAZALERT-3167113",
        "NYAlert-ALLHAZALERT-3162202",
    ]


def test_attacks_are_refused(shared_data: Path) -> None:
    for file in ("xee.atom", "xee.cap"):
        with pytest.raises(Refused) as refusal:
            read((shared_data / "cap" / file).read_bytes(), file)
        assert refusal.value.code == "xml-entities"


def test_json() -> None:
    raw = """{"notices": [{"id": "N1", "件名": "閉鎖", "状況": "閉鎖", "状況": "開館", "n": 1.50, "none": null,
      "facts": [{"label": "拠点", "value": "仙台"}], "updated_at": "2026-10-09T15:20:00+09:00", "発信部署": "総務部"},
      {"本文": "拠点：大阪\\n状況：通常", "tags": ["a", "b"]}]}"""
    first, second = read(raw.encode(), "export.json")
    assert (first.title, first.owner, first.source_id) == ("閉鎖", "総務部", "N1")
    assert first.written_at == datetime.fromisoformat("2026-10-09T15:20:00+09:00")
    assert pairs(first)[2:6] == [("状況", "閉鎖"), ("状況", "開館"), ("n", "1.50"), ("拠点", "仙台")]
    assert Entry("状況", "通常", "field 本文 line 2") in second.entries
    assert ("tags", "a, b") in pairs(second)


@pytest.mark.parametrize(
    "raw",
    ['{"状況": "閉鎖"}', '[{"状況": "閉鎖"}]', '{"状況": "閉鎖"}\n{"状況": "閉鎖"}\n', '{"items": [{"状況": "閉鎖"}]}'],
)
def test_json_in_every_wrapping(raw: str) -> None:
    notices = read(raw.encode(), "-")
    assert all(
        notice.form == "export" and pairs(notice) == [("状況", "閉鎖")] and not codes(notice) for notice in notices
    )
    assert len(notices) == raw.count("状況")


def test_json_cut_off_keeps_what_came_before() -> None:
    notices = read('[{"状況": "閉鎖"}, {"状況": "通常"}, {"状況": "'.encode(), "a.json")
    assert [codes(notice) for notice in notices] == [[], ["truncated"]]


@pytest.mark.parametrize("charset", ["cp932", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_csv(charset: str, sign: str) -> None:
    text = '件名,状況,備考\r\n仙台,閉鎖,"二行\r\nあり"\r\n\r\n大阪,通常,\r\n'.replace(",", sign)
    first, second = read(text.encode(charset), "a.csv")
    assert first.entries == (
        Entry("件名", "仙台", "table row 2"),
        Entry("状況", "閉鎖", "table row 2"),
        Entry("備考", "二行\nあり", "table row 2"),
    )
    assert (second.title, pairs(second)) == ("大阪", [("件名", "大阪"), ("状況", "通常")])
    assert [e.where for e in second.entries] == ["table row 4"] * 2
    if charset == "cp932":
        assert second.raw == text.encode(charset).splitlines(keepends=True)[0] + "大阪,通常,\r\n".replace(
            ",", sign
        ).encode(charset)


def test_csv_of_labels_and_values_is_one_notice() -> None:
    (notice,) = read("項目,内容\n拠点,仙台\n状況,閉鎖\n".encode(), "a.csv")
    assert pairs(notice) == [("拠点", "仙台"), ("状況", "閉鎖")]


def test_a_row_longer_than_its_headers_is_held() -> None:
    (notice,) = read(b"site,status\nSendai,closed,open\n", "a.csv")
    assert codes(notice) == ["uneven-row"]


def test_by_phone() -> None:
    at = datetime(2026, 10, 9, 6, 3, tzinfo=UTC)
    answers = [("site", "仙台事業所"), ("status", "  "), ("note = x", "一行\n answer 9: y = z\n\n三行")]
    notice = by_phone(answers, type_id="office-status", role="総務 当直", at=at)
    assert (notice.form, notice.owner, notice.written_at) == ("phone", "総務 当直", at)
    assert notice.entries == (
        Entry("site", "仙台事業所", "answer 1"),
        Entry("note - x", "一行\n answer 9: y = z\n\n三行", "answer 3"),
    )
    assert notice == by_phone(answers, type_id="office-status", role="総務 当直", at=at)
    assert read(notice.raw, notice.name) == (notice,)
    for part in ("office-status", "総務 当直", "2026-10-09T06:03:00+00:00", "answer 3"):
        assert part in notice.raw.decode()


def test_a_call_needs_its_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        by_phone([], type_id="x", role="y", at=datetime(2026, 10, 9))  # noqa: DTZ001


@pytest.mark.parametrize("declared", ['<?xml version="1.0" encoding="ISO-8859-1"?>', ""])
def test_a_latin_1_feed(declared: str) -> None:
    body = "<rss><channel><item><title>Usulután: café fermé</title><description>État: fermé, à 15:30</description></item></channel></rss>"
    (notice,) = read((declared + body).encode("latin-1"), "feed.rss")
    assert notice.title == "Usulután: café fermé"
    assert ("État", "fermé, à 15:30") in pairs(notice)
    assert [defect.code for defect in notice.defects] == ([] if declared else ["guessed-charset"])
