"""Each at a terminal of their own: others join a rehearsal that is being played, see what all see, and decide with them."""

from __future__ import annotations

import io
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
import rehearsal_kit
from test_rehearsal_live import HandPace

from crisis.cli.rehearsal import joining
from crisis.cli.rehearsal.playing import sit_down
from crisis.cli.rehearsal.seats import DOOR, Seats
from crisis.errors import Mistake
from crisis.rehearsal.live import Game
from crisis.rehearsal.run import set_up


class Terminal(io.StringIO):
    """A screen on which a test waits for words, and the keyboard before it."""

    def __init__(self, type_: Callable[[str], object]) -> None:
        super().__init__()
        self.type_ = type_

    def types(self, line: str, then: str) -> None:
        """Type a line, and wait until these words have come since."""
        seen = len(self.getvalue())
        self.type_(f"{line}\n")
        self.sees(then, seen)

    def sees(self, words: str, since: int = 0) -> None:
        """Wait for words."""
        until = time.monotonic() + 20
        while words not in self.getvalue()[since:]:
            assert time.monotonic() < until, f"{words!r} never came: {self.getvalue()[since:]!r}"
            time.sleep(0.01)


def joined(folder: Path, name: str) -> Terminal:
    """A terminal that joins, as far as its socket."""
    line = socket.socket(socket.AF_UNIX)
    line.connect(str(folder / DOOR))
    line.sendall(json.dumps({"name": name, "terminal": False}).encode() + b"\n")
    terminal = Terminal(lambda typed: line.sendall(typed.encode()))

    def read() -> None:
        with line:
            while shown := line.recv(65536):
                terminal.write(shown.decode())
        terminal.write("(the line is closed)")

    threading.Thread(target=read, daemon=True).start()
    return terminal


def at_the_table(
    place: Path, monkeypatch: pytest.MonkeyPatch, script: Callable[[Terminal], None]
) -> tuple[Game, list[str]]:
    """Play the earthquake at a first terminal at which suzuki sits; the script types there, and whoever joins."""
    typed, keyboard = os.pipe()
    first = Terminal(lambda line: os.write(keyboard, line.encode()))

    def driven() -> None:
        try:
            script(first)
        finally:
            os.close(keyboard)  # with its input the rehearsal ends

    (place / "desk").mkdir()
    stage = set_up(rehearsal_kit.earthquake(), rehearsal_kit.kit(), 1, place / "desk")
    game, present = Game(stage, HandPace(), skips=True), ["suzuki"]
    with os.fdopen(typed) as lines, closing(stage.desk), ThreadPoolExecutor() as driver:
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stdin", lines)
            patched.setattr(sys, "stdout", first)
            done = driver.submit(driven)
            with pytest.raises(KeyboardInterrupt):
                sit_down(game, place, present[:], present.append)
        done.result()
    return game, present


def test_two_people_play_at_two_terminals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One says something, only the other may clear it; both see what goes out, and neither is disturbed while reading."""

    def script(suzuki: Terminal) -> None:
        suzuki.sees("Others join from a terminal of their own")
        tanaka = joined(tmp_path, "tanaka")
        suzuki.sees("tanaka has joined.")
        tanaka.sees("It is 10-09 14:46.")
        tanaka.types("", "type 1")
        suzuki.sees("tanaka: on to the next event.")
        suzuki.types("say holding what=火災; next_update=17:00", "type 2")
        suzuki.types("2", "You said this yourself")
        tanaka.types("2", "[y/N]")
        suzuki.sees("tanaka reads 2 aloud.")
        suzuki.types("1", "[y/N]")
        read = len(tanaka.getvalue())
        suzuki.types("y", "OUT on")
        assert "OUT on" not in tanaka.getvalue()[read:], "nobody is disturbed while they read"
        tanaka.types("y", "OUT on")
        tanaka.types("1", "Nothing waits under 1.")
        tanaka.types("q", "(the line is closed)")
        suzuki.sees("tanaka has left.")

    game, present = at_the_table(tmp_path, monkeypatch, script)
    assert present == ["suzuki", "tanaka"]
    assert not {1, 2} & {each.number for each in game.waiting}
    assert len({one.release for one in game.stage.recorder.log}) == 2
    assert not (tmp_path / DOOR).exists()


def test_what_two_read_at_once_goes_out_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def script(suzuki: Terminal) -> None:
        suzuki.sees("Others join")
        tanaka = joined(tmp_path, "tanaka")
        suzuki.sees("tanaka has joined.")
        suzuki.types("", "type 1")
        suzuki.types("1", "[y/N]")
        tanaka.types("1", "[y/N]")
        suzuki.types("y", "OUT on")
        tanaka.types("y", "It waits no longer.")

    game, _present = at_the_table(tmp_path, monkeypatch, script)
    given = [(one.post, one.account) for one in game.stage.recorder.log]
    assert len(given) == len(set(given))


def test_a_terminal_joins_by_its_command_and_leaves_with_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program itself, and a second table in the same folder is refused meanwhile."""
    told: list[str] = []

    def script(suzuki: Terminal) -> None:
        suzuki.sees("Others join")
        command = [sys.executable, "-m", "crisis", "rehearse", "join", "--as", "tanaka", "--out", str(tmp_path)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as terminal:
            suzuki.sees("tanaka has joined.")
            with pytest.raises(Mistake, match="being played here already"), Seats().open(tmp_path):
                pass
            suzuki.type_("q\n")
            told.append(terminal.communicate(timeout=20)[0])
            assert terminal.returncode == 0

    at_the_table(tmp_path, monkeypatch, script)
    assert "EXERCISE: Earthquake." in told[0]
    assert told[0].endswith("You have left the rehearsal.\n")


def test_where_nobody_plays_nobody_joins(tmp_path: Path) -> None:
    """Neither where nobody ever did, nor at what a killed rehearsal left behind; the next one takes its place."""
    with pytest.raises(Mistake, match="Nobody plays"):
        joining.join("tanaka", tmp_path)
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(tmp_path / DOOR))
    with pytest.raises(Mistake, match="Nobody plays"):
        joining.join("tanaka", tmp_path)
    with Seats().open(tmp_path) as is_open:
        assert is_open
        assert (tmp_path / DOOR).stat().st_mode & 0o077 == 0


def test_what_does_not_say_who_it_is_is_let_go(tmp_path: Path) -> None:
    seats = Seats()
    with seats.open(tmp_path):
        for hello in (b"GET / HTTP/1.1\n", b"[]\n", b"\n"):
            with socket.socket(socket.AF_UNIX) as stranger:
                stranger.connect(str(tmp_path / DOOR))
                stranger.sendall(hello)
                assert stranger.recv(10) == b""


def test_a_path_too_long_for_a_socket_is_played_alone(tmp_path: Path) -> None:
    with Seats().open(tmp_path / ("long" * 30)) as is_open:
        assert not is_open


def test_a_terminal_that_joins_has_no_desk_and_no_way_out() -> None:
    """Nothing is imported there with which anything could be sent, stored or signed."""
    ask = "import sys, crisis.cli.rehearsal.joining; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout.split()
    rooms = {".".join(name.split(".")[:2]) for name in loaded if name.startswith("crisis.")}
    assert rooms.isdisjoint({"crisis.wiring", "crisis.channels", "crisis.sources", "crisis.desk", "crisis.store"})
    assert not {"requests", "httpx", "urllib.request", "http.client", "keyring"} & set(loaded)
