"""kill -9 at any moment: each post arrives at most once, and none is lost without a word."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest
from process_kit import CountingX, Loaded, Place, fed, shown, texts, wait_for

ROUNDS = int(os.environ.get("CRISIS_KILL_ROUNDS", "1"))
"""Desks that are played; each is killed several times. `make bench` may ask for hundreds."""
SAID = {"published", "unknown", "by-hand", "failed", "expired"}


def check(place: Place, x: CountingX, posts: list[dict[str, str]]) -> None:
    """What holds after a pass of a process that lives."""
    rows = {delivery.post: delivery.state.value for delivery in place.deliveries()}
    assert set(rows) == {post["post"] for post in posts}
    assert set(rows.values()) <= SAID, rows
    assert len(x.arrived) == len(set(x.arrived)), "twice at the platform"
    taken = {each.text for each in x.accepted}
    for post in posts:
        if post["account"] == "x-main":
            assert (rows[post["post"]] == "published") == (post["text"] in taken), rows
            assert post["text"] in x.arrived or rows[post["post"]] == "unknown"
        else:
            assert rows[post["post"]] == "published"
    assert shown(place.folder) == texts(posts, "page")
    assert fed(place.folder) == texts(posts, "feed")
    assert place.verifies()


def settle(place: Place) -> None:
    """The pass that sends the rest, and the one that looks for what is unknown."""
    place.once()
    place.once()


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_killed_at_random_moments(seed: int, loaded: Loaded, x: CountingX, tmp_path: Path) -> None:
    dice, place = random.Random(seed), loaded.copy(tmp_path / "desk")
    for _kill in range(2):
        with place.daemon() as daemon:
            time.sleep(dice.uniform(0, 2))
            daemon.kill()
    settle(place)
    check(place, x, loaded.posts)


@pytest.mark.parametrize("moment", ["before", "after", "drop"])
def test_killed_while_the_platform_has_the_connection_in_its_hands(
    moment: str, loaded: Loaded, x: CountingX, tmp_path: Path
) -> None:
    """The platform takes the post after the death of its sender, has taken it before, or never does."""
    place = loaded.copy(tmp_path / "desk")
    x.hold = moment
    with place.daemon() as daemon:
        assert x.held.wait(20)
        daemon.kill()
    x.go.set()
    wait_for(lambda: moment == "drop" or len(x.accepted) == 1)
    settle(place)
    check(place, x, loaded.posts)
    assert place.states("x-main") == ({"published": 2, "unknown": 1} if moment == "drop" else {"published": 3})
    assert [row["state"] for row in place.queue()].count("unknown") == (moment == "drop")


def test_a_daemon_that_lives_takes_over_from_one_that_died(loaded: Loaded, x: CountingX, tmp_path: Path) -> None:
    place = loaded.copy(tmp_path / "desk")
    x.hold = "after"
    with place.daemon() as first:
        assert x.held.wait(20)
        with place.daemon() as second:
            first.kill()
            x.go.set()
            wait_for(lambda: place.states() == {"published": 15})
            assert second.end() < 10
    check(place, x, loaded.posts)
