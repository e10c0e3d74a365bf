"""The board: every kind of thing that waits has its line, the most urgent first, each with the command that does it."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest
from desk_scene import NOTICE, NOW, Scene

from crisis.desk.clearance import clearing
from crisis.desk.clearance.clearing import Asked
from crisis.desk.drafts import saving
from crisis.desk.duty import enquiries, handing, promising, steps, watching
from crisis.desk.duty.board import Board, board
from crisis.desk.duty.incidents import open_incident
from crisis.desk.duty.viewing import MOST
from crisis.desk.notices import receive
from crisis.desk.outbox.queue import STALE, hold
from crisis.desk.outbox.resuming import resume
from crisis.desk.outbox.sending import tick
from crisis.desk.outbox.undoing import send_back
from crisis.desk.record.book import verify_ledger
from crisis.duty.tasks import Kind, Urgency
from crisis.errors import Refused
from crisis.model.delivery import Delivery, State
from crisis.model.duty import Duty, Shift
from crisis.model.progress import Standing
from crisis.model.settings import Account


def kinds(found: Board) -> list[Kind]:
    return [task.kind for task in found.tasks]


def with_rota(scene: Scene, *shifts: Shift) -> Scene:
    settings = replace(scene.desk.settings, duty=Duty(shifts))
    return replace(scene, desk=replace(scene.desk, kit=replace(scene.desk.kit, settings=settings)))


def test_a_quiet_desk_has_nothing_to_do(scene: Scene) -> None:
    assert board(scene.desk).tasks == ()


def test_a_filled_draft_names_who_may_clear_it_and_is_nearer_to_them(scene: Scene) -> None:
    scene.posts()
    (task,) = board(scene.desk, "approver").tasks
    assert (task.kind, task.urgency, task.who) == (Kind.CLEAR, Urgency.NOW, ("approver", "second"))
    assert task.command[0] == "clear"
    assert task.command[-2:] == ("--as", "approver")
    (own,) = board(scene.desk, "drafter").tasks
    assert own.urgency is Urgency.SOON


def test_what_is_late_or_unsure_stands_before_everything_else(scene: Scene) -> None:
    enquiries.add(scene.desk, "Daily", "since when?", by="drafter")
    scene.cleared("16:30")
    tick(scene.desk)
    assert kinds(board(scene.desk)) == [Kind.PROMISE, Kind.ENQUIRY]
    scene.later(minutes=65)
    assert [(task.kind, task.urgency) for task in board(scene.desk).tasks] == [
        (Kind.ENQUIRY, Urgency.LATE),
        (Kind.PROMISE, Urgency.NOW),
    ]
    scene.later(minutes=10)
    first = board(scene.desk, "drafter").tasks[0]
    assert (first.kind, first.urgency) == (Kind.PROMISE, Urgency.LATE)
    assert first.command[:2] == ("say", "no-change")
    assert first.command[-2:] == ("--as", "drafter")


def test_unsure_stopped_returned_and_by_hand_have_their_lines(scene: Scene) -> None:
    scene.platform.faults, scene.platform.blind = ["lost"], True
    scene.cleared()
    tick(scene.desk)
    (back,) = scene.posts(next_update="16:45")
    send_back(scene.desk, [back.id], by="approver", reason="a typo")
    hold(scene.desk, None, by="drafter")
    found = board(scene.desk)
    assert kinds(found)[0] is Kind.UNKNOWN
    assert {Kind.RETURNED, Kind.STOP} <= set(kinds(found))
    by_hand = scene.with_accounts(Account("x-main", "x", languages=("ja",)))
    (post,) = by_hand.posts(next_update="17:00")
    clearing.clear(by_hand.desk, [post.id], by_hand.signer())
    stop = next(task for task in board(by_hand.desk).tasks if task.kind is Kind.STOP)
    assert stop.urgency is Urgency.NOW, "something cleared waits for its end"
    assert Kind.HAND not in kinds(board(by_hand.desk)), "nobody is sent to post under a stop"
    resume(by_hand.desk, None, [], by_hand.signer())
    assert [task.about for task in board(by_hand.desk).tasks if task.kind is Kind.HAND] == [post.id]


def test_what_can_be_many_is_counted(scene: Scene) -> None:
    for number in range(MOST + 5):
        enquiries.add(scene.desk, f"Daily {number}", "since when?", by="drafter")
    found = board(scene.desk)
    assert len(found.tasks) == MOST
    assert found.more == {Kind.ENQUIRY: 5}


def test_a_shift_hands_over_what_is_open_with_a_word_that_stays_inside(scene: Scene) -> None:
    scene = with_rota(scene, Shift(("drafter",), time(9), time(15, 30)), Shift(("second",), time(15, 30), time(20)))
    open_incident(scene.desk, "earthquake", {"ja": "地震"}, by="drafter")
    scene.cleared("16:30")
    tick(scene.desk)
    promise = promising.take(scene.desk, None, by="drafter")
    asked = enquiries.add(scene.desk, "Daily", "since when?", by="drafter")
    enquiries.take(scene.desk, asked.id, by="drafter")
    assert Kind.HANDOVER in kinds(board(scene.desk, "drafter")), "the shift ends in ten minutes"
    open_now = [task.about for task in board(scene.desk).tasks]
    made = handing.write(scene.desk, open_now, "GA calls about Sendai", by="drafter")
    assert {promise.release, asked.id} <= set(made.open)
    assert Kind.HANDOVER in kinds(board(scene.desk, "second"))
    taken, promises, calls = handing.take(scene.desk, by="second")
    assert (taken.taken_by, [p.owner for p in promises], [c.owner for c in calls]) == ("second", ["second"], ["second"])
    with scene.desk.store.reading() as unit:
        assert handing.words_of(unit, taken) == "GA calls about Sendai"
        assert b"Sendai" not in b"".join(entry.body for entry in unit.ledger_entries() if b"handover" in entry.body)
    with pytest.raises(Refused, match="No handover"):
        handing.take(scene.desk, by="second")
    assert verify_ledger(scene.desk).ok


def test_a_handover_to_one_person_is_no_one_elses(scene: Scene) -> None:
    handing.write(scene.desk, [], "", by="drafter", to="second")
    with pytest.raises(Refused):
        handing.take(scene.desk, by="approver")
    assert handing.take(scene.desk, by="second")[0].note is None


def test_steps_of_the_runbook_stand_there_until_they_are_done_or_skipped(scene: Scene) -> None:
    incident = open_incident(scene.desk, "earthquake", {"ja": "地震"}, by="drafter").incident
    scene.later(minutes=20)
    found = [task for task in board(scene.desk, "drafter").tasks if task.kind is Kind.STEP]
    assert found
    assert all(task.instead[:2] == ("step", "skip") and incident.id in task.instead for task in found)
    assert {task.command[:2] for task in found} == {("step", "draft"), ("step", "done")}
    first = found[0].about
    steps.settle(scene.desk, first, Standing.SKIPPED, by="drafter", reason="nobody is in the building")
    assert first not in [task.about for task in board(scene.desk, "drafter").tasks]


def test_what_waits_for_an_announcement_has_its_line(scene: Scene) -> None:
    (post,) = scene.posts("件名：仙台\n拠点：仙台事業所\n状況：通常どおり\n時点：10月9日 15:18\n")
    clearing.clear(scene.desk, [post.id], scene.signer(), Asked(awaits="JR runs again"))
    (line,) = [task for task in board(scene.desk, "drafter").tasks if task.kind is Kind.ANNOUNCEMENT]
    assert line.command == ("announced", post.id, "--as", "drafter")
    assert "JR runs again" in str(line.what)


def test_what_is_written_and_waits_for_me_comes_before_what_is_to_be_begun(scene: Scene) -> None:
    open_incident(scene.desk, "earthquake", {"ja": "地震"}, by="drafter")
    scene.posts()
    assert kinds(board(scene.desk, "approver"))[:3] == [Kind.CLEAR, Kind.PHONE, Kind.STEP]
    assert kinds(board(scene.desk, "drafter"))[:2] == [Kind.PHONE, Kind.STEP]


def test_a_notice_that_nobody_has_drafted_has_its_line_until_it_is(scene: Scene) -> None:
    (stored,) = receive.receive(scene.desk, NOTICE.format(next="16:30").encode(), "n.txt", by="drafter")
    (line,) = board(scene.desk, "drafter").tasks
    assert (line.kind, line.command) == (Kind.NOTICE, ("draft", stored.id, "--save", "--as", "drafter"))
    kept, made = saving.draft(scene.desk, stored.id)
    saving.save(scene.desk, kept, made, by="drafter")
    assert Kind.NOTICE not in kinds(board(scene.desk, "drafter"))


def test_posts_kept_back_for_one_reason_are_one_alert() -> None:
    held = [
        Delivery(f"k{n}", "R-1", f"P-{n}", f"a{n % 2}", State.HELD, NOW, NOW, "R-1", reason=STALE) for n in range(4)
    ]
    unsure = [replace(each, state=State.UNKNOWN, started_at=NOW - timedelta(minutes=5)) for each in held[:2]]
    alerts = list(watching.due(watching.Watched(amiss=[*held, *unsure]), NOW))
    assert [(alert.code, alert.about) for alert in alerts] == [
        ("delivery-held", "R-1 stale"),
        ("delivery-unknown", "k0"),
        ("delivery-unknown", "k1"),
    ]
    assert "a0, a1 (4 posts)" in str(alerts[0].sentence)


def test_nobody_is_sent_to_post_by_hand_what_its_notice_no_longer_says(scene: Scene) -> None:
    by_hand = scene.with_accounts(Account("x-main", "x", languages=("ja",)))
    for state in ("閉鎖", "通常どおり"):
        (post,) = by_hand.posts(f"件名：仙台\n発信部署：総務部\n拠点：仙台事業所\n状況：{state}\n時点：10月9日 15:18\n")
        clearing.clear(by_hand.desk, [post.id], by_hand.signer())
        assert [task.about for task in board(by_hand.desk).tasks if task.kind is Kind.HAND] == [post.id]
