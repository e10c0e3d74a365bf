"""What a rehearsal proposes to improve: each item with the role that owns it and the days that it has. People settle them in
the hot wash; an item keeps its id from run to run, so that one that comes again is seen to come again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from crisis.rehearsal import near, score
from crisis.rehearsal.said import Said
from crisis.rehearsal.stage import Played
from crisis.rehearsal.traps import AWAY, Trap, traps

LEAD, DUTY = "CL", "OP"
"""The communications lead, and who is on duty."""

DAYS: Mapping[str, int] = MappingProxyType({"leak": 7, "surprise": 14, "unreached": 14, "promise": 14})
USUAL_DAYS = 30
"""Days until an item is due, by its cause; what would hurt people outside comes first."""


@dataclass(frozen=True)
class Item:
    """Something to improve: its `cause` and what it is `about`, what it says, and the role that owns it. No figure stands in what
    it says: it reads the same in the next run."""

    cause: str
    about: str
    says: Said
    role: str

    @property
    def id(self) -> str:
        """The same in every run in which the same thing happens."""
        return f"{self.cause}:{self.about}"

    @property
    def days(self) -> int:
        """Days that it has."""
        return DAYS.get(self.cause, USUAL_DAYS)

    def due(self, played_on: date | None) -> date | None:
        """When it is due; None where nobody played, for then no day is known."""
        return None if played_on is None else played_on + timedelta(days=self.days)


def items(played: Played) -> list[Item]:
    """The items that this rehearsal proposes, the gravest first."""
    return [*_traps(played), *_injects(played), *_promises(played), *_figures(played), *_platforms(played)]


def _traps(played: Played) -> Iterator[Item]:
    for trap in traps(played):
        if trap.leaked:
            account = trap.fault.account if trap.fault else ""
            details = {"id": trap.id, "trap": trap.kind, "account": account}
            yield Item("leak", trap.id, Said(_mend(trap), details), LEAD)


def _mend(trap: Trap) -> str:
    """The sentence that says what would have stopped it."""
    if trap.fault is not None:
        return "i_fault"
    if trap.kind == AWAY:
        return "i_away"
    return "i_untrue" if trap.inject is not None and trap.kind == trap.inject.no_post else "i_leak"


def _injects(played: Played) -> Iterator[Item]:
    for inject in played.runbook.injects:
        seen, details = score.seen(inject, played), {"id": inject.id, "says": inject.says}
        if seen is None and not played.stopped:
            yield Item("unreached", inject.id, Said("i_unreached", details), DUTY)
        elif seen is not None and seen != inject.expect:
            yield Item("surprise", inject.id, Said("i_surprise", details), LEAD)


def _promises(played: Played) -> Iterator[Item]:
    if score.broken_promises(played):
        yield Item("promise", "broken", Said("i_promise"), DUTY)
    margin = score.narrowest(played)
    if margin is not None and margin[0] < near.NARROW:
        yield Item("margin", "promise", Said("i_margin"), DUTY)


def _figures(played: Played) -> Iterator[Item]:
    for reached in score.objectives(played):
        objective = reached.objective
        if objective.timed and not reached.met and reached.measured is not None:
            yield Item("objective", objective.name, Said("i_objective", {"says": objective.says}), LEAD)


def _platforms(played: Played) -> Iterator[Item]:
    for account in near.waited(played):
        yield Item("platform", account, Said("i_platform", {"account": account}), DUTY)
