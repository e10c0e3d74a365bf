"""Messages as XML, against the schema of the standard and the stricter habits of readers."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from test_cap_messages import NOON, QUAKE, post

from crisis.cap.document import CAP, LONGEST_HEADLINE, alert, stamp
from crisis.cap.messages import Message, messages
from crisis.cap.words import _GRADES
from crisis.model.published import PublishedPost, Shelf
from crisis.model.settings import Mode
from crisis.shipped import shipped

TOKYO = ZoneInfo("Asia/Tokyo")
NS = {"c": CAP}
LONG = "【第1報】北浜電機 仙台事業所は、地震のため閉鎖しています。\n外にいる方は身の安全を第一に行動してください。"
POSTS = (
    replace(post("P-1", "R-1"), text=LONG, areas=("宮城県仙台市",), subject="拠点の状況"),
    replace(post("P-2", "R-1"), text="Sendai is <closed> & ]]>.", language="en", subject="Office status"),
    replace(post("P-3", "R-2", 60), text="【最終報】開きます。", final=True),
)
SHELF = Shelf({"ja": "北浜電機", "en": "Kitahama Denki"}, ("ja", "en"), (QUAKE,), POSTS)


@cache
def schema(folder: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(folder / "cap" / "cap12.xsd"))


def documents(shelf: Shelf = SHELF, web: str | None = "https://k.example/") -> list[etree._Element]:
    return [etree.fromstring(alert(each, "k.example", TOKYO, web)) for each in messages(shelf)]


def one(message: etree._Element, path: str) -> str:
    (found,) = message.findall(path, NS)
    return found.text or ""


def check_habits(message: etree._Element) -> None:
    """What readers ask beyond the schema (the rules of Google's and alphagov's validators, domain 2.1)."""
    sent = one(message, "c:sent")
    references = (message.findtext("c:references", "", NS)).split()
    assert bool(references) == (one(message, "c:msgType") != "Alert")
    for sender, identifier, at in (each.split(",") for each in references):
        assert sender == one(message, "c:sender")
        assert identifier != one(message, "c:identifier")
        assert at <= sent
    infos = message.findall("c:info", NS)
    languages = [one(info, "c:language") for info in infos]
    assert languages
    assert len(languages) == len(set(languages))
    assert len({one(info, "c:category") for info in infos}) == 1
    for info in infos:
        assert one(info, "c:expires") > sent
        assert info.findtext("c:area/c:areaDesc", "", NS)
        headline = info.findtext("c:headline", None, NS)
        assert headline is None or (len(headline) <= LONGEST_HEADLINE and headline != one(info, "c:description"))


@pytest.mark.parametrize("mode", Mode)
def test_every_message_is_valid_by_the_schema_and_by_habit(shared_data: Path, mode: Mode) -> None:
    for message in documents(replace(SHELF, mode=mode)):
        schema(shared_data).assertValid(message)
        check_habits(message)


@pytest.mark.parametrize("type_id", sorted([*_GRADES, "unheard-of"]))
def test_every_type_has_words_of_cap(shared_data: Path, type_id: str) -> None:
    for message in documents(replace(SHELF, posts=(replace(POSTS[0], notice_type=type_id),))):
        schema(shared_data).assertValid(message)


def test_the_grades_are_of_types_that_there_are() -> None:
    assert set(_GRADES) <= {folder.name for folder in shipped("templates").iterdir()}


def test_each_language_says_its_own_text_whole() -> None:
    first, last = documents()
    assert [one(info, "c:description") for info in first.findall("c:info", NS)] == [POSTS[0].text, POSTS[1].text]
    assert [one(info, "c:event") for info in first.findall("c:info", NS)] == ["地震", "Earthquake"]
    areas = [one(info, "c:area/c:areaDesc") for info in first.findall("c:info", NS)]
    assert areas == ["宮城県仙台市", "Sites and services of Kitahama Denki"]
    assert one(last, "c:references") == "k.example,R-1,2026-10-09T12:00:00+09:00"
    assert (one(last, "c:msgType"), one(last, "c:info/c:responseType")) == ("Update", "AllClear")


def test_outside_an_incident_the_event_is_what_the_post_is() -> None:
    alone = replace(SHELF, incidents=(), posts=tuple(replace(each, incident=None) for each in POSTS[:2]))
    (message,) = documents(alone)
    assert [one(info, "c:event") for info in message.findall("c:info", NS)] == ["拠点の状況", "Office status"]
    assert not message.findall("c:incidents", NS)


def test_an_exercise_says_so_to_machines_and_to_people() -> None:
    real, drill = documents()[0], documents(replace(SHELF, mode=Mode.EXERCISE))[0]
    assert (one(real, "c:status"), real.findall("c:note", NS)) == ("Actual", [])
    assert one(drill, "c:status") == "Exercise"
    assert "【訓練】" in one(drill, "c:note")
    assert "EXERCISE" in one(drill, "c:note")


def test_nothing_grades_how_bad_it_is() -> None:
    """A company that calls its own trouble minor, or extreme, claims what it does not know yet (shared/scenes (c))."""
    assert {info.text for message in documents() for info in message.iter(f"{{{CAP}}}severity")} == {"Unknown"}


def test_times_have_an_offset_in_numbers() -> None:
    assert stamp(NOON + timedelta(microseconds=7), TOKYO) == "2026-10-09T12:00:00+09:00"
    assert stamp(NOON, UTC) == "2026-10-09T03:00:00-00:00"
    assert stamp(NOON, ZoneInfo("America/St_Johns")) == "2026-10-09T00:30:00-02:30"


def test_the_same_state_gives_the_same_bytes() -> None:
    def whole() -> list[bytes]:
        return [alert(each, "k.example", TOKYO) for each in messages(SHELF)]

    assert whole() == whole()


def test_what_xml_cannot_carry_is_refused() -> None:
    broken: Message = messages(replace(SHELF, posts=(replace(POSTS[0], text="bell \x07"),)))[0]
    with pytest.raises(ValueError, match="control character"):
        alert(broken, "k.example", TOKYO)


CARRIED = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1)


@given(CARRIED, CARRIED)
def test_any_text_comes_through(text: str, area: str) -> None:
    said: PublishedPost = replace(POSTS[0], text=text, areas=(area,))
    (message,) = documents(replace(SHELF, posts=(said,)))
    assert one(message, "c:info/c:description") == text
    assert one(message, "c:info/c:area/c:areaDesc") == area
    headline = message.findtext("c:info/c:headline", "", NS)
    assert re.sub("…$", "", headline) in text
