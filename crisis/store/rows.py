"""Values as rows: the few statements that read and write them, each made once.

They go past SQLAlchemy's object mapper, and most past its results (`quick`): a value is frozen, so nothing has to be tracked,
and the bookkeeping would cost several times the query itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from typing import Any, cast

from sqlalchemy import Column, Connection, Table, bindparam, func, insert, select, update
from sqlalchemy.sql import ColumnElement, Executable

from crisis.model.card import Card
from crisis.model.decision import StoredDecision
from crisis.model.delivery import Delivery
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
from crisis.model.training import Rehearsal
from crisis.model.watched import AccountWatch, OddPost, OutsidePost, OutsideStopped, Reads
from crisis.store import (
    account_tables,
    announcement_tables,
    calm_tables,
    duty_tables,
    exception_tables,
    incident_tables,
    table,
    tables,
    training_tables,
)
from crisis.store.asking import SEVERAL, Shape, conditions, given, shape
from crisis.store.quick import quick

ROWS: Mapping[type[Any], type[table.Table]] = {
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
    Rehearsal: training_tables.RehearsalRow,
    LedgerEntry: tables.LedgerEntryRow,
    LedgerCheckpoint: tables.LedgerCheckpointRow,
}
"""Which table keeps which value: their columns bear the names of the value's fields."""

_KEY = "key_"
"""Before the name of a primary key's column in the condition of an update, where its bare name would be a new value."""

MOST, EARLIEST = "at_most", "no_earlier"
"""Parameters that are no columns."""


@dataclass(frozen=True)
class _Keeping:
    """How values of one kind are kept: their table, its primary key, and columns that no field fills."""

    table: Table
    fields: tuple[str, ...]
    key: tuple[str, ...]
    rest: Mapping[str, Any]

    @property
    def columns(self) -> list[ColumnElement[Any]]:
        """The columns in the order of the value's fields."""
        return [self.table.c[name] for name in self.fields]

    @property
    def order(self) -> list[ColumnElement[Any]]:
        """The primary key."""
        return [self.table.c[name] for name in self.key]


@cache
def _keeping(kind: Any) -> _Keeping:
    kept = table_of(ROWS[kind])
    names = _names(kind)
    rest = dict.fromkeys(column.name for column in kept.columns if column.name not in names)
    return _Keeping(kept, names, tuple(column.name for column in kept.primary_key), rest)


def table_of(row: type[table.Table]) -> Table:
    """The table itself of its row's class."""
    return cast("Table", row.__table__)  # type: ignore[attr-defined]


def cells(row: type[table.Table], names: Iterable[str]) -> list[Column[Any]]:
    """The columns of a table by name, to be asked for without making an object of each row."""
    return [table_of(row).c[name] for name in names]


