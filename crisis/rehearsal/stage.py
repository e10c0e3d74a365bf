"""The stage of a rehearsal: what is planned, what has happened so far, and who is told of it."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from crisis.desk.desk import Desk
from crisis.desk.duty.keeping import keep
from crisis.desk.outbox.sending import next_time, tick
from crisis.ledger.verify import Verdict
from crisis.model.delivery import State
from crisis.model.runbook import Inject, Runbook
from crisis.rehearsal.players import Outcome
from crisis.rehearsal.world import Heard, Recorded, Recorder, SeededEntropy, VirtualClock
from crisis.runbook.scene import filled


@dataclass(frozen=True)
class Work:
    """Something that the players dealt with: the id of its inject or step, when it reached them, when they were done with it,
    and what became of it."""

    id: str
    at: datetime
    done: datetime
    outcomes: tuple[Outcome, ...]

    @property
    def seen(self) -> str:
        """What became of it in one word; several notices in one inject are joined."""
        return " ".join(dict.fromkeys(outcome.seen for outcome in self.outcomes))


@dataclass(frozen=True)
class Sitting:
    """People who played: who, as they were named, and on which day in earnest."""

    players: tuple[str, ...]
    on: date


@dataclass(frozen=True)
class Played:
    """A rehearsal that has run, to its end or until somebody `stopped` it: everything that a score or a report is made of.

    `arrivals` are the injects as they were dealt with, `told` the runbook's own steps and the updates that kept a promise;
    `cleared` is what the ledger says that people have cleared, as (post, account, text); `troubles` what the platforms did;
    `sitting` who played, None where the players were simulated; `alerts` the messages of CAP, by the path of each; `sources` the
    notice of which each post was made, `states` what became of the deliveries of a post to an account, as (post, account)."""

    runbook: Runbook
    seed: int
    started: datetime
    ended: datetime
    arrivals: tuple[Work, ...]
    told: tuple[Work, ...]
    recorded: tuple[Recorded, ...]
    cleared: frozenset[tuple[str, str, str]]
    verdict: Verdict
    troubles: tuple[Heard, ...] = ()
    stopped: bool = False
    sitting: Sitting | None = None
    alerts: Mapping[str, bytes] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[tuple[str, str], frozenset[State]] = field(default_factory=dict)

    def work_on(self, inject: Inject) -> Work | None:
        """How an inject was dealt with; None if the rehearsal ended before."""
        return next((work for work in self.arrivals if work.id == inject.id), None)


@dataclass(frozen=True)
class Task:
    """Something for the players: its id, when it reached them, how the drafter takes it in, where the work on it is noted, and
    how long the approver stays away from it."""

    id: str
    came: datetime
    take_in: Callable[[], tuple[Outcome, ...]]
    notes: list[Work]
    away: timedelta = timedelta()


@dataclass(frozen=True)
class News:
    """Something that those who watch or play are told when it happens: `kind` is `arrived`, `waits`, `held`, `refused`, `known`,
    `overtaken` (it waits no longer), `out`, or of a platform `down` (it took nothing) and `lost` (its answer was lost); `name`
    the inject's or step's id, or the account; `text` what arrived or went out, or the codes of why not."""

    at: datetime
    kind: str
    name: str
    text: str = ""


@dataclass
class Stage:
    """The rehearsal while it runs. `hand_over` gives what the drafter has drafted to whoever approves: a simulated player, or
    the people who play; `tell` is told what happens."""

    desk: Desk
    clock: VirtualClock
    chance: SeededEntropy
    runbook: Runbook
    incident: str
    recorder: Recorder
    ahead: list[tuple[datetime, int, Callable[[], None]]] = field(default_factory=list)
    payloads: dict[str, bytes] = field(default_factory=dict)
    arrivals: list[Work] = field(default_factory=list)
    told: list[Work] = field(default_factory=list)
    planned: int = 0
    hand_over: Callable[[Stage, Task, tuple[Outcome, ...]], None] = field(default=lambda stage, task, outcomes: None)
    tell: Callable[[News], None] = field(default=lambda news: None)

    @property
    def end(self) -> datetime:
        """When the rehearsal is over."""
        return self.runbook.starts + self.runbook.lasts

    @property
    def next(self) -> datetime | None:
        """When something happens next; None where nothing does until the end."""
        return self.ahead[0][0] if self.ahead and self.ahead[0][0] <= self.end else None

    def step(self) -> None:
        """Let the next thing happen at its time, then the desk's own pass."""
        time, _number, action = heapq.heappop(self.ahead)
        self.clock.until(time)
        action()
        self.pass_on()

    def pass_on(self) -> None:
        """The desk's own pass: what is due goes out."""
        before, trouble = len(self.recorder.log), len(self.recorder.troubles)
        keep(self.desk)
        tick(self.desk)
        self.come_back(next_time(self.desk))
        for one in self.recorder.log[before:]:
            self.news("out", one.account, one.text)
        known = {(heard.account, heard.post) for heard in self.recorder.troubles[:trouble]}
        for heard in self.recorder.troubles[trouble:]:
            if (heard.account, heard.post) not in known:
                self.news("lost" if heard.took else "down", heard.account)

    def news(self, kind: str, name: str, text: str = "") -> None:
        """Tell what happens now."""
        self.tell(News(self.clock.now(), kind, name, text))

    def plan(self, wait: timedelta, action: Callable[[], None]) -> None:
        """Let something happen after a while; what is planned for one moment happens in the order of planning."""
        self.planned += 1
        heapq.heappush(self.ahead, (self.clock.now() + wait, self.planned, action))

    def come_back(self, at: datetime | None) -> None:
        """Let the desk's next pass be at that time, where nothing happens before: a platform may have come back."""
        if at is not None and (not self.ahead or at < self.ahead[0][0]):
            self.plan(at - self.clock.now(), lambda: None)

    def words(self, text: str, place: str) -> str:
        """A text of the runbook as it reads now."""
        where, begins = f"{self.runbook.id}, {place}", self.runbook.starts + self.runbook.begins
        return filled(text, self.desk.settings, self.clock.now(), where, begins)
