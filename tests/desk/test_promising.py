"""Promised updates at a real desk: made by what is out, ended by what answers them, taken, given, dropped, and never into an hour
at which nobody is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from desk_scene import Scene

from crisis.desk.clearance import clearing
from crisis.desk.drafts import saving
from crisis.desk.duty import promising
from crisis.desk.duty.board import board
from crisis.desk.duty.incidents import open_incident
from crisis.desk.duty.pace import next_word
from crisis.desk.notices import receive, telling
from crisis.desk.outbox import hand
from crisis.desk.outbox.sending import tick
from crisis.desk.record.book import verify_ledger
from crisis.duty.tasks import Kind
from crisis.errors import Held, Mistake, Refused
from crisis.model.duty import Duty, Ending, Promise, Shift

DAY = Shift(("drafter",), time(9), time(18))


def ended(scene: Scene) -> list[Ending | None]:
    return [promise.ending for promise in promising.promises(scene.desk, ended=True)]


def due(scene: Scene) -> list[str]:
    zone = scene.desk.settings.zone
    return [f"{promise.due.astimezone(zone):%H:%M}" for promise in promising.promises(scene.desk)]


def out(scene: Scene, next_update: str) -> Promise:
    scene.cleared(next_update)
    tick(scene.desk)
    return promising.promises(scene.desk)[-1]


def said(scene: Scene, type_id: str, **answers: str) -> None:
    """Somebody phones, another person clears it, and it goes."""
    notice = telling.call(scene.desk.kit.types[type_id], list(answers.items()), role="GA", at=scene.clock.now())
    stored = receive.keep(scene.desk, notice, by="drafter", type_id=type_id)
    kept, made = saving.draft(scene.desk, stored.id)
    posts = [post.id for post in saving.save(scene.desk, kept, made, by="drafter")[1] if post.account]
    clearing.clear(scene.desk, posts, scene.signer())
    tick(scene.desk)


def with_rota(scene: Scene, *shifts: Shift) -> Scene:
    settings = replace(scene.desk.settings, duty=Duty(shifts))
    return replace(scene, desk=replace(scene.desk, kit=replace(scene.desk.kit, settings=settings)))


def test_it_is_made_by_what_is_out_and_not_by_what_was_cleared(scene: Scene) -> None:
    scene.cleared("16:30")
    assert due(scene) == []
    tick(scene.desk)
    assert due(scene) == ["16:30"]
    assert promising.promises(scene.desk)[0].owner == "drafter"


def test_what_may_be_out_promises_too_until_it_is_settled(scene: Scene) -> None:
    scene.platform.faults, scene.platform.blind = ["lost"], True
    promise = out(scene, "16:30")
    hand.settle(scene.desk, promise.post, published=None, reason="not there", by="drafter")
    assert due(scene) == []
    assert ended(scene) == [Ending.UNSAID]


def test_a_new_time_moves_it_and_an_update_near_its_time_keeps_it(scene: Scene) -> None:
    open_incident(scene.desk, "earthquake", {"ja": "地震"}, by="drafter")
    out(scene, "17:30")
    out(scene, "18:00")
    assert (due(scene), ended(scene)) == (["18:00"], [Ending.MOVED, None])
    scene.later(hours=2, minutes=30)
    said(scene, "no-change", next_update="19:00")
    assert (due(scene), ended(scene)) == (["19:00"], [Ending.MOVED, Ending.KEPT, None])
    assert verify_ledger(scene.desk).ok


def test_outside_an_incident_it_is_kept_by_a_post_about_the_same_place(scene: Scene) -> None:
    out(scene, "16:30")
    scene.later(hours=1)
    said(scene, "no-change", next_update="17:30", site="大阪支社")
    assert due(scene) == ["16:30", "17:30"]
    said(scene, "no-change", next_update="17:30", site="仙台事業所")
    assert due(scene) == ["17:30", "17:30"]


def test_one_that_comes_late_is_late(scene: Scene) -> None:
    out(scene, "16:30")
    scene.later(minutes=80)
    said(scene, "no-change", next_update="17:30")
    assert ended(scene) == [Ending.LATE, None]


def test_it_is_with_the_shift_then_with_who_takes_it_or_is_given_it(scene: Scene) -> None:
    scene = with_rota(scene, replace(DAY, who=("second",)))
    out(scene, "16:30")
    assert promising.promises(scene.desk)[0].owner == "second"
    assert promising.take(scene.desk, None, by="approver").owner == "approver"
    assert promising.take(scene.desk, None, by="approver", to="drafter").owner == "drafter"
    with pytest.raises(Refused, match="not enrolled"):
        promising.take(scene.desk, None, by="approver", to="nobody")


def test_it_is_dropped_with_a_reason_that_stays_inside(scene: Scene) -> None:
    promise = out(scene, "16:30")
    promising.drop(scene.desk, promise.post[-5:], by="drafter", reason="the city speaks from now on")
    assert (due(scene), ended(scene)) == ([], [Ending.DROPPED])
    with scene.desk.store.reading() as unit:
        assert b"the city" not in b"".join(entry.body for entry in unit.ledger_entries())
    with pytest.raises(Mistake, match="No promised update"):
        promising.drop(scene.desk, None, by="drafter", reason="again")


def test_an_unmanned_hour_holds_the_draft_and_the_clearance_with_the_nearest_manned_ones(scene: Scene) -> None:
    (post,) = scene.posts(next_update="23:00")
    scene = with_rota(scene, DAY)
    with pytest.raises(Held) as held:
        clearing.clear(scene.desk, [post.id], scene.signer())
    assert "unmanned" in str(held.value)
    assert "18:00 / 10-10 09:00" in str(held.value)
    scene.posts(next_update="17:30")
    (stored,) = receive.receive(
        scene.desk, "拠点：大阪支社\n状況：閉鎖\n時点：15:20\n次回：23:30\n".encode(), "a.txt", by="drafter"
    )
    _, made = saving.draft(scene.desk, stored.id)
    assert "unmanned" in [finding.code for finding in made.findings if finding.stops]


def test_the_next_word_goes_by_the_pace_of_the_runbook_by_day_and_by_night(scene: Scene) -> None:
    incident = open_incident(scene.desk, "earthquake", {"ja": "地震"}, by="drafter").incident
    zone = scene.desk.settings.zone

    def after(hour: int) -> str:
        last = scene.clock.now().astimezone(zone).replace(hour=hour, minute=30)
        return f"{next_word(scene.desk, incident, last).astimezone(zone):%d %H:%M}"

    assert [after(hour) for hour in (15, 21, 23)] == ["09 16:30", "10 00:30", "10 02:30"]
    manned = with_rota(scene, DAY)
    late = next_word(manned.desk, incident, scene.clock.now().astimezone(zone).replace(hour=21, minute=0))
    assert f"{late.astimezone(zone):%d %H:%M}" == "10 09:00"


def test_the_board_says_by_when_to_speak_where_nothing_is_promised(scene: Scene) -> None:
    open_incident(scene.desk, "earthquake", {"ja": "地震"}, by="drafter")
    promise = out(scene, "16:30")
    promising.drop(scene.desk, promise.post, by="drafter", reason="another time")
    asked = [str(task.what) for task in board(scene.desk, language="ja").tasks if task.kind is Kind.PROMISE]
    assert asked == ["no next update is promised: 地震, speak by 16:20"]
