"""Releases that wait for a word: a resumption hangs on its announcement and not on a time (scene b, 15:20)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from desk_scene import Scene

from crisis.clearance import announcements, statements
from crisis.clearance.announcements import WAITS
from crisis.desk.clearance import clearing
from crisis.desk.clearance.clearing import Asked
from crisis.desk.duty import watching
from crisis.desk.outbox import announcing, hand, queue, resuming, sending
from crisis.desk.record import book
from crisis.errors import Refused, VerificationFailed
from crisis.model.delivery import Delivery, State
from crisis.model.owed import StaffAlert
from crisis.model.records import StoredPost, StoredRelease
from crisis.model.release import Announcement

TEXT = "件名：仙台\n拠点：仙台事業所\n状況：通常どおり\n時点：10月9日 15:18\n"
WORDS = "JR says that trains run again"


def waiting(scene: Scene, **asked: object) -> list[StoredPost]:
    posts = scene.posts(TEXT)
    made = replace(Asked(awaits=WORDS), **asked)  # type: ignore[arg-type]
    clearing.clear(scene.desk, [post.id for post in posts], scene.signer(), made)
    return posts


def announce(scene: Scene, posts: list[StoredPost], by: str = "approver") -> list[Delivery]:
    seen = announcing.waiting_for(scene.desk, [post.id for post in posts])
    return announcing.announce(scene.desk, seen, scene.signer(by))


def test_nothing_leaves_before_its_word_whatever_the_time(scene: Scene) -> None:
    posts = waiting(scene)
    for _ in range(3):
        sending.tick(scene.desk)
        scene.later(hours=6)
    assert scene.states() == {"held"}
    (one,) = announcing.waiting_for(scene.desk, [posts[0].id])
    assert (one.words, [post.id for post in one.posts]) == (WORDS, [post.id for post in posts])
    announce(scene, posts)
    sending.tick(scene.desk)
    assert scene.states() == {"published"}
    assert [parcel.text for parcel in scene.platform.accepted] == [posts[0].text]


def test_resuming_sets_it_not_free(scene: Scene) -> None:
    waiting(scene)
    queue.hold(scene.desk, None, by=None)
    assert resuming.resumable(scene.desk, None) == []
    resuming.resume(scene.desk, None, [], scene.signer())
    sending.tick(scene.desk)
    assert scene.states() == {"held"}


def test_a_stop_that_stands_holds_it_on(scene: Scene) -> None:
    posts = waiting(scene)
    queue.hold(scene.desk, None, by=None)
    announce(scene, posts)
    sending.tick(scene.desk)
    assert scene.states() == {"held"}
    resuming.resume(scene.desk, None, resuming.resumable(scene.desk, None), scene.signer())
    sending.tick(scene.desk)
    assert scene.states() == {"published"}


def test_a_word_too_early_waits_for_the_time_as_well(scene: Scene) -> None:
    posts = waiting(scene, not_before=scene.clock.now() + timedelta(hours=2))
    announce(scene, posts)
    sending.tick(scene.desk)
    assert scene.states() == {"queued"}
    scene.later(hours=2, minutes=1)
    sending.tick(scene.desk)
    assert scene.states() == {"published"}


def test_what_waits_longer_than_a_day_is_never_sent(scene: Scene) -> None:
    posts = waiting(scene)
    scene.later(seconds=WAITS.total_seconds() + 1)
    sending.tick(scene.desk)
    assert scene.states() == {"expired"}
    with pytest.raises(Refused, match="waits for no announcement"):
        announcing.waiting_for(scene.desk, [posts[0].id])


def test_once_said_it_goes_soon_or_not_at_all(scene: Scene) -> None:
    """The policy's window counts from the word: what was announced hours ago is read again."""
    announce(scene, waiting(scene))
    scene.later(hours=3)
    sending.tick(scene.desk)
    assert scene.states() == {"held"}
    assert scene.platform.accepted == []


def test_the_hand_waits_as_well(scene: Scene) -> None:
    posts = waiting(scene)
    with pytest.raises(Refused, match="nobody has given yet"):
        hand.take(scene.desk, posts[0].id)


def freed(scene: Scene) -> None:
    """What somebody with the database would do: set it free without a word."""
    with scene.desk.store.writing(scene.clock.now()) as unit:
        for delivery in unit.find(Delivery):
            unit.put(delivery.evolve(state=State.QUEUED, reason=None))


def test_a_row_that_was_changed_sets_nothing_free(scene: Scene) -> None:
    waiting(scene)
    freed(scene)
    sending.tick(scene.desk)
    assert {(d.state, d.reason) for d in scene.deliveries()} == {(State.HELD, "not-announced")}
    assert scene.platform.accepted == []


@pytest.mark.parametrize("column", ["person", "at", "signature", "key", "release"])
def test_a_word_that_was_changed_is_none(scene: Scene, column: str) -> None:
    announce(scene, waiting(scene))
    with scene.desk.store.writing(scene.clock.now()) as unit:
        (word,) = unit.find(Announcement)
        if column == "release":
            other = unit.need(StoredRelease, word.release)
            statement = replace(statements.decode(other.statement), nonce="other")
            changed = announcements.announce(
                word.release,
                statements.encode(statement),
                scene.desk.person(unit, "approver"),
                scene.signer().private(),
                word.at,
                scene.desk.mode,
            )
        else:
            others: dict[str, Any] = {
                "person": "second",
                "at": word.at + timedelta(seconds=1),
                "signature": "x",
                "key": "SHA256:x",
            }
            changed = replace(word, **{column: others[column]})
        unit.put(changed)
    sending.tick(scene.desk)
    assert scene.states() == {"held"}
    assert scene.platform.accepted == []
    found = [problem.what for problem in book.verify_ledger(scene.desk).problems]
    assert any("Announcement" in what for what in found)


def test_a_word_is_in_the_record(scene: Scene) -> None:
    announce(scene, waiting(scene))
    assert book.verify_ledger(scene.desk).ok


def test_the_second_approver_signs_the_condition_that_the_first_has_set(scene: Scene) -> None:
    posts = waiting(scene)
    with scene.desk.store.reading() as unit:
        (release,) = unit.find(StoredRelease)
    statement = statements.decode(release.statement)
    assert statement.awaits is not None
    assert WORDS.encode() not in release.statement
    without = statements.encode(replace(statement, awaits=None))
    assert without != release.statement
    assert b"awaits" not in without
    assert statements.decode(without).awaits is None
    spelled = release.statement.replace(b'"awaits":"' + statement.awaits.encode() + b'"', b'"awaits":null')
    with pytest.raises(VerificationFailed):
        statements.decode(spelled)
    assert posts


def test_nobody_is_alerted_of_what_waits_as_it_should(scene: Scene) -> None:
    waiting(scene)
    watching.watch(scene.desk)
    with scene.desk.store.reading() as unit:
        assert unit.find(StaffAlert) == []
