"""Alerts to the staff: raised once, handed over at least once, tried again, closed when over, and never in a rehearsal's way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from desk_scene import Scene

from crisis.desk.duty import enquiries, staff, status, watching
from crisis.desk.duty.alerting import unseen
from crisis.desk.outbox import hand
from crisis.desk.outbox.sending import tick
from crisis.desk.record.book import verify_ledger
from crisis.dispatch.timing import RETRY_FIRST
from crisis.model.owed import StaffAlert, Telling
from crisis.model.ports import NotTold
from crisis.model.settings import StaffWay
from crisis.sentence import Sentence


@dataclass
class Ways:
    """Ways that keep what they are told, some of them broken."""

    ways: tuple[str, ...] = ("chat", "mail")
    broken: set[str] = field(default_factory=set)
    told: list[tuple[str, str, str]] = field(default_factory=list)

    def check(self, way: str) -> None:
        """All are there."""

    def tell(self, way: str, title: str, body: str) -> None:
        if way in self.broken:
            raise NotTold(Sentence("{way} has not taken it.", way=way))
        self.told.append((way, title, body))


def with_ways(scene: Scene) -> tuple[Scene, Ways]:
    ways = Ways()
    settings = replace(scene.desk.settings, staff=tuple(StaffWay(way, "env:HOOK") for way in ways.ways))
    desk = replace(scene.desk, alerts=ways, kit=replace(scene.desk.kit, settings=settings))
    return replace(scene, desk=desk), ways


def alerts(scene: Scene) -> list[StaffAlert]:
    with scene.desk.store.reading() as unit:
        return unseen(unit)


def codes(scene: Scene) -> list[str]:
    watching.watch(scene.desk)
    return [alert.code for alert in alerts(scene)]


def overdue_call(scene: Scene) -> str:
    enquiry = enquiries.add(scene.desk, "Ms Canary of the Daily Canary", "Is it true?", by="drafter")
    scene.later(hours=2)
    return enquiry.id


def test_a_call_that_nobody_returned_is_told_once_on_every_way_and_names_nobody(scene: Scene) -> None:
    scene, ways = with_ways(scene)
    call = overdue_call(scene)
    for _ in range(3):
        watching.watch(scene.desk)
        staff.hand_over(scene.desk)
        scene.later(minutes=2)
    assert [way for way, _, _ in ways.told] == ["chat", "mail"]
    assert call in ways.told[0][2]
    assert "Canary" not in str(ways.told)


def test_a_way_that_fails_is_tried_again_by_itself_and_said_meanwhile(scene: Scene) -> None:
    scene, ways = with_ways(scene)
    ways.broken = {"mail"}
    overdue_call(scene)
    watching.watch(scene.desk)
    staff.hand_over(scene.desk)
    assert [way for way, _, _ in ways.told] == ["chat"]
    said = [str(sentence) for sentence in status.status(scene.desk).failing]
    assert said == ["Staff alerts do not arrive: mail has not taken it."]
    staff.hand_over(scene.desk)
    with scene.desk.store.reading() as unit:
        (telling,) = unit.find(Telling, way="mail")
    assert (telling.attempts, telling.next_try) == (1, scene.clock.now() + RETRY_FIRST)
    ways.broken = set()
    scene.later(seconds=15)
    staff.hand_over(scene.desk)
    staff.hand_over(scene.desk)
    assert [way for way, _, _ in ways.told] == ["chat", "mail"]
    assert status.status(scene.desk).failing == ()
    assert alerts(scene)[0].told_at is not None


def test_a_new_alert_waits_for_no_backoff_and_takes_the_others_along(scene: Scene) -> None:
    scene, ways = with_ways(scene)
    ways.broken = {"chat", "mail"}
    first = overdue_call(scene)
    watching.watch(scene.desk)
    for _ in range(6):
        staff.hand_over(scene.desk)
        scene.later(minutes=11)
    staff.hand_over(scene.desk)
    second = overdue_call(scene)
    ways.broken = set()
    watching.watch(scene.desk)
    staff.hand_over(scene.desk)
    assert len(ways.told) == 2
    assert all(first in body and second in body for _, _, body in ways.told)


def test_what_is_over_before_anybody_saw_it_is_told_no_more(scene: Scene) -> None:
    scene, ways = with_ways(scene)
    call = overdue_call(scene)
    assert codes(scene) == ["enquiry-overdue"]
    enquiries.answer(scene.desk, call, "No.", by="drafter")
    scene.later(minutes=2)
    assert codes(scene) == []
    staff.hand_over(scene.desk)
    assert ways.told == []
    assert verify_ledger(scene.desk).ok


def test_a_failed_post_and_an_unknown_one_alert_and_a_settled_one_does_not(scene: Scene) -> None:
    scene.platform.faults = ["refused"]
    scene.cleared()
    tick(scene.desk)
    assert codes(scene) == ["delivery-failed"]
    scene.platform.faults, scene.platform.blind = ["lost"], True
    (post,) = scene.cleared("16:45")
    tick(scene.desk)
    scene.later(seconds=30)
    assert codes(scene) == ["delivery-failed"], "it may settle itself"
    scene.later(seconds=90)
    assert codes(scene) == ["delivery-failed", "delivery-unknown"]
    hand.settle(scene.desk, post.id, published=None, reason="not there", by="drafter")
    scene.later(seconds=90)
    assert codes(scene) == ["delivery-failed"]


def test_a_promise_that_is_not_kept_alerts_until_the_next_update_is_out(scene: Scene) -> None:
    scene.cleared("16:30")
    tick(scene.desk)
    assert codes(scene) == []
    scene.later(minutes=71)
    assert codes(scene) == ["promise-overdue"]
    scene.later(days=3)
    assert codes(scene) == [], "what is days old helps nobody"


def test_a_clock_that_was_set_back_does_not_blind_the_watch(scene: Scene) -> None:
    watching.watch(scene.desk)
    lookout = scene.desk.lookout
    assert lookout.at is not None
    assert lookout.is_time(lookout.at.replace(year=2020), lookout.entries)
    assert not lookout.is_time(lookout.at, lookout.entries)
