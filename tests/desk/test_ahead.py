"""Verified before its turn: what happens meanwhile undoes it, and nothing else does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from desk_scene import ACCOUNT, NOW, Scene

from crisis.desk.clearance import clearing
from crisis.desk.clearance.clearing import Asked
from crisis.desk.desk import Desk
from crisis.desk.duty import incidents
from crisis.desk.outbox.sending import FAMILY, Pass, tick
from crisis.desk.outbox.verified import FRESH
from crisis.desk.outbox.verifying import sendable
from crisis.desk.people import roster
from crisis.model.delivery import Delivery
from crisis.model.records import StoredPost
from crisis.model.release import Rule
from crisis.model.role import Role
from crisis.store.unit import Reading

DUE = NOW + timedelta(minutes=2)


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The deliveries that were verified anew, at each time."""
    seen: list[str] = []

    def noted(*given: object) -> object:
        seen.append(given[2].key)  # type: ignore[attr-defined]
        return sendable(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("crisis.desk.outbox.ahead.sendable", noted)
    return seen


def planned(scene: Scene, next_update: str = "16:30") -> StoredPost:
    """A post that is cleared for a time, and verified ahead."""
    (post,) = scene.posts(next_update=next_update)
    clearing.clear(scene.desk, [post.id], scene.signer(), Asked(not_before=DUE))
    assert tick(scene.desk) == Pass()
    return post


def test_what_waits_is_verified_once_before_its_time(scene: Scene, checks: list[str]) -> None:
    planned(scene)
    assert len(checks) == 1
    tick(scene.desk)
    scene.clock.until(DUE)
    assert tick(scene.desk) == Pass(published=1)
    assert len(checks) == 1, "its claim had only to look"


def test_a_row_that_is_no_more_as_it_was_is_verified_anew(scene: Scene, checks: list[str]) -> None:
    """An edit of the database appends no entry to the ledger, which is all that a claim would otherwise look at."""
    post = planned(scene)
    with scene.desk.store.writing(scene.clock.now()) as unit:
        (row,) = unit.find(Delivery, post=post.id)
        unit.put(row.evolve(not_after=row.not_after + timedelta(hours=1)))
    scene.clock.until(DUE)
    tick(scene.desk)
    assert len(checks) == 2


def revoke(scene: Scene) -> None:
    scene.decided(roster.revoke(scene.desk, "approver", scene.signer("drafter")))


def adopt_a_stricter_policy(scene: Scene) -> None:
    scene.adopt(Rule(roles=(Role.LEGAL,)))


def change_its_notice(scene: Scene) -> None:
    scene.posts(next_update="16:45")


@pytest.mark.parametrize(("happens", "goes"), [(revoke, 0), (adopt_a_stricter_policy, 0), (change_its_notice, 1)])
def test_what_happens_meanwhile_has_it_verified_anew(
    scene: Scene, checks: list[str], happens: Callable[[Scene], None], goes: int
) -> None:
    planned(scene)
    happens(scene)
    scene.clock.until(DUE)
    assert tick(scene.desk).published == goes
    assert len(checks) > 1


def test_after_a_while_it_is_verified_anew(scene: Scene, checks: list[str]) -> None:
    planned(scene)
    scene.clock.until(DUE + FRESH)
    assert tick(scene.desk) == Pass(published=1)
    assert len(checks) == 2


def test_with_other_files_of_the_desk_it_is_verified_anew(scene: Scene, checks: list[str]) -> None:
    planned(scene)
    account = scene.desk.settings.accounts[0]
    scene.clock.until(DUE)
    assert tick(scene.with_accounts(replace(account, handle="@somebody_else")).desk).held == 1
    assert len(checks) > 1


def test_what_went_out_before_it_in_its_incident_is_read_beside_it(scene: Scene, checks: list[str]) -> None:
    """The guard compares it with what is out: the first of the two changes what is."""
    incidents.open_incident(scene.desk, "earthquake", {"ja": "地震"}, by="approver")
    planned(scene)
    planned(scene, next_update="16:45")
    before = len(checks)
    scene.clock.until(DUE)
    assert tick(scene.desk) == Pass(published=2)
    assert len(checks) == before + 1, "the second"


def test_bytes_that_are_changed_after_it_was_verified_do_not_go_out(scene: Scene) -> None:
    """Nobody appends an entry who writes in the database behind the desk's back: what was verified goes, or nothing."""
    post = planned(scene)
    with scene.desk.store.writing(NOW) as unit:
        unit.put(replace(unit.need(StoredPost, post.id), text="全員無事です"))
    scene.clock.until(DUE)
    tick(scene.desk)
    assert [parcel.text for parcel in scene.platform.accepted] == [post.text]


@pytest.mark.parametrize(("most", "looks"), [(FAMILY, 1), (1, 2)])
def test_what_is_due_at_once_is_verified_in_one_look(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, most: int, looks: int
) -> None:
    """What the posts of a release share is read once; a crowd of them keeps the first one waiting no longer."""
    units: list[object] = []
    monkeypatch.setattr("crisis.desk.outbox.sending.FAMILY", most)

    def noted(desk: Desk, unit: Reading, delivery: Delivery) -> object:
        units.append(unit)
        return sendable(desk, unit, delivery)

    monkeypatch.setattr("crisis.desk.outbox.ahead.sendable", noted)
    two = scene.with_accounts(ACCOUNT, replace(ACCOUNT, id="x-second"))
    assert len(two.cleared()) == 2
    assert tick(two.desk) == Pass(published=2)
    assert len(units) == 2
    assert len({id(unit) for unit in units}) == looks
