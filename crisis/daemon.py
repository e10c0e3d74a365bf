"""The broadcaster: APScheduler is only the alarm clock that asks for the desk's next pass; all state stands in the database.

The alarm rings every few seconds, because another process may have queued something, and when the next thing is due. A thread
of its own runs the passes; the main thread waits for signals and watches over both. Nothing here reads a clock: the
watch counts its own looks, so that a process that was paused for an hour does not believe that it hung for one.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from functools import partial
from threading import Event, Thread
from typing import Any

from crisis.desk.clearance.countersigning import escalate
from crisis.desk.desk import Desk
from crisis.desk.duty.staff import STAFF, hand_over
from crisis.desk.duty.staff import troubles as untold
from crisis.desk.duty.watching import watch
from crisis.desk.notices.polling import SOURCE, poll
from crisis.desk.outbox.sending import Pass, give_up_own, next_time, tick
from crisis.desk.outbox.shelf import OUTLET, refresh
from crisis.desk.record import book
from crisis.errors import CrisisError

EVERY_SECONDS = 2.0
"""How long something that another process queued may wait at most."""

PATIENCE_SECONDS = 1.0
"""How long a pass waits for its accounts before it leaves them to go on by themselves."""

DRAIN_SECONDS, WRITE_SECONDS = 7.0, 1.5
"""For sends under way at SIGTERM, and then for noting those that did not end: within 10 s in all (contract)."""

LOOK_SECONDS = 1.0
LATE, DEAF, STUCK = 6, 30, 300
"""Looks without a ring: the alarm is wound again (somebody set the clock back), or it is dead. Looks without the end of a
pass: it hangs; an outlet's upload may rightly take a minute, and as long again to wait for another's."""

FORGOTTEN = 30
"""Passes without a trouble after which it is over, and said again when it comes back."""


def full_pass(desk: Desk) -> Pass:
    """One full pass: poll, due, send, settle, alert, publish, checkpoint. What a source, a way to the staff or an outlet of our own
    could not do is said, for the next pass tries again; another trouble is raised when all is done."""
    done, troubles = attempt(desk, None)
    for trouble in troubles:
        if getattr(trouble, "code", None) not in (OUTLET, SOURCE, STAFF):
            raise trouble
        say(in_words(trouble))
    return done


def attempt(desk: Desk, patience: float | None) -> tuple[Pass, list[Exception]]:
    """Each part of a pass, whatever becomes of the others, and what went wrong. Accounts that have not ended after `patience`
    seconds go on by themselves."""
    done: list[Pass] = []
    troubles: list[Exception] = []
    parts: tuple[Callable[[], object], ...] = (
        lambda: troubles.extend(poll(desk, patience).troubles()),
        lambda: done.append(tick(desk, patience)),
        lambda: escalate(desk),
        lambda: watch(desk),
        lambda: hand_over(desk, patience),
        lambda: troubles.extend(untold(desk)),
        lambda: book.write_checkpoint(desk),
        lambda: refresh(desk, patience),
    )
    for part in parts:
        try:
            part()
        except Exception as error:  # noqa: BLE001 - handed to whoever asked for the pass
            troubles.append(error)
    return (done[0] if done else Pass()), troubles + desk.lanes.take_troubles()


def keep_on(desk: Desk) -> None:
    """Pass after pass until SIGTERM or SIGINT. Raises `CrisisError` where the alarm is dead or a pass hangs: whatever
    supervises the daemon then starts it anew."""
    ended = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: ended.set())
    daemon = Daemon(desk)
    daemon.start()
    try:
        while not ended.wait(LOOK_SECONDS):
            daemon.look()
    finally:
        daemon.drain()


# Watching


@dataclass
class Watch:
    """How many looks ago the alarm rang and a pass ended."""

    ring: int = 0
    ended: int = 0

    def look(self) -> Health:
        """One more look, and what it shows."""
        self.ring += 1
        self.ended += 1
        if self.ended > STUCK:
            return Health.STUCK
        if self.ring > DEAF:
            return Health.DEAF
        return Health.LATE if self.ring > LATE else Health.WELL


class Health(Enum):
    """How the daemon is."""

    WELL = "well"
    LATE = "the alarm is late"
    DEAF = "the alarm is dead"
    STUCK = "a pass does not end"


class Alarm:
    """APScheduler, with one job that rings. A job of its own for what is due would be taken out when it has run, and that raises
    in the scheduler's thread when it happens in the moment of its stop."""

    def __init__(self, now: Callable[[], datetime], ring: Callable[[], None]) -> None:
        from apscheduler.schedulers.background import BackgroundScheduler

        self.now, self._ring = now, ring
        # The default grace of a second would drop what a busy machine comes to late.
        defaults = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        self.scheduler: Any = BackgroundScheduler(timezone="UTC", job_defaults=defaults)

    def start(self) -> None:
        """Ring now and every few seconds."""
        self.scheduler.add_job(self._ring, "interval", seconds=EVERY_SECONDS, id="every", next_run_time=self.now())
        self.scheduler.start()

    def wind(self) -> None:
        """Ring now, after the machine's clock has been set back: the scheduler would sleep until the old time comes again."""
        self.scheduler.modify_job("every", next_run_time=self.now())

    def ring_at(self, moment: datetime | None) -> None:
        """Ring at that time, if it comes before the next ring."""
        if moment is not None and moment < self.scheduler.get_job("every").next_run_time:
            self.scheduler.modify_job("every", next_run_time=moment)

    def stop(self) -> None:
        """Ring no more."""
        self.scheduler.shutdown(wait=False)


