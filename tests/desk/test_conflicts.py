"""Two departments, one place."""

from __future__ import annotations

import pytest
from desk_scene import Scene

from crisis.desk.clearance import clearing
from crisis.desk.clearance.accepting import Acceptance
from crisis.desk.clearance.clearing import Asked
from crisis.desk.drafts import saving
from crisis.desk.duty.incidents import open_incident
from crisis.desk.duty.status import status
from crisis.desk.notices import receive
from crisis.desk.outbox import resuming
from crisis.desk.outbox.sending import tick
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
    kept, made = saving.draft(scene.desk, stored.id)
    assert kept.notice.owner == owner
    told = [f"{f.code} {f.severity.value}" for f in made.findings]
    return told, saving.save(scene.desk, kept, made, by="drafter")[1][0]


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
    accepted = Acceptance("conflict", "GA confirmed by phone that it has reopened")
    assert clearing.clear(scene.desk, [sales.id], scene.signer(), Asked((accepted,)))[0].review is Review.CLEARED


def test_the_safer_word_of_another_department_goes_with_one_persons_reason(scene: Scene) -> None:
    """And what the owner had queued is held against it, until somebody decides; nothing else is."""
    _told, owner = said(scene, "総務部", "通常どおり")
    elsewhere = scene.posts("発信部署：総務部\n拠点：大阪支社\n状況：通常どおり\n時点：10月9日 15:18\n次回：{next}\n")
    clearing.clear(scene.desk, [owner.id, elsewhere[0].id], scene.signer())
    told, sales = said(scene, "東北営業部", "閉鎖")
    assert told == ["conflict hold"]
    states = {d.post: (d.state.value, d.reason) for d in scene.deliveries()}
    assert states == {owner.id: ("held", "contradicted"), elsewhere[0].id: ("queued", None)}
    assert resuming.resumable(scene.desk, None) == []
    accepted = Acceptance("conflict", "sales are on the spot: the glass is out")
    clearing.clear(scene.desk, [sales.id], scene.signer(), Asked((accepted,)))
    tick(scene.desk)
    assert {parcel.post for parcel in scene.platform.accepted} == {sales.id, elsewhere[0].id}


def test_the_owners_less_safe_word_waits_until_somebody_decides_and_then_stops_the_other(scene: Scene) -> None:
    _told, sales = said(scene, "東北営業部", "閉鎖")
    clearing.clear(scene.desk, [sales.id], scene.signer())
    told, owner = said(scene, "総務部", "通常どおり")
    assert told == ["conflict hold"]
    assert {d.state.value for d in scene.deliveries()} == {"queued"}, "the safer word goes on"
    accepted = Acceptance("conflict", "the building check is done")
    clearing.clear(scene.desk, [owner.id], scene.signer(), Asked((accepted,)))
    assert {d.post: d.reason for d in scene.deliveries()} == {sales.id: "contradicted", owner.id: None}


def test_a_post_that_went_live_meanwhile_holds_the_one_that_says_otherwise(scene: Scene) -> None:
    """Nobody could see it at their clearance: then neither was out."""
    open_incident(scene.desk, "earthquake", {"ja": "地震"}, by="drafter")
    _told, shut = said(scene, "総務部", "閉鎖")
    elsewhere = scene.posts("発信部署：総務部\n拠点：大阪支社\n状況：通常どおり\n時点：10月9日 15:18\n次回：{next}\n")
    text = "北浜電機：大阪支社と仙台事業所は通常どおりです。9日15:20現在 次回16:30"
    opened = saving.edit(scene.desk, elsewhere[0].id, text, by="drafter")
    clearing.clear(scene.desk, [shut.id, opened.id], scene.signer())
    tick(scene.desk)
    tick(scene.desk)
    states = {d.post: (d.state.value, d.reason) for d in scene.deliveries()}
    assert states == {shut.id: ("published", None), opened.id: ("held", "contradiction")}


def test_both_stand_side_by_side_with_whom_to_phone(scene: Scene) -> None:
    said(scene, "総務部", "閉鎖")
    receive.receive(scene.desk, SAYS.format(owner="東北営業部", status="通常どおり").encode(), "n.txt", by="drafter")
    (dispute,) = status(scene.desk).disputes
    assert [(s.department, s.value, s.phone, s.owner) for s in dispute.sides] == [
        ("総務部", "closed", "ext. 1100", True),
        ("東北営業部", "open", "ext. 3300", False),
    ]
    assert (dispute.safer, dispute.at_once) == ("closed", True)


def test_two_times_of_two_departments_are_shown_and_neither_goes_by_itself(scene: Scene) -> None:
    leaving = "発信部署：{owner}\n地域：首都圏\n対象日：10月9日\n勤務形態：早退\n終業：{at}\n時点：10月9日 15:18\n"
    scene.posts(leaving.format(owner="人事部", at="17:00"))
    (stored,) = receive.receive(scene.desk, leaving.format(owner="総務部", at="16:00").encode(), "n.txt", by="drafter")
    assert "conflict hold" in [f"{f.code} {f.severity.value}" for f in saving.draft(scene.desk, stored.id)[1].findings]
    assert [d.safer for d in status(scene.desk).disputes] == [None]


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
    assert resuming.resumable(scene.desk, None) == []
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
