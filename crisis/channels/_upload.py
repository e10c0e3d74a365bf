"""Runs the desk's `publish_command`: an argument list, no shell, bounded in time and output."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections import deque
from io import BufferedReader
from pathlib import Path
from typing import cast

from crisis.model.ports import InDoubt, NotSent

TIMEOUT = 60.0
"""Seconds that the command may take."""
KEPT = 200
"""Characters of its last words that a reason repeats."""


def upload(command: tuple[str, ...], folder: Path, timeout: float = TIMEOUT) -> None:
    """Run the command in `folder`. Raises `NotSent` where it cannot start, `InDoubt` where it fails or takes too long
    (a part may have left)."""
    try:
        process = subprocess.Popen(  # noqa: S603 - the desk's own command, never built from a notice
            command,
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        reason = f"the publish_command {command[0]!r} cannot be started ({error.strerror}); check it in crisis.toml"
        raise NotSent(reason, permanent=False) from None
    _judge(process, timeout)


def _judge(process: subprocess.Popen[bytes], timeout: float) -> None:
    words: deque[bytes] = deque(maxlen=1)
    listener = threading.Thread(target=_listen, args=(cast("BufferedReader", process.stdout), words), daemon=True)
    listener.start()
    try:
        code = process.wait(timeout)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise InDoubt(f"the publish_command did not end within {timeout:g} s") from None
    finally:
        # A child that outlives the command may hold the pipe open; its words are not worth waiting for.
        listener.join(1.0)
    if code != 0:
        said = f": {_last_line(words[0])}" if words and words[0].strip() else ""
        raise InDoubt(f"the publish_command ended with {code}{said}")


def _listen(stream: BufferedReader, words: deque[bytes]) -> None:
    tail = b""
    with stream:
        while chunk := stream.read1(4096):
            tail = (tail + chunk)[-4096:]
            words.append(tail)


def _last_line(output: bytes) -> str:
    line = output.decode(errors="replace").strip().splitlines()[-1]
    return "".join(char if char.isprintable() else " " for char in line)[:KEPT]


def _environment() -> dict[str, str]:
    # The command has no business with our accounts' credentials, and so cannot print them.
    return {name: value for name, value in os.environ.items() if not name.startswith("CRISIS_")}
