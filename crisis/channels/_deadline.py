"""A deadline over a whole exchange: socket timeouts bound the wait for the next byte only, and name resolution has none."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import NoReturn, TypeVar

_Result = TypeVar("_Result")


def within(seconds: float, act: Callable[[], _Result]) -> _Result:
    """What `act` returns or raises, or `TimeoutError` after that many seconds; it is then left behind on its thread,
    which keeps no process from ending."""
    outcome: SimpleQueue[Callable[[], _Result]] = SimpleQueue()
    Thread(target=lambda: outcome.put(_outcome(act)), daemon=True).start()
    try:
        settled = outcome.get(timeout=seconds)
    except Empty:
        raise TimeoutError(f"no end after {seconds:g} s") from None
    return settled()


def _outcome(act: Callable[[], _Result]) -> Callable[[], _Result]:
    try:
        result = act()
    except BaseException as error:  # noqa: BLE001 - raised again on the thread that waits
        return _raiser(error)
    return lambda: result


def _raiser(error: BaseException) -> Callable[[], NoReturn]:
    def again() -> NoReturn:
        raise error

    return again
