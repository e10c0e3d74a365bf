"""The tables of what people agree on in calm times."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column, LargeBinary
from sqlmodel import Field

from crisis.store.table import Table, time


class PreclearanceRow(Table, table=True):
    """Pre-clearances: the canonical statements that people sign in calm times."""

    __tablename__: ClassVar[str] = "preclearance"
    id: str = Field(primary_key=True)
    notice_type: str = Field(index=True)
    statement: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    digest: str
    created_at: datetime = time()
    created_by: str
    in_force_at: datetime | None = time(nullable=True)
    revoked_at: datetime | None = time(nullable=True)
    revoked_by: str | None


class PreclearanceApprovalRow(Table, table=True):
    """Signatures under pre-clearances."""

    __tablename__: ClassVar[str] = "preclearance_approval"
    preclearance: str = Field(primary_key=True, foreign_key="preclearance.id")
    person: str = Field(primary_key=True)
    key: str
    at: datetime = time()
    signature: str
    how: str
    reason: str | None
