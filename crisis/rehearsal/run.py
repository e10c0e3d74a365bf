"""Plays a runbook: injects and steps come at their virtual times, players work, the desk's own pass sends to recorders."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from crisis.desk.desk import Desk
from crisis.desk.drafts.compose import Kit
from crisis.desk.duty import incidents
from crisis.desk.outbox.sending import next_time, tick
from crisis.desk.record import book
from crisis.desk.record.disclosures import disclosures
from crisis.errors import Mistake
from crisis.ledger.verify import Verdict
from crisis.model.runbook import Inject, Runbook, Step
from crisis.model.settings import Account
from crisis.rehearsal import players
from crisis.rehearsal.players import Outcome
from crisis.rehearsal.world import Recorded, RecordedLinks, Recorder, SeededEntropy, VirtualClock
from crisis.runbook.scene import filled
from crisis.wiring.exercise import exercise_desk

JITTER = (0, 2)
"""Minutes by which an inject comes later than planned."""

READING = (1, 3)
"""Minutes until the drafter has read and drafted, and again until the approver has read and cleared."""

NO_CHANGE = "no-change"


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
class Played:
    """A rehearsal that has run: everything that a score or a report is made of. `arrivals` are the injects as they were
    dealt with, `told` the runbook's own steps and the updates that kept a promise; `cleared` is what the ledger says that
    people have cleared, as (post, account, text)."""

    runbook: Runbook
    seed: int
    started: datetime
    ended: datetime
    arrivals: tuple[Work, ...]
    told: tuple[Work, ...]
    recorded: tuple[Recorded, ...]
    cleared: frozenset[tuple[str, str, str]]
    verdict: Verdict


@dataclass
class Stage:
    """The rehearsal while it runs."""

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

    def plan(self, wait: timedelta, action: Callable[[], None]) -> None:
        """Let something happen after a while; what is planned for one moment happens in the order of planning."""
        self.planned += 1
        heapq.heappush(self.ahead, (self.clock.now() + wait, self.planned, action))

    def come_back(self, at: datetime | None) -> None:
        """Let the desk's next pass be at that time, where nothing happens before: a platform may have come back."""
        if at is not None and (not self.ahead or at < self.ahead[0][0]):
            self.plan(at - self.clock.now(), lambda: None)

    def events(self) -> Iterator[Callable[[], None]]:
        """What happens until the end, each at its time."""
        end = self.runbook.starts + self.runbook.lasts
        while self.ahead and self.ahead[0][0] <= end:
            time, _number, action = heapq.heappop(self.ahead)
            self.clock.until(time)
            yield action
        self.clock.until(end)

    def words(self, text: str, place: str) -> str:
        """A text of the runbook as it reads now."""
        where, begins = f"{self.runbook.id}, {place}", self.runbook.starts + self.runbook.begins
        return filled(text, self.desk.settings, self.clock.now(), where, begins)


def play(
    runbook: Runbook, kit: Kit, seed: int, folder: Path, watch: Callable[[timedelta], None] = lambda gone: None
) -> Played:
    """Play a runbook in an empty folder. The same runbook, kit and seed play the same rehearsal; `watch` is told how much of
    it is over.

    Raises `Mistake` for a step of a type that there is not, or words that cannot be filled in."""
    stage = set_up(runbook, kit, seed, folder)
    with closing(stage.desk):
        for action in stage.events():
            action()
            tick(stage.desk)
            stage.come_back(next_time(stage.desk))
            watch(stage.clock.now() - runbook.starts)
        return _played(stage, seed)


def set_up(runbook: Runbook, kit: Kit, seed: int, folder: Path) -> Stage:
    """Everything before the first event: the desk, the incident opened, the injects and steps planned."""
    check(runbook, kit)
    clock, chance = VirtualClock(runbook.starts.astimezone(UTC)), SeededEntropy(f"chance {seed}")
    recorder = Recorder(clock, runbook.faults)

    def channel(account: Account) -> Recorder:
        return recorder

    desk = exercise_desk(kit, folder, clock, SeededEntropy(f"desk {seed}"), channel, RecordedLinks(runbook.links))
    opened = incidents.open_incident(
        desk,
        runbook.kind,
        runbook.public,
        by=players.DRAFTER,
        course=incidents.Course(runbook.id, runbook.starts + runbook.begins),
    )
    stage = Stage(desk, clock, chance, runbook, opened.incident.id, recorder)
    for step in runbook.rehearsed:
        stage.plan(runbook.begins + step.at, partial(_step, stage, step))
    for inject in runbook.injects:
        stage.plan(inject.at + chance.minutes(*JITTER), partial(_arrive, stage, inject))
    return stage


