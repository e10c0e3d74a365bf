"""Write transactions that several threads share: whoever finds the database busy is written with the others who wait.

Each waits for the disk, and the disk takes as long for one as for ten.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event, Lock
from typing import Any, TypeVar

from crisis.store.unit import Writing

Result = TypeVar("Result")
Begin = Callable[[datetime], AbstractContextManager[Writing]]


@dataclass(eq=False)
class _Turn:
    """What one thread wants written, and what came of it."""

    at: datetime
    act: Callable[[Writing], Any]
    over: Event = field(default_factory=Event)
    result: Any = None
    fault: BaseException | None = None


class Shared:
    """Threads that write. The first of those who wait opens the transaction and writes for all who have come by then."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin
        self._waiting: list[_Turn] = []
        self._changing = Lock()

    def write(self, at: datetime, act: Callable[[Writing], Result]) -> Result:
        """What `act` gives, once it is committed; raises what it raises, or the database."""
        turn = _Turn(at, act)
        with self._changing:
            self._waiting.append(turn)
            leads = len(self._waiting) == 1
        if leads:
            self._lead(turn)
        turn.over.wait()
        if turn.fault is not None:
            raise turn.fault
        result: Result = turn.result
        return result

    def _lead(self, own: _Turn) -> None:
        turns: Sequence[_Turn] = ()
        try:
            with self._begin(own.at) as unit:
                turns = self._come()
                _do(unit, turns)
        except BaseException as fault:  # noqa: BLE001 - raised in the thread whose turn it was
            turns = turns or self._come()
            self._undone(turns, fault)
        finally:
            for turn in turns:
                turn.over.set()

    def _come(self) -> Sequence[_Turn]:
        """Those who wait by now; who comes later leads the next."""
        with self._changing:
            turns, self._waiting = self._waiting, []
        return turns

    def _undone(self, turns: Sequence[_Turn], fault: BaseException) -> None:
        """Nothing was committed: where there were several, each has a transaction of its own, for one of them alone failed."""
        if len(turns) == 1:
            turns[0].fault = fault
            return
        for turn in turns:
            self._alone(turn)

    def _alone(self, turn: _Turn) -> None:
        try:
            with self._begin(turn.at) as unit:
                _do(unit, [turn])
        except BaseException as fault:  # noqa: BLE001 - raised in the thread whose turn it was
            turn.fault = fault


def _do(unit: Writing, turns: Sequence[_Turn]) -> None:
    """One after the other, each at its own time."""
    for turn in turns:
        unit.at = turn.at
        turn.result = turn.act(unit)
