"""Promises that the desk keeps by itself: once, in time, never over news, and provably by policy."""

from __future__ import annotations

from dataclasses import replace

import pytest
from desk_scene import NOTICE, Scene
from preclear_kit import agreed

from crisis.clearance import policy as policies
from crisis.desk.clearance import precleared, preclearing
from crisis.desk.clearance.preclearing import Wish
from crisis.desk.desk import Desk
from crisis.desk.duty import alerting, promising
from crisis.desk.duty.incidents import open_incident
from crisis.desk.duty.keeping import keep
from crisis.desk.notices import receive
from crisis.desk.outbox import queue
from crisis.desk.outbox.sending import tick
from crisis.desk.outbox.verifying import verified
from crisis.desk.people import policies as desk_policies
from crisis.desk.record.book import verify_ledger
from crisis.desk.record.proof import check as check_proof
from crisis.desk.record.proving import prove
from crisis.errors import Refused
from crisis.ledger.bundle import encode
from crisis.model.delivery import Delivery, State
from crisis.model.duty import Ending, Promise
from crisis.model.release import Rule
from crisis.model.speaking import ANYBODY, ByItself

NOTHING_NEW = Wish("no-change", {"next_update": ["0m..24h"]})


@pytest.fixture
def scene(scene: Scene) -> Scene:
    """An incident with a promise for 16:30, the post that nothing has changed pre-cleared, and a policy that lets the desk send it."""
    lets(scene, no_change=True)
    agreed(scene, NOTHING_NEW)
    open_incident(scene.desk, "earthquake", {"ja": "地震"}, by="drafter")
    scene.cleared("16:30")
    tick(scene.desk)
    return scene


def lets(scene: Scene, *, no_change: bool) -> None:
    made = policies.made({"N": Rule()}, "N", (), ANYBODY, ByItself(no_change=no_change))
    scene.decided(desk_policies.propose(scene.desk, made, scene.signer()))


def out(scene: Scene) -> list[str]:
    return [parcel.text for parcel in scene.platform.accepted]


def endings(scene: Scene) -> list[Ending | None]:
    return [promise.ending for promise in promising.promises(scene.desk, ended=True)]


def passed(scene: Scene) -> list[str]:
    kept = keep(scene.desk)
    tick(scene.desk)
    return kept


def test_ten_minutes_before_its_time_it_goes_out_once_and_promises_the_next(scene: Scene) -> None:
    scene.later(minutes=59)
    assert passed(scene) == []
    scene.later(minutes=1)
    assert len(passed(scene)) == 1
    assert passed(scene) == []
    assert len(out(scene)) == 2
    assert "17:30" in out(scene)[-1]
    assert endings(scene) == [Ending.KEPT, None]


def test_the_record_tells_that_the_desk_sent_it_by_policy_and_proves_it(scene: Scene) -> None:
    scene.later(minutes=60)
    (post,) = passed(scene)
    assert verify_ledger(scene.desk).ok
    with scene.desk.store.reading() as unit:
        told = [entry.told() for entry in unit.ledger_entries() if entry.kind == "release-cleared"]
        delivery = delivery_of(scene, post)
        assert preclearing.answered(unit, delivery.release) == (("approver", "second"), ("policy",))
    assert (told[-1]["cleared_by"], told[-1]["how"]) == (["policy"], ["by-policy"])
    assert check_proof(encode(prove(scene.desk, delivery.release))).ok


def delivery_of(scene: Scene, post: str) -> Delivery:
    return next(delivery for delivery in scene.deliveries() if delivery.post == post)


@pytest.mark.parametrize("fault", ["lost", "refused"])
def test_what_a_platform_makes_of_it_is_never_tried_a_second_time(scene: Scene, fault: str) -> None:
    scene.platform.faults, scene.platform.blind = [fault], True
    scene.later(minutes=60)
    assert len(passed(scene)) == 1
    scene.later(minutes=1)
    assert passed(scene) == []


def test_a_draft_that_waits_is_news_and_people_decide(scene: Scene) -> None:
    scene.posts(NOTICE.replace("仙台事業所", "大阪支社"), "16:30")
    scene.later(minutes=60)
    assert passed(scene) == []


def test_a_notice_that_nobody_has_drafted_is_news(scene: Scene) -> None:
    """That nothing has changed would perhaps not be true."""
    scene.later(minutes=50)
    receive.receive(scene.desk, NOTICE.format(next="18:00").encode(), "notice.txt", by=None)
    scene.later(minutes=10)
    assert passed(scene) == []


def test_what_is_queued_or_held_is_news(scene: Scene) -> None:
    scene.later(minutes=50)
    scene.platform.faults = ["busy"]
    scene.cleared("18:00")
    tick(scene.desk)
    scene.later(seconds=30)
    assert State.QUEUED.value in scene.states()
    with scene.desk.store.reading() as unit:
        assert promising.open_promises(unit)
    scene.later(minutes=10)
    assert keep(scene.desk) == []


def test_under_a_stop_it_says_nothing(scene: Scene) -> None:
    queue.hold(scene.desk, None, by="drafter")
    scene.later(minutes=60)
    assert passed(scene) == []


def test_without_the_policy_it_is_offered_and_not_sent(scene: Scene) -> None:
    lets(scene, no_change=False)
    scene.later(minutes=60)
    assert passed(scene) == []


def test_a_policy_that_is_gone_stops_what_the_desk_has_queued(scene: Scene) -> None:
    scene.later(minutes=60)
    assert len(keep(scene.desk)) == 1
    lets(scene, no_change=False)
    tick(scene.desk)
    assert ("held", "no-such-policy") in {(d.state.value, d.reason) for d in scene.deliveries()}


def test_what_stands_in_its_way_is_told_and_left_as_a_draft(scene: Scene) -> None:
    for standing in preclearing.standings(scene.desk):
        preclearing.revoke(scene.desk, standing.made.id, by="drafter", reason="another text")
    scene.later(minutes=60)
    assert passed(scene) == []
    with scene.desk.store.reading() as unit:
        assert "promise-alone" in [alert.code for alert in alerting.unseen(unit)]
    assert passed(scene) == []


def test_what_failed_before_anything_was_written_is_not_tried_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def fails(desk: Desk, promise: Promise) -> list[str]:
        tried.append(promise.release)
        raise Refused("nothing-fits", "Nothing fits.")

    monkeypatch.setattr("crisis.desk.duty.keeping._sent", fails)
    scene.later(minutes=60)
    assert passed(scene) == []
    scene.later(seconds=5)
    assert passed(scene) == []
    assert len(tried) == 1


def test_a_signature_that_is_not_the_desks_is_none(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    with scene.desk.store.reading() as unit:
        known = precleared.ledger_keys(scene.desk, unit)
    monkeypatch.setattr("crisis.desk.clearance.precleared.ledger_keys", lambda desk, unit: known)
    stranger = scene.desk.signing_key("approver")
    scene.later(minutes=60)
    assert passed(replace(scene, desk=replace(scene.desk, ledger_key=lambda: stranger))) == []
    assert len(out(scene)) == 1


def test_what_went_out_so_stays_proven_when_the_policy_is_gone(scene: Scene) -> None:
    scene.later(minutes=60)
    (post,) = passed(scene)
    lets(scene, no_change=False)
    with scene.desk.store.reading() as unit:
        assert verified(scene.desk, unit, delivery_of(scene, post))[1].post == post
