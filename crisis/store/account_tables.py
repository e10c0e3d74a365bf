"""Tables of what is seen and done on our accounts beside the outbox."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field

from crisis.model.watched import Odd
from crisis.sentence import Sentence
from crisis.store import columns
from crisis.store.table import Table, packed, state, time


class StopRow(Table, table=True):
    """Stops: everything, one account, or everything routine."""

    __tablename__: ClassVar[str] = "stop"
    id: str = Field(primary_key=True)
    account: str | None
    set_at: datetime = time()
    set_by: str | None
    routine: bool
    lifted_at: datetime | None = time(nullable=True)
    lifted_by: str | None


class OddPostRow(Table, table=True):
    """Posts on our accounts that are not as the desk sent them."""

    __tablename__: ClassVar[str] = "odd_post"
    account: str = Field(primary_key=True)
    remote_id: str = Field(primary_key=True)
    odd: Odd = state(Odd, primary_key=True)
    url: str | None
    post: str | None
    found_at: datetime = time()
    ended_at: datetime | None = time(nullable=True)


class AccountWatchRow(Table, table=True):
    """The watch over each account."""

    __tablename__: ClassVar[str] = "account_watch"
    account: str = Field(primary_key=True)
    began_at: datetime = time()
    next_look: datetime = time()
    looked_at: datetime | None = time(nullable=True)
    failed: Sentence | None = packed(columns.SENTENCE, nullable=True)


class ReadsRow(Table, table=True):
    """How often each platform was asked."""

    __tablename__: ClassVar[str] = "account_reads"
    account: str = Field(primary_key=True)
    day: str = Field(primary_key=True)
    count: int


class OutsidePostRow(Table, table=True):
    """Posts that were made outside this desk, as people recorded them."""

    __tablename__: ClassVar[str] = "outside_post"
    id: str = Field(primary_key=True)
    account: str = Field(index=True)
    url: str
    text: str
    recorded_at: datetime = time()
    by: str
    reason: str
    digest: str


class OutsideStoppedRow(Table, table=True):
    """Other tools and agencies that were told to stop, in an incident."""

    __tablename__: ClassVar[str] = "outside_stopped"
    incident: str = Field(primary_key=True)
    outside: str = Field(primary_key=True)
    at: datetime = time()
    by: str
