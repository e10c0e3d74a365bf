"""The dead-man's switch: a watcher elsewhere is told now and then that the desk works, and its silence is the alarm."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from crisis.errors import CrisisError
from crisis.model.ports import NotTold

EVERY, AGAIN = 60, 15
"""Looks between two pings, and after one that did not arrive."""

PING = "ping"
"""The code of a ping that did not arrive."""


class Deadman:
    """Pings, on a thread of its own, only when a full pass has ended since the ping before. `ping` raises `NotTold`."""

    def __init__(self, ping: Callable[[], None] | None) -> None:
        self.ping = ping
        self.arrived = 0
        self.failed: CrisisError | None = None
        self._looks, self._passed, self._under_way = EVERY, False, False

    def passed(self) -> None:
        """A full pass has ended."""
        self._passed = True

    def look(self) -> None:
        """Ping if it is time to."""
        self._looks += 1
        if self.ping is None or self._under_way or not self._passed or self._looks < EVERY:
            return
        self._looks, self._passed, self._under_way = 0, False, True
        Thread(target=self._tell, args=[self.ping], daemon=True).start()

    def troubles(self) -> list[CrisisError]:
        """Why the last ping did not arrive, if it did not."""
        return [self.failed] if self.failed else []

    def _tell(self, ping: Callable[[], None]) -> None:
        try:
            ping()
        except NotTold as failure:
            self.failed, self._looks = (
                CrisisError(PING, failure.reason.template, **failure.reason.details),
                EVERY - AGAIN,
            )
        else:
            self.failed, self.arrived = None, self.arrived + 1
        finally:
            self._under_way = False
