"""What somebody could try who holds the database, or one key: sooner, out of turn, by a word that counts no more, alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from desk_scene import ACCOUNT, Platform, Scene
from test_announcing import announce, waiting
from test_fallbacks import OTHER, cleared, rows

from crisis.desk.clearance import clearing
from crisis.desk.clearance.clearing import Asked
from crisis.desk.outbox import hand
from crisis.desk.outbox.lanes import Lanes
from crisis.desk.outbox.sending import tick
from crisis.desk.people import roster
from crisis.errors import Refused
from crisis.model.delivery import Delivery
from crisis.model.release import Person


def test_what_was_cleared_for_later_leaves_no_sooner(scene: Scene) -> None:
    posts = scene.posts()
    later = scene.clock.now() + timedelta(minutes=30)
    clearing.clear(scene.desk, [post.id for post in posts], scene.signer(), Asked(not_before=later))
    with scene.desk.store.writing(scene.clock.now()) as unit:
        (delivery,) = unit.find(Delivery)
        unit.put(delivery.evolve(due=scene.clock.now()))
    assert tick(scene.desk).held == 1
    with pytest.raises(Refused) as refusal:
        hand.take(scene.desk, posts[0].id)
    assert (refusal.value.code, scene.platform.accepted) == ("too-early", [])


@pytest.mark.parametrize("forged", ["another row's key", "the way before is open"])
def test_no_way_is_taken_out_of_turn(scene: Scene, forged: str) -> None:
    other = Platform(scene.clock)
    desk = replace(scene.desk, channel=lambda account: scene.platform if account.id == ACCOUNT.id else other)
    two = replace(scene, desk=desk).with_accounts(ACCOUNT, replace(OTHER, purpose=()))
    cleared(two, fallback=("mastodon-main",))
    if forged == "another row's key":
        with two.desk.store.writing(two.clock.now()) as unit:
            (delivery,) = unit.find(Delivery)
            unit.put(delivery.evolve(account="mastodon-main", place=1))
    else:
        two.platform.faults, other.faults = ["refused"], ["busy"]
        tick(two.desk)
        two.later(minutes=2)
        with two.desk.store.writing(two.clock.now()) as unit:
            (first,) = unit.find(Delivery, account=ACCOUNT.id)
            unit.put(first.evolve(state="unknown"))
    tick(two.desk)
    assert rows(two)["1 mastodon-main"] == ("held", "way-out-of-turn")
    assert other.accepted == []


@pytest.mark.parametrize("remembers", [True, False])
def test_what_has_left_is_not_sent_again_though_its_row_is_set_back(scene: Scene, remembers: bool) -> None:
    clearing.clear(scene.desk, [post.id for post in scene.posts()], scene.signer())
    with scene.desk.store.reading() as unit:
        (before,) = unit.find(Delivery)
    assert tick(scene.desk).published == 1
    with scene.desk.store.writing(scene.clock.now()) as unit:
        unit.put(before)
    desk = scene.desk if remembers else replace(scene.desk, lanes=Lanes())
    assert tick(desk).held == 1
    (row,) = scene.deliveries()
    assert (row.reason, len(scene.platform.accepted)) == ("set-back", 1)


def test_a_word_by_somebody_who_counts_no_more_frees_nothing(scene: Scene) -> None:
    announce(scene, waiting(scene), by="second")
    scene.later(seconds=1)
    roster.suspend(scene.desk, "second", scene.signer())
    tick(scene.desk)
    assert (scene.states(), scene.platform.accepted) == ({"held"}, [])


def moved_to(scene: Scene, **span: float) -> int:
    """How many signatures it lacks when one person moves a suspension by that span."""

    def edit(person: Person, _: object) -> Person:
        assert person.suspended_at is not None
        return replace(person, suspended_at=person.suspended_at + timedelta(**span))

    return roster.change(scene.desk, "second", scene.signer(), edit).missing


def test_nobody_gives_back_alone_what_a_suspension_took(scene: Scene) -> None:
    roster.suspend(scene.desk, "second", scene.signer())
    scene.later(minutes=1)
    assert moved_to(scene, days=365) == 1
    assert moved_to(scene, seconds=-1) == 0
