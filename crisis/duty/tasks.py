"""What somebody has to do, as values, and the order in which it wants doing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from crisis.sentence import Sentence

SHORTLY, PRESENTLY = timedelta(minutes=10), timedelta(minutes=30)
"""What is due within the one wants somebody now, within the other soon."""


class Urgency(IntEnum):
    """It is late, or nobody knows; it wants somebody now, soon, or when there is time."""

    LATE = 0
    NOW = 1
    SOON = 2
    LATER = 3


class Kind(StrEnum):
    """What kind of thing is to be done, in the order of what hurts most among things as urgent as each other: a text that is written
    and waits for nobody else comes before what is to be begun."""

    UNKNOWN = "unsure"
    PROMISE = "promise"
    CLEAR = "clear"
    HAND = "by hand"
    PHONE = "phone"
    STEP = "step"
    OUTDATED = "out of date"
    DISPUTE = "dispute"
    NOTICE = "notice"
    ALERT = "alert"
    ENQUIRY = "enquiry"
    COUNTERSIGN = "countersign"
    PROPOSAL = "proposal"
    ANNOUNCEMENT = "announcement"
    SPEAKING = "speaking"
    RETURNED = "returned"
    HANDOVER = "handover"
    STOP = "stop"


RANK = {kind: number for number, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to be done: until `due`, by one of `who` (nobody in particular where empty), with `command` (its words after
    `crisis`), or not at all, with a reason, by `instead`. `about` is the identifier of what it is about."""

    kind: Kind
    urgency: Urgency
    what: Sentence
    command: tuple[str, ...]
    about: str
    due: datetime | None = None
    who: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()


def urgency(due: datetime, now: datetime) -> Urgency:
    """How soon what is due at a time wants somebody."""
    left = due - now
    if left < timedelta(0):
        return Urgency.LATE
    if left <= SHORTLY:
        return Urgency.NOW
    return Urgency.SOON if left <= PRESENTLY else Urgency.LATER


def in_order(tasks: Iterable[Task]) -> list[Task]:
    """The most urgent first; what is due earlier before what is due later, and what has no time last among its kind."""
    return sorted(tasks, key=lambda t: (t.urgency, RANK[t.kind], t.due is None, t.due and t.due.timestamp(), t.about))
