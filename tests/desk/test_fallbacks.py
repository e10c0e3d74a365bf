"""Where a post goes when its account fails for good: once, as it was cleared, and never while it may be out already."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from desk_scene import ACCOUNT, Platform, Scene

from crisis.clearance import statements
from crisis.desk.clearance import clearing
from crisis.desk.clearance.clearing import Asked
from crisis.desk.outbox import hand, queue, resuming
from crisis.desk.outbox.sending import tick
from crisis.desk.record import book, disclosures
from crisis.errors import Mistake, Refused
from crisis.model.delivery import Delivery
from crisis.model.records import StoredPost, StoredRelease
from crisis.model.settings import Account

OTHER = Account(
    "mastodon-main",
    "mastodon",
    handle="@k@social.example",
    languages=("ja",),
    credentials="env:M",
    purpose=("all-clear",),
)
WAYS = ("mastodon-main", "hand")


@pytest.fixture
def two(scene: Scene) -> tuple[Scene, Platform]:
    """The scene with a second account on a platform of its own, which posts by itself only all-clears."""
    other = Platform(scene.clock)
    desk = replace(scene.desk, channel=lambda account: scene.platform if account.id == ACCOUNT.id else other)
    return replace(scene, desk=desk).with_accounts(ACCOUNT, replace(OTHER, purpose=())), other


def cleared(scene: Scene, fallback: tuple[str, ...] | None = WAYS) -> StoredPost:
    """A post for the first account alone, cleared with its ways out."""
    post = next(post for post in scene.posts() if post.account == ACCOUNT.id)
    clearing.clear(scene.desk, [post.id], scene.signer(), Asked(fallback=fallback))
    return post


def rows(scene: Scene) -> dict[str, tuple[str, str | None]]:
    return {f"{d.place} {d.account}": (d.state.value, d.reason) for d in scene.deliveries()}


def kinds(scene: Scene) -> list[str]:
    with scene.desk.store.reading() as unit:
        return [entry.kind for entry in unit.ledger_entries()]


def test_what_one_platform_refuses_goes_out_on_the_next_the_same_bytes(two: tuple[Scene, Platform]) -> None:
    scene, other = two
    post = cleared(scene)
    scene.platform.faults = ["refused"]
    made = tick(scene.desk)
    assert (made.failed, made.published) == (1, 1)
    assert rows(scene) == {"0 x-main": ("failed", "token revoked"), "1 mastodon-main": ("published", None)}
    assert [(p.text, p.account) for p in other.accepted] == [(post.text, "mastodon-main")]
    assert "delivery-fallback" in kinds(scene)
    assert book.verify_ledger(scene.desk).ok


def test_the_last_way_is_a_persons_hand(two: tuple[Scene, Platform]) -> None:
    scene, other = two
    post = cleared(scene)
    scene.platform.faults, other.faults = ["refused"], ["refused"]
    assert tick(scene.desk).failed == 2
    assert rows(scene)["2 x-main"] == ("by-hand", None)
    task = hand.take(scene.desk, post.id)
    assert (task.text, task.account.id) == (post.text, "x-main")
    hand.done(scene.desk, post.id, "https://x.com/1", by="drafter")
    (told,) = disclosures.disclosures(scene.desk)
    assert [(p.state, p.url) for p in told.posts] == [("published", "https://x.com/1")]


def test_what_may_be_out_goes_nowhere_else_until_it_is_settled_as_not_sent(two: tuple[Scene, Platform]) -> None:
    scene, other = two
    post = cleared(scene)
    scene.platform.faults = ["lost"]
    for _ in range(3):
        tick(scene.desk)
    assert rows(scene) == {"0 x-main": ("unknown", "no answer")}
    hand.settle(scene.desk, post.id, published=None, reason="looked, not there", by="drafter")
    tick(scene.desk)
    assert [p.text for p in other.accepted] == [post.text]
    assert scene.platform.accepted == []


def test_what_is_found_out_there_goes_nowhere_else(two: tuple[Scene, Platform]) -> None:
    scene, other = two
    post = cleared(scene)
    scene.platform.faults, scene.platform.blind = ["lost"], True
    tick(scene.desk)
    hand.settle(scene.desk, post.id, published="https://x.com/1", reason=None, by="drafter")
    tick(scene.desk)
    assert other.accepted == []


@pytest.mark.parametrize("change", [{"api_base": "http://127.0.0.1:9"}, {"handle": "@stranger"}])
def test_an_account_that_was_changed_is_passed_by(two: tuple[Scene, Platform], change: dict[str, Any]) -> None:
    scene, other = two
    cleared(scene)
    changed = scene.with_accounts(replace(ACCOUNT, **change), replace(OTHER, purpose=()))
    tick(changed.desk)
    tick(changed.desk)
    assert rows(scene)["0 x-main"] == ("failed", "retargeted")
    assert len(other.accepted) == 1
    assert scene.platform.accepted == []


def test_a_changed_fallback_does_not_stand_in(two: tuple[Scene, Platform]) -> None:
    scene, other = two
    cleared(scene)
    changed = scene.with_accounts(ACCOUNT, replace(OTHER, purpose=(), handle="@stranger@social.example"))
    scene.platform.faults = ["refused"]
    for _ in range(3):
        tick(changed.desk)
    assert rows(scene)["1 mastodon-main"] == ("failed", "retargeted")
    assert rows(scene)["2 x-main"] == ("by-hand", None)
    assert other.accepted == []


def test_missing_credentials_are_passed_by(two: tuple[Scene, Platform]) -> None:
    scene, other = two
    cleared(scene)

    def channel(account: Account) -> Platform:
        if account.id == ACCOUNT.id:
            raise Mistake("credentials-missing", "gone")
        return other

    desk = replace(scene.desk, channel=channel)
    tick(desk)
    tick(desk)
    assert rows(scene)["0 x-main"] == ("failed", "credentials-missing")
    assert len(other.accepted) == 1


def test_an_account_on_hold_is_passed_by_whether_before_or_after_the_clearance(two: tuple[Scene, Platform]) -> None:
    scene, other = two
    cleared(scene)
    held = queue.hold(scene.desk, "x-main", by=None)
    assert ([d.account for d in held.instead], held.caught) == (["mastodon-main"], ())
    cleared_later = next(p for p in scene.posts(next_update="16:45") if p.account == ACCOUNT.id)
    clearing.clear(scene.desk, [cleared_later.id], scene.signer(), Asked(fallback=WAYS))
    tick(scene.desk)
    assert len(other.accepted) == 2
    resuming.resume(scene.desk, "x-main", resuming.resumable(scene.desk, "x-main"), scene.signer())
    tick(scene.desk)
    assert scene.platform.accepted == [], "what went another way does not go twice"


def test_a_stop_of_everything_stops_every_way(two: tuple[Scene, Platform]) -> None:
    scene, other = two
    cleared(scene)
    held = queue.hold(scene.desk, None, by=None)
    assert (len(held.caught), held.instead) == (1, ())
    tick(scene.desk)
    assert rows(scene) == {"0 x-main": ("held", "stopped")}
    assert other.accepted == []


def test_what_the_guard_or_the_time_stops_goes_nowhere_else(two: tuple[Scene, Platform]) -> None:
    scene, other = two
    cleared(scene)
    with scene.desk.store.writing(scene.clock.now()) as unit:
        (release,) = unit.find(StoredRelease)
        unit.put(replace(release, voided_at=scene.clock.now()))
    tick(scene.desk)
    assert rows(scene) == {"0 x-main": ("held", "release-altered")}
    scene.later(hours=3)
    tick(scene.desk)
    assert rows(scene) == {"0 x-main": ("expired", "window-over")}
    assert other.accepted == []


def test_after_the_window_no_way_is_left(two: tuple[Scene, Platform]) -> None:
    scene, other = two
    post = cleared(scene)
    scene.platform.faults = ["lost"]
    tick(scene.desk)
    scene.later(hours=3)
    hand.settle(scene.desk, post.id, published=None, reason="not there", by="drafter")
    assert set(rows(scene)) == {"0 x-main"}
    assert other.accepted == []


def test_a_way_that_was_not_cleared_is_no_way(two: tuple[Scene, Platform]) -> None:
    scene, other = two
    cleared(scene, fallback=("hand",))
    with scene.desk.store.writing(scene.clock.now()) as unit:
        (delivery,) = unit.find(Delivery)
        unit.put(delivery.evolve(account="mastodon-main", place=1))
    assert tick(scene.desk).held == 1
    assert rows(scene)["1 mastodon-main"] == ("held", "post-not-in-release")
    assert other.accepted == []


def test_ways_come_from_the_configuration_where_they_fit(two: tuple[Scene, Platform]) -> None:
    scene, _ = two
    chosen = replace(ACCOUNT, fallback=("mastodon-main", "hand"))
    for purpose, ways in (((), ["mastodon-main", "x-main"]), (("all-clear",), ["x-main"])):
        made = scene.with_accounts(chosen, replace(OTHER, purpose=purpose))
        post = next(post for post in made.posts(next_update="16:45") if post.account == ACCOUNT.id)
        clearing.clear(made.desk, [post.id], made.signer())
        with made.desk.store.reading() as unit:
            stored = unit.need(StoredPost, post.id)
            statement = statements.decode(unit.need(StoredRelease, stored.release).statement)
        assert [target.account for target in statement.posts[0].fallbacks] == ways
        scene.later(minutes=1)


def test_a_chosen_way_that_does_not_fit_is_refused_with_the_reason(two: tuple[Scene, Platform]) -> None:
    scene, _ = two
    made = scene.with_accounts(ACCOUNT, OTHER, Account("tiny", "x", languages=("en",)))
    for name, why in (
        ("mastodon-main", "not there for office-status"),
        ("tiny", "does not post in ja"),
        ("none", "no such account"),
    ):
        with pytest.raises(Refused, match=why):
            cleared(made, fallback=(name,))


def test_an_account_that_carries_the_post_already_is_no_way_out(two: tuple[Scene, Platform]) -> None:
    scene, _ = two
    posts = scene.posts()
    assert {post.account for post in posts} == {"x-main", "mastodon-main"}
    with pytest.raises(Refused, match="carries a post of this release"):
        clearing.clear(scene.desk, [post.id for post in posts], scene.signer(), Asked(fallback=("mastodon-main",)))
