"""The tables of duty: promises made in public, and what one shift leaves to the next."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column, Enum
from sqlmodel import Field, UTCDateTime

from crisis.model.duty import Ending
from crisis.store import columns
from crisis.store.table import Table, packed, time


class PromiseRow(Table, table=True):
    """Promised updates, one a release."""

    __tablename__: ClassVar[str] = "promise"
    release: str = Field(primary_key=True, foreign_key="release.id")
    post: str
    incident: str | None
    thread: str
    due: datetime = time()
    made_at: datetime = time()
    owner: str
    taken_at: datetime | None = time(nullable=True)
    broken_at: datetime | None = time(nullable=True)
    ended_at: datetime | None = Field(sa_column=Column(UTCDateTime(), nullable=True, index=True))
    ending: Ending | None = Field(
        sa_column=Column(
            Enum(Ending, native_enum=False, length=16, values_callable=lambda e: [m.value for m in e]), nullable=True
        )
    )
    ended_by: str | None
    reason: str | None
    alone_at: datetime | None = time(nullable=True)


class HandoverRow(Table, table=True):
    """Handovers between shifts; their words stand apart, under their digest."""

    __tablename__: ClassVar[str] = "handover"
    id: str = Field(primary_key=True)
    at: datetime = time()
    by: str
    to: str | None
    open: tuple[str, ...] = packed(columns.listing(str, str))
    note: str | None
    taken_at: datetime | None = Field(sa_column=Column(UTCDateTime(), nullable=True, index=True))
    taken_by: str | None
