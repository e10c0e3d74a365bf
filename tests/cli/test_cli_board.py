"""The board as people have it: live on a small terminal in both languages, as plain sentences, for scripts; and handing over."""

from __future__ import annotations

import os
import pty
import select
import struct
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import ioctl
from subprocess import Popen
from termios import TIOCSWINSZ

import pytest
from cli_kit import Office

from crisis.text.japanese import display_width


@pytest.fixture
def busy(office: Office) -> Office:
    """A desk with posts by hand, a draft that waits, and a caller."""
    office.cleared()
    office.drafted()
    office.run("enquiry", "add", "NHK 佐藤 03-0000-0000", "--question", "since when?", "--as", "drafter").exits(0)
    return office


@contextmanager
def terminal(office: Office, *arguments: str) -> Iterator[tuple[int, Popen[bytes]]]:
    """A command on a terminal of 80 columns and 24 lines."""
    master, slave = pty.openpty()
    ioctl(slave, TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    command = [sys.executable, "-m", "crisis", *arguments, "--desk", str(office.folder)]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80", "LINES": "24"}
    with Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True) as running:
        os.close(slave)
        yield master, running
        running.kill()
    os.close(master)


def read_until(master: int, words: str, seconds: float = 60) -> str:
    """What the terminal shows until these words."""
    seen, ends = b"", time.monotonic() + seconds
    while words not in seen.decode("utf-8", "ignore"):
        assert time.monotonic() < ends, seen.decode("utf-8", "replace")
        if select.select([master], [], [], 1)[0]:
            seen += os.read(master, 65536)
    return seen.decode("utf-8", "ignore")


def test_scripts_get_each_task_with_its_command(busy: Office) -> None:
    found = busy.json("board", "--as", "approver")
    kinds = [task["kind"] for task in found["tasks"]]
    assert {"clear", "by hand", "enquiry"} <= set(kinds)
    clear = next(task for task in found["tasks"] if task["kind"] == "clear")
    assert clear["who"] == ["approver"]
    assert clear["command"][:2] == ["crisis", "clear"]
    assert busy.run(*clear["command"][1:], "--yes").exits(0)


def test_plain_is_one_text_of_sentences(busy: Office) -> None:
    shown = busy.run("board", "--plain", "--as", "approver").exits(0).out
    assert shown == busy.run("board", "--once", "--as", "approver").exits(0).out
    assert shown.index("1. ") < shown.index("2. ") < shown.index("3. ")
    assert "call back NHK 佐藤 03-0000-0000: since when?" in shown
    assert "crisis enquiry answer E-" in shown
    assert "\x1b" not in shown
    assert "折り返す" in busy.run("board", "--plain", "--lang", "ja").out


def test_an_empty_board_says_so(office: Office) -> None:
    assert "Nothing is to be done." in office.run("board").exits(0).out


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_live_board_fits_its_terminal_and_ends_with_q(busy: Office, language: str) -> None:
    with terminal(busy, "board", "--as", "approver", "--lang", language) as (master, running):
        shown = read_until(master, "Enter")
        os.write(master, b"q")
        assert running.wait(60) == 0
    lines = [line for line in shown.replace("\r", "").split("\n") if "\x1b" not in line]
    assert max(map(display_width, lines)) <= 80


def test_a_key_runs_the_command_of_its_line_in_this_terminal(busy: Office) -> None:
    with terminal(busy, "board", "--as", "approver", "--lang", "en") as (master, running):
        shown = read_until(master, "Enter: crisis")
        assert "Enter: crisis clear N-" in shown
        os.write(master, b"\r")
        read_until(master, "[y/N]")
        os.write(master, b"y\n")
        read_until(master, "back to the board")
        os.write(master, b"\n")
        read_until(master, "Queue:")
        os.write(master, b"q")
        assert running.wait(60) == 0
    assert "clear" not in {task["kind"] for task in busy.json("board")["tasks"]}


def test_a_shift_hands_over(busy: Office) -> None:
    assert "Nobody has handed over yet." in busy.run("handover").exits(0).out
    written = busy.json("handover", "--note", "GA calls at 6:00", "--as", "drafter")["handover"]
    assert written["note"] == "GA calls at 6:00"
    assert any(name.startswith("E-") for name in written["open"])
    assert "GA calls at 6:00" in busy.run("handover").exits(0).out
    taken = busy.json("handover", "--take", "--as", "approver")["handover"]
    assert taken["taken_by"] == "approver"
    busy.run("handover", "--take", "--as", "approver").exits(3)


def test_promises_are_listed_taken_given_and_dropped(office: Office) -> None:
    assert "No promised update is open." in office.run("promise", "list").exits(0).out
    office.cleared()
    office.run("daemon", "--once")
    (promise,) = office.json("promise", "list")["promises"]
    assert office.json("promise", "take", "--as", "drafter")["owner"] == "drafter"
    assert office.json("promise", "give", promise["post"], "--to", "approver", "--as", "drafter")["owner"] == "approver"
    assert "crisis say no-change --precleared" in office.run("promise", "list").out
    office.run("promise", "drop", "--as", "drafter").exits(2)
    assert office.json("promise", "drop", "--reason", "handed to the city", "--as", "drafter")["how"] == "dropped"
    assert office.json("promise", "list")["promises"] == []
    office.run("promise", "take", "--as", "drafter").exits(2)


def test_an_approved_answer_is_read_out_and_noted(busy: Office) -> None:
    shown = busy.run("enquiry", "lines").exits(0).out
    assert "We neither confirm nor deny rumours." in shown
    (asked,) = busy.json("enquiry", "list")["enquiries"]
    busy.run("enquiry", "answer", asked["enquiry"], "--as", "drafter").exits(2)
    busy.run("enquiry", "answer", asked["enquiry"], "--line", "weather", "--as", "drafter").exits(2)
    answered = busy.json("enquiry", "answer", asked["enquiry"], "--line", "attack", "--as", "drafter")
    assert answered["answer"].startswith("That touches the response, so we say neither yes nor no.")
