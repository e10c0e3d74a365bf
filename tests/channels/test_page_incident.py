"""The page of an incident: what holds, what is not known yet, when we speak next, and what came before."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from lxml import html
from platforms.stage import EARTHQUAKE, NOON, TOKYO
from test_page_site import ORGANISATION, post

from crisis.channels.page.render import render
from crisis.channels.page.unknowns import unknown
from crisis.channels.page.views import next_time, standing
from crisis.model.published import Incident, PublishedPost, Shelf

HELD = "【第1報】北浜電機です。仙台事業所で停電を確認しました。原因と影響の範囲は、まだ分かっていません。調べています。"
CLOSED = "仙台事業所は閉鎖しています。次回13:00"
OPEN = "【最終報】仙台事業所は開きました。"


def at(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


FIRST = post("P-1", HELD, minutes=1, topic="held", next_update=at(30), subject="第一報")
SECOND = post("P-2", CLOSED, minutes=10, topic="closed", next_update=at(60))
THIRD = post("P-3", CLOSED + " ", minutes=20, topic="closed", next_update=at(90))
LAST = post("P-4", OPEN, minutes=40, topic="over", final=True)


def served(*posts: PublishedPost, after: int = 25, incident: Incident = EARTHQUAKE) -> dict[str, bytes]:
    return render(Shelf(ORGANISATION, ("ja", "en"), (incident,), posts), at(after), TOKYO)


def page(*posts: PublishedPost, after: int = 25, incident: Incident = EARTHQUAKE) -> html.HtmlElement:
    return html.document_fromstring(served(*posts, after=after, incident=incident)["incident-I-01.html"].decode())


def section(tree: html.HtmlElement, name: str) -> str:
    return " ".join(tree.xpath(f"string(//section[@aria-labelledby='{name}'])").split())


def test_what_holds_is_the_newest_word_on_each_thing() -> None:
    tree = page(FIRST, SECOND, THIRD)
    known = tree.xpath("//section[@aria-labelledby='known']//article/@id")
    assert known == ["P-3", "P-1"]
    assert tree.xpath("//section[@aria-labelledby='timeline']//article/@id") == ["P-2"]
    assert tree.xpath("//section[@aria-labelledby='timeline']//a[starts-with(@href, '#')]/@href") == ["#P-3", "#P-1"]


def test_what_is_not_known_is_said_in_the_cleared_words() -> None:
    said = page(FIRST, SECOND).xpath("//section[@aria-labelledby='unknown']//li")
    assert [each.text_content() for each in said] == ["原因と影響の範囲は、まだ分かっていません。", "調べています。"]
    assert {each.get("lang") for each in said} == {"ja"}
    assert section(page(SECOND), "unknown") == ""


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        (
            "en",
            "[1] K: we found a fault at 14.40. We do not yet know its cause. Next 16:30.",
            ["We do not yet know its cause."],
        ),
        ("en", "CORRECTION. The cause is not yet known. Open.", ["The cause is not yet known."]),
        ("en", "We know the cause. An unknowing reader is no finding.", []),
        ("ja", "原因は確認中です。閉鎖しています。", ["原因は確認中です。"]),
        ("ja", "点検を終えました。確認しました。", []),
        ("ja-x-plain", "【1】なぜか 調(しら)べています。来(こ)ないでください。", ["なぜか 調(しら)べています。"]),
    ],
)
def test_sentences_that_say_what_is_not_known(language: str, text: str, sentences: list[str]) -> None:
    assert list(unknown(text, language)) == sentences
    assert all(sentence in text for sentence in unknown(text, language))


def test_when_we_speak_next_is_the_earliest_promise_that_holds() -> None:
    assert "12:30" in section(page(FIRST, THIRD), "next")
    assert "13:30" in section(page(FIRST, THIRD, after=31), "next")
    assert section(page(LAST), "next") == ""


def test_a_time_that_has_passed_is_owned_up_to() -> None:
    late = page(FIRST, after=45)
    assert "12:30 にお知らせする予定でした" in section(late, "next")
    assert late.xpath("//section[@aria-labelledby='next']//time/@datetime") == ["2026-10-09T12:30:00+09:00"]


def test_after_the_last_word_nothing_else_holds() -> None:
    assert [each.post for each in standing([LAST, THIRD, FIRST])] == ["P-4"]
    assert next_time(standing([LAST, THIRD, FIRST]), at(50)) is None


def test_what_was_corrected_does_not_hold_and_is_struck_through() -> None:
    mended = post("P-5", "【訂正】閉鎖します。", minutes=25, topic="closed", corrects="P-3")
    tree = page(THIRD, mended)
    assert tree.xpath("//section[@aria-labelledby='known']//article/@id") == ["P-5"]
    (struck,) = tree.find_class("struck")
    assert struck.get("id") == "P-3"
    assert struck.xpath("p[contains(@class, 'note')]/a/@href") == ["posts/P-5.html"]


def test_what_holds_no_more_names_what_came_in_its_place() -> None:
    anew = post("P-5", "【変更】閉鎖は18:00からです。", minutes=25, topic=THIRD.topic)
    tree = page(THIRD, anew)
    (old,) = tree.xpath("//section[@aria-labelledby='timeline']//article[@id='P-3']")
    assert old.xpath("p[contains(@class, 'note')]/a/@href") == ["posts/P-5.html"]
    assert tree.xpath("//section[@aria-labelledby='known']//p[contains(@class, 'note')]") == []


def test_a_closed_incident_promises_nothing() -> None:
    closed = page(FIRST, LAST, incident=replace(EARTHQUAKE, closed_at=at(50)), after=60)
    assert section(closed, "next") == section(closed, "unknown") == ""


def test_others_can_show_the_incident() -> None:
    document = json.loads(served(FIRST, THIRD)["incident-I-01.json"])
    assert document["incident"] == "I-01"
    assert document["updated_at"] == "2026-10-09T12:20:00+09:00"
    assert set(document["languages"]) == {"ja"}
    told = document["languages"]["ja"]
    assert [each["text"] for each in told["known"]] == [THIRD.text, FIRST.text]
    assert told["not_known"] == ["原因と影響の範囲は、まだ分かっていません。", "調べています。"]
    assert told["next_update"] == "2026-10-09T12:30:00+09:00"
    assert [each["post"] for each in told["timeline"]] == ["P-3", "P-1"]


def test_the_document_changes_only_with_what_is_public() -> None:
    assert served(FIRST, after=5)["incident-I-01.json"] == served(FIRST, after=9)["incident-I-01.json"]


def test_a_slow_telephone_gets_a_day_of_news_in_one_small_file() -> None:
    """20 posts on four things: under 14 kB on the wire, what a first round trip of TCP carries (RFC 6928, ten segments)."""
    many = [
        post(f"P-{n}", f"【第{n}報】{HELD}\n9日(金){n}:20現在", minutes=n, topic=str(n % 4), next_update=at(n + 30))
        for n in range(20)
    ]
    assert len(gzip.compress(served(*many)["incident-I-01.html"])) < 14_000
