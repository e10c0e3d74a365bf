"""What is owed after an exception: a countersignature with a key, and an alert that somebody has seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from crisis.model.role import Role
from crisis.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Countersignature:
    """What a key owes for one approval of a release that was given without one, or alone: by `due`. `by`, `key` (a
    fingerprint), `at` and `signature` (an armoured SSHSIG) are there once it is given; `escalated_at` once it was overdue
    and the lead was told."""

    release: str
    person: str
    how: str
    due: datetime
    by: str | None = None
    key: str | None = None
    at: datetime | None = None
    signature: str | None = None
    escalated_at: datetime | None = None

    def overdue(self, at: datetime) -> bool:
        """Whether it is late at that time."""
        return self.at is None and self.due < at


@dataclass(frozen=True, slots=True)
class StaffAlert:
    """Something that people of the staff have to know at once: those with one of the `roles`. `code` says what kind of thing,
    `about` which release or other record; `told_at` is when a way that reaches them had taken it; `seen_by` is None for one
    that nobody saw before what it told of was over."""

    id: str
    at: datetime
    code: str
    sentence: Sentence
    roles: tuple[Role, ...]
    about: str | None = None
    told_at: datetime | None = None
    seen_at: datetime | None = None
    seen_by: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One alert on one way to the staff: `told_at` once that way has taken it; until then how often it was tried, why the
    last attempt failed, and when the next one is due."""

    alert: str
    way: str
    attempts: int = 0
    told_at: datetime | None = None
    next_try: datetime | None = None
    failed: Sentence | None = None