def columns_of(value: Any) -> dict[str, Any]:
    """A value's fields by name, not descended into."""
    kind: Any = type(value)
    return {name: getattr(value, name) for name in _names(kind)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def key_of(value: Any) -> Any:
    """A value's primary key: a tuple where that has several columns."""
    kind: Any = type(value)
    keys = tuple(getattr(value, name) for name in _keeping(kind).key)
    return keys if len(keys) > 1 else keys[0]


# Reading


def by_key(connection: Connection, kind: Any, key: Any) -> Any:
    """The value under its primary key (a tuple where that has several columns), or None."""
    keys = key if isinstance(key, tuple) else (key,)
    given = dict(zip(_keeping(kind).key, keys, strict=True))
    return next((kind(*row) for row in quick(connection, _by_key(kind)).rows(connection, given)), None)


def where(connection: Connection, kind: Any, wanted: Mapping[str, Any]) -> list[Any]:
    """Values whose columns equal what is wanted (of several: any), by primary key."""
    if any(isinstance(value, SEVERAL) and not value for value in wanted.values()):
        return []
    return [kind(*row) for row in _asked(connection, _where(kind, shape(wanted)), wanted)]


def newest(connection: Connection, kind: Any) -> Any:
    """The value with the highest primary key, or None."""
    return next((kind(*row) for row in quick(connection, _newest(kind)).rows(connection, {})), None)


def count(connection: Connection, kind: Any, wanted: Mapping[str, Any]) -> int:
    """How many values there are whose columns equal what is wanted."""
    ((counted,),) = _asked(connection, _count(kind, shape(wanted)), wanted)
    return int(counted)


def first(connection: Connection, kind: Any, most: int, by: str, wanted: Mapping[str, Any]) -> list[Any]:
    """The first so many of what `where` gives, in the order of the column `by`."""
    return [kind(*row) for row in _asked(connection, _first(kind, shape(wanted), by), wanted, at_most=most)]


def since(connection: Connection, kind: Any, by: str, at: datetime, wanted: Mapping[str, Any]) -> list[Any]:
    """Those of what `where` gives whose time in the column `by` is no earlier than that."""
    return [kind(*row) for row in _asked(connection, _since(kind, shape(wanted), by), wanted, no_earlier=at)]


def tally(connection: Connection, kind: Any, by: str) -> dict[Any, int]:
    """How many there are of each value of a column."""
    column = _keeping(kind).table.c[by]
    return {row[0]: row[1] for row in connection.execute(select(column, func.count()).group_by(column))}


def _asked(
    connection: Connection, statement: Executable, wanted: Mapping[str, Any], **more: Any
) -> Iterable[Sequence[Any]]:
    parameters = {**given(wanted), **more}
    if any(isinstance(value, list) for value in parameters.values()):
        return connection.execute(statement, parameters)
    return quick(connection, statement).rows(connection, parameters)


# Writing


def add(connection: Connection, value: Any, extra: Mapping[str, Any]) -> None:
    """Insert a value; `extra` are columns that it does not carry."""
    kind: Any = type(value)
    keeping = _keeping(kind)
    add_row(connection, keeping.table, {**keeping.rest, **columns_of(value), **extra})


def put(connection: Connection, value: Any, extra: Mapping[str, Any], was: Any = None) -> None:
    """Write a value over the one of its primary key, or insert it. Of one that is known as it `was` only what differs is
    written: a column that is written has its index written too."""
    kind: Any = type(value)
    keeping = _keeping(kind)
    columns = columns_of(value)
    same = {name for name in columns if getattr(was, name) == columns[name]} if was is not None else ()
    put_row(connection, keeping.table, {**keeping.rest, **columns, **extra}, same)


def add_row(connection: Connection, kept: Table, columns: Mapping[str, Any]) -> None:
    """Insert a row."""
    quick(connection, _insert(kept)).change(connection, columns)


def put_row(connection: Connection, kept: Table, columns: Mapping[str, Any], same: Collection[str] = ()) -> None:
    """Write a row over the one of its primary key, but for columns that are the `same` there; or insert it."""
    keys = {_KEY + column.name: columns[column.name] for column in kept.primary_key}
    names = tuple(name for name in columns if name not in same) if same else None
    if not quick(connection, _update(kept, names)).change(connection, {**columns, **keys}):
        add_row(connection, kept, columns)


# The statements


@cache
def _by_key(kind: Any) -> Executable:
    keeping = _keeping(kind)
    return select(*keeping.columns).where(*(column == bindparam(column.key) for column in keeping.order))


@cache
def _where(kind: Any, shape: Shape) -> Executable:
    keeping = _keeping(kind)
    return select(*keeping.columns).where(*conditions(keeping.table, shape)).order_by(*keeping.order)


@cache
def _first(kind: Any, shape: Shape, by: str) -> Executable:
    keeping = _keeping(kind)
    query = select(*keeping.columns).where(*conditions(keeping.table, shape))
    return query.order_by(keeping.table.c[by]).limit(bindparam(MOST))


@cache
def _since(kind: Any, shape: Shape, by: str) -> Executable:
    keeping = _keeping(kind)
    late = keeping.table.c[by] >= bindparam(EARLIEST)
    return select(*keeping.columns).where(*conditions(keeping.table, shape), late).order_by(*keeping.order)


@cache
def _newest(kind: Any) -> Executable:
    keeping = _keeping(kind)
    return select(*keeping.columns).order_by(*(column.desc() for column in keeping.order)).limit(1)


@cache
def _count(kind: Any, shape: Shape) -> Executable:
    kept = _keeping(kind).table
    return select(func.count()).select_from(kept).where(*conditions(kept, shape))


@cache
def _insert(kept: Table) -> Executable:
    return insert(kept)


@cache
def _update(kept: Table, names: tuple[str, ...] | None = None) -> Executable:
    keys = tuple(kept.primary_key)
    wanted = [column for column in kept.columns if names is None or column.name in names]
    own = [column for column in wanted if not column.primary_key] or keys
    values: dict[str, Any] = {column.name: bindparam(column.name) for column in own}
    return update(kept).values(values).where(*(column == bindparam(f"{_KEY}{column.name}") for column in keys))
