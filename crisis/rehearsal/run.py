"""Plays a runbook: injects and steps come at their virtual times, players work, the desk's own pass sends to recorders."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeAlias

from crisis.desk.desk import Desk
from crisis.desk.drafts.kit import Kit
from crisis.desk.duty import incidents
from crisis.desk.record import book
from crisis.desk.record.disclosures import disclosures
from crisis.errors import Mistake
from crisis.model.delivery import Delivery, State
from crisis.model.ports import Pace
from crisis.model.records import StoredDraft, StoredPost
from crisis.model.runbook import Inject, Runbook, Step
from crisis.model.settings import Account
from crisis.rehearsal import players
from crisis.rehearsal.alerts import alerts
from crisis.rehearsal.players import Outcome
from crisis.rehearsal.stage import Played, Stage, Task, Work
from crisis.rehearsal.world import AtOnce, RecordedLinks, Recorder, SeededEntropy, VirtualClock
from crisis.runbook.scene import filled
from crisis.wiring.exercise import exercise_desk

JITTER = (0, 2)
"""Minutes by which an inject comes later than planned."""

READING = (1, 3)
"""Minutes until the drafter has read and drafted, and again until the approver has read and cleared."""

NO_CHANGE = "no-change"


Lead: TypeAlias = Callable[[Stage], None]
"""What leads a rehearsal from its first event to its last."""


def play(runbook: Runbook, kit: Kit, seed: int, folder: Path, lead: Lead | None = None) -> Played:
    """Play a runbook in an empty folder. The same runbook, kit and seed play the same rehearsal, unless people `lead` it. Ctrl-C
    ends it early.

    Raises `Mistake` for a step of a type that there is not, or words that cannot be filled in."""
    stage = set_up(runbook, kit, seed, folder)
    with closing(stage.desk):
        try:
            (lead or through)(stage)
        except KeyboardInterrupt:
            return replace(played(stage, seed), stopped=True)
        stage.clock.until(stage.end)
        return played(stage, seed)


def through(stage: Stage, watch: Callable[[timedelta], None] = lambda gone: None, pace: Pace | None = None) -> None:
    """One event after the other until nothing is left, as fast as the `pace` lets them come; `watch` is told how much is over."""
    pace = pace or AtOnce()
    while (at := stage.next) is not None:
        pace.wait(at - stage.runbook.starts)
        stage.step()
        watch(stage.clock.now() - stage.runbook.starts)
    pace.wait(stage.runbook.lasts)


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
    stage = Stage(desk, clock, chance, runbook, opened.incident.id, recorder, hand_over=approve_later)
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


def _arrive(stage: Stage, inject: Inject) -> None:
    """An inject reaches the desk; the drafter gets to it after a while."""
    if inject.payload is not None:
        stage.payloads[inject.id] = stage.words(inject.payload, inject.id).encode()
    raw = stage.payloads[inject.repeats or inject.id]
    stage.news("arrived", inject.id, raw.decode("utf-8", "replace"))
    take_in = partial(players.take_in, stage.desk, raw, inject.name, stage.incident)
    task = Task(inject.id, stage.clock.now(), take_in, stage.arrivals, inject.approver_away)
    stage.plan(stage.chance.minutes(*READING), partial(_draft, stage, task))


def _step(stage: Stage, step: Step) -> None:
    answers = {name: stage.words(words, step.id) for name, words in step.answers.items()}
    tell(stage, step.id, step.type, answers, step.role)


def tell(stage: Stage, name: str, type_id: str, answers: Mapping[str, str], role: str) -> None:
    """Somebody tells the desk; the drafter types it in while they speak."""
    take_in = partial(players.told, stage.desk, type_id, answers, role, stage.incident)
    _draft(stage, Task(name, stage.clock.now(), take_in, stage.told))


def _draft(stage: Stage, task: Task) -> None:
    """The drafter takes it in; where there is something to clear, the approver comes to it after a while."""
    outcomes = task.take_in()
    if any(outcome.seen == "drafted" for outcome in outcomes):
        stage.hand_over(stage, task, outcomes)
        return
    for outcome in outcomes:
        stage.news(outcome.seen, task.id, ", ".join(outcome.codes))
    finish(stage, task, outcomes)


def approve_later(stage: Stage, task: Task, outcomes: tuple[Outcome, ...]) -> None:
    """The simulated approver comes to it after a while."""
    stage.plan(stage.chance.minutes(*READING) + task.away, partial(clear, stage, task, outcomes))


def finish(stage: Stage, task: Task, outcomes: tuple[Outcome, ...]) -> None:
    """The players are done with it."""
    task.notes.append(Work(task.id, task.came, stage.clock.now(), outcomes))


def clear(stage: Stage, task: Task, outcomes: tuple[Outcome, ...]) -> None:
    """The simulated approver clears what waits."""
    settle(stage, task, tuple(players.cleared(stage.desk, outcome) for outcome in outcomes))


def settle(stage: Stage, task: Task, done: tuple[Outcome, ...]) -> None:
    """The players are done with it; what it promises in public is remembered."""
    finish(stage, task, done)
    for outcome in done:
        if outcome.seen == "cleared" and outcome.promised:
            ahead = outcome.promised - players.AHEAD - stage.clock.now()
            stage.plan(max(ahead, timedelta()), partial(_look, stage, outcome.promised))


def _look(stage: Stage, due: datetime) -> None:
    """Before a promised update: if there has been no news, somebody says so."""
    if players.still_promised(stage.desk, due):
        answers = {"next_update": stage.words(stage.runbook.updates, NO_CHANGE)}
        tell(stage, NO_CHANGE, NO_CHANGE, answers, "desk")


# What is left of it


def played(stage: Stage, seed: int) -> Played:
    """What is left of a rehearsal."""
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
        troubles=tuple(stage.recorder.troubles),
        alerts=alerts(stage.desk),
        sources=_sources(stage.desk),
        states=_states(stage.desk),
    )


def _sources(desk: Desk) -> Mapping[str, str]:
    """The notice of which each post was made."""
    with desk.store.reading() as unit:
        notices = {draft.id: draft.notice for draft in unit.find(StoredDraft)}
        return {post.id: notices[post.draft] for post in unit.find(StoredPost)}


def _states(desk: Desk) -> Mapping[tuple[str, str], frozenset[State]]:
    """What became of the deliveries of each post to each account."""
    with desk.store.reading() as unit:
        deliveries = unit.find(Delivery)
    keys = dict.fromkeys((each.post, each.account) for each in deliveries)
    return {key: frozenset(each.state for each in deliveries if (each.post, each.account) == key) for key in keys}


def _as_seen(work: Work, out: set[str]) -> Work:
    """What was cleared is `published` only where every post of it has reached its platform."""
    return replace(
        work,
        outcomes=tuple(
            replace(each, seen="published") if each.seen == "cleared" and out.issuperset(each.posts) else each
            for each in work.outcomes
        ),
    )