def check(runbook: Runbook, kit: Kit) -> None:
    """Raises `Mistake` for a step of a type that the desk does not have, and for words that cannot be filled in."""
    for step in runbook.steps:
        if step.type and step.type not in kit.types:
            raise Mistake(
                "runbook",
                "Step {step} of {runbook} asks for a notice type {type} that there is not.",
                "Known types: {known}.",
                step=step.id,
                runbook=runbook.id,
                type=step.type,
                known=", ".join(sorted(kit.types)),
            )
    _check_words(runbook, kit)


def _check_words(runbook: Runbook, kit: Kit) -> None:
    answers = [(step.id, words) for step in runbook.steps for words in step.answers.values()]
    payloads = [(inject.id, inject.payload) for inject in runbook.injects if inject.payload is not None]
    for place, words in (*answers, *payloads, ("updates", runbook.updates)):
        filled(words, kit.settings, runbook.starts, f"{runbook.id}, {place}")


# What happens


@dataclass(frozen=True)
class Task:
    """Something for the players: its id, when it reached them, how the drafter takes it in, where the work on it is noted, and
    how long the approver stays away from it."""

    id: str
    came: datetime
    take_in: Callable[[], tuple[Outcome, ...]]
    notes: list[Work]
    away: timedelta = timedelta()


def _arrive(stage: Stage, inject: Inject) -> None:
    """An inject reaches the desk; the drafter gets to it after a while."""
    if inject.payload is not None:
        stage.payloads[inject.id] = stage.words(inject.payload, inject.id).encode()
    raw = stage.payloads[inject.repeats or inject.id]
    take_in = partial(players.take_in, stage.desk, raw, inject.name, stage.incident)
    task = Task(inject.id, stage.clock.now(), take_in, stage.arrivals, inject.approver_away)
    stage.plan(stage.chance.minutes(*READING), partial(_draft, stage, task))


def _step(stage: Stage, step: Step) -> None:
    answers = {name: stage.words(words, step.id) for name, words in step.answers.items()}
    _tell(stage, step.id, step.type, answers, step.role)


def _tell(stage: Stage, name: str, type_id: str, answers: Mapping[str, str], role: str) -> None:
    """Somebody tells the desk; the drafter types it in while they speak."""
    take_in = partial(players.told, stage.desk, type_id, answers, role, stage.incident)
    _draft(stage, Task(name, stage.clock.now(), take_in, stage.told))


def _draft(stage: Stage, task: Task) -> None:
    """The drafter takes it in; where there is something to clear, the approver comes to it after a while."""
    outcomes = task.take_in()
    if any(outcome.seen == "drafted" for outcome in outcomes):
        stage.plan(stage.chance.minutes(*READING) + task.away, partial(_clear, stage, task, outcomes))
    else:
        task.notes.append(Work(task.id, task.came, stage.clock.now(), outcomes))


def _clear(stage: Stage, task: Task, outcomes: tuple[Outcome, ...]) -> None:
    """The approver clears what waits; what it promises in public is remembered."""
    done = tuple(players.cleared(stage.desk, outcome) for outcome in outcomes)
    task.notes.append(Work(task.id, task.came, stage.clock.now(), done))
    for outcome in done:
        if outcome.seen == "cleared" and outcome.promised:
            ahead = outcome.promised - players.AHEAD - stage.clock.now()
            stage.plan(max(ahead, timedelta()), partial(_look, stage, outcome.promised))


def _look(stage: Stage, due: datetime) -> None:
    """Before a promised update: if there has been no news, somebody says so."""
    if players.still_promised(stage.desk, due):
        answers = {"next_update": stage.words(stage.runbook.updates, NO_CHANGE)}
        _tell(stage, NO_CHANGE, NO_CHANGE, answers, "desk")


# What is left of it


def _played(stage: Stage, seed: int) -> Played:
    book.write_checkpoint(stage.desk)
    out = {one.post for one in stage.recorder.log}
    return Played(
        runbook=stage.runbook,
        seed=seed,
        started=stage.runbook.starts,
        ended=stage.clock.now(),
        arrivals=tuple(_as_seen(work, out) for work in stage.arrivals),
        told=tuple(_as_seen(work, out) for work in stage.told),
        recorded=tuple(stage.recorder.log),
        cleared=frozenset((p.post, p.account, p.text) for each in disclosures(stage.desk) for p in each.posts),
        verdict=book.verify_ledger(stage.desk),
    )


def _as_seen(work: Work, out: set[str]) -> Work:
    """What was cleared is `published` only where every post of it has reached its platform."""
    return replace(
        work,
        outcomes=tuple(
            replace(each, seen="published") if each.seen == "cleared" and out.issuperset(each.posts) else each
            for each in work.outcomes
        ),
    )
