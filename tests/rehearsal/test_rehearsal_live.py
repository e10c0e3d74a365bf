"""People play: the clock follows the wall, what is to come stays hidden, and Ctrl-C leaves a report."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
import rehearsal_kit

from crisis.cli.rehearsal import rehearsing
from crisis.errors import Mistake
from crisis.rehearsal import score
from crisis.rehearsal.live import Game, lead
from crisis.rehearsal.run import play, set_up, through
from crisis.rehearsal.stage import News, Stage
from crisis.rehearsal.traps import traps
from crisis.wiring.pace import WallPace

MINUTE = timedelta(minutes=1)


@dataclass
class HandPace:
    """A wall clock that the test moves."""

    wall: timedelta = timedelta()

    def gone(self) -> timedelta:
        return self.wall

    def wait(self, until: timedelta) -> None:
        self.wall = max(self.wall, until)

    def seconds(self, until: timedelta) -> float:
        return max((until - self.wall).total_seconds(), 0.0)

    def skip(self, until: timedelta) -> None:
        self.wait(until)


def game(folder: Path, *, skips: bool) -> tuple[Game, HandPace]:
    pace = HandPace()
    return Game(set_up(rehearsal_kit.earthquake(), rehearsal_kit.kit(), 1, folder), pace, skips), pace


def test_what_a_newer_notice_overtakes_waits_no_longer(tmp_path: Path) -> None:
    """Nobody has cleared that people should answer the mail when it becomes known that the mails are late."""
    playing, pace = game(tmp_path, skips=False)
    with closing(playing.stage.desk):
        pace.wall = timedelta(minutes=50)
        told = playing.catch_up()
        assert [news.name for news in told if news.kind == "overtaken"] == ["I2"]
        assert "I2" not in [each.task.id for each in playing.waiting]
        (work,) = [work for work in playing.stage.arrivals if work.id == "I2"]
        assert (work.seen, work.outcomes[0].codes) == ("held", ("overtaken",))


def test_everything_that_is_drafted_waits_for_the_people(tmp_path: Path) -> None:
    """Nobody clears: nothing goes out, and what has not come yet is not told."""
    playing, pace = game(tmp_path, skips=False)
    with closing(playing.stage.desk):
        pace.wall = timedelta(minutes=20)
        told = playing.catch_up()
        assert {news.name for news in told if news.kind == "arrived"} == {"I1", "I2"}
        assert [each.task.id for each in playing.waiting] == ["ack", "I2"]
        assert playing.stage.recorder.log == []
        assert playing.stage.clock.now() == playing.stage.runbook.starts + timedelta(minutes=20)


def test_what_people_clear_goes_out_at_the_time_at_which_they_said_yes(tmp_path: Path) -> None:
    playing, pace = game(tmp_path, skips=False)
    with closing(playing.stage.desk):
        pace.wall = timedelta(minutes=9)
        playing.catch_up()
        pace.wall = timedelta(minutes=13)
        playing.catch_up()
        (waiting,) = playing.waiting
        assert [outcome.seen for outcome in playing.clear(waiting)] == ["cleared"]
        assert {one.at for one in playing.stage.recorder.log} == {playing.stage.runbook.starts + timedelta(minutes=13)}
        assert playing.waiting == []


def test_what_is_sent_back_is_not_said_and_does_not_wait(tmp_path: Path) -> None:
    playing, pace = game(tmp_path, skips=False)
    with closing(playing.stage.desk):
        pace.wall = timedelta(minutes=9)
        playing.catch_up()
        playing.give_back(playing.waiting[0], "who says so?")
        assert (playing.waiting, playing.stage.recorder.log) == ([], [])
        assert playing.stage.told[0].outcomes[0].codes == ("returned",)
        assert playing.numbered(1) is None


def test_quiet_time_is_left_out_and_the_minutes_of_people_count(tmp_path: Path) -> None:
    """A rehearsal of days is played in minutes; nothing is skipped while something waits."""
    playing, pace = game(tmp_path, skips=True)
    with closing(playing.stage.desk):
        for _ in range(20):
            playing.catch_up()
            if playing.waiting:
                break
        assert pace.wall >= timedelta(minutes=8)
        before = pace.wall
        playing.catch_up()
        assert pace.wall == before
        pace.wall += 3 * MINUTE
        playing.catch_up()
        playing.clear(playing.waiting[0])
        out = playing.stage.recorder.log[0].at - playing.stage.runbook.starts
        assert before + 3 * MINUTE <= out < before + 4 * MINUTE


def test_time_goes_on_with_those_who_think_about_what_cannot_go_out(tmp_path: Path) -> None:
    """Nothing waits and nothing is skipped: what was refused may have to be answered in other words."""
    playing, pace = game(tmp_path, skips=True)
    with closing(playing.stage.desk):
        told = playing.catch_up()
        playing.thinking = True
        assert playing.patience() > 0.0
        before = pace.wall
        playing.catch_up()
        assert pace.wall == before
        playing.go_on()
        assert not playing.thinking
        assert pace.wall > before
        assert {news.kind for news in told} <= {"arrived", "refused", "waits"}


def test_people_are_told_once_that_a_platform_is_down(tmp_path: Path) -> None:
    """However often the desk tries again."""
    stage = set_up(rehearsal_kit.runbook("march2011"), rehearsal_kit.kit(), 1, tmp_path)
    heard: list[News] = []
    stage.tell = heard.append
    with closing(stage.desk):
        while stage.next is not None and stage.clock.now() < stage.runbook.starts + timedelta(hours=1):
            stage.step()
    troubles = {(each.account, each.post) for each in stage.recorder.troubles}
    assert len(stage.recorder.troubles) > len(troubles)
    assert [(news.kind, news.name) for news in heard if news.kind in ("down", "lost")] == [("down", "x-main")] * len(
        troubles
    )


def test_a_team_that_clears_everything_at_once_meets_the_runbook(tmp_path: Path) -> None:
    def eager(playing: Game) -> None:
        while not playing.over:
            playing.catch_up()
            for waiting in list(playing.waiting):
                playing.clear(waiting)
                if waiting in playing.waiting:
                    playing.give_back(waiting, "the guard stops it")

    played = play(
        rehearsal_kit.earthquake(), rehearsal_kit.kit(), 1, tmp_path, lead(HandPace(), skips=True, play=eager)
    )
    assert [reached.objective.name for reached in score.objectives(played) if not reached.met] == []
    assert score.leaks(played) == 0
    assert not played.stopped


def test_a_team_that_sleeps_tells_nobody_anything_and_misses(tmp_path: Path) -> None:
    def asleep(playing: Game) -> None:
        while not playing.over:
            playing.catch_up()
            playing.go_on()

    played = play(
        rehearsal_kit.earthquake(), rehearsal_kit.kit(), 1, tmp_path, lead(HandPace(), skips=True, play=asleep)
    )
    assert played.recorded == ()
    assert [trap.id for trap in traps(played) if trap.leaked] == ["I9-approver-away"]
    missed = {reached.objective.name for reached in score.objectives(played) if not reached.met}
    assert {"first-post", "as-expected"} <= missed


def test_control_c_ends_it_with_a_report_of_what_was(tmp_path: Path) -> None:
    def tired(stage: Stage) -> None:
        for _ in range(12):
            stage.step()
        raise KeyboardInterrupt

    played = play(rehearsal_kit.earthquake(), rehearsal_kit.kit(), 1, tmp_path, tired)
    assert played.stopped
    assert 0 < len(played.arrivals) < len(played.runbook.injects)
    assert played.verdict.ok
    assert score.unreached(played)


def test_the_pace_of_the_wall() -> None:
    pace = WallPace(60.0)
    assert pace.gone() < MINUTE
    assert 0.9 < pace.seconds(MINUTE) <= 1.0
    pace.skip(10 * MINUTE)
    assert 10 * MINUTE <= pace.gone() < 11 * MINUTE
    assert pace.seconds(5 * MINUTE) == 0.0
    pace.wait(5 * MINUTE)


def test_simulated_players_at_a_speed_play_the_same_rehearsal(tmp_path: Path) -> None:
    pace = WallPace(1_000_000.0)
    played = play(rehearsal_kit.earthquake(), rehearsal_kit.kit(), 1, tmp_path, partial(through, pace=pace))
    assert played.recorded == rehearsal_kit.played(1).recorded
    assert pace.gone() >= played.runbook.lasts


def test_a_speed_that_there_is_not_and_a_script_at_the_table_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match=r"--speed max, 60x, real"):
        rehearsing.rehearse("earthquake", 1, strict=False, out=tmp_path, desk_dir=None, as_json=False, speed="2x")
    with pytest.raises(Mistake, match="same screen"):
        rehearsing.rehearse("earthquake", 1, strict=False, out=tmp_path, desk_dir=None, as_json=True, live=True)


def test_it_is_played_at_a_terminal(tmp_path: Path) -> None:
    """Typed as a team types it: on to the first thing that waits, read, yes, and the end."""
    lines = "?\n1\ny\ns\nb 9 why\n7\nsay nothing a=b\nsay holding what=火災; next_update=17:00\nq\n"
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "crisis",
            "rehearse",
            "earthquake",
            "--live-players",
            "--with",
            "suzuki",
            "--out",
            str(tmp_path / "out"),
        ],
        cwd=tmp_path,
        input="\n\n\n" + lines,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "EXERCISE: Earthquake. It is 10-09 14:46." in run.stdout
    assert "Aims: First post within 15 minutes" in run.stdout
    assert "EXERCISE: release these texts to" in run.stdout
    assert "OUT on" in run.stdout
    assert "Stopped at" in run.stdout
    assert "あおば薬品" not in run.stdout, "what is still to come stays hidden"
    (report,) = (tmp_path / "out").glob("earthquake-1-*.json")
    told = json.loads(report.read_text("utf-8"))
    assert (told["sitting"]["players"], told["stopped"]) == (["suzuki"], True)
    assert f"crisis rehearse keep {report}" in run.stderr
