"""The terminals at which people sit who play a rehearsal together: the first one, and those that join it from beside.

All of them belong to the one process that plays, which alone has the exercise's desk. A terminal that joins has a local socket
to it and nothing else: it is handed lines to show, and hands over what was typed.
"""

from __future__ import annotations

import json
import queue
import socket
import struct
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from dataclasses import dataclass, field
from functools import partial
from io import StringIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from crisis.errors import Mistake

if TYPE_CHECKING:
    from crisis.rehearsal.live import Waiting

DOOR = "table.sock"
"""The socket beside the reports, while people play."""

PIECE = 0.5
"""Seconds after which Ctrl-C is looked for."""

PATIENCE = struct.pack("ll", 2, 0)
"""Seconds (and microseconds) for which a terminal may keep the others waiting until it has taken its lines."""

LONGEST = 4096
"""Bytes of one line from a terminal that joined."""


class _Screen(StringIO):
    """What is drawn for a terminal, which may have colour."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@dataclass(eq=False)
class Seat:
    """One terminal: who sits there, how text gets to it, and what the person is asked to say yes to. What comes while they read
    is kept for them until they have answered."""

    name: str
    write: Callable[[str], None]
    close: Callable[[], None]
    terminal: bool
    first: bool = False
    reading: Waiting | None = None
    kept: list[str] = field(default_factory=list)
    asked: bool = False

    def show(self, draw: Callable[[], None]) -> None:
        """Show what is drawn, now or once they have answered; what asks them something leaves its line open."""
        busy = self.reading is not None
        text = self._drawn(draw)
        if busy:
            self.kept.append(text)
        elif text:
            self.put(text, asks=self.reading is not None)

    def put(self, text: str, *, asks: bool = False) -> None:
        """Show it at once; on a line of its own, where one was begun. What `asks` leaves the line open for an answer."""
        self.write(("\n" if self.asked else "") + text)
        self.asked = asks

    def _drawn(self, draw: Callable[[], None]) -> str:
        """The text that is drawn, for this terminal."""
        screen = _Screen(terminal=self.terminal)
        with redirect_stdout(screen):
            draw()
        return screen.getvalue()

    def answered(self) -> Waiting | None:
        """What they were asked about; from now on they are told what came meanwhile."""
        waiting, self.reading = self.reading, None
        if self.kept:
            self.put("".join(self.kept))
            self.kept.clear()
        return waiting


@dataclass
class Seats:
    """All terminals, and the lines that are typed at them in the order in which they came. `first` sits at this one."""

    first: str = ""
    all: list[Seat] = field(default_factory=list)
    lines: queue.Queue[tuple[Seat, str | None]] = field(default_factory=queue.Queue)

    def __post_init__(self) -> None:
        screen = sys.stdout

        def write(text: str) -> None:
            screen.write(text)
            screen.flush()

        self.all.append(Seat(self.first, write, lambda: None, screen.isatty(), first=True))
        threading.Thread(target=self._listen, args=(self.all[0], sys.stdin), daemon=True).start()

    def _listen(self, seat: Seat, typed: IO[str]) -> None:
        """Take lines until there are no more, then None."""
        with suppress(OSError, ValueError):
            while line := typed.readline(LONGEST):
                self.lines.put((seat, line.strip()))
        self.lines.put((seat, None))

    def line(self, seconds: float) -> tuple[Seat, str | None] | None:
        """The next line and whose it is, None in place of the line where they have gone; None where nothing came by then."""
        while True:
            try:
                return self.lines.get(timeout=min(max(seconds, 0.0), PIECE))
            except queue.Empty:
                seconds -= PIECE
                if seconds <= 0:
                    return None

    def show(self, draw: Callable[[], None], *, but: Seat | None = None) -> None:
        """Show it at every terminal, or at all but one."""
        for seat in list(self.all):
            if seat is not but:
                seat.show(draw)

    def leave(self, seat: Seat) -> None:
        """They have gone, or are let go."""
        if seat in self.all:
            self.all.remove(seat)
        seat.close()

    @contextmanager
    def open(self, folder: Path) -> Iterator[bool]:
        """Let others of this user's terminals join at a socket in that folder, until the end; whether they can. Raises `Mistake`
        where people play there already."""
        server = _server(folder / DOOR)
        if server is None:
            yield False
            return
        threading.Thread(target=self._welcome, args=(server,), daemon=True).start()
        try:
            yield True
        finally:
            server.close()
            (folder / DOOR).unlink(missing_ok=True)
            for seat in self.all:
                seat.close()

    def _welcome(self, server: socket.socket) -> None:
        while True:
            try:
                guest, _address = server.accept()
            except OSError:
                return
            threading.Thread(target=self._sit_down, args=(guest,), daemon=True).start()

    def _sit_down(self, guest: socket.socket) -> None:
        """The first line says who joins; from then on the terminal's own thread takes lines, and the one that plays shows them."""
        with guest, guest.makefile("r", encoding="utf-8", errors="replace") as typed:
            hello = _hello(typed.readline(LONGEST))
            if hello is None:
                return
            guest.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, PATIENCE)
            seat = Seat(hello[0], partial(_send, guest), partial(_hang_up, guest), hello[1])
            self.lines.put((seat, ""))
            self._listen(seat, typed)


def _send(guest: socket.socket, text: str) -> None:
    """Hand it to a terminal; one that takes nothing any more is let go, and its own thread sees that it has gone."""
    try:
        guest.sendall(text.encode())
    except OSError:
        _hang_up(guest)


def _hang_up(guest: socket.socket) -> None:
    with suppress(OSError):
        guest.shutdown(socket.SHUT_RDWR)


def _hello(line: str) -> tuple[str, bool] | None:
    """Who joins, and whether at a terminal."""
    try:
        said: Any = json.loads(line)
        return str(said["name"]), bool(said["terminal"])
    except (ValueError, KeyError, TypeError):
        return None


def _server(place: Path) -> socket.socket | None:
    """A socket at which this user's other terminals can join; None where this system, or so long a path, has none."""
    if not hasattr(socket, "AF_UNIX"):
        return None
    if _answers(place):
        raise Mistake(
            "table-taken",
            "A rehearsal is being played here already.",
            "Join it: crisis rehearse join --as ID. For another one beside it, name another folder with --out.",
        )
    server = socket.socket(socket.AF_UNIX)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        server.bind(str(place))
        place.chmod(0o600)
        server.listen()
    except OSError:
        server.close()
        return None
    return server


def _answers(place: Path) -> bool:
    """Whether people play there now; the socket of a rehearsal that was killed answers nothing."""
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(place))
        except OSError:
            return False
    return True
