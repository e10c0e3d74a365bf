"""How far an incident's runbook has come: what people said of its steps, and the safety check's figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Standing(StrEnum):
    """How a step stands: `waiting` for its trigger, `ahead` of its time, `due`, `late`, `begun` (somebody has, and it is not out
    yet), `done`, `skipped`, or `passed` (its time is over, and nobody needs it any more)."""

    WAITING = "waiting"
    AHEAD = "ahead"
    DUE = "due"
    LATE = "late"
    BEGUN = "begun"
    DONE = "done"
    SKIPPED = "skipped"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class StepTaken:
    """What a person did with a step of an incident's runbook: `begun` as the `notice` that was made of it, `done` by hand or
    `skipped`, both for a `reason` (a salted digest; the words are kept apart and can be erased)."""

    incident: str
    step: str
    standing: Standing
    at: datetime
    by: str
    notice: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ReplyFigures:
    """Figures of the safety check as a whole: how many people were asked, have replied, and to how many the message could not
    be brought. Never who."""

    id: str
    incident: str | None
    at: datetime
    by: str
    asked: int
    replied: int
    bounced: int = 0
