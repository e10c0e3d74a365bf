"""Table of the words for which releases have waited."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field

from crisis.store.table import Table, time


class AnnouncementRow(Table, table=True):
    """Who said that what a release waited for has been announced, signed."""

    __tablename__: ClassVar[str] = "announcement"
    release: str = Field(primary_key=True, foreign_key="release.id")
    person: str
    key: str
    at: datetime = time()
    signature: str
