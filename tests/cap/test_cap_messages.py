"""The chain of messages: what follows what, and what kind of message that makes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from crisis.canon import digest
from crisis.cap.messages import HOLDS, TOGETHER, Message, MessageType, messages
from crisis.model.published import Incident, PublishedPost, Shelf

NOON = datetime(2026, 10, 9, 3, 0, tzinfo=UTC)
QUAKE = Incident("I-01", "earthquake", {"ja": "地震", "en": "Earthquake"}, NOON)


def post(name: str, release: str, minutes: float = 0, **others: object) -> PublishedPost:
    text = f"text of {name}"
    at = NOON + timedelta(minutes=minutes)
    made = PublishedPost(name, digest(text.encode()), text, "ja", "office-status", QUAKE.id, at, release=release)
    made = replace(made, not_before=at, topic="closed")
    return replace(made, **others)  # type: ignore[arg-type]


def told(*posts: PublishedPost, coming: tuple[PublishedPost, ...] = ()) -> tuple[Message, ...]:
    return messages(Shelf({"ja": "北浜電機"}, ("ja", "en"), (QUAKE,), posts, coming=coming))


def kinds(*posts: PublishedPost) -> list[tuple[str, str, list[str]]]:
    return [(m.identifier, m.kind.value, [each.identifier for each in m.follows]) for m in told(*posts)]


def test_a_release_is_one_message_with_its_languages_in_the_order_of_the_outlet() -> None:
    (one,) = told(post("P-1", "R-1", 1, language="en"), post("P-2", "R-1", 2))
    assert (one.identifier, one.kind, one.sent) == ("R-1", MessageType.ALERT, NOON + timedelta(minutes=1))
    assert [each.language for each in one.posts] == ["ja", "en"]


def test_a_later_word_on_the_same_thing_updates_all_that_still_count() -> None:
    assert kinds(post("P-1", "R-1"), post("P-2", "R-2", 30), post("P-3", "R-3", 60)) == [
        ("R-1", "Alert", []),
        ("R-2", "Update", ["R-1"]),
        ("R-3", "Update", ["R-1", "R-2"]),
    ]


def test_another_thing_or_another_incident_is_an_alert_of_its_own() -> None:
    others = [
        post("P-2", "R-2", 30, topic="safety"),
        post("P-3", "R-3", 40, incident=None),
        post("P-4", "R-4", 50, topic=""),
    ]
    assert {kind for _, kind, _ in kinds(post("P-1", "R-1"), *others)} == {"Alert"}


def test_what_no_longer_counts_is_not_followed() -> None:
    late = HOLDS.total_seconds() / 60
    assert kinds(post("P-1", "R-1"), post("P-2", "R-2", late)) == [("R-1", "Alert", []), ("R-2", "Alert", [])]


def test_a_correction_follows_what_it_corrects_however_old() -> None:
    late = 2 * HOLDS.total_seconds() / 60
    (_, correction) = kinds(post("P-1", "R-1"), post("P-2", "R-2", late, corrects="P-1", topic="else"))
    assert correction == ("R-2", "Update", ["R-1"])


def test_the_last_word_follows_everything_of_its_incident() -> None:
    posts = [post("P-1", "R-1"), post("P-2", "R-2", 10, topic="safety"), post("P-3", "R-3", 20, incident=None)]
    last = post("P-4", "R-4", 60, topic="over", final=True)
    assert kinds(*posts, last)[-1] == ("R-4", "Update", ["R-1", "R-2"])
    assert told(*posts, last)[-1].final


def test_what_is_withdrawn_whole_is_cancelled() -> None:
    posts = [post("P-1", "R-1"), post("P-2", "R-2", 10, topic="safety")]
    back = post("P-3", "R-3", 30, topic="wrong", takes_back=NOON)
    assert kinds(*posts, back)[-1] == ("R-3", "Cancel", ["R-1"])
    nothing = replace(back, takes_back=NOON + timedelta(minutes=5))
    assert kinds(*posts, nothing)[-1] == ("R-3", "Alert", [])


def test_a_language_that_comes_much_later_makes_an_update_with_all_languages() -> None:
    late = 1 + TOGETHER.total_seconds() / 60
    first, second = told(post("P-1", "R-1"), post("P-2", "R-1", late, language="en"))
    assert (second.identifier, second.kind, second.follows) == ("R-1.2", MessageType.UPDATE, (first,))
    assert [each.language for each in second.posts] == ["ja", "en"]
    assert [each.language for each in first.posts] == ["ja"]


def test_what_leaves_in_the_same_breath_is_in_the_message_from_the_start() -> None:
    ja, en = post("P-1", "R-1"), post("P-2", "R-1", 0.01, language="en")
    assert told(ja, coming=(ja, en)) == told(ja, en)
    assert told(coming=(ja, en)) == ()


def test_a_message_once_out_stays_as_it_is() -> None:
    before = told(post("P-1", "R-1"), post("P-2", "R-2", 30))
    after = told(post("P-1", "R-1"), post("P-2", "R-2", 30), post("P-3", "R-3", 60, final=True))
    assert after[:2] == before
