"""Two departments, one place."""

from __future__ import annotations

import pytest
from desk_scene import Scene

from crisis.desk import clearing, drafts, outbox, receive
from crisis.desk.clearing import Acceptance
from crisis.desk.sending import tick
from crisis.errors import Held
from crisis.model.records import Review, StoredPost

SAYS = """発信部署：{owner}
拠点：仙台事業所
状況：{status}
時点：10月9日 15:18
次回：16:30
"""


def said(scene: Scene, owner: str, status: str) -> tuple[list[str], StoredPost]:
    """The codes of what a notice's draft is told, and its post."""
    (stored,) = receive.receive(scene.desk, SAYS.format(owner=owner, status=status).encode(), "n.txt", by="drafter")
    kept, made = drafts.draft(scene.desk, stored.id)
    assert kept.notice.owner == owner
    told = [f"{f.code} {f.severity.value}" for f in made.findings]
    return told, drafts.save(scene.desk, kept, made, by="drafter")[1][0]


def test_the_owner_may_go_and_the_other_is_held(scene: Scene) -> None:
    told, sales = said(scene, "東北営業部", "通常どおり")
    assert told == []
    told, owner = said(scene, "総務部", "閉鎖")
    assert told == ["conflict advise"]
    with pytest.raises(Held, match="conflict"):
        clearing.clear(scene.desk, [sales.id], scene.signer())
    assert clearing.clear(scene.desk, [owner.id], scene.signer())[0].review is Review.CLEARED


def test_a_person_may_decide_otherwise_with_a_reason(scene: Scene) -> None:
    said(scene, "総務部", "閉鎖")
    told, sales = said(scene, "東北営業部", "通常どおり")
    assert told == ["conflict hold"]
    accepted = [Acceptance("conflict", "GA confirmed by phone that it has reopened")]
    assert clearing.clear(scene.desk, [sales.id], scene.signer(), accept=accepted)[0].review is Review.CLEARED


def test_the_owners_newer_word_is_an_update(scene: Scene) -> None:
    said(scene, "総務部", "閉鎖")
    assert said(scene, "総務部", "通常どおり")[0] == []


def test_the_same_word_from_two_is_no_conflict(scene: Scene) -> None:
    said(scene, "総務部", "閉鎖")
    assert said(scene, "東北営業部", "閉鎖")[0] == []


def cleared_and_changed(scene: Scene) -> tuple[StoredPost, StoredPost]:
    """A cleared post of General Affairs, and the draft of their newer word."""
    _told, first = said(scene, "総務部", "閉鎖")
    clearing.clear(scene.desk, [first.id], scene.signer())
    scene.later(minutes=5)
    _told, second = said(scene, "総務部", "一部")
    return first, second


def test_a_changed_word_of_the_same_department_says_that_it_changes(scene: Scene) -> None:
    first, second = cleared_and_changed(scene)
    assert first.text.startswith("北浜電機")
    assert second.text.startswith("【変更】")


def test_what_was_queued_is_held_and_does_not_go_out_after_a_resume(scene: Scene) -> None:
    first, second = cleared_and_changed(scene)
    assert tick(scene.desk).published == 0
    assert [(d.post, d.state.value, d.reason) for d in scene.deliveries()] == [(first.id, "held", "stale")]
    assert outbox.resumable(scene.desk, None) == []
    clearing.clear(scene.desk, [second.id], scene.signer())
    tick(scene.desk)
    assert [parcel.post for parcel in scene.platform.accepted] == [second.id]


def test_what_nobody_has_cleared_is_withdrawn(scene: Scene) -> None:
    _told, first = said(scene, "総務部", "閉鎖")
    scene.later(minutes=5)
    _told, second = said(scene, "総務部", "一部")
    assert second.text.startswith("北浜電機"), "nothing had gone out, so nothing changes"
    with scene.desk.store.reading() as unit:
        assert unit.need(StoredPost, first.id).review is Review.WITHDRAWN


def test_what_is_out_stays_and_the_change_says_so(scene: Scene) -> None:
    _told, first = said(scene, "総務部", "閉鎖")
    clearing.clear(scene.desk, [first.id], scene.signer())
    tick(scene.desk)
    scene.later(minutes=5)
    _told, second = said(scene, "総務部", "一部")
    assert second.text.startswith("【変更】")
    assert scene.states() == {"published"}
