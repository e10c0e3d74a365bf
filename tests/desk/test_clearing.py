"""People are bound to exact bytes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from desk_scene import NOTICE, Scene

from crisis.clearance import statements
from crisis.desk.clearance import clearing, review
from crisis.desk.clearance.accepting import Acceptance
from crisis.desk.clearance.clearing import Asked
from crisis.desk.drafts import saving
from crisis.desk.notices import receive
from crisis.desk.outbox import resuming, undoing
from crisis.desk.outbox.sending import tick
from crisis.errors import Held, Mistake, Refused
from crisis.model.records import Review, StoredPost, StoredRelease
from crisis.model.release import Rule

CONTRADICTION = NOTICE.replace("状況：閉鎖\n", "状況：閉鎖\n備考：関係者限り\n")


def test_the_author_may_not_clear_and_another_may(scene: Scene) -> None:
    (post,) = scene.posts()
    with pytest.raises(Refused) as refusal:
        clearing.clear(scene.desk, [post.id], scene.signer("drafter"))
    assert refusal.value.code == "last-editor"
    (outcome,) = clearing.clear(scene.desk, [post.id], scene.signer("approver"))
    assert outcome.review is Review.CLEARED


def test_after_the_approver_edits_the_drafter_may_clear_and_the_approver_not(scene: Scene) -> None:
    (post,) = scene.posts()
    saving.edit(scene.desk, post.id, post.text.replace("次回16:30", "次回17:00"), by="approver")
    with pytest.raises(Refused):
        clearing.clear(scene.desk, [post.id], scene.signer("approver"))
    assert clearing.clear(scene.desk, [post.id], scene.signer("drafter"))[0].review is Review.CLEARED
    tick(scene.desk)
    assert scene.platform.accepted[0].text.endswith("次回17:00")


def test_somebody_elses_key_signs_for_nobody(scene: Scene) -> None:
    (post,) = scene.posts()
    with pytest.raises(Refused):
        clearing.clear(scene.desk, [post.id], replace(scene.signer("approver"), key=scene.desk.signing_key("second")))
    assert scene.deliveries() == []


def test_an_edit_voids_every_approval(scene: Scene) -> None:
    scene.adopt(Rule(quorum=2))
    (post,) = scene.posts()
    (outcome,) = clearing.clear(scene.desk, [post.id], scene.signer("approver"))
    assert outcome.review is Review.IN_REVIEW
    assert outcome.missing
    saving.edit(scene.desk, post.id, post.text + " ", by="drafter")
    (outcome,) = clearing.clear(scene.desk, [post.id], scene.signer("second"))
    assert outcome.review is Review.IN_REVIEW, "the first approval was for other bytes"
    (outcome,) = clearing.clear(scene.desk, [post.id], scene.signer("approver"))
    assert outcome.review is Review.CLEARED


def test_one_person_counts_once(scene: Scene) -> None:
    scene.adopt(Rule(quorum=2))
    (post,) = scene.posts()
    clearing.clear(scene.desk, [post.id], scene.signer("approver"))
    with pytest.raises(Refused):
        clearing.clear(scene.desk, [post.id], scene.signer("approver"))


def test_the_stricter_policy_of_then_and_now_applies_at_send(scene: Scene) -> None:
    scene.cleared()
    scene.adopt(Rule(quorum=2))
    assert tick(scene.desk).held == 1
    assert scene.platform.accepted == []


def test_a_cleared_post_can_be_edited_while_it_has_not_left(scene: Scene) -> None:
    (post,) = scene.cleared()
    edited = saving.edit(scene.desk, post.id, post.text + "\n訂正", by="drafter")
    assert edited.review is Review.DRAFT
    assert scene.states() == {"withdrawn"}
    tick(scene.desk)
    assert scene.platform.accepted == []


def test_what_has_left_is_neither_edited_nor_withdrawn(scene: Scene) -> None:
    (post,) = scene.cleared()
    tick(scene.desk)
    for act in (
        lambda: saving.edit(scene.desk, post.id, "x", by="drafter"),
        lambda: undoing.withdraw(scene.desk, [post.id], by="drafter", reason="no"),
    ):
        with pytest.raises(Refused) as refusal:
            act()
        assert refusal.value.code == "left-already"


def test_what_the_send_check_held_can_be_cleared_anew(scene: Scene) -> None:
    (post,) = scene.cleared()
    moved = scene.with_accounts(replace(scene.desk.settings.accounts[0], handle="@new_name"))
    tick(moved.desk)
    assert clearing.clear(moved.desk, [post.id], scene.signer("approver"))[0].review is Review.CLEARED
    assert tick(moved.desk).published == 1


def test_a_post_on_its_way_is_not_cleared_twice(scene: Scene) -> None:
    (post,) = scene.cleared()
    with pytest.raises(Refused) as refusal:
        clearing.clear(scene.desk, [post.id], scene.signer("second"))
    assert refusal.value.code == "cleared-already"


def test_a_finding_that_holds_wants_a_reason_and_the_reason_stays_out_of_the_ledger(scene: Scene) -> None:
    (post,) = scene.posts()
    saving.edit(scene.desk, post.id, post.text + "\n3階は使えません", by="drafter")
    with pytest.raises(Held) as held:
        clearing.clear(scene.desk, [post.id], scene.signer())
    code = str(held.value.sentence.details["code"])
    with pytest.raises(Held):
        clearing.clear(scene.desk, [post.id], scene.signer(), Asked((Acceptance(code, "  "),)))
    clearing.clear(scene.desk, [post.id], scene.signer(), Asked((Acceptance(code, "seen with the lead"),)))
    with scene.desk.store.reading() as unit:
        (release,) = unit.find(StoredRelease)
        assert statements.decode(release.statement).accepted[0].code == code
        assert all(b"seen with the lead" not in entry.body for entry in unit.ledger_entries())


def test_a_blocked_text_is_accepted_by_nobody(scene: Scene) -> None:
    (post,) = scene.posts()
    saving.edit(scene.desk, post.id, "社外秘 " + post.text, by="drafter")
    with pytest.raises(Held) as held:
        clearing.clear(
            scene.desk, [post.id], scene.signer(), Asked((Acceptance("classification", "it is fine, really"),))
        )
    assert held.value.code == "blocked"


def test_a_text_too_long_for_its_platform_is_blocked(scene: Scene) -> None:
    (post,) = scene.posts()
    edited = saving.edit(scene.desk, post.id, "仙台事業所は閉鎖しています。" * 12, by="drafter")
    assert [f.code for f in edited.findings if f.code == "does-not-fit"]
    with pytest.raises(Held):
        clearing.clear(scene.desk, [post.id], scene.signer())


def test_a_returned_post_waits_for_its_drafter_with_the_reason_kept_apart(scene: Scene) -> None:
    (post,) = scene.posts()
    undoing.send_back(scene.desk, [post.id], by="approver", reason="wrong site")
    assert review.waiting(scene.desk) == []
    saving.edit(scene.desk, post.id, post.text + " ", by="drafter")
    assert [family.posts[0].id for family in review.waiting(scene.desk)] == [post.id]
    with scene.desk.store.reading() as unit:
        assert all(b"wrong site" not in entry.body for entry in unit.ledger_entries())


def test_what_is_drafted_anew_takes_the_place_of_what_waited(scene: Scene) -> None:
    (first,) = scene.posts()
    (second,) = scene.posts()
    with scene.desk.store.reading() as unit:
        assert unit.need(StoredPost, first.id).review is Review.WITHDRAWN
        assert unit.need(StoredPost, second.id).review is Review.DRAFT


def test_one_that_nobody_knows_clears_nothing(scene: Scene) -> None:
    (post,) = scene.posts()
    with pytest.raises(Refused, match="not enrolled"):
        clearing.clear(scene.desk, [post.id], replace(scene.signer(), person="stranger"))
    with pytest.raises(Mistake, match="no post"):
        clearing.clear(scene.desk, ["P-0"], scene.signer())


def test_the_same_notice_twice_is_one_notice(scene: Scene) -> None:
    raw = NOTICE.format(next="16:30").encode()
    first = receive.receive(scene.desk, raw, "a.txt", by="drafter")
    again = receive.receive(scene.desk, raw, "b.txt", by="drafter")
    assert [n.id for n in first] == [n.id for n in again]


def test_a_notice_that_cannot_be_read_is_kept_and_refused(scene: Scene) -> None:
    raw = b"\x00\x01\x02\xff" * 200
    (stored,) = receive.receive(scene.desk, raw, "x.bin", by="drafter")
    assert stored.refused is not None
    assert stored.notice.raw == raw


def test_an_open_incident_holds_what_is_routine_and_lets_its_own_go(scene: Scene) -> None:
    from crisis.desk.duty import incidents

    (routine,) = scene.cleared()
    opened = incidents.open_incident(scene.desk, "earthquake", {"en": "Earthquake"}, by="drafter")
    assert [d.post for d in opened.held.caught] == [routine.id]
    (own,) = scene.cleared(next_update="16:40")
    assert tick(scene.desk).published == 1
    assert [parcel.post for parcel in scene.platform.accepted] == [own.id]
    assert scene.platform.accepted[0].text.startswith("【第1報】")
    assert resuming.resumable(scene.desk, None) == []
    resuming.resume(scene.desk, None, [], scene.signer())
    assert [d.post for d in resuming.resumable(scene.desk, None, routine=True)] == [routine.id]
    incidents.close_incident(scene.desk, opened.incident.id, by="drafter")
