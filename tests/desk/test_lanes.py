"""Accounts served at once: a slow platform delays no other, and nothing overtakes on its own account."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event

import pytest
from desk_scene import Platform, Scene, make_scene

from crisis.desk.duty import incidents
from crisis.desk.outbox.lanes import Lanes
from crisis.desk.outbox.sending import Pass, give_up_own, tick
from crisis.desk.record import book
from crisis.errors import CrisisError
from crisis.model.delivery import Delivery, Parcel, Receipt, State
from crisis.model.settings import Account

ACCOUNTS = tuple(
    Account(name, "x", handle=f"@{name}", languages=("ja",), credentials="env:X") for name in ("slow", "quick", "third")
)


@dataclass
class Gate(Platform):
    """A platform that keeps each post of the account `slow` until it is opened."""

    opened: Event = None  # type: ignore[assignment]
    reached: Event = field(default_factory=Event)
    at_once: int = 0
    most: int = 0

    def publish(self, parcel: Parcel) -> Receipt:
        if parcel.account == "slow":
            self.at_once += 1
            self.most = max(self.most, self.at_once)
            self.reached.set()
            assert self.opened.wait(30)
            self.at_once -= 1
        return super().publish(parcel)


@dataclass
class Fan(Scene):
    """A scene whose accounts are served at once."""

    gate: Gate


@pytest.fixture
def fan(tmp_path: Path) -> Iterator[Fan]:
    made = make_scene(tmp_path)
    gate = Gate(made.clock, opened=Event())
    wide = made.with_accounts(*ACCOUNTS)
    desk = replace(wide.desk, workers=8, channel=lambda account: gate, alive=lambda sender: True)
    yield Fan(desk, made.clock, gate, gate)
    gate.opened.set()
    desk.lanes.wait(30)
    desk.store.close()


def by_account(scene: Scene) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for delivery in scene.deliveries():
        found.setdefault(delivery.account, []).append(delivery.state.value)
    return {account: sorted(states) for account, states in found.items()}


def tick_past_the_slow(fan: Fan) -> None:
    """A pass that waits for the quick accounts, however busy the machine is, and not for the slow one."""
    tick(fan.desk, 0)
    assert fan.desk.lanes.wait(30, {"quick", "third"})
    assert fan.gate.reached.wait(30)


def test_a_slow_platform_delays_no_other(fan: Fan) -> None:
    fan.cleared()
    tick_past_the_slow(fan)
    assert by_account(fan) == {"slow": ["sending"], "quick": ["published"], "third": ["published"]}


def test_what_is_cleared_while_a_platform_is_slow_goes_out_elsewhere(fan: Fan) -> None:
    fan.cleared()
    tick_past_the_slow(fan)
    fan.cleared(next_update="16:45")
    tick_past_the_slow(fan)
    assert by_account(fan)["quick"] == ["published", "published"]
    assert by_account(fan)["slow"] == ["queued", "sending"]
    fan.gate.opened.set()
    assert fan.desk.lanes.wait(30)
    tick(fan.desk)
    assert set(fan.states()) == {"published"}
    assert fan.gate.most == 1, "one at a time on one account"
    assert book.verify_ledger(fan.desk).ok


def test_a_pass_without_patience_waits_for_all(fan: Fan) -> None:
    fan.cleared()
    threading.Timer(0.3, fan.gate.opened.set).start()
    assert tick(fan.desk) == Pass(published=3)


def test_nothing_new_opens_its_socket_when_the_desk_closes(fan: Fan) -> None:
    fan.cleared()
    fan.desk.lanes.close()
    assert tick(fan.desk) == Pass()
    assert fan.states() == {"queued"}
    assert fan.gate.accepted == []


def test_what_has_no_answer_at_the_end_is_unknown_and_found_later(fan: Fan) -> None:
    fan.cleared()
    tick_past_the_slow(fan)
    assert give_up_own(fan.desk) == 1
    assert by_account(fan)["slow"] == ["unknown"]
    fan.gate.opened.set()
    assert fan.desk.lanes.wait(30)
    assert by_account(fan)["slow"] == ["unknown"], "the late answer changes nothing"
    assert tick(fan.desk).published == 1
    assert len(fan.gate.accepted) == 3


def test_a_fault_of_a_channel_leaves_an_unknown_and_delays_nobody(fan: Fan) -> None:
    """A channel raises NotSent or InDoubt and nothing else; one that has a bug must not stop the desk."""
    fan.cleared()

    class Broken(Gate):
        def publish(self, parcel: Parcel) -> Receipt:
            raise ValueError("canary-access-token")

    broken = Broken(fan.clock, opened=Event())
    desk = replace(fan.desk, channel=lambda account: broken if account.id == "slow" else fan.gate)
    assert tick(desk) == Pass(published=2, unknown=1)
    (delivery,) = [d for d in fan.deliveries() if d.account == "slow"]
    assert delivery.reason is not None
    assert "ValueError" in delivery.reason
    assert "canary" not in delivery.reason


def test_an_answer_that_the_database_does_not_take_is_written_by_the_next_pass(scene: Scene) -> None:
    (post,) = scene.cleared()
    put, busy = Delivery.evolve, CrisisError("database-busy", "The desk's database was busy for 5 seconds.")

    def refuse(self: Delivery, **changes: object) -> Delivery:
        if changes.get("state") is State.PUBLISHED:
            raise busy
        return put(self, **changes)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Delivery, "evolve", refuse)
        with pytest.raises(CrisisError, match="busy"):
            tick(scene.desk)
        assert scene.states() == {"sending"}
    assert tick(replace(scene.desk, alive=lambda sender: True)).published == 1
    assert [parcel.post for parcel in scene.platform.accepted] == [post.id]
    assert scene.platform.asked == 0, "its answer was known: nobody had to look"


def test_an_update_does_not_go_when_what_it_updates_has_just_become_unknown(scene: Scene) -> None:
    """Both were due when the pass began."""
    incidents.open_incident(scene.desk, "earthquake", {"ja": "地震"}, by="approver")
    scene.cleared()
    scene.cleared(next_update="16:45")
    assert len({delivery.chain for delivery in scene.deliveries()}) == 1
    scene.platform.faults = ["lost"]
    tick(scene.desk)
    assert sorted(d.state.value for d in scene.deliveries()) == ["queued", "unknown"]
    assert scene.platform.accepted == []


def test_one_worker_does_its_work_in_order_and_lets_errors_through() -> None:
    lanes, done = Lanes(), []
    lanes.run({name: lambda name=name: done.append(name) for name in "cab"}, workers=1)  # type: ignore[misc]
    assert done == ["c", "a", "b"]
    with pytest.raises(ZeroDivisionError):
        lanes.run({"a": lambda: 1 / 0}, workers=1)  # type: ignore[dict-item]


def test_several_workers_keep_what_goes_wrong_until_somebody_asks() -> None:
    lanes, done = Lanes(), []
    lanes.run({"a": lambda: 1 / 0, "b": lambda: done.append("b")}, workers=2)  # type: ignore[dict-item]
    assert done == ["b"]
    assert [type(trouble) for trouble in lanes.take_troubles()] == [ZeroDivisionError]
    assert lanes.take_troubles() == []


def test_fifty_accounts_take_hardly_longer_than_the_slowest() -> None:
    lanes, began = Lanes(), time.monotonic()
    lanes.run({str(n): lambda: time.sleep(0.2) for n in range(50)}, workers=50)
    assert time.monotonic() - began < 2
