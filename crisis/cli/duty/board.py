"""`board`: what is due, live, the most urgent first, with one key to do it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from crisis.cli import output
from crisis.cli.duty import boarding
from crisis.cli.options import As, DeskDir, Json, ask, command, desk_folder, open_desk
from crisis.cli.words import _, language
from crisis.duty.tasks import Kind
from crisis.errors import CrisisError, Mistake, Refused
from crisis.text.terminal import shown

if TYPE_CHECKING:
    from rich.text import Text

    from crisis.desk.desk import Desk
    from crisis.desk.duty.board import Board
    from crisis.duty.tasks import Task

EVERY_SECONDS = 2.0
ESCAPE = b"\x1b"
SKIP = b"s"


def register(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "board", _("Example: crisis board --as tanaka"))(board)


def board(
    plain: Annotated[
        bool, typer.Option("--plain", "--once", help=_("Once, as plain sentences: for a screen reader or a poor line."))
    ] = False,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """What is to be done, live: the most urgent first, with one key to do it."""
    from crisis.desk.duty.board import board as look

    desk = open_desk(desk_dir)
    if as_json:
        output.emit(boarding.document(desk, look(desk, person, language())))
    elif plain or not (sys.stdin.isatty() and sys.stdout.isatty()):
        for line in boarding.plain(desk, look(desk, person, language())):
            output.line(line.text, line.style)
    else:
        _live(desk, lambda: look(desk, person, language()), str(desk_folder(desk_dir)))


def _live(desk: Desk, look: Callable[[], Board], folder: str) -> None:
    """Draw it anew every two seconds and after each key, until `q`."""
    from rich.live import Live

    console = output.console()
    while True:
        with _keys() as key, Live(console=console, screen=True, auto_refresh=False) as live:
            pressed = b""
            while pressed not in (b"q", b"\x03", b"\x04"):
                board = look()
                live.update(_drawn(boarding.screen(desk, board, console.width, console.height)), refresh=True)
                pressed = key(EVERY_SECONDS)
                if (task := _meant(board, pressed)) is not None:
                    break
            else:
                return
        _act(task, folder, left_out=pressed == SKIP)


def _drawn(lines: list[boarding.Line]) -> Text:
    from rich.text import Text

    text = Text(no_wrap=True, overflow="crop", end="")
    for number, line in enumerate(lines):
        text.append(("\n" if number else "") + shown(line.text), line.style)
    return text


def _meant(board: Board, pressed: bytes) -> Task | None:
    """The task behind a key, None for every other key."""
    if pressed in (b"\r", b"\n"):
        return board.tasks[0] if board.tasks else None
    if pressed == SKIP:
        return board.tasks[0] if board.tasks and board.tasks[0].instead else None
    number = int(pressed) if pressed.isdigit() else 0
    return board.tasks[number - 1] if 0 < number <= len(board.tasks) else None


@contextmanager
def _keys() -> Iterator[Callable[[float], bytes]]:
    """What reads one key, nothing where none is pressed in that many seconds. The terminal is as it was afterwards."""
    try:
        import termios
        import tty
    except ImportError:
        raise Mistake("no-live-board", "This terminal cannot show the live board.", "crisis board --plain") from None
    from select import select

    number = sys.stdin.fileno()
    before = termios.tcgetattr(number)

    def read(seconds: float) -> bytes:
        if not select([number], [], [], seconds)[0]:
            return b""
        pressed = os.read(number, 32)
        # A key such as an arrow sends several bytes that begin with an escape; it means nothing here.
        return b"" if pressed.startswith(ESCAPE) else pressed[:1]

    tty.setcbreak(number)
    try:
        yield read
    finally:
        termios.tcsetattr(number, termios.TCSADRAIN, before)


def _act(task: Task, folder: str, *, left_out: bool) -> None:
    """Run a task's command in this terminal, with what it still needs asked for first; or the one that leaves it out."""
    if left_out:
        task = replace(task, command=task.instead, kind=Kind.STEP)
    if task.kind is not Kind.CLEAR:  # which shows the whole text itself
        output.line(boarding.what(task), "bold")
    with suppress(CrisisError, KeyboardInterrupt):
        words = [*task.command, *_asked(task)]
        done = _run(words, folder)
        if task.kind is Kind.HAND and done == 0:
            url = _line(_("Where does it stand now? (its address; Enter: not posted)"))
            if url:
                _run([*task.command, "--done", url], folder)
        _line(_("Enter: back to the board"))


def _asked(task: Task) -> list[str]:
    """What a command needs that only a person knows."""
    if task.kind is Kind.ENQUIRY:
        said = _needed(_("What was answered? (=rumour: the approved answer of that class)"))
        return ["--line", said[1:]] if said.startswith("=") else ["--text", said]
    if task.kind is Kind.UNKNOWN:
        url = _line(_("Where does it stand? (its address; Enter: it is not there)"))
        return ["--published", url] if url else ["--not-sent", "--reason", _needed(_("How do you know?"))]
    if task.kind is Kind.PHONE and _line(_("Have they stopped? (y: tick them off, Enter: not yet)")) != "y":
        raise Refused("stopped", "Stopped: nothing was done.")
    if task.command[:2] in (("step", "done"), ("step", "skip"), ("promise", "drop")):
        return ["--reason", _needed(_("How was it done, or why not?"))]
    if task.command == ("handover", "--as", task.about):
        return ["--note", _line(_("What should the next one know? (stays inside)"))]
    return []


def _line(question: str) -> str:
    return ask(question, default="", show_default=False).strip()


def _needed(question: str) -> str:
    if answer := _line(question):
        return answer
    raise Refused("stopped", "Stopped: nothing was done.")


def _run(words: list[str], folder: str) -> int:
    """Another process of this program, at this desk and in this language."""
    environment = {**os.environ, "CRISIS_DESK": folder, "CRISIS_LANG": language()}
    return subprocess.run([sys.executable, "-m", "crisis", *words], env=environment, check=False).returncode  # noqa: S603
