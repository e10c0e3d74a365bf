"""A runbook: what to do for one kind of incident, and how to rehearse it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from crisis.model.link import LinkStatus
from crisis.model.names import Names

HOURLY = "{{ hm(60) }}"
"""The next update in an hour."""


@dataclass(frozen=True, slots=True)
class Step:
    """A post that the runbook itself asks for, without a notice: `at` after the start, its notice type, who tells it and
    the answers to the type's questions (templates over a scene: the desk's names, the time)."""

    id: str
    at: timedelta
    type: str
    role: str
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Inject:
    """Something that reaches the desk in a rehearsal. `at` after the start; `says` what it is, in words that give nothing of
    it away; `name` tells its form (`mail.eml`, `chat.txt`); `payload` is its text (a template over the scene), or None where it
    `repeats` the very bytes of an earlier inject; `expect` what must become of it: `published`, `held`, `refused` or `known`
    (recognised as what is there already). The approver comes to it later by `approver_away`.

    `trap` is the class of the leak that it carries (domain notes, section 4), `must_not` the words that may not get out.
    """

    id: str
    at: timedelta
    says: Names
    name: str
    expect: str
    payload: str | None = None
    repeats: str | None = None
    trap: str | None = None
    must_not: tuple[str, ...] = ()
    approver_away: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Fault:
    """What an account's platform does for a while: `down` takes nothing and says so; `silent` posts, and its answer is lost."""

    id: str
    account: str
    at: timedelta
    until: timedelta
    how: str


@dataclass(frozen=True, slots=True)
class Objective:
    """What the team wants to reach: `measure` names a figure of the rehearsal, `at_most` or `at_least` its target."""

    name: str
    measure: str
    says: Names
    at_most: float | None = None
    at_least: float | None = None

    @property
    def target(self) -> str:
        """The target in signs: `<= 15`."""
        return f"<= {self.at_most:g}" if self.at_most is not None else f">= {self.at_least or 0:g}"

    def met(self, measured: float | None) -> bool:
        """Whether a figure reaches it; a figure that could not be measured does not."""
        if measured is None:
            return False
        return measured <= self.at_most if self.at_most is not None else measured >= (self.at_least or 0)


@dataclass(frozen=True, slots=True)
class Runbook:
    """One kind of incident. `starts` is the rehearsal's own time, aware; `lasts` how long it is played; `links` what the pages
    that its posts link answer in it, `faults` what the platforms do. `updates` is the next update that is promised where
    nothing has changed (a template over the scene)."""

    id: str
    names: Names
    starts: datetime
    lasts: timedelta
    steps: tuple[Step, ...] = ()
    injects: tuple[Inject, ...] = ()
    objectives: tuple[Objective, ...] = ()
    links: Mapping[str, LinkStatus] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    updates: str = HOURLY
