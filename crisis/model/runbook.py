"""A runbook: what to do for one kind of incident, and how to rehearse it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum

from crisis.model.hazard import Peril, Threshold
from crisis.model.link import LinkStatus
from crisis.model.names import Names
from crisis.model.severity import Severity
from crisis.sentence import Sentence

HOURLY = "{{ hm(60) }}"
"""The next update in an hour."""


class Lane(StrEnum):
    """Who clears a post: `fast` is pre-cleared or one other person, `normal` the owner besides, `heavy` legal besides (and
    investor relations where the step says so). The policy in force decides; a runbook says what its owners expect."""

    FAST = "F"
    NORMAL = "N"
    HEAVY = "H"


@dataclass(frozen=True, slots=True)
class NoticeTrigger:
    """A notice of a type; where `facts` name any, one whose facts have these values (one of several each)."""

    type: str
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HazardTrigger:
    """A hazard telegram that reaches a threshold in the area of a site: of any, or of one of those named."""

    peril: Peril
    least: Threshold
    sites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RepliesTrigger:
    """The newest figures of the safety check, in percent of those asked: fewer have replied than `replied_below`, or more
    messages came back than `bounced_above`."""

    replied_below: float | None = None
    bounced_above: float | None = None


Trigger = NoticeTrigger | HazardTrigger | RepliesTrigger


@dataclass(frozen=True, slots=True)
class Step:
    """Something that the runbook asks for: a post of the notice type `type`, told by `role`, or, where that is empty, something
    that people do. Times count from the incident's T: not before `at`, late after `by`, no longer of use after `until`.

    `answers` are to the type's questions (templates over a scene: the desk's names, the time). Where `when` names triggers, the
    step waits for one of them. A post of the type that is out and whose facts are those of `tells` does the step, whoever
    began it. `also` are roles that clear it besides the lane's. `rehearsed` steps are told by the players of a rehearsal.
    """

    id: str
    at: timedelta
    type: str
    role: str
    answers: Mapping[str, str] = field(default_factory=dict)
    says: Names = field(default_factory=dict)
    lane: Lane = Lane.NORMAL
    by: timedelta | None = None
    until: timedelta | None = None
    when: tuple[Trigger, ...] = ()
    tells: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    rehearsed: bool = False


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of an incident, from `at` after (or before) its T."""

    id: str
    names: Names
    at: timedelta
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often we speak: after a post the next one comes within `day`, or within `night` between `to` and `since` (None: in
    the morning); no two closer than `gap` unless something is late."""

    day: timedelta = timedelta(hours=1)
    night: timedelta | None = None
    gap: timedelta = timedelta()
    since: time = time(6)
    to: time = time(22)


@dataclass(frozen=True, slots=True)
class Inject:
    """Something that reaches the desk in a rehearsal. `at` after the start; `says` what it is, in words that give nothing of
    it away; `name` tells its form (`mail.eml`, `chat.txt`); `payload` is its text (a template over the scene), or None where it
    `repeats` the very bytes of an earlier inject; `expect` what must become of it: `published`, `held`, `refused` or `known`
    (recognised as what is there already). The approver comes to it later by `approver_away`.

    `trap` is the class of the leak that it carries, `must_not` the words that may not get out. `no_post` is the class of the
    trap where nothing of it is to be said at all, whatever the words: `CONTRADICTION`, `STALE`, `REPORTER`.
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
    no_post: str | None = None
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

    @property
    def timed(self) -> bool:
        """Whether it counts minutes."""
        return self.measure.endswith("-minutes")

    def met(self, measured: float | None) -> bool:
        """Whether a figure reaches it; a figure that could not be measured does not."""
        if measured is None:
            return False
        return measured <= self.at_most if self.at_most is not None else measured >= (self.at_least or 0)


@dataclass(frozen=True, slots=True)
class Runbook:
    """One kind of incident. `kind` is what incidents are called by, several runbooks may be for one; `public` its name on the
    page, which says nothing that is not known yet. `triggers` make the desk propose such an incident; `stop` and `ends` say in
    words what stops everything, and when it is over.

    Of its rehearsal: `starts` is its own time, aware; `begins` how long after that the incident's T lies; `lasts` how long
    it is played; `situation` what its players are told before it begins; `links` what the pages that its posts link answer
    in it, `faults` what the platforms do. `updates` is the next update that is promised where nothing has changed (a template
    over the scene)."""

    id: str
    names: Names
    starts: datetime
    lasts: timedelta
    phases: tuple[Phase, ...] = ()
    injects: tuple[Inject, ...] = ()
    objectives: tuple[Objective, ...] = ()
    links: Mapping[str, LinkStatus] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    updates: str = HOURLY
    kind: str = ""
    public: Names = field(default_factory=dict)
    severity: Severity = Severity.UNKNOWN
    triggers: tuple[Trigger, ...] = ()
    cadence: Cadence = field(default_factory=Cadence)
    stop: tuple[Names, ...] = ()
    ends: tuple[Names, ...] = ()
    begins: timedelta = timedelta()
    situation: Names = field(default_factory=dict)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of all phases, in their order."""
        return tuple(step for phase in self.phases for step in phase.steps)

    @property
    def rehearsed(self) -> tuple[Step, ...]:
        """The steps that the players of a rehearsal tell by themselves."""
        return tuple(step for step in self.steps if step.rehearsed)

    def step(self, step_id: str) -> Step | None:
        """The step of that id."""
        return next((step for step in self.steps if step.id == step_id), None)


@dataclass(frozen=True, slots=True)
class Library:
    """The runbooks of a desk by id, and why others could not be read: a mistake in one takes nothing else away."""

    by_id: Mapping[str, Runbook] = field(default_factory=dict)
    wrong: tuple[Sentence, ...] = ()

    def of_kind(self, kind: str) -> Runbook | None:
        """The runbook for a kind of incident: the one of that name, else the first one for that kind."""
        fitting = [runbook for runbook in self.by_id.values() if runbook.kind == kind]
        return self.by_id.get(kind) or next(iter(fitting), None)
