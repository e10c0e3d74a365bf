"""The page as readers and their browsers see it."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import re
from datetime import timedelta
from functools import partial
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from platforms.stage import EARTHQUAKE, NOON, TOKYO

from crisis.canon import digest
from crisis.channels.page.render import render
from crisis.channels.page.views import pieces
from crisis.channels.page.words import _WORDS, words, written
from crisis.model.published import Incident, PublishedPost, Shelf

ORGANISATION = {"ja": "北浜電機", "en": "Kitahama Denki"}
TYPHOON = Incident(
    "I-00", "typhoon", {"ja": "台風", "en": "Typhoon"}, NOON - timedelta(days=2), NOON - timedelta(days=1)
)
SILENT = Incident("I-09", "ransomware", {"ja": "身代金", "en": "Ransomware"}, NOON)
SCRIPT = "<script>alert(1)</script>\n  <b>&amp;</b> ]]> {{ 7*7 }}"


def post(name: str, text: str, language: str = "ja", incident: str | None = "I-01", **others: object) -> PublishedPost:
    minutes = others.pop("minutes", 0)
    assert isinstance(minutes, int)
    at = NOON + timedelta(minutes=minutes)
    made = partial(PublishedPost, name, digest(text.encode()), text, language, "holding", incident, at)
    return made(**others)  # type: ignore[arg-type]


POSTS = (
    post("P-0", "【最終報】台風のお知らせを終わります。", incident="I-00", minutes=-1500),
    post("P-1", "【第1報】返信してください。https://anpi.kitahama.example/a(b)。", minutes=1),
    post("P-2", "[1] Please reply.", "en", minutes=2),
    post("P-3", SCRIPT, minutes=30),
    post("P-4", "【訂正】仙台は閉鎖します。", minutes=40, corrects="P-3"),
    post("P-5", "夏の休みは8月10日(月)からです。", incident=None, minutes=3),
)
SHELF = Shelf(ORGANISATION, ("ja", "en"), (TYPHOON, EARTHQUAKE, SILENT), POSTS)
SITE = render(SHELF, NOON + timedelta(hours=1), TOKYO)
PAGES = sorted(path for path in SITE if path.endswith(".html"))


def page(path: str, site: dict[str, bytes] = SITE) -> html.HtmlElement:
    return html.document_fromstring(site[path].decode())


def texts(tree: html.HtmlElement) -> list[str]:
    return [str(found.text_content()) for found in tree.find_class("text")]


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_the_site_leads_somewhere(path: str) -> None:
    links = [str(link) for link in page(path).xpath("//@href") if not str(link).startswith(("http", "data:", "#"))]
    assert links
    for link in links:
        assert urljoin(f"/{path}", link).lstrip("/") in SITE


@pytest.mark.parametrize("path", PAGES)
def test_every_page_can_be_read_without_seeing_it(path: str) -> None:
    tree = page(path)
    assert tree.get("lang") in {"ja", "en"}
    assert str(tree.findtext("head/title"))
    assert len(tree.xpath("//h1")) == len(tree.xpath("//main")) == len(tree.xpath("//header")) == 1
    assert tree.xpath("//a[1]/@href")[0] == "#main"
    assert tree.get_element_by_id("main") is not None
    levels = [int(element.tag[1]) for element in tree.iter("h1", "h2", "h3", "h4")]
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))
    assert all(time.get("datetime") for time in tree.iter("time"))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert all(nav.get("aria-label") for nav in tree.iter("nav"))
    assert all(found.get("lang") for found in tree.find_class("text"))


@pytest.mark.parametrize("path", PAGES)
def test_no_page_asks_for_anything_else(path: str) -> None:
    tree = page(path)
    assert not tree.xpath("//script | //img | //iframe | //link[@rel='stylesheet'] | //@onclick | //@style")
    style = str(tree.xpath("string(//style)"))
    assert "url(" not in style
    assert "@import" not in style
    allowed = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'" in allowed
    assert len(SITE[path]) < 20_000


def test_the_index_says_what_is_happening_now() -> None:
    tree = page("index.html")
    assert [str(e.text_content()) for e in tree.xpath("//article[@class='incident']/h3")] == ["地震"]
    assert texts(tree) == ["【訂正】仙台は閉鎖します。", "夏の休みは8月10日(月)からです。"]
    assert [str(e.text_content()) for e in tree.xpath("//article[@class='ended']/h3")] == ["台風"]
    assert "10月9日(金) 13:00 現在" in tree.text_content()


def test_the_index_leads_to_the_posts_before_the_latest() -> None:
    links = page("index.html").xpath("//ul[@class='before']//a")
    assert [link.get("href") for link in links] == ["posts/P-3.html", "posts/P-1.html"]
    assert ["訂正あり" in link.text_content() for link in links] == [True, False]
    assert SCRIPT.splitlines()[0] in links[0].text_content()


def test_an_incident_lists_its_posts_newest_first() -> None:
    tree = page("incident-I-01.html")
    assert texts(tree) == ["【訂正】仙台は閉鎖します。", SCRIPT, POSTS[1].text]
    times = tree.xpath("//section[@aria-labelledby='timeline']//li//h3//time/@datetime")
    assert times == sorted(times, reverse=True)
    assert texts(page("incident-I-01.en.html")) == ["[1] Please reply."]


def test_an_incident_that_has_said_nothing_is_nobodys_business() -> None:
    everything = b"".join(SITE.values()).decode()
    assert "I-09" not in everything
    assert "Ransomware" not in everything
    assert "ransomware" not in everything


def test_no_page_tells_when_an_incident_began() -> None:
    """The start of a cyber incident shows how long they were inside (shared/tone: "confirmed at", never since when)."""
    opened = EARTHQUAKE.opened_at.astimezone(TOKYO).isoformat(timespec="seconds")
    assert opened.encode() not in b"".join(SITE.values())


def test_a_closed_incident_is_marked() -> None:
    tree = page("incident-I-00.html")
    assert "終了" in str(tree.xpath("string(//h1)"))
    assert "10月8日(木) 12:00 に終了しました" in tree.text_content()
    assert not tree.find_class("latest")


def test_without_an_incident_the_index_says_so() -> None:
    calm = render(Shelf(ORGANISATION, ("ja", "en"), (TYPHOON, SILENT), POSTS[:1]), NOON, TOKYO)
    assert "現在お知らせしていることはありません。" in page("index.html", calm).text_content()
    assert "There is no current incident." in page("index.en.html", calm).text_content()


def alone(*posts: PublishedPost, days: float = 0.0) -> dict[str, bytes]:
    return render(Shelf(ORGANISATION, ("ja", "en"), (), posts), NOON + timedelta(days=days), TOKYO)


def test_no_page_says_that_nothing_happens_above_fresh_news() -> None:
    """Not every desk opens an incident before it speaks."""
    news = post("P-1", "仙台事業所は閉鎖しています。", incident=None)
    tree = page("index.html", alone(news, days=1))
    assert "お知らせしていることはありません" not in tree.text_content()
    assert tree.xpath("string(//section[@aria-labelledby='now']//div[@class='text'])") == news.text
    assert not tree.xpath("//section[@aria-labelledby='other']")
    later = page("index.html", alone(news, days=4))
    assert "お知らせしていることはありません" in later.text_content()
    assert later.xpath("string(//section[@aria-labelledby='other']//div[@class='text'])") == news.text


def test_news_outside_incidents_points_to_the_language_that_is_ahead() -> None:
    old, news = (
        post("P-1", "Closed in August.", "en", None),
        post("P-2", "閉鎖しています。", incident=None, minutes=9000),
    )
    tree = page("index.en.html", alone(old, news, days=7))
    assert tree.xpath("//section[@aria-labelledby='now']//p[contains(@class, 'note')]/a/@href") == ["index.html"]
    assert "no current incident" not in tree.text_content()
    only = page("index.en.html", alone(news, days=7))
    assert "Not available in English yet." in only.text_content()
    assert texts(only) == [news.text]


def test_older_posts_outside_incidents_become_links() -> None:
    many = [post(f"P-{n}", f"第{n}報", incident=None, minutes=n) for n in range(30)]
    tree = page("index.html", alone(*many, days=30))
    assert len(texts(tree)) == 10
    assert len(tree.xpath("//details//a")) == 20


def test_a_desk_that_has_never_spoken_has_a_page() -> None:
    empty = render(Shelf({}, (), (), ()), NOON, TOKYO)
    assert list(empty) == ["index.html"]
    assert "There is no current incident." in page("index.html", empty).text_content()


def test_corrections_are_linked_both_ways() -> None:
    assert page("posts/P-3.html").xpath("//p[contains(@class, 'note')]/a/@href") == ["../posts/P-4.html"]
    assert page("posts/P-4.html").xpath("//p[contains(@class, 'note')]/a/@href") == ["../posts/P-3.html"]


def test_a_language_that_lags_behind_points_ahead() -> None:
    assert page("incident-I-01.en.html").xpath("//p[contains(@class, 'note')]/a/@href") == ["incident-I-01.html"]
    together = render(Shelf(ORGANISATION, ("ja", "en"), (EARTHQUAKE,), POSTS[1:3]), NOON, TOKYO)
    assert not page("incident-I-01.html", together).find_class("note")
    assert not page("incident-I-01.en.html", together).find_class("note")


def test_a_language_without_posts_shows_the_nearest() -> None:
    shelf = Shelf(ORGANISATION, ("en", "ja", "ja-x-plain"), (EARTHQUAKE,), POSTS[1:3])
    tree = page("index.ja-x-plain.html", render(shelf, NOON, TOKYO))
    assert [found.get("lang") for found in tree.find_class("text")] == ["ja"]


@pytest.mark.parametrize("each", POSTS, ids=lambda each: each.post)
def test_each_post_can_be_read_back(each: PublishedPost) -> None:
    assert SITE[f"posts/{each.post}.txt"] == each.text.encode()
    document = json.loads(SITE[f"posts/{each.post}.json"])
    assert document["id"] == each.post
    assert document["digest"] == "sha256:" + hashlib.sha256(each.text.encode()).hexdigest()
    assert document["incident"] == each.incident
    assert document["language"] == each.language
    assert texts(page(f"posts/{each.post}.html")) == [each.text]


@pytest.mark.parametrize("name", ["../P-1", "", "a/b", ".hidden", "a b", "é"])
def test_an_id_that_is_no_file_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="cannot be a file name"):
        render(Shelf(ORGANISATION, ("ja",), (), (post(name, "x"),)), NOON, TOKYO)


@settings(deadline=None)  # a shared machine may be busy
@given(
    st.text()
    | st.lists(st.sampled_from(["https://a.example/x?y=(1)", "）", ").", "0120-000-111", "9日(金)", "\n"])).map("".join)
)
def test_the_pieces_of_a_text_are_the_text(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text)) == text
    assert all(piece.text.startswith(("http://", "https://")) for piece in pieces(text) if piece.kind == "link")


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("見る https://a.example/x。", ["https://a.example/x"]),
        ("(https://a.example/x)", ["https://a.example/x"]),
        ("https://a.example/x_(y)", ["https://a.example/x_(y)"]),
        ("https://a.example/?q=1&r=2, then", ["https://a.example/?q=1&r=2"]),
        ("https://a.example/、https://b.example", ["https://a.example/", "https://b.example"]),
        ("javascript:alert(1) data:text/html,x //a.example ftp://a.example a.example", []),
        ('https://a.example/"onclick="x', ["https://a.example/"]),
    ],
)
def test_only_web_addresses_are_links(text: str, links: list[str]) -> None:
    assert [piece.text for piece in pieces(text) if piece.kind == "link"] == links


def test_numbers_and_dates_are_not_broken() -> None:
    found = [
        piece.text for piece in pieces("10月9日(金)15:20、0120-000-111へ。2026-10-09-1-2") if piece.kind == "whole"
    ]
    assert found == ["10月9日(金)", "0120-000-111"]


def test_the_pages_own_words_are_whole_in_every_language() -> None:
    assert len({frozenset(each) for each in _WORDS.values()}) == 1
    for key in _WORDS["en"]:
        assert len({tuple(sorted(re.findall(r"\{\w+\}", each[key]))) for each in _WORDS.values()}) == 1
    assert words("ja-JP")["now"] == words("ja")["now"]
    assert words("de")["now"] == words("en")["now"]


def test_times_are_written_as_readers_write_them() -> None:
    at = NOON.astimezone(TOKYO)
    assert written(at, at, "ja") == "10月9日(金) 12:00"
    assert written(at, at, "en") == "12:00 JST, Fri 9 Oct"
    assert written(at, at.replace(year=2027), "ja") == "2026年10月9日(金) 12:00"
    assert written(at, at.replace(year=2027), "en") == "12:00 JST, Fri 9 Oct 2026"


def _ratio(one: str, two: str) -> float:
    """WCAG 2.2 contrast ratio."""
    lights = sorted(_luminance(colour) for colour in (one, two))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: str) -> float:
    full = colour if len(colour) == 7 else "#" + "".join(char * 2 for char in colour[1:])
    parts = [int(full[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("front", "back"),
    [
        ("ink", "card"), ("ink", "paper"), ("ink", "note"), ("quiet", "card"), ("quiet", "paper"), ("link", "card"),
        ("link", "paper"), ("link", "note"), ("on-band", "band"), ("card", "mark"), ("card", "quiet"),
    ],
)  # fmt: skip
def test_colours_can_be_told_apart(theme: int, front: str, back: str) -> None:
    """WCAG AA for text is 4.5."""
    style = str(page("index.html").xpath("string(//style)"))
    colours = dict(
        re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", re.findall(r":root \{(.*?)\}", style, re.DOTALL)[theme])
    )
    assert _ratio(colours[front], colours[back]) >= 4.5
