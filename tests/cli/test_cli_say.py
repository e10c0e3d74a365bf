"""Somebody phones: `crisis say`, played at a terminal with typed answers, and without one."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from cli_kit import Office, closed, in_words, now

PATIENCE = 30.0


@dataclass
class Terminal:
    """A person at a terminal: reads what is asked and types."""

    handle: int
    child: subprocess.Popen[bytes]
    shown: bytes = b""
    read: int = field(default=0)

    def answer(self, waiting_for: str, typed: str) -> None:
        """Wait until the screen shows something new, then type a line."""
        self.wait(waiting_for)
        os.write(self.handle, typed.encode() + b"\r")

    def wait(self, waiting_for: str) -> None:
        """Wait until the screen shows something, after what was waited for before."""
        end = time.monotonic() + PATIENCE
        while (at := self.shown.find(waiting_for.encode(), self.read)) < 0:
            assert time.monotonic() < end, self.shown.decode()
            assert self._more(), self.shown.decode()
        self.read = at + len(waiting_for.encode())

    def ends(self) -> int:
        """Everything until the end; the exit code."""
        while self._more():
            pass
        return self.child.wait(PATIENCE)

    def interrupted(self) -> int:
        """Ctrl-C until it ends, as a person does: one that falls between the question and the read is not seen; the exit code."""
        for _ in range(int(PATIENCE)):
            self.child.send_signal(signal.SIGINT)
            ready, _, _ = select.select([self.handle], [], [], 1)
            if ready:
                break
        return self.ends()

    def _more(self) -> bool:
        ready, _, _ = select.select([self.handle], [], [], PATIENCE)
        try:
            data = os.read(self.handle, 65536) if ready else b""
        except OSError:
            data = b""
        self.shown += data
        return bool(data)


@contextmanager
def terminal(*arguments: object) -> Iterator[Terminal]:
    """Run a command at a pseudo-terminal."""
    master, slave = pty.openpty()
    argv = [sys.executable, "-m", "crisis", *map(str, arguments)]
    env = {**os.environ, "TERM": "dumb", "NO_COLOR": "1", "COLUMNS": "80"}
    with subprocess.Popen(argv, stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True) as child:
        os.close(slave)
        try:
            yield Terminal(master, child)
        finally:
            os.close(master)
            child.kill()


def test_a_call_becomes_a_draft_at_a_terminal(office: Office) -> None:
    with terminal("say", "office-status", "--as", "drafter", "--role", "総務部", "--desk", office.folder) as screen:
        screen.answer("1/5", "仙台事業所")
        screen.answer("2/5", "1")
        screen.answer("3/5", in_words(now() + timedelta(hours=1)))
        screen.answer("4/5", "")
        screen.answer("5/5", "")
        assert screen.ends() == 0, screen.shown.decode()
    told = screen.shown.decode()
    assert "Sendai Office is closed" in told
    assert "crisis clear --as ID" in told
    (family,) = {row["state"] for row in office.json("clear")["posts"]}
    assert family == "draft"
    (notice,) = office.json("notice", "list")["notices"]
    assert "総務部" in office.run("notice", "show", notice["notice"]).out


def test_enter_takes_the_suggested_time_and_a_dash_promises_none(office: Office) -> None:
    for answer, promised in (("", True), ("-", False)):
        with terminal("say", "office-status", "--as", "drafter", "--role", "GA", "--desk", office.folder) as screen:
            screen.answer("1/5", "sendai")
            screen.answer("2/5", "1")
            screen.answer("Enter takes it", answer)
            screen.answer("4/5", "")
            screen.answer("5/5", "")
            assert screen.ends() == 0, screen.shown.decode()
        assert ("Next update" in screen.shown.decode()) is promised


def test_an_answer_that_is_not_understood_is_asked_again(office: Office) -> None:
    with terminal("say", "office-status", "--as", "drafter", "--role", "GA", "--desk", office.folder) as screen:
        screen.answer("1/5", "nowhere at all")
        screen.answer("> ", "sendai")
        screen.answer("2/5", "1")
        screen.answer("3/5", "earthquake")
        screen.answer("That is no time", "")
        screen.wait("4/5")


def test_a_call_that_is_broken_off_leaves_nothing(office: Office) -> None:
    with terminal("say", "holding", "--as", "drafter", "--role", "GA", "--desk", office.folder) as screen:
        screen.wait("1/")
        screen.wait("> ")
        assert screen.interrupted() == 3
    assert "nothing was done" in screen.shown.decode()
    assert "Traceback" not in screen.shown.decode()
    assert office.json("notice", "list") == {"notices": []}


def test_no_at_the_question_of_clearance_releases_nothing(office: Office) -> None:
    posts = office.waiting()
    with terminal("clear", *posts, "--as", "approver", "--desk", office.folder) as screen:
        screen.answer("[y/N]", "n")
        assert screen.ends() == 3
    shown = screen.shown.decode()
    assert "ACTUAL" in shown
    assert "仙台事業所" in shown
    assert office.json("queue") == {"deliveries": []}


def test_yes_at_the_question_of_clearance_releases_what_was_shown(office: Office) -> None:
    posts = office.waiting()
    with terminal("clear", *posts, "--as", "approver", "--desk", office.folder) as screen:
        screen.answer("[y/N]", "y")
        assert screen.ends() == 0
    assert set(office.queue()) == set(posts)


def test_clear_goes_through_what_waits_for_who_asks_and_tells_who_says_no_what_to_do(office: Office) -> None:
    office.run("edit", office.waiting()[0], "--text", "-", "--as", "approver", stdin="担当09012345678").exits(4)
    first, second = office.waiting(closed("札幌営業所")), office.waiting(closed("郡山工場"))
    with terminal("clear", "--as", "approver", "--desk", office.folder) as screen:
        screen.answer("札幌営業所", "y")
        screen.answer("郡山工場", "n")
        assert screen.ends() == 3
    told = screen.shown.decode()
    assert "cleared: 6 posts" in told
    assert f"…{second[0][-5:]}" in told[told.index("郡山工場") :]
    assert "crisis edit P-" in told
    assert set(office.queue()) == set(first)
    assert "仙台事業所" not in told, "who wrote it last is not asked"
    with terminal("clear", "--as", "drafter", "--desk", office.folder) as screen:
        assert screen.ends() == 0
    assert "[y/N]" not in screen.shown.decode()


def test_enter_takes_the_reason_of_the_open_incident_and_a_question_mark_shows_the_others(office: Office) -> None:
    office.json("incident", "open", "earthquake", "--as", "drafter")
    for answers, reason in ((("",), "earthquake"), (("?", "2"), "tsunami")):
        with terminal("say", "safety-check", "--as", "drafter", "--role", "HR", "--desk", office.folder) as screen:
            screen.answer("1/5", "1")
            screen.answer("2/5", "")
            screen.wait("? shows all")
            for answer in answers:
                screen.answer("> ", answer)
            screen.answer("4/5", "")
            screen.answer("5/5", "")
            assert screen.ends() == 0, screen.shown.decode()
        assert f"because of the {reason}" in " ".join(screen.shown.decode().split())


def test_without_a_terminal_it_names_the_answers_it_needs(office: Office) -> None:
    ran = office.run("say", "office-status", "--as", "drafter").exits(2)
    assert "--answer site=…" in ran.err
    assert office.json("notice", "list") == {"notices": []}


def test_answers_given_beforehand_need_no_terminal(office: Office) -> None:
    later = in_words(now() + timedelta(hours=1))
    answers = [
        f"--answer={name}={value}"
        for name, value in (("site", "仙台事業所"), ("status", "閉鎖"), ("next_update", later))
    ]
    (notice,) = office.json("say", "office-status", "--as", "drafter", "--role", "総務部", *answers)["notices"]
    assert notice["notice"].startswith("N-")
    assert all(post["post"].startswith("P-") for post in notice["posts"])


@pytest.mark.parametrize("answer", ["nonsense", "weather=sunny", "=", ""])
def test_an_answer_to_no_question_names_the_questions(office: Office, answer: str) -> None:
    ran = office.run("say", "office-status", "--as", "drafter", "--answer", answer).exits(2)
    assert "site" in ran.err
