"""The daemon at work: a thread of its own runs the passes; the main thread waits for signals and watches over all.

SIGTERM and SIGINT end it, SIGHUP has it read crisis.toml and what lies beside it anew.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from select import select
from socket import socketpair
from threading import Event, Thread
from types import MappingProxyType
from typing import Any

from crisis.channels._ping import ping
from crisis.daemon.deadman import Deadman
from crisis.daemon.endpoint import Endpoint
from crisis.daemon.passing import attempt, is_full
from crisis.daemon.saying import Voice, in_words, say
from crisis.daemon.vitals import Course, vitals
from crisis.daemon.watching import LATE, LOOK_SECONDS, Alarm, Health, Watch
from crisis.desk.desk import Desk
from crisis.desk.outbox.sending import give_up_own, next_time
from crisis.errors import CrisisError
from crisis.model.ports import NotTold
from crisis.model.settings import Loopback, Settings
from crisis.sentence import Sentence
from crisis.wiring.secrets import secret_of
from crisis.wiring.supervisor import Supervisor

PATIENCE_SECONDS = 1.0
"""How long a pass waits for its accounts before it leaves them to go on by themselves."""

DRAIN_SECONDS, WRITE_SECONDS = 6.0, 1.5
"""For sends under way at SIGTERM, and then for noting those that did not end: within 10 s in all (contract), on a busy machine too."""

NOBODY: Mapping[str, str] = MappingProxyType({})


def keep_on(desk: Desk, environ: Mapping[str, str] = NOBODY, begun: Callable[[], None] = lambda: None) -> None:
    """Pass after pass until SIGTERM or SIGINT; `begun` is called once these are heard. Raises `CrisisError` where the alarm is
    dead or a pass hangs: whatever supervises the daemon then starts it anew. Raises `Mistake` where its health cannot be served.
    """
    asked = Asked()
    daemon = Daemon(desk, environ)
    begun()
    daemon.start()
    try:
        while not asked.to_end():
            daemon.look()
            if asked.to_read_anew():
                daemon.reload()
    finally:
        daemon.drain()


class Asked:
    """What signals ask of the process, until its end. Handlers set flags and nothing else: they may run in the middle of
    anything; that one came wakes through a socket."""

    def __init__(self) -> None:
        self._end = self._anew = False
        self._had_terminal = _has_terminal()
        self._woken, self._waker = socketpair()
        for end in (self._woken, self._waker):
            end.setblocking(False)
        signal.set_wakeup_fd(self._waker.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._hear)

    def to_end(self) -> bool:
        """Whether to end; waits for the next look, or for a signal."""
        ready, _, _ = select([self._woken], [], [], LOOK_SECONDS)
        if ready:
            self._woken.recv(4096)
        return self._end

    def to_read_anew(self) -> bool:
        """Whether to read the settings anew, once for each time that it is asked."""
        anew, self._anew = self._anew, False
        return anew

    def _hear(self, number: int, _frame: Any) -> None:
        # A terminal that is closed hangs up too: whoever had the daemon in it wants it to end.
        if number == signal.SIGHUP and not (self._had_terminal and not _has_terminal()):
            self._anew = True
        else:
            self._end = True


def _has_terminal() -> bool:
    try:
        return os.isatty(sys.stdin.fileno())
    except (AttributeError, OSError, ValueError):
        return False


class Daemon:
    """The alarm, the thread that it wakes, and the watch over both."""

    def __init__(self, desk: Desk, environ: Mapping[str, str] = NOBODY) -> None:
        now = desk.clock.now()
        self.desk, self._environ = desk, environ
        self.watch, self.course = Watch(), Course(now, now)
        self.alarm = Alarm(desk.clock.now, self._ring)
        self.voice = Voice(say)
        self.deadman = Deadman(_pinging(desk.settings, environ))
        self.supervisor = Supervisor(environ)
        self.endpoint = self._served(desk.settings.daemon.health)
        self._announced = False
        self._bell = Event()
        self._worker = Thread(target=self._work, daemon=True)

    def start(self) -> None:
        """Begin with the first pass."""
        self._worker.start()
        self.alarm.start()

    def look(self) -> None:
        """Look whether all goes on. Raises `CrisisError` where it does not."""
        health = self.watch.look()
        self.course.look()
        if health is Health.LATE:
            self.alarm.wind()
        elif health is not Health.WELL:
            raise CrisisError(
                "daemon-stopped",
                "The daemon has stopped working ({why}) and ends.",
                "Nothing is lost. Start it again: crisis daemon",
                why=health.value,
            )
        self.deadman.look()
        if self.course.passes and not self._announced:
            self._announced = True
            self.supervisor.ready(self.course.mistake or f"at work for {self.desk.settings.name}")
        self.supervisor.alive()

    def reload(self) -> None:
        """Read crisis.toml and what lies beside it anew. Where there is a mistake, all stays as it was, and it is said."""
        self.supervisor.reloading()
        try:
            desk = self.desk.reread(self.desk)
            endpoint = self._moved(desk.settings.daemon.health)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with the new settings, the old ones hold
            self.course.mistake = str(error) if isinstance(error, CrisisError) else type(error).__name__
            say(f"the settings of before stay: {self.course.mistake}")
        else:
            before, self.desk, self.endpoint = self.desk, desk, endpoint
            if desk is not before:
                before.lanes.close()  # only now: the worker ends where its desk's are closed
            self.deadman.ping = _pinging(desk.settings, self._environ)
            self.course.read_anew(desk.clock.now())
            say("the settings were read anew")
        self._announced = False

    def drain(self) -> None:
        """Open no further socket, let what is under way end, and note what did not end in time as unknown."""
        self.supervisor.stopping()
        self.desk.lanes.close()
        self._bell.set()
        with suppress(Exception):
            self.alarm.stop()
        if not _ends(self._rest, DRAIN_SECONDS):
            _ends(self._give_up, WRITE_SECONDS)
        if self.endpoint:
            self.endpoint.close()

    def _ring(self) -> None:
        self.watch.ring = 0
        self._bell.set()

    def _work(self) -> None:
        while not self.desk.lanes.closed:
            # Not for ever: a pass waits for no alarm that fails.
            self._bell.wait(LATE)
            self._bell.clear()
            desk = self.desk
            _, troubles = attempt(desk, PATIENCE_SECONDS)
            troubles += _tried(lambda desk=desk: self.alarm.ring_at(next_time(desk)))  # type: ignore[misc]
            if full := is_full(troubles):
                self.deadman.passed()
            troubles += self.deadman.troubles()
            self.voice.hear(troubles)
            self.course.passed(desk.clock.now(), tuple(map(in_words, troubles)), full=full)
            self.watch.ended = 0

    def _served(self, address: Loopback | None) -> Endpoint | None:
        return Endpoint(address, self._report) if address else None

    def _moved(self, address: Loopback | None) -> Endpoint | None:
        """Health where it is to be served now; the new place is there before the old one goes."""
        if self.endpoint and self.endpoint.address == address:
            return self.endpoint
        served = self._served(address)
        if self.endpoint:
            self.endpoint.close()
        return served

    def _report(self) -> Mapping[str, Any]:
        pings = self.deadman.arrived if self.deadman.ping else None
        return vitals(self.desk, self.watch, self.course, pings)

    def _rest(self) -> None:
        self._worker.join()
        self.desk.lanes.wait(None)

    def _give_up(self) -> None:
        lost = give_up_own(self.desk)
        if lost:
            say(f"{lost} on the way at the end: nobody knows whether they are out. Look: crisis queue")


def _pinging(settings: Settings, environ: Mapping[str, str]) -> Callable[[], None] | None:
    """What pings the dead-man's switch, its address read when it is needed; None where there is none."""
    where = settings.daemon.ping
    if where is None:
        return None

    def pinging() -> None:
        try:
            address = where if "://" in where else secret_of(where, environ, "[daemon] ping")
        except CrisisError as error:
            raise NotTold(Sentence("{sentence} {mend}", sentence=error.sentence, mend=error.mend)) from None
        ping(address)

    return pinging


def _ends(act: Callable[[], object], seconds: float) -> bool:
    """Whether it comes to its end in that time; else it is left behind."""
    thread = Thread(target=partial(_tried, act), daemon=True)
    thread.start()
    thread.join(seconds)
    return not thread.is_alive()


def _tried(act: Callable[[], object]) -> list[Exception]:
    """What it raises."""
    try:
        act()
    except Exception as error:  # noqa: BLE001
        return [error]
    return []
