"""A notice that comes again changed: a new version, and nothing that was made of the older one goes out by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from desk_scene import ACCOUNT, Scene
from places.feed import atom, entry
from places.stage import CANARY

from crisis.desk.clearance import clearing
from crisis.desk.clearance.accepting import Acceptance
from crisis.desk.clearance.clearing import Asked
from crisis.desk.drafts import saving
from crisis.desk.duty import incidents
from crisis.desk.duty.board import board
from crisis.desk.notices import receive, versions
from crisis.desk.outbox import hand, queue, resuming, undoing
from crisis.desk.outbox.sending import tick
from crisis.duty.tasks import Kind, Urgency
from crisis.errors import CrisisError, Held, Refused
from crisis.model.delivery import State
from crisis.model.records import Review, StoredNotice, StoredPost
from crisis.store import notices

MAIL = """From: =?utf-8?b?57eP5YuZ6YOo?= <ga@kitahama.example>
Message-ID: <{id}@kitahama.example>
Date: {date}
Subject: notice
Received: from {way} by mx; Fri, 09 Oct 2026 15:19:00 +0900
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

拠点：仙台事業所
状況：{status}
時点：10月9日 15:18
次回：16:30
"""


def mail(status: str, date: str = "Fri, 09 Oct 2026 15:18:00 +0900", way: str = "a", number: str = "1") -> bytes:
    return MAIL.format(id=number, status=status, date=date, way=way).encode()


def add(scene: Scene, raw: bytes, name: str = "n.eml", *, polled: bool = False) -> StoredNotice:
    if not polled:
        return receive.receive(scene.desk, raw, name, by="drafter")[0]
    from crisis import intake

    return receive.take(scene.desk, intake.read(raw, name)[0], by=None, polled=True).stored


def posts(scene: Scene, stored: StoredNotice) -> list[StoredPost]:
    kept, made = saving.draft(scene.desk, stored.id)
    return [post for post in saving.save(scene.desk, kept, made, by="drafter")[1] if post.account]


def post_now(scene: Scene, post: StoredPost) -> StoredPost:
    with scene.desk.store.reading() as unit:
        return unit.need(StoredPost, post.id)


def entries(scene: Scene, kind: str) -> list[bytes]:
    with scene.desk.store.reading() as unit:
        return [entry.body for entry in unit.ledger_entries() if entry.kind == kind]


def clear(scene: Scene, post: StoredPost, *accept: Acceptance) -> None:
    clearing.clear(scene.desk, [post.id], scene.signer(), Asked(accept))


# What is the same, and what is newer


def test_the_same_mail_twice_is_one_notice(scene: Scene) -> None:
    assert add(scene, mail("閉鎖")).id == add(scene, mail("閉鎖")).id


def test_the_same_mail_over_another_way_is_one_notice(scene: Scene) -> None:
    assert add(scene, mail("閉鎖")).id == add(scene, mail("閉鎖", way="list")).id
    assert entries(scene, "notice-superseded") == []


def test_a_changed_mail_is_a_new_version_and_joins_the_incident(scene: Scene) -> None:
    incident = incidents.open_incident(scene.desk, "earthquake", {"ja": "地震"}, by="drafter").incident
    first = add(scene, mail("閉鎖"))
    incidents.open_incident(scene.desk, "outage", {"ja": "障害"}, by="drafter")
    second = add(scene, mail("通常どおり"))
    assert first.id != second.id
    assert second.incident == first.incident == incident.id
    assert len(entries(scene, "notice-superseded")) == 1


def test_another_mail_is_no_version(scene: Scene) -> None:
    add(scene, mail("閉鎖"))
    add(scene, mail("通常どおり", number="2"))
    assert entries(scene, "notice-superseded") == []


def test_a_file_without_an_identity_is_no_version(scene: Scene) -> None:
    add(scene, "拠点：仙台事業所\n状況：閉鎖".encode(), "a.txt")
    add(scene, "拠点：仙台事業所\n状況：通常どおり".encode(), "a.txt")
    assert entries(scene, "notice-superseded") == []


def test_an_older_version_that_comes_late_replaces_nothing(scene: Scene) -> None:
    post = posts(scene, add(scene, mail("閉鎖", "Fri, 09 Oct 2026 15:18:00 +0900")))[0]
    late = add(scene, mail("通常どおり", "Fri, 09 Oct 2026 15:10:00 +0900"))
    assert late.refused is not None
    assert post_now(scene, post).review is Review.DRAFT
    assert add(scene, mail("閉鎖", "Fri, 09 Oct 2026 15:18:00 +0900")).refused is None


def test_an_old_file_handed_in_again_is_that_old_notice(scene: Scene) -> None:
    first, second = add(scene, mail("閉鎖")), add(scene, mail("通常どおり"))
    post = posts(scene, second)[0]
    assert add(scene, mail("閉鎖")).id == first.id
    assert post_now(scene, post).review is Review.DRAFT


def test_a_source_that_goes_back_to_what_it_said_says_it_anew(scene: Scene) -> None:
    first = add(scene, mail("閉鎖"), polled=True)
    post = posts(scene, add(scene, mail("通常どおり"), polled=True))[0]
    third = add(scene, mail("閉鎖"), polled=True)
    assert third.id != first.id
    assert post_now(scene, post).review is Review.WITHDRAWN
    assert add(scene, mail("閉鎖"), polled=True).id == third.id
    fourth = add(scene, mail("通常どおり"), polled=True)
    assert add(scene, mail("閉鎖"), polled=True).id not in {first.id, third.id, fourth.id}


@pytest.mark.parametrize(
    ("updated", "same"), [("2026-10-09T18:00:00+09:00", True), ("2026-10-10T09:00:00+09:00", False)]
)
def test_a_stamp_of_the_same_day_changes_nothing_and_of_another_day_does(
    scene: Scene, updated: str, same: bool
) -> None:
    text = "拠点：仙台事業所\n状況：閉鎖\n本日17時まで"
    first = add(scene, atom(entry("urn:1", text)), "portal")
    again = add(scene, atom(entry("urn:1", text, updated)), "portal")
    assert (first.id == again.id) is same


def test_plain_numbers_count_within_their_own_feed(scene: Scene) -> None:
    add(scene, atom(entry("1", "拠点：仙台事業所\n状況：閉鎖")), "one")
    add(scene, atom(entry("1", "拠点：東京本社\n状況：閉鎖")), "two")
    assert entries(scene, "notice-superseded") == []
    add(scene, atom(entry("1", "拠点：仙台事業所\n状況：通常どおり")), "one")
    assert len(entries(scene, "notice-superseded")) == 1


# What becomes of what was made of the older one


def test_a_draft_is_withdrawn(scene: Scene) -> None:
    post = posts(scene, add(scene, mail("閉鎖")))[0]
    add(scene, mail("通常どおり"))
    assert post_now(scene, post).review is Review.WITHDRAWN
    assert b"newer-version" in entries(scene, "post-withdrawn")[0]
    with pytest.raises(Refused):
        clear(scene, post)


def test_a_queued_delivery_is_held_as_stale_and_no_resume_frees_it(scene: Scene) -> None:
    clear(scene, posts(scene, add(scene, mail("閉鎖")))[0])
    add(scene, mail("通常どおり"))
    assert [(d.state, d.reason) for d in scene.deliveries()] == [(State.HELD, "stale")]
    queue.hold(scene.desk, None, by="drafter")
    assert resuming.resumable(scene.desk, None) == []
    resuming.resume(scene.desk, None, [], scene.signer())
    tick(scene.desk)
    assert scene.platform.accepted == []


def test_one_that_a_stop_held_is_stale_as_well(scene: Scene) -> None:
    queue.hold(scene.desk, None, by="drafter")
    clear(scene, posts(scene, add(scene, mail("閉鎖")))[0])
    add(scene, mail("通常どおり"))
    assert [d.reason for d in scene.deliveries()] == ["stale"]
    assert resuming.resumable(scene.desk, None) == []


def test_the_sender_looks_itself(scene: Scene) -> None:
    """A delivery that was freed behind the desk's back."""
    clear(scene, posts(scene, add(scene, mail("閉鎖")))[0])
    add(scene, mail("通常どおり"))
    with scene.desk.store.writing(scene.clock.now()) as unit:
        unit.put(scene.deliveries()[0].evolve(state=State.QUEUED, reason=None))
    tick(scene.desk)
    assert [(d.state, d.reason) for d in scene.deliveries()] == [(State.HELD, "stale")]
    assert scene.platform.accepted == []


