"""The watch over the alarm and the passes, and what the log says."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from desk_scene import make_scene
from process_kit import wait_for

from crisis.daemon import saying, watching
from crisis.daemon.saying import Voice
from crisis.daemon.watching import DEAF, LATE, STUCK, Alarm, Health, Watch
from crisis.daemon.working import Daemon
from crisis.errors import CrisisError

NOW = datetime(2026, 10, 9, 6, 20, tzinfo=UTC)


def looks(watch: Watch, count: int) -> list[Health]:
    return [watch.look() for _ in range(count)]


def test_a_watch_that_hears_the_alarm_is_content() -> None:
    watch = Watch()
    for _ in range(1000):
        assert watch.look() is Health.WELL
        watch.ring = watch.ended = 0


def test_a_silent_alarm_is_wound_and_then_given_up() -> None:
    watch = Watch()
    seen = []
    for _ in range(DEAF + 1):
        seen.append(watch.look())
        watch.ended = 0
    assert seen[:LATE] == [Health.WELL] * LATE
    assert set(seen[LATE:-1]) == {Health.LATE}
    assert seen[-1] is Health.DEAF


def test_a_pass_that_does_not_end_is_seen() -> None:
    watch = Watch()
    seen = []
    for _ in range(STUCK + 1):
        seen.append(watch.look())
        watch.ring = 0
    assert set(seen[:-1]) == {Health.WELL}
    assert seen[-1] is Health.STUCK


def test_an_alarm_rings_on_after_the_clock_was_set_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scheduler would sleep until the old time comes again: an hour of silence."""
    monkeypatch.setattr(watching, "EVERY_SECONDS", 0.5)
    rang = Event()
    alarm = Alarm(lambda: datetime.now(UTC), rang.set)
    alarm.start()
    assert rang.wait(5)
    # As after a jump of an hour: its next ring lies an hour ahead.
    alarm.scheduler.modify_job("every", next_run_time=datetime.now(UTC) + timedelta(hours=1))
    rang.clear()
    assert not rang.wait(2 * watching.EVERY_SECONDS)
    alarm.wind()
    assert rang.wait(5)
    alarm.stop()


def test_the_alarm_rings_for_the_next_thing_that_is_due() -> None:
    rang = Event()
    alarm = Alarm(lambda: datetime.now(UTC), rang.set)
    alarm.start()
    assert rang.wait(5)
    rang.clear()
    alarm.ring_at(None)
    alarm.ring_at(datetime.now(UTC) + timedelta(hours=2))
    alarm.ring_at(datetime.now(UTC) + timedelta(seconds=0.2))
    assert rang.wait(watching.EVERY_SECONDS / 2)
    rang.clear()
    assert rang.wait(2 * watching.EVERY_SECONDS), "and goes on"
    alarm.stop()


def test_an_alarm_that_dies_ends_the_daemon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception in the scheduler's own thread ends that thread, while the scheduler says that it runs."""
    monkeypatch.setattr(watching, "DEAF", 3)
    monkeypatch.setattr(watching, "LATE", 1)
    monkeypatch.setattr(threading, "excepthook", lambda args: None)
    scene = make_scene(tmp_path)
    scene.cleared()
    kept = Daemon(scene.desk)
    monkeypatch.setattr(kept.alarm.scheduler, "_process_jobs", lambda: 1 / 0)
    kept.start()
    wait_for(lambda: scene.states() == {"published"})
    for _ in range(3):
        kept.look()
    with pytest.raises(CrisisError, match="the alarm is dead"):
        kept.look()
    kept.drain()
    scene.desk.close()


def test_a_trouble_is_said_once_and_again_when_it_comes_back() -> None:
    said: list[str] = []
    voice, trouble = Voice(said.append), CrisisError("busy", "The database was busy.")
    for _ in range(100):
        voice.hear([trouble])
    assert said == ["The database was busy."]
    for _ in range(saying.FORGOTTEN + 1):
        voice.hear([])
    assert said[1:] == ["over: The database was busy."]
    voice.hear([trouble])
    assert len(said) == 3


def test_an_error_that_is_not_ours_is_told_without_its_message() -> None:
    assert "canary" not in saying.in_words(ValueError("canary-access-token"))
    assert "ValueError" in saying.in_words(ValueError("canary-access-token"))


def test_a_log_that_is_gone_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        def write(self, _text: str) -> int:
            raise BrokenPipeError

        def flush(self) -> None:
            raise BrokenPipeError

    monkeypatch.setattr("sys.stderr", Gone())
    saying.say("something")
