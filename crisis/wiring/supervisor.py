"""What started this process and watches over it: systemd, through the datagrams of sd_notify(3).

Without `NOTIFY_SOCKET` nobody watches, and nothing is said. A supervisor that does not listen stops nothing.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Mapping
from contextlib import suppress


class Supervisor:
    """Tells the supervisor how this process is."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        address = environ.get("NOTIFY_SOCKET", "")
        # "@" stands for the zero byte of Linux's abstract sockets.
        self._address = f"\0{address[1:]}" if address.startswith("@") else address

    def ready(self, status: str) -> None:
        """The work has begun, or goes on after a reload; `status` is one line for people."""
        self._tell("READY=1", f"STATUS={status}")

    def alive(self) -> None:
        """All goes on. Where this is not said in time (`WatchdogSec`), systemd ends the process and starts it anew."""
        self._tell("WATCHDOG=1")

    def reloading(self) -> None:
        """Settings are being read anew; `ready` comes after it."""
        self._tell("RELOADING=1", f"MONOTONIC_USEC={time.monotonic_ns() // 1000}")

    def stopping(self) -> None:
        """No further post is sent; what is under way ends."""
        self._tell("STOPPING=1")

    def _tell(self, *lines: str) -> None:
        if not self._address:
            return
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as to:
            to.setblocking(False)  # a supervisor that does not read keeps no post back
            to.sendto("\n".join(lines).encode(), self._address)