def test_a_person_may_clear_it_all_the_same_with_a_reason(scene: Scene) -> None:
    post = posts(scene, add(scene, mail("閉鎖")))[0]
    clear(scene, post)
    add(scene, mail("通常どおり"))
    with pytest.raises(Held, match="stale"):
        clear(scene, post)
    clear(scene, post, Acceptance("stale", "the change concerns the car park alone"))
    tick(scene.desk)
    assert len(scene.platform.accepted) == 1


def test_what_was_accepted_is_stale_again_with_the_next_version(scene: Scene) -> None:
    post = posts(scene, add(scene, mail("閉鎖")))[0]
    clear(scene, post)
    add(scene, mail("通常どおり"))
    clear(scene, post, Acceptance("stale", "the change concerns the car park alone"))
    add(scene, mail("一部閉鎖"))
    tick(scene.desk)
    assert scene.platform.accepted == []


def test_what_is_out_stays_and_is_said_to_be_out_of_date(scene: Scene) -> None:
    post = posts(scene, add(scene, mail("閉鎖")))[0]
    clear(scene, post)
    tick(scene.desk)
    newer = add(scene, mail("通常どおり"))
    assert [d.state for d in scene.deliveries()] == [State.PUBLISHED]
    (entry_body,) = entries(scene, "notice-superseded")
    assert post.id.encode() in entry_body.split(b'"out":')[1]
    with scene.desk.store.reading() as unit:
        assert [(o.post, o.newer) for o in versions.out_of_date(unit)] == [(post.id, newer.id)]


