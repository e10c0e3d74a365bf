"""The broadcaster: APScheduler is only the alarm clock that calls the desk's pass; all state stands in the database.

One alarm is set for the next thing that is due, one goes off every few seconds all the same, because another process may
have queued something. A pass that fails is written to standard error and tried again at the next alarm.
"""

from __future__ import annotations

import signal
import sys
import threading

from crisis.desk import book
from crisis.desk.desk import Desk
from crisis.desk.sending import Pass, tick
from crisis.desk.shelf import refresh
from crisis.errors import CrisisError

EVERY_SECONDS = 2.0
"""How long something that another process queued may wait at most."""

DRAIN_SECONDS = 9.0
"""SIGTERM ends the daemon cleanly within 10 s (contract)."""


def full_pass(desk: Desk) -> Pass:
    """One full pass: due, send, settle, publish, checkpoint."""
    done = tick(desk)
    for reason in refresh(desk):
        _say(reason)
    book.write_checkpoint(desk)
    return done


def keep_on(desk: Desk) -> None:
    """Pass after pass until SIGTERM or SIGINT; the pass that runs is finished first."""
    from apscheduler.schedulers.background import BackgroundScheduler

    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: ended.set())
    scheduler = BackgroundScheduler(timezone="UTC")
    scheduler.add_job(
        _guarded_pass,
        "interval",
        seconds=EVERY_SECONDS,
        args=[desk],
        coalesce=True,
        max_instances=1,
        misfire_grace_time=None,
        next_run_time=desk.clock.now(),
    )
    scheduler.start()
    ended.wait()
    stopper = threading.Thread(target=scheduler.shutdown, kwargs={"wait": True}, daemon=True)
    stopper.start()
    stopper.join(DRAIN_SECONDS)


def _guarded_pass(desk: Desk) -> None:
    """A pass that never kills the alarm's thread."""
    try:
        full_pass(desk)
    except CrisisError as error:
        _say(str(error))
    except Exception as error:  # noqa: BLE001
        # The type alone: a message of a library may carry what it was sent with.
        _say(f"{type(error).__name__}; the next pass tries again")


def _say(what: str) -> None:
    print(f"crisis daemon: {what}", file=sys.stderr, flush=True)  # noqa: T201
