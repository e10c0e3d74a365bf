"""Tables of an incident: what it is, what proposed it, and how far its runbook has come."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field

from crisis.model.names import Names
from crisis.model.progress import Standing
from crisis.model.severity import Severity
from crisis.store import columns
from crisis.store.table import Table, packed, state, time


class IncidentRow(Table, table=True):
    """Incidents."""

    __tablename__: ClassVar[str] = "incident"
    id: str = Field(primary_key=True)
    kind: str
    names: Names = packed(columns.JSON)
    opened_at: datetime = time()
    closed_at: datetime | None = time(nullable=True)
    hashtag: str | None
    severity: Severity = state(Severity)
    runbook: str | None
    begins: datetime | None = time(nullable=True)


class ProposalRow(Table, table=True):
    """Incidents that hazard telegrams make the desk propose."""

    __tablename__: ClassVar[str] = "proposal"
    id: str = Field(primary_key=True)
    kind: str
    notice: str = Field(index=True)
    sites: tuple[str, ...] = packed(columns.listing(str, str))
    made_at: datetime = time()
    until: datetime = time()
    ended_at: datetime | None = time(nullable=True)
    ended_by: str | None


class StepRow(Table, table=True):
    """What people did with the steps of an incident's runbook."""

    __tablename__: ClassVar[str] = "runbook_step"
    incident: str = Field(primary_key=True)
    step: str = Field(primary_key=True)
    standing: Standing = state(Standing)
    at: datetime = time()
    by: str
    notice: str | None
    reason: str | None


class ReplyFiguresRow(Table, table=True):
    """Figures of the safety check as a whole."""

    __tablename__: ClassVar[str] = "reply_figures"
    id: str = Field(primary_key=True)
    incident: str | None = Field(index=True)
    at: datetime = time()
    by: str
    asked: int
    replied: int
    bounced: int