def test_what_to_draft_anew_is_named_until_it_is_drafted(scene: Scene) -> None:
    clear(scene, posts(scene, add(scene, mail("閉鎖")))[0])
    newer = add(scene, mail("通常どおり"))
    with scene.desk.store.reading() as unit:
        assert versions.to_draft_anew(unit) == [newer.id]
    posts(scene, newer)
    with scene.desk.store.reading() as unit:
        assert versions.to_draft_anew(unit) == []


def test_it_is_no_longer_said_when_the_newer_word_is_out(scene: Scene) -> None:
    clear(scene, posts(scene, add(scene, mail("閉鎖")))[0])
    tick(scene.desk)
    clear(scene, posts(scene, add(scene, mail("通常どおり")))[0])
    scene.later(seconds=5)
    tick(scene.desk)
    assert len(scene.platform.accepted) == 2
    with scene.desk.store.reading() as unit:
        assert versions.out_of_date(unit) == []


def test_the_newer_version_is_no_other_department(scene: Scene) -> None:
    clear(scene, posts(scene, add(scene, mail("閉鎖").replace(b"=?utf-8?b?57eP5YuZ6YOo?= ", b"")))[0])
    second = add(scene, mail("通常どおり").replace(b"=?utf-8?b?57eP5YuZ6YOo?= ", b""))
    _, made = saving.draft(scene.desk, second.id)
    assert "conflict" not in {finding.code for finding in made.findings}


