"""The table of rehearsals that people have played."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field

from crisis.store import columns
from crisis.store.table import Table, packed, time


class RehearsalRow(Table, table=True):
    """Rehearsals that people have played, and who they were."""

    __tablename__: ClassVar[str] = "rehearsal"
    id: str = Field(primary_key=True)
    runbook: str = Field(index=True)
    seed: int
    played_on: str
    players: tuple[str, ...] = packed(columns.listing(str, str))
    guests: tuple[str, ...] = packed(columns.listing(str, str))
    objectives: int
    met: int
    leaked: int
    stopped: bool
    report: str = Field(unique=True)
    kept_at: datetime = time()
    kept_by: str
