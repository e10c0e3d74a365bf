"""One transaction over the desk's values, with the ledger written in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import func, inspect
from sqlmodel import Session, select

from crisis.errors import CrisisError
from crisis.ledger.entries import entry_bytes
from crisis.ledger.tree import leaf_hash, root
from crisis.model.card import Card
from crisis.model.decision import StoredDecision
from crisis.model.delivery import Delivery, State
from crisis.model.duty import Handover, Promise
from crisis.model.owed import Countersignature, StaffAlert, Telling
from crisis.model.preclearance import StoredPreclearance
from crisis.model.progress import ReplyFigures, StepTaken
from crisis.model.proposal import Proposal
from crisis.model.published import Incident
from crisis.model.records import (
    Enquiry,
    LedgerCheckpoint,
    LedgerEntry,
    Remark,
    Stop,
    StoredDraft,
    StoredPost,
    StoredRelease,
)
from crisis.model.release import Announcement, Person
from crisis.model.watched import AccountWatch, OddPost, OutsidePost, OutsideStopped, Reads
from crisis.store import (
    account_tables,
    announcement_tables,
    calm_tables,
    duty_tables,
    exception_tables,
    incident_tables,
    tables,
)
from crisis.store.ledger import LedgerRows
from crisis.store.table import Table

Value = TypeVar("Value")

ROWS: Mapping[type[Any], type[Table]] = {
    Person: tables.PersonRow,
    StoredDecision: tables.DecisionRow,
    Incident: incident_tables.IncidentRow,
    StoredDraft: tables.DraftRow,
    StoredPost: tables.PostRow,
    StoredRelease: tables.ReleaseRow,
    Announcement: announcement_tables.AnnouncementRow,
    Delivery: tables.DeliveryRow,
    Enquiry: tables.EnquiryRow,
    Stop: account_tables.StopRow,
    Proposal: incident_tables.ProposalRow,
    StepTaken: incident_tables.StepRow,
    ReplyFigures: incident_tables.ReplyFiguresRow,
    Card: exception_tables.CardRow,
    Countersignature: exception_tables.CountersignatureRow,
    StaffAlert: exception_tables.StaffAlertRow,
    Telling: exception_tables.TellingRow,
    Remark: exception_tables.RemarkRow,
    StoredPreclearance: calm_tables.PreclearanceRow,
    Promise: duty_tables.PromiseRow,
    Handover: duty_tables.HandoverRow,
    OddPost: account_tables.OddPostRow,
    AccountWatch: account_tables.AccountWatchRow,
    Reads: account_tables.ReadsRow,
    OutsidePost: account_tables.OutsidePostRow,
    OutsideStopped: account_tables.OutsideStoppedRow,
    LedgerEntry: tables.LedgerEntryRow,
    LedgerCheckpoint: tables.LedgerCheckpointRow,
}
"""Which table keeps which value: their columns bear the names of the value's fields."""


def columns_of(value: Any) -> dict[str, Any]:
    """A value's fields by name, not descended into."""
    return {f.name: getattr(value, f.name) for f in fields(value)}


def value_of(row: Table, kind: type[Value]) -> Value:
    """The frozen value of a row."""
    return kind(**{f.name: getattr(row, f.name) for f in fields(kind)})  # type: ignore[arg-type]


