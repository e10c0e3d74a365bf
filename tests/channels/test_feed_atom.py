"""The feed against RFC 4287, by its own words (section numbers in the tests)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from platforms.stage import EARTHQUAKE, NOON, TOKYO, fittings, parcel

from crisis.canon import digest
from crisis.channels import build
from crisis.channels._atom import ATOM
from crisis.channels.feed import LONGEST_TITLE, NEWEST, entries, post_id, render_feed
from crisis.model.ports import NotSent
from crisis.model.published import PublishedPost, Shelf
from crisis.model.settings import Account

NS = {"a": ATOM}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def post(name: str, text: str, language: str = "ja", minutes: int = 0, corrects: str | None = None) -> PublishedPost:
    at = NOON + timedelta(minutes=minutes)
    return PublishedPost(name, digest(text.encode()), text, language, "holding", EARTHQUAKE.id, at, corrects)


POSTS = (
    post("P-1", "【第1報】<b>安否</b> ]]> & 確認\n次回16:30"),
    post("P-2", "[1] Reply.", "en", 1),
    post("P-3", "【訂正】", minutes=9, corrects="P-1"),
)
SHELF = Shelf({"ja": "北浜電機", "en": "Kitahama Denki"}, ("ja", "en"), (EARTHQUAKE,), POSTS)


def rendered(shelf: Shelf = SHELF, account: str = "feed", address: str | None = "https://s.example/feed.atom") -> bytes:
    return render_feed(shelf, account, TOKYO, address, "https://s.example/" if address else None)


def tree(data: bytes) -> etree._Element:
    return etree.fromstring(data)


def check_rfc_4287(feed: etree._Element) -> None:
    """The MUSTs that concern what we write."""
    assert feed.tag == f"{{{ATOM}}}feed"
    for holder in (feed, *feed.findall("a:entry", NS)):
        for name in ("id", "title", "updated"):  # 4.1.1, 4.1.2: exactly one
            assert len(holder.findall(f"a:{name}", NS)) == 1
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", holder.findtext("a:id", "", NS))  # 4.2.6: an absolute IRI
        assert all(title.get("type") == "text" and not len(title) for title in holder.findall("a:title", NS))  # 3.1.1.1
        for name in ("updated", "published"):  # 3.3
            assert all(RFC3339.fullmatch(each.text or "") for each in holder.findall(f"a:{name}", NS))
        assert len(holder.findall("a:published", NS)) <= 1
        links = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in holder.findall("a:link", NS)]
        assert all(link.get("href") for link in holder.findall("a:link", NS))  # 4.2.7.1
        assert len(links) == len(set(links))  # 4.1.1, 4.1.2: no two alternates of one type and language
        assert holder.get(LANG)
    names = [author.findtext("a:name", "", NS) for author in feed.findall("a:author", NS)]
    assert len(names) == 1  # 4.1.1: an author, since the entries have none
    assert all(names)  # 3.2.1
    for entry in feed.findall("a:entry", NS):
        contents = entry.findall("a:content", NS)
        assert len(contents) == 1  # 4.1.2
        assert contents[0].get("type") == "text"
        assert not len(contents[0])  # 4.1.3.3: no child elements in text
        assert all(category.get("term") for category in entry.findall("a:category", NS))  # 4.2.2.1
    ids = [each.text for each in feed.iter(f"{{{ATOM}}}id")]
    assert len(ids) == len(set(ids))
    allowed = {"id", "title", "updated", "author", "link", "entry"}
    assert {etree.QName(child).localname for child in feed} <= allowed


@pytest.mark.parametrize(
    "shelf",
    [SHELF, Shelf({}, (), (), ()), Shelf({"en": "K"}, ("en",), (), (post("P-9", " \n\t"),))],
    ids=["whole", "empty", "blank"],
)
@pytest.mark.parametrize("address", ["https://s.example/feed.atom", None])
def test_it_is_atom(shelf: Shelf, address: str | None) -> None:
    check_rfc_4287(tree(rendered(shelf, address=address)))


def test_it_tells_each_post_exactly_newest_first() -> None:
    feed = tree(rendered())
    told = [(e.get(LANG), e.findtext("a:content", None, NS)) for e in feed.findall("a:entry", NS)]
    assert told == [(each.language, each.text) for each in reversed(POSTS)]
    first = feed.find("a:entry", NS)
    assert first is not None
    assert [link.get("href") for link in first.findall("a:link", NS)] == [
        "https://s.example/posts/P-3.html",
        "https://s.example/posts/P-1.html",
    ]


def test_updated_is_when_something_changed() -> None:
    feed = tree(rendered())
    assert datetime.fromisoformat(feed.findtext("a:updated", "", NS)) == POSTS[-1].published_at
    assert rendered() == rendered()


def test_ids_outlive_addresses_and_restarts() -> None:
    here, there = entries(rendered()), entries(rendered(address="https://elsewhere.example/f.atom"))
    assert [name for name, _ in here] == [name for name, _ in there]
    assert post_id("P-1") == "urn:uuid:0e25ccb9-2433-52c6-930c-3d0c15a7bad6"
    assert tree(rendered(account="two")).findtext("a:id", "", NS) != tree(rendered()).findtext("a:id", "", NS)


def test_it_links_itself_only_where_its_address_is_known() -> None:
    assert [e.get("href") for e in tree(rendered()).findall("a:link[@rel='self']", NS)] == [
        "https://s.example/feed.atom"
    ]
    assert tree(rendered(address=None)).findall("a:link", NS) == []


def test_it_carries_the_newest() -> None:
    many = tuple(post(f"P-{n}", f"第{n}報", minutes=n) for n in range(NEWEST + 5))
    told = entries(rendered(Shelf({}, ("ja",), (), many)))
    assert [text for _, text in told] == [each.text for each in reversed(many[5:])]


def test_a_long_title_is_cut_and_the_text_is_not() -> None:
    long = post("P-9", "長" * 300)
    feed = tree(rendered(Shelf({}, ("ja",), (), (long,))))
    assert len(feed.findtext("a:entry/a:title", "", NS)) == LONGEST_TITLE
    assert feed.findtext("a:entry/a:content", "", NS) == long.text


@settings(deadline=None)  # a shared machine may be busy
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t\x85", exclude_characters="￾￿"))
)
def test_any_text_survives(text: str) -> None:
    assert entries(rendered(Shelf({}, ("ja",), (), (post("P-1", text),)))) == [(post_id("P-1"), text)]


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\uffffb"])
def test_what_xml_cannot_carry_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(NotSent, match="control character") as caught:
        build(fittings(tmp_path, Account("feed", "feed"))).publish(parcel(text))
    assert caught.value.permanent


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<feed",
        b"<html/>",
        b"\xff\xfe",
        b'<!DOCTYPE feed [<!ENTITY a SYSTEM "file:///etc/passwd">]><feed xmlns="http://www.w3.org/2005/Atom">&a;</feed>',
    ],
)
def test_another_document_shows_nothing(tmp_path: Path, data: bytes) -> None:
    channel = build(fittings(tmp_path, Account("feed", "feed")))
    channel.publish(parcel())
    (tmp_path / "public" / "feed.atom").write_bytes(data)
    assert channel.read_back(parcel()) is None
