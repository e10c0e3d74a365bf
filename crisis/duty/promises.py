"""What becomes of promised updates: which post makes one, which ends one, and what is due around each. All pure.

A promise binds until its readers have what they were told to wait for. A post of the same thread ends it when it comes in the
hour before the promised time, or names a next time of its own, or is the last; an earlier post that does neither leaves it
standing, and one that comes too late ends it as late.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from crisis.duty.rota import on_duty
from crisis.model.duty import Duty, Ending, Promise
from crisis.model.fact import Facts, Kind
from crisis.model.moment import Moment

NEAR = timedelta(hours=1)
"""A post so shortly before the promised time is the promised one, whether it names the next or not."""

NEXT_UPDATE = "next_update"
ROUTINE = "routine"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A release that is out, as far as promises go: when its first post went out, the next update that it names, whether it
    ends its incident, and whether it says of everything that nothing has changed (`general`)."""

    release: str
    incident: str | None
    thread: str
    at: datetime
    next: datetime | None = None
    final: bool = False
    general: bool = False


def thread(incident: str | None, facts: Facts) -> str:
    """What readers follow: the incident, else what the post speaks of (sites, services, areas by their ids)."""
    about = sorted(str(f.value) for f in facts.facts if f.kind in (Kind.SITE, Kind.SERVICE, Kind.AREA))
    return incident or " ".join((ROUTINE, *about))


def promised(facts: Facts) -> datetime | None:
    """The next update that a post's facts name: aware, None where they name none or a date alone."""
    fact = facts.get(NEXT_UPDATE)
    return fact.value.at if fact and isinstance(fact.value, Moment) and fact.value.has_time else None


def ending(promise: Promise, spoken: Spoken) -> Ending | None:
    """How a post ends an open promise; None where it does not."""
    general = spoken.general and promise.incident is None and spoken.incident is None
    if spoken.release <= promise.release or (spoken.thread != promise.thread and not general):
        return None
    if spoken.at > promise.due:
        return Ending.LATE
    if spoken.final or promise.due - spoken.at <= NEAR:
        return Ending.KEPT
    return Ending.MOVED if spoken.next is not None else None


def owner(promise: Promise, duty: Duty, zone: ZoneInfo) -> str:
    """Whose duty a promise is: who took it or was given it, else who is on duty when it is due, else who wrote the post."""
    if promise.taken_at is not None:
        return promise.owner
    return next(iter(on_duty(duty, zone, promise.due)), promise.owner)


class Stage(StrEnum):
    """How near the time of a promise is: nothing to do yet, its owner is reminded, a post that nothing has changed is offered,
    it is broken, and the lead has to know."""

    WAITS = "waits"
    SOON = "soon"
    NOW = "now"
    BROKEN = "broken"
    ESCALATED = "escalated"


def stage(promise: Promise, duty: Duty, now: datetime) -> Stage:
    """Where an open promise stands."""
    passed = [stage for stage, at in _moments(promise, duty) if at <= now]
    return passed[-1] if passed else Stage.WAITS


def _moments(promise: Promise, duty: Duty) -> Iterator[tuple[Stage, datetime]]:
    """When each stage begins. A promise is broken once its time is past, not at it."""
    yield Stage.SOON, promise.due - duty.remind
    yield Stage.NOW, promise.due - duty.offer
    yield Stage.BROKEN, promise.due + timedelta(microseconds=1)
    yield Stage.ESCALATED, promise.due + duty.escalate


def due(promises: Iterable[Promise], duty: Duty, now: datetime) -> list[tuple[Promise, Stage]]:
    """The open promises for which something is to be done now, the earliest first."""
    staged = [(promise, stage(promise, duty, now)) for promise in promises if promise.ended_at is None]
    return sorted(
        ((promise, at) for promise, at in staged if at is not Stage.WAITS),
        key=lambda pair: (pair[0].due, pair[0].release),
    )


def next_time(promises: Iterable[Promise], duty: Duty, now: datetime) -> datetime | None:
    """When the next open promise comes to another stage; None where none does."""
    ahead = (at for promise in promises if promise.ended_at is None for _, at in _moments(promise, duty) if at > now)
    return min(ahead, default=None)