class Reading:
    """Reads values in one consistent snapshot."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.ledger = LedgerRows(session)
        self._meta: dict[str, str | None] = {}

    def get(self, kind: type[Value], key: Any) -> Value | None:
        """The value under its primary key."""
        row = self.session.get(ROWS[kind], key)
        return None if row is None else value_of(row, kind)

    def need(self, kind: type[Value], key: Any) -> Value:
        """The value under a key that another row names. Raises `CrisisError` (`row-missing`) where the database lost it."""
        value = self.get(kind, key)
        if value is None:
            raise CrisisError(
                "row-missing",
                "The desk's database has lost {what} {key}.",
                "Nothing was changed. `crisis ledger verify` says what else is missing; restore a backup beside it.",
                what=kind.__name__,
                key=key,
            )
        return value

    def find(self, kind: type[Value], /, **where: Any) -> list[Value]:
        """Values whose columns equal `where` (a list, tuple or set: any of it), by primary key, which sorts by time."""
        row = ROWS[kind]
        query = select(row).where(*_conditions(row, where)).order_by(*inspect(row).primary_key)
        return [value_of(found, kind) for found in self.session.exec(query)]

    def first(self, kind: type[Value], most: int, /, *, by: str, **where: Any) -> list[Value]:
        """The first so many of what `find` gives, in the order of the column `by`."""
        row = ROWS[kind]
        query = select(row).where(*_conditions(row, where)).order_by(getattr(row, by)).limit(most)
        return [value_of(found, kind) for found in self.session.exec(query)]

    def since(self, kind: type[Value], by: str, at: datetime, /, **where: Any) -> list[Value]:
        """Those of what `find` gives whose time in the column `by` is no earlier than that."""
        row = ROWS[kind]
        query = select(row).where(*_conditions(row, where), getattr(row, by) >= at)
        return [value_of(found, kind) for found in self.session.exec(query.order_by(*inspect(row).primary_key))]

    def newest(self, kind: type[Value]) -> Value | None:
        """The value with the highest primary key."""
        row = ROWS[kind]
        order = [column.desc() for column in inspect(row).primary_key]
        found = self.session.exec(select(row).order_by(*order).limit(1)).first()
        return None if found is None else value_of(found, kind)

    def count(self, kind: type[Any], /, **where: Any) -> int:
        """How many there are."""
        row = ROWS[kind]
        return self.session.exec(select(func.count()).select_from(row).where(*_conditions(row, where))).one()

    def tally(self, kind: type[Any], by: str, /) -> dict[Any, int]:
        """How many there are of each value of a column."""
        row = ROWS[kind]
        column = getattr(row, by)
        return dict(self.session.exec(select(column, func.count()).select_from(row).group_by(column)).all())

    def senders(self) -> dict[str, str]:
        """Deliveries that are `sending`, by key, with the process that has each in hand."""
        row = tables.DeliveryRow
        query = select(row.key, row.sender).where(row.state == State.SENDING)
        return {key: sender or "" for key, sender in self.session.exec(query)}

    def delivery_states(self) -> Iterator[tuple[str, str, State]]:
        """Key, post and state of every delivery, streamed."""
        row = tables.DeliveryRow
        query = select(row.key, row.post, row.state).execution_options(yield_per=1000)
        for key, post, state in self.session.exec(query):
            yield key, post, State(state)

    def meta(self, name: str) -> str | None:
        """What the desk knows of itself under that name."""
        if name not in self._meta:
            row = self.session.get(tables.MetaRow, name)
            self._meta[name] = row.value if row else None
        return self._meta[name]

    def ledger_size(self) -> int:
        """How many entries the ledger has."""
        return self.ledger.size()

    def ledger_entries(self) -> Iterable[LedgerEntry]:
        """Every entry, streamed in order."""
        return self.ledger.ledger_entries()

    def ledger_root(self, size: int | None = None) -> bytes:
        """The root over the first so many entries, or over all."""
        return root(self.ledger_size() if size is None else size, self.ledger.ledger_node)


class Writing(Reading):
    """Reads and writes under the write lock; every change is recorded in the ledger by the same transaction."""

    def __init__(self, session: Session, at: datetime) -> None:
        super().__init__(session)
        self.at = at

    def add(self, value: Any, **extra: Any) -> None:
        """Insert a value; `extra` are columns that it does not carry."""
        self.session.add(ROWS[type(value)](**columns_of(value), **extra))
        self.session.flush()

    def put(self, value: Any, **extra: Any) -> None:
        """Insert or replace a value under its primary key."""
        self.session.merge(ROWS[type(value)](**columns_of(value), **extra))
        self.session.flush()

    def set_meta(self, name: str, value: str) -> None:
        """Remember something about the desk itself."""
        self.session.merge(tables.MetaRow(name=name, value=value))
        self._meta[name] = value

    def forget_meta(self, name: str) -> None:
        """Remember it no more."""
        self._meta[name] = None
        if (row := self.session.get(tables.MetaRow, name)) is not None:
            self.session.delete(row)

    def record(self, kind: str, **body: Any) -> int:
        """Append to the ledger; the entry's number. `body` is JSON: ids, names, salted digests and cleared texts only."""
        seq = self.ledger_size()
        data = entry_bytes(seq, self.at, kind, body)
        self.ledger.append(LedgerEntry(seq, self.at, kind, data, leaf_hash(data)))
        return seq


def _conditions(row: type[Table], where: Mapping[str, Any]) -> list[Any]:
    made = []
    for name, wanted in where.items():
        column = getattr(row, name)
        made.append(column.in_(wanted) if isinstance(wanted, list | tuple | set | frozenset) else column == wanted)
    return made