@dataclass
class Voice:
    """Says a trouble once, and not in every pass that it spoils."""

    say: Callable[[str], None]
    _heard: dict[str, int] = field(default_factory=dict)

    def hear(self, troubles: Sequence[Exception]) -> None:
        """What went wrong in a pass."""
        told = dict.fromkeys(in_words(trouble) for trouble in troubles)
        for sentence in told:
            if sentence not in self._heard:
                self.say(sentence)
        heard = {sentence: ago + 1 for sentence, ago in self._heard.items()} | dict.fromkeys(told, 0)
        self._heard = {sentence: ago for sentence, ago in heard.items() if ago < FORGOTTEN}
        for sentence in heard.keys() - self._heard.keys():
            self.say(f"over: {sentence}")


# Working


class Daemon:
    """The alarm, the thread that it wakes, and the watch over both."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.watch = Watch()
        self.alarm = Alarm(desk.clock.now, self._ring)
        self.voice = Voice(say)
        self._bell = Event()
        self._worker = Thread(target=self._work, daemon=True)

    def start(self) -> None:
        """Begin with the first pass."""
        self._worker.start()
        self.alarm.start()

    def look(self) -> None:
        """Look whether all goes on. Raises `CrisisError` where it does not."""
        health = self.watch.look()
        if health is Health.LATE:
            self.alarm.wind()
        elif health is not Health.WELL:
            raise CrisisError(
                "daemon-stopped",
                "The daemon has stopped working ({why}) and ends.",
                "Nothing is lost. Start it again: crisis daemon",
                why=health.value,
            )

    def drain(self) -> None:
        """Open no further socket, let what is under way end, and note what did not end in time as unknown."""
        self.desk.lanes.close()
        self._bell.set()
        with suppress(Exception):
            self.alarm.stop()
        if not _ends(self._rest, DRAIN_SECONDS):
            _ends(self._give_up, WRITE_SECONDS)

    def _ring(self) -> None:
        self.watch.ring = 0
        self._bell.set()

    def _work(self) -> None:
        while not self.desk.lanes.closed:
            # Not for ever: a pass waits for no alarm that fails.
            self._bell.wait(LATE)
            self._bell.clear()
            _, troubles = attempt(self.desk, PATIENCE_SECONDS)
            troubles += _tried(lambda: self.alarm.ring_at(next_time(self.desk)))
            self.voice.hear(troubles)
            self.watch.ended = 0

    def _rest(self) -> None:
        self._worker.join()
        self.desk.lanes.wait(None)

    def _give_up(self) -> None:
        lost = give_up_own(self.desk)
        if lost:
            say(f"{lost} on the way at the end: nobody knows whether they are out. Look: crisis queue")


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


def in_words(error: Exception) -> str:
    """An error as one line of the log. Of one that is not ours the type alone: its message may carry what it was given."""
    return str(error) if isinstance(error, CrisisError) else f"{type(error).__name__}; the next pass tries again"


def say(what: str) -> None:
    """One line to the log; a log that is gone stops nothing."""
    with suppress(OSError, ValueError):
        print(f"crisis daemon: {what}", file=sys.stderr, flush=True)  # noqa: T201
