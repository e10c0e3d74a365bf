"""What is owed after an exception: a countersignature with a key, and an alert that somebody has seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from crisis.model.release import Role
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
    `about` which release or other record; `told_at` is when it was handed to whatever reaches them."""

    id: str
    at: datetime
    code: str
    sentence: Sentence
    roles: tuple[Role, ...]
    about: str | None = None
    told_at: datetime | None = None
    seen_at: datetime | None = None
    seen_by: str | None = None
