"""A terminal for commands as a document writes them: a real pseudo-terminal, and somebody who answers what is asked."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

_SPAWN = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(['sh', '-c', sys.argv[1]])))"
_COLOUR = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
PATIENCE = 60.0
"""Seconds after which a command that waits for something unexpected is ended."""


@dataclass(frozen=True)
class Typed:
    """What came of a command: its exit code and all that stood on the screen."""

    code: int
    screen: str


def environment(home: Path, *folders: Path, **more: str) -> Mapping[str, str]:
    """A plain environment: this Python's commands, English, 80 columns, and a home of its own."""
    path = os.pathsep.join(map(str, (*folders, Path(sys.executable).parent, "/usr/bin", "/bin")))
    return {"PATH": path, "HOME": str(home), "LANG": "C.UTF-8", "CRISIS_LANG": "en", "COLUMNS": "80", **more}


def soon() -> str:
    """An hour from now, in the zone of the desks here, as somebody would say it on the phone."""
    return (datetime.now(ZoneInfo("Asia/Tokyo")) + timedelta(hours=1)).strftime("%Y-%m-%d %H:%M")


def type_in(
    command: str, cwd: Path, env: Mapping[str, str], answers: Iterable[tuple[str, str]] = (), *, colour: bool = False
) -> Typed:
    """Type a command and answer what it asks: each answer (prompt, words) is given once its prompt stands on the screen."""
    process = subprocess.Popen(
        [sys.executable, "-c", _SPAWN, command],
        cwd=cwd,
        env=dict(env),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    impatient = threading.Timer(PATIENCE, process.kill)
    impatient.start()
    with process:
        shown = _converse(process, list(answers))
        code = process.wait()
    impatient.cancel()
    text = shown.decode("utf-8", "replace").replace("\r\n", "\n")
    return Typed(code, text if colour else _COLOUR.sub("", text))


def _converse(process: subprocess.Popen[bytes], answers: list[tuple[str, str]]) -> bytes:
    assert process.stdin
    assert process.stdout
    shown, read = b"", 0
    while chunk := process.stdout.read1():  # type: ignore[attr-defined]
        shown += chunk
        if answers and _asked(answers[0][0].encode(), shown[read:]):
            process.stdin.write(answers.pop(0)[1].encode() + b"\n")
            process.stdin.flush()
            read = len(shown)
    assert not answers, f"nobody asked {answers[0][0]!r}: {shown.decode('utf-8', 'replace')}"
    return shown


def _asked(prompt: bytes, shown: bytes) -> bool:
    """Whether the prompt stands there and the cursor waits behind a last line that ends with a blank."""
    return prompt in shown and re.search(rb"\S[^\n]* $", shown) is not None
