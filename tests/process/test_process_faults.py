"""A daemon's machine and network fail under it: its clock, its disk, its name service, its platform's patience, its processor time."""

from __future__ import annotations

import os
import random
import resource
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from process_kit import SITES, CountingX, Daemon, Loaded, Place, account, configuration, texts, wait_for
from shifted import shifted

PAUSE_ROUNDS = int(os.environ.get("CRISIS_PAUSE_ROUNDS", "1"))
PAUSES = 10
"""Desks at which two daemons are paused, and pauses at each; `make soak` asks for a hundred desks."""

SLOW = ("drip-head", "drip-body", *(("slow",) if "CRISIS_PAUSE_ROUNDS" in os.environ else ()))
"""Answers that come by the byte take some seconds each, one that never comes half a minute: `make soak` has them all."""


def arrived_once(x: CountingX, place: Place, posts: list[dict[str, str]]) -> None:
    """Everything is out, and each post came once to its platform."""
    assert place.states() == {"published": len(posts)}
    assert len(x.arrived) == len(set(x.arrived)) == len(texts(posts, "x-main"))
    assert place.verifies()


@pytest.mark.parametrize("seed", range(PAUSE_ROUNDS))
def test_two_daemons_paused_at_random_moments(seed: int, loaded: Loaded, x: CountingX, tmp_path: Path) -> None:
    """As a laptop that sleeps, or a machine with something better to do: each goes on in the middle of what it was about."""
    place = loaded.copy(tmp_path / "desk")
    pause_by_turns(place, random.Random(seed), len(loaded.posts))
    arrived_once(x, place, loaded.posts)


def pause_by_turns(place: Place, dice: random.Random, posts: int) -> None:
    """Two daemons, each paused again and again, until so many posts are out."""
    with place.daemon() as one, place.daemon() as other:
        for _ in range(PAUSES):
            with paused(dice.choice([one, other])):
                time.sleep(dice.uniform(0, 0.3))
            time.sleep(dice.uniform(0, 0.05))
        wait_for(lambda: place.states() == {"published": posts})
        assert one.end() < 10
        assert other.end() < 10


def test_a_daemon_that_sleeps_with_its_socket_open_keeps_its_post(loaded: Loaded, x: CountingX, tmp_path: Path) -> None:
    """The other neither sends it again nor says that nobody knows: its sender lives."""
    place = loaded.copy(tmp_path / "desk")
    x.hold = "before"
    with place.daemon() as one:
        assert x.held.wait(20)
        # Not while it writes: the database would wait for it, as everything there does.
        wait_for(lambda: place.states("page") == place.states("feed") == {"published": 6})
        time.sleep(0.5)
        with paused(one), place.daemon() as other:
            x.go.set()
            wait_for(lambda: place.states("x-main") == {"published": 2, "sending": 1})
            assert other.end() < 10
        wait_for(lambda: place.states("x-main") == {"published": 3})
        assert one.end() < 10
    arrived_once(x, place, loaded.posts)


@contextmanager
def paused(daemon: Daemon) -> Iterator[None]:
    """It does nothing meanwhile."""
    daemon.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        daemon.process.send_signal(signal.SIGCONT)


def test_a_disk_that_takes_no_more(loaded: Loaded, x: CountingX, tmp_path: Path) -> None:
    """The answer of a post under way cannot be written; it is kept, and written when there is room."""
    place = loaded.copy(tmp_path / "desk")
    x.hold = "after"
    with place.daemon() as daemon:
        assert x.held.wait(20)
        wait_for(lambda: place.states("page") == place.states("feed") == {"published": 6})
        soft, hard = resource.prlimit(daemon.process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(daemon.process.pid, resource.RLIMIT_FSIZE, (1, hard))
        x.go.set()
        time.sleep(3)
        assert place.states("x-main")["sending"] == 1, "no other may think that it is not under way"
        assert len(x.arrived) == 1
        resource.prlimit(daemon.process.pid, resource.RLIMIT_FSIZE, (soft, hard))
        wait_for(lambda: place.states() == {"published": len(loaded.posts)})
        assert daemon.end() < 10
    arrived_once(x, place, loaded.posts)


def test_a_platform_whose_name_cannot_be_found(network: tuple[CountingX, str], x: CountingX, place: Place) -> None:
    """It waits, with the reason, and delays no other."""
    gone = account("x-gone", "https://nowhere.invalid")
    (place.folder / "crisis.toml").write_text(configuration(account("x-main", network[1]), gone), "utf-8")
    posts = place.cleared(SITES[0])
    with place.daemon() as daemon:
        wait_for(lambda: place.states("x-main") == {"published": 1})
        wait_for(lambda: any("no connection" in (d.reason or "") for d in place.deliveries() if d.account == "x-gone"))
        assert daemon.end() < 10
    assert place.states("x-gone") == {"queued": 1}
    assert x.arrived == texts(posts, "x-main")


@pytest.mark.parametrize("jump", [3600, -3600])
def test_a_clock_that_somebody_sets_while_it_sends(jump: int, loaded: Loaded, x: CountingX, tmp_path: Path) -> None:
    """Forward and back by an hour, with a post under way: what waits goes on, and nothing comes twice."""
    place, clock = loaded.copy(tmp_path / "desk"), shifted(tmp_path)
    x.hold = "after"
    with place.daemon(clock.environment) as daemon:
        assert x.held.wait(20)
        clock.set(jump)
        x.go.set()
        time.sleep(1)
        clock.set(0)
        wait_for(lambda: not {"queued", "sending", "unknown"} & set(place.states()))
        assert daemon.end() < 10
    assert set(place.states()) <= {"published", "held"}, "held: its approval lies ahead of a clock that was set back"
    assert len(x.arrived) == len(set(x.arrived))
    assert place.verifies()


@pytest.mark.parametrize("fault", SLOW)
def test_a_platform_that_answers_by_the_byte(fault: str, loaded: Loaded, x: CountingX, tmp_path: Path) -> None:
    place = loaded.copy(tmp_path / "desk")
    x.fault = fault
    with place.daemon() as daemon:
        wait_for(lambda: len(x.arrived) == 1)
        x.fault = None
        wait_for(lambda: place.states("page") == place.states("feed") == {"published": 6})
        wait_for(lambda: place.states() == {"published": len(loaded.posts)}, 3 * 60)
        assert daemon.end() < 10
    arrived_once(x, place, loaded.posts)
