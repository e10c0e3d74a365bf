"""From the telephone call to a cleared Japanese post: every key that is pressed, and every Japanese character and English word that
is shown, counted on a terminal of the real commands, and what they take at the speeds below.

The person on duty has `CRISIS_DESK`, `CRISIS_AS` and the language in the profile, and has opened the incident. Somebody phones:
mails of the safety check do not arrive. Alone, as it was pre-cleared; and with a second person, who clears it at home with `clear`, or
from the board, and reads the board once more afterwards.
"""

from __future__ import annotations

import os
import pty
import re
import select
import struct
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fcntl import ioctl
from pathlib import Path
from subprocess import Popen
from termios import TIOCSWINSZ

from figures import Row

from crisis.wiring.live import make_desk

KEYS_A_MINUTE = 120
"""A person who is tired and careful: two keys a second, thinking included."""

CHARACTERS_A_MINUTE, WORDS_A_MINUTE = 500, 150
"""Silent reading: of Japanese, where 400 to 600 characters are usual, and of English as a second language."""

LIMIT_MINUTES = 3
PATIENCE = 90
SEQUENCES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>()][A-Z0-9]?")
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff01-\uff5e]")
WORDS = re.compile(r"[A-Za-z0-9][A-Za-z0-9:.,@_-]*")
TO_CLEAR = re.compile(r"^1 .{0,10} *承認 ", re.MULTILINE)
"""The first line of the board asks for a clearance."""

PROMPTS = ("> ", "[y/N]: ", "一覧に戻る: ")


@dataclass
class Terminal:
    """What was pressed and shown. `asked` gives, by a word of a question, the answer to it."""

    folder: Path
    asked: Mapping[str, str]
    keys: int = 0
    characters: int = 0
    words: int = 0

    def types(self, command: str, person: str) -> None:
        """Type a command, answer what it asks, read what it shows."""
        self.keys += len(f"crisis {command}") + 1
        master, slave = pty.openpty()
        ioctl(slave, TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        environment = {**os.environ, "CRISIS_DESK": str(self.folder), "CRISIS_AS": person, "CRISIS_LANG": "ja"}
        with Popen(
            [sys.executable, "-m", "crisis", *command.split()],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**environment, "TERM": "xterm"},
            start_new_session=True,
        ) as running:
            os.close(slave)
            try:
                self._converse(master)
            finally:
                running.kill()
        os.close(master)

    def _converse(self, master: int) -> None:
        shown, ends = "", time.monotonic() + PATIENCE
        while (more := _more(master)) is not None:
            shown += more
            if time.monotonic() > ends:
                raise SystemExit(f"the command waits for something else: {shown[-400:]!r}")
            if (answer := self._answer(shown)) is not None:
                self._seen(shown)
                shown = ""
                self.keys += len(answer)
                os.write(master, answer.encode())
        self._seen(shown)

    def _answer(self, shown: str) -> str | None:
        """What is pressed where a question, or the board, waits."""
        text = SEQUENCES.sub("", shown)
        if "q：終わる" in text:
            return "\r" if TO_CLEAR.search(text) else "q"
        if not text.endswith(PROMPTS):
            return None
        return next((answer for words, answer in self.asked.items() if words in text), "\n")

    def _seen(self, shown: str) -> None:
        """Read what is shown: of a live screen its last picture."""
        text = SEQUENCES.sub("", shown.split("\x1b[H")[-1])
        self.characters += len(JAPANESE.findall(text))
        self.words += len(WORDS.findall(text))

    @property
    def minutes(self) -> float:
        """All of it at the stated speeds."""
        read = self.characters / CHARACTERS_A_MINUTE + self.words / WORDS_A_MINUTE
        return self.keys / KEYS_A_MINUTE + read

    @property
    def aside(self) -> str:
        """What was counted."""
        return f"{self.keys} keys, {self.characters} Japanese characters and {self.words} other words read"


def _more(master: int) -> str | None:
    """What has come; empty while nothing comes, None at the end."""
    if not select.select([master], [], [], 0.5)[0]:
        return ""
    try:
        return os.read(master, 65536).decode("utf-8", "ignore") or None
    except OSError:
        return None


def rows() -> Iterator[Row]:
    """Both ways."""
    answers = {
        "y/N": "y\n",
        "どう返事": "1\n",
        "届かない": "1\n",
        "どなた": "HR\n",
    }
    ways: Mapping[str, tuple[float | None, Sequence[tuple[str, str]]]] = {
        "alone, pre-cleared": (LIMIT_MINUTES, [("say safety-check --precleared", "drafter")]),
        "two people, both summed": (LIMIT_MINUTES, [("say safety-check", "drafter"), ("clear", "approver")]),
        "the same from the board, all of which is read twice": (
            None,
            [("say safety-check", "drafter"), ("board", "approver")],
        ),
    }
    for way, (limit, commands) in ways.items():
        with tempfile.TemporaryDirectory() as temporary:
            make_desk(Path(temporary) / "desk", sample=True, environ=os.environ).close()
            Terminal(Path(temporary) / "desk", answers).types("incident open earthquake", "drafter")
            terminal = Terminal(Path(temporary) / "desk", answers)
            for command, person in commands:
                terminal.types(command, person)
            yield Row(f"scene (a), {way}", terminal.minutes, limit, "min", aside=terminal.aside)
