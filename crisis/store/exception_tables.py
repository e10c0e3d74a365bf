"""Tables of what is kept beside ordinary clearance: cards of codes, what is owed and told after an exception, remarks."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column, LargeBinary
from sqlmodel import Field, UTCDateTime

from crisis.model.records import Review
from crisis.model.role import Role
from crisis.sentence import Sentence
from crisis.store import columns
from crisis.store.table import Table, packed, state, time


class CardRow(Table, table=True):
    """Cards of one-time codes: of each code only the public key that comes of it."""

    __tablename__: ClassVar[str] = "card"
    id: str = Field(primary_key=True)
    person: str = Field(index=True)
    made_at: datetime = time()
    salt: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    codes: tuple[str, ...] = packed(columns.listing())
    key: str
    signature: str
    next: int
    wrong: int
    revoked_at: datetime | None = time(nullable=True)


class CountersignatureRow(Table, table=True):
    """Countersignatures that are owed, and those that were given."""

    __tablename__: ClassVar[str] = "countersignature"
    release: str = Field(primary_key=True, foreign_key="release.id")
    person: str = Field(primary_key=True)
    how: str
    due: datetime = time()
    by: str | None = Field(index=True)
    key: str | None
    at: datetime | None = time(nullable=True)
    signature: str | None
    escalated_at: datetime | None = time(nullable=True)


class StaffAlertRow(Table, table=True):
    """The outbox of alerts to people of the staff."""

    __tablename__: ClassVar[str] = "staff_alert"
    id: str = Field(primary_key=True)
    at: datetime = time()
    code: str
    sentence: Sentence = packed(columns.SENTENCE)
    roles: tuple[Role, ...] = packed(columns.listing(lambda r: r.value, Role))
    about: str | None = Field(index=True)
    told_at: datetime | None = time(nullable=True)
    seen_at: datetime | None = Field(sa_column=Column(UTCDateTime(), nullable=True, index=True))
    seen_by: str | None


class TellingRow(Table, table=True):
    """What became of each alert on each way to the staff."""

    __tablename__: ClassVar[str] = "alert_telling"
    alert: str = Field(primary_key=True, foreign_key="staff_alert.id")
    way: str = Field(primary_key=True)
    attempts: int
    told_at: datetime | None = time(nullable=True)
    next_try: datetime | None = time(nullable=True)
    failed: Sentence | None = packed(columns.SENTENCE, nullable=True)


class RemarkRow(Table, table=True):
    """Why posts were returned, rejected or withdrawn."""

    __tablename__: ClassVar[str] = "remark"
    id: str = Field(primary_key=True)
    post: str = Field(foreign_key="post.id", index=True)
    at: datetime = time()
    by: str
    became: Review = state(Review)
    reason: str
