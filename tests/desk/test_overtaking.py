"""What seeds of the simulator once showed: an older word after a newer one, a socket under a stop, a doubt forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from desk_scene import NOTICE, Platform, Scene

from crisis.desk.clearance import clearing
from crisis.desk.clearance.clearing import Asked
from crisis.desk.desk import Desk
from crisis.desk.drafts import saving
from crisis.desk.duty import incidents
from crisis.desk.notices import receive
from crisis.desk.outbox import hand, queue, resuming
from crisis.desk.outbox.sending import Pass, tick
from crisis.desk.outbox.stopped import Held
from crisis.desk.record import book
from crisis.dispatch.timing import in_order
from crisis.errors import Refused
from crisis.model.delivery import Delivery, Parcel, Receipt, State
from crisis.model.records import StoredPost


def cleared(scene: Scene, next_update: str, *, final: bool = False, at: datetime | None = None) -> str:
    """A post of the open incident."""
    (post,) = scene.posts(next_update=next_update) if not final else _final(scene, next_update)
    clearing.clear(scene.desk, [post.id], scene.signer(), Asked(not_before=at))
    scene.later(seconds=1)
    return post.id


def _final(scene: Scene, next_update: str) -> list[StoredPost]:
    (stored,) = receive.receive(scene.desk, NOTICE.format(next=next_update).encode(), "notice.txt", by="drafter")
    kept, made = saving.draft(scene.desk, stored.id, final=True)
    return [post for post in saving.save(scene.desk, kept, made, by="drafter", final=True)[1] if post.account]


def opened(scene: Scene) -> None:
    incidents.open_incident(scene.desk, "earthquake", {"ja": "地震"}, by="approver")


def of(scene: Scene, post: str) -> Delivery:
    return next(d for d in scene.deliveries() if d.post == post)


def out(scene: Scene) -> list[str]:
    return [parcel.post for parcel in scene.platform.accepted]


def test_an_older_report_does_not_come_after_the_all_clear_by_itself(scene: Scene) -> None:
    opened(scene)
    report = cleared(scene, "16:30")
    scene.platform.faults = ["busy"]
    tick(scene.desk)
    clear = cleared(scene, "16:45", final=True)
    assert tick(scene.desk) == Pass(published=1), "the all-clear does not wait for the pause"
    scene.later(minutes=2)
    assert tick(scene.desk) == Pass(held=1)
    assert of(scene, report).reason == queue.OVERTAKEN
    seen = resuming.resumable(scene.desk, None)
    assert [d.post for d in queue.late_ones(scene.desk, seen)] == [report]
    resuming.resume(scene.desk, None, seen, scene.signer())
    assert tick(scene.desk) == Pass(published=1), "a person has said that it still holds"
    assert out(scene) == [clear, report]
    assert book.verify_ledger(scene.desk).ok


def test_an_all_clear_is_not_starved_by_what_an_unknown_keeps_back(scene: Scene) -> None:
    opened(scene)
    cleared(scene, "16:30")
    scene.platform.faults = ["lost"]
    scene.platform.blind = True
    tick(scene.desk)
    update, clear = cleared(scene, "16:40"), cleared(scene, "16:45", final=True)
    assert tick(scene.desk).published == 1
    assert out(scene) == [clear]
    assert of(scene, update).state is State.QUEUED


def test_who_takes_by_hand_what_an_all_clear_has_overtaken_is_told_and_it_comes_after(scene: Scene) -> None:
    opened(scene)
    report = cleared(scene, "16:30")
    scene.platform.faults = ["refused"]
    tick(scene.desk)
    final = cleared(scene, "16:45", final=True)
    assert not hand.take(scene.desk, report).late
    tick(scene.desk)
    assert out(scene) == [final]
    task = hand.take(scene.desk, report)
    assert task.late
    assert task.delivery.due > of(scene, final).due
    assert not hand.take(scene.desk, report).late, "it has its place after that now"


def test_what_is_due_at_one_moment_keeps_its_order_where_the_first_comes_late(scene: Scene) -> None:
    """Three reports for one moment: the first is held, the second goes out, and then the first is let go on."""
    opened(scene)
    at = scene.clock.now() + timedelta(minutes=1)
    first, second, third = (cleared(scene, following, at=at) for following in ("16:30", "16:40", "16:50"))
    for post in (first, third):
        with scene.desk.store.writing(scene.clock.now()) as unit:
            queue.refuse(scene.desk, unit, of(scene, post), "guard-at-send")
    scene.clock.until(at)
    assert tick(scene.desk).published == 1
    resuming.resume(scene.desk, None, resuming.resumable(scene.desk, None), scene.signer())
    assert [d.post for d in in_order(scene.deliveries())] == [second, first, third]


def test_what_is_resumed_after_its_update_comes_behind_it(scene: Scene) -> None:
    opened(scene)
    report, update = cleared(scene, "16:30"), cleared(scene, "16:40")
    with scene.desk.store.writing(scene.clock.now()) as unit:
        queue.refuse(scene.desk, unit, of(scene, report), "guard-at-send")
    assert tick(scene.desk).published == 1
    third = cleared(scene, "16:50")
    resuming.resume(scene.desk, None, resuming.resumable(scene.desk, None), scene.signer())
    assert of(scene, report).due > of(scene, update).due
    tick(scene.desk)
    assert out(scene)[0] == update
    assert set(out(scene)) == {report, update, third}


def after_the_claim(scene: Scene, happens: Callable[[], object]) -> Desk:
    """The desk, with something that happens between its claim and the socket: the machine sleeps there."""

    class Sleepy:
        def __getattr__(self, name: str) -> object:
            return getattr(scene.desk.store, name)

        def since(self, entry: int) -> object:
            assert any(d.state is State.SENDING for d in scene.deliveries())
            happens()
            return scene.desk.store.since(entry)

    return replace(scene.desk, store=Sleepy(), alive=lambda sender: True)  # type: ignore[arg-type]


def test_nobody_takes_by_hand_what_something_under_way_may_be_overtaking(scene: Scene) -> None:
    """Whether that has opened its socket, nobody can tell: who waits a minute is told the truth."""
    opened(scene)
    report = cleared(scene, "16:30")
    scene.platform.faults = ["refused"]
    tick(scene.desk)
    final = cleared(scene, "16:45", final=True)
    refused: list[str] = []

    def take() -> None:
        if not refused:
            with pytest.raises(Refused) as caught:
                hand.take(scene.desk, report)
            refused.append(caught.value.code)

    tick(after_the_claim(scene, take))
    assert refused == ["newer-under-way"]
    assert out(scene) == [final]
    assert hand.take(scene.desk, report).late


def test_a_stop_reaches_what_is_claimed_and_has_opened_no_socket(scene: Scene) -> None:
    scene.cleared()
    stops: list[Held] = []

    def stop_once() -> None:
        if not stops:
            stops.append(queue.hold(scene.desk, None, by=None))

    tick(after_the_claim(scene, stop_once))
    assert [d.state for d in stops[0].left] == [State.SENDING]
    assert out(scene) == []
    assert scene.states() == {"queued"}
    tick(scene.desk)
    assert scene.states() == {"held"}


def test_a_machine_that_slept_past_the_window_sends_nothing(scene: Scene) -> None:
    scene.cleared()
    tick(after_the_claim(scene, lambda: scene.later(hours=2)))
    assert out(scene) == []
    tick(scene.desk)
    assert scene.states() == {"expired"}


class Refusing(Platform):
    """A platform on which the same again is a no-op, and whose token is revoked after the first post."""

    def publish(self, parcel: Parcel) -> Receipt:
        self.faults = ["answer-lost"] if not self.accepted else ["refused"]
        return super().publish(parcel)

    def read_back(self, parcel: Parcel) -> Receipt | None:
        return None


def test_a_doubt_is_not_forgotten_when_its_repetition_is_refused(scene: Scene) -> None:
    """It may be out: it goes no other way, does not fail, and does not expire."""
    scene.cleared()
    platform = Refusing(scene.clock, repeats=True)
    desk = replace(scene.desk, channel=lambda account: platform)
    for _ in range(3):
        tick(desk)
        scene.later(minutes=1)
    assert len(platform.accepted) == 1
    assert scene.states() == {"unknown"}
    scene.later(hours=3)
    tick(desk)
    assert scene.states() == {"unknown"}


def test_a_stop_keeps_a_repetition_back(scene: Scene) -> None:
    scene.cleared()
    scene.platform.repeats = True
    scene.platform.faults = ["lost"]
    tick(scene.desk)
    queue.hold(scene.desk, None, by=None)
    tick(scene.desk)
    assert out(scene) == []
    assert scene.states() == {"unknown"}
    resuming.resume(scene.desk, None, [], scene.signer())
    scene.later(minutes=1)
    assert tick(scene.desk) == Pass(published=1)