def test_a_draft_of_the_old_version_says_that_it_is_old(scene: Scene) -> None:
    first = add(scene, mail("閉鎖"))
    second = add(scene, mail("通常どおり"))
    _, made = saving.draft(scene.desk, first.id)
    (said,) = [finding for finding in made.findings if finding.code == "stale"]
    assert second.id in str(said.mend)


def test_one_in_a_persons_hands_is_marked_refused_and_can_still_be_told(scene: Scene) -> None:
    by_hand = scene.with_accounts(replace(ACCOUNT, credentials=None))
    post = posts(by_hand, add(by_hand, mail("閉鎖")))[0]
    clear(by_hand, post)
    assert len(hand.tasks(by_hand.desk)) == 1
    add(by_hand, mail("通常どおり"))
    assert hand.tasks(by_hand.desk) == []
    with pytest.raises(CrisisError, match="stale"):
        hand.take(by_hand.desk, post.id)
    assert hand.done(by_hand.desk, post.id, "https://x.example/1", by="drafter").state is State.PUBLISHED


def test_one_in_a_persons_hands_can_be_withdrawn(scene: Scene) -> None:
    by_hand = scene.with_accounts(replace(ACCOUNT, credentials=None))
    post = posts(by_hand, add(by_hand, mail("閉鎖")))[0]
    clear(by_hand, post)
    add(by_hand, mail("通常どおり"))
    undoing.withdraw(by_hand.desk, [post.id], by="drafter", reason="old")
    assert by_hand.states() == {"withdrawn"}


def test_a_release_in_review_is_void(scene: Scene) -> None:
    from crisis.model.records import StoredRelease
    from crisis.model.release import Rule

    scene.adopt(Rule(quorum=2))
    post = posts(scene, add(scene, mail("閉鎖")))[0]
    clear(scene, post)
    assert post_now(scene, post).review is Review.IN_REVIEW
    add(scene, mail("通常どおり"))
    assert post_now(scene, post).review is Review.WITHDRAWN
    with scene.desk.store.reading() as unit:
        assert all(release.voided_at for release in unit.find(StoredRelease))


def test_an_unknown_counts_as_out(scene: Scene) -> None:
    scene.platform.faults = ["lost"]
    scene.platform.blind = True
    post = posts(scene, add(scene, mail("閉鎖")))[0]
    clear(scene, post)
    tick(scene.desk)
    add(scene, mail("通常どおり"))
    assert scene.states() == {"unknown"}
    with scene.desk.store.reading() as unit:
        assert [o.post for o in versions.out_of_date(unit)] == [post.id]


def test_the_ledger_says_nothing_of_what_the_notices_say(scene: Scene) -> None:
    add(scene, mail("閉鎖 " + CANARY))
    add(scene, mail("通常どおり " + CANARY))
    with scene.desk.store.reading() as unit:
        assert not [entry for entry in unit.ledger_entries() if CANARY.encode() in entry.body]
        assert len(notices.find(unit)) == 2


def test_the_board_has_one_line_for_a_change_and_it_is_the_first(scene: Scene) -> None:
    first = add(scene, mail("閉鎖"))
    old = posts(scene, first)
    clearing.clear(scene.desk, [post.id for post in old], scene.signer())
    tick(scene.desk)
    newer = add(scene, mail("通常どおり", "Fri, 09 Oct 2026 15:19:00 +0900"))
    found = [task for task in board(scene.desk, "approver").tasks if newer.id in task.command]
    assert [(task.kind, task.command[0]) for task in found] == [(Kind.OUTDATED, "draft")]
    change = posts(scene, newer)
    tasks = board(scene.desk, "approver").tasks
    assert (tasks[0].kind, tasks[0].urgency, tasks[0].command[:2]) == (Kind.CLEAR, Urgency.LATE, ("clear", newer.id))
    assert [task.kind for task in tasks if newer.id in task.command] == [Kind.CLEAR]
    clearing.clear(scene.desk, [post.id for post in change], scene.signer())
    assert [task for task in board(scene.desk, "approver").tasks if newer.id in task.command] == []
