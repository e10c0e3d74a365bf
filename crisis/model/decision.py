"""Decisions about the desk itself, who may act and under which policy: what people sign before they come into force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from crisis.model.release import Approval
from crisis.model.settings import Mode


class Subject(StrEnum):
    """What a decision is about."""

    ROSTER = "roster"
    POLICY = "policy"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: the whole roster or policy as it is to be, in JSON. `number` counts from 1 and `before` is the digest of
    the decision before, each among those of one subject; `before` is None for the first."""

    subject: Subject
    mode: Mode
    origin: str
    number: int
    before: str | None
    proposed_at: datetime
    proposed_by: str
    content: Any


@dataclass(frozen=True, slots=True)
class StoredDecision:
    """A decision in the desk: its canonical bytes and who signed them. `code` is what people call it by, made of its digest;
    `name` and `name_salt` are the name that the roster states by its digest alone. `adopted_at` and `entry`, the number of its
    entry in the ledger, are None while it waits."""

    code: str
    subject: Subject
    number: int
    statement: bytes
    proposed_at: datetime
    signatures: tuple[Approval, ...]
    name: str = ""
    name_salt: str = ""
    adopted_at: datetime | None = None
    entry: int | None = None
