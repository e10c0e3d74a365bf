"""Which processes are alive: each sender holds a lock on a file of its own for as long as it lives.

The operating system lets go of the lock when a process ends, however it ends, so a kill -9 is seen at once.
"""

from __future__ import annotations

import fcntl
from pathlib import Path
from threading import Lock
from typing import TextIO


class Senders:
    """This process among the desk's senders, as a locked file in a folder."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        self.name = name
        self._held: TextIO | None = None
        self._entering = Lock()

    def enter(self) -> None:
        """Take this process's lock; done again, it changes nothing. Raises `OSError` where the folder cannot be written."""
        with self._entering:  # a second thread would wait for ever for the lock of the first
            if self._held is None:
                self.folder.mkdir(mode=0o700, exist_ok=True)
                held = (self.folder / self.name).open("w")
                fcntl.flock(held, fcntl.LOCK_EX)
                self._held = held

    def leave(self) -> None:
        """Let go of it at the end of a clean run."""
        if self._held is not None:
            (self.folder / self.name).unlink(missing_ok=True)
            self._held.close()
            self._held = None

    def alive(self, name: str) -> bool:
        """Whether the sender of that name still runs on this desk."""
        path = self.folder / name
        if name == self.name:
            return True
        if not name or not path.is_file():
            return False
        with path.open("r+") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
            path.unlink(missing_ok=True)
            return False
