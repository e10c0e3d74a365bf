"""A daemon ends when it is asked to, obeys a stop, and says what it left."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from process_kit import CountingX, Loaded, Place, wait_for


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_daemon_with_nothing_to_do_ends_at_once(number: int, place: Place) -> None:
    with place.daemon() as daemon:
        assert daemon.end(number) < 5
        assert "nobody knows" not in daemon.said
    assert list((place.folder / "senders").glob("*")) == []


def test_a_daemon_ends_in_time_while_its_platform_hangs(loaded: Loaded, x: CountingX, tmp_path: Path) -> None:
    place = loaded.copy(tmp_path / "desk")
    x.hold = "after"
    with place.daemon() as daemon:
        assert x.held.wait(20)
        wait_for(lambda: place.states("page") == place.states("feed") == {"published": 6})
        assert daemon.end() < 10
        assert "1 on the way at the end" in daemon.said
    assert place.states("x-main") == {"unknown": 1, "queued": 2}
    x.go.set()
    wait_for(lambda: len(x.accepted) == 1)
    place.once()
    assert place.states() == {"published": 15}
    assert len(set(x.arrived)) == len(x.arrived) == 3
    assert place.verifies()


def test_a_stop_from_elsewhere_is_obeyed_before_the_next_socket(loaded: Loaded, x: CountingX, tmp_path: Path) -> None:
    place = loaded.copy(tmp_path / "desk")
    x.hold = "before"
    with place.daemon() as daemon:
        assert x.held.wait(20)
        told = place.json("hold", "--account", "x-main")
        assert (len(told["held"]), len(told["left"])) == (2, 1)
        x.go.set()
        wait_for(lambda: place.states("x-main")["published"] == 1)
        assert daemon.end() < 10
    assert place.states("x-main") == {"published": 1, "held": 2}
    assert len(x.arrived) == 1
    assert place.verifies()
