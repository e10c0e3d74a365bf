"""One transaction over the desk's values, with the ledger written in it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar, cast

from sqlalchemy import Connection
from sqlalchemy import select as cells
from sqlalchemy.sql import Executable
from sqlmodel import Session, select

from crisis.errors import CrisisError
from crisis.ledger.entries import entry_bytes
from crisis.ledger.tree import leaf_hash, root
from crisis.model.delivery import State
from crisis.model.records import LedgerEntry
from crisis.store import rows, tables
from crisis.store.asking import SEVERAL
from crisis.store.ledger import LedgerRows
from crisis.store.quick import quick
from crisis.store.table import Table

Value = TypeVar("Value")
Read = TypeVar("Read")

REMEMBERED = 500
"""Answers of one kind that a transaction remembers, and the longest of them that it does."""

_META = select(tables.MetaRow.name, tables.MetaRow.value)
_SENDERS = select(tables.DeliveryRow.key, tables.DeliveryRow.sender).where(tables.DeliveryRow.state == State.SENDING)


def value_of(row: Table, kind: type[Value]) -> Value:
    """The frozen value of a row."""
    return kind(**{f.name: getattr(row, f.name) for f in fields(kind)})  # type: ignore[arg-type]


def _asked(where: Mapping[str, Any]) -> Hashable:
    """What is asked for, so that it can be told from other questions."""
    return tuple((name, tuple(value) if isinstance(value, SEVERAL) else value) for name, value in where.items())


class Reading:
    """Reads values in one consistent snapshot, which gives the same answer to the same question: it is put once."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.ledger = LedgerRows(connection)
        self._answers: dict[object, dict[Hashable, Any]] = {}
        self._known: dict[object, dict[Hashable, Any]] = {}

    @cached_property
    def session(self) -> Session:
        """The object mapper over this transaction, for the rows that are no values; whoever changes something by it flushes."""
        return Session(self.connection, expire_on_commit=False, join_transaction_mode="rollback_only")

    def get(self, kind: type[Value], key: Any) -> Value | None:
        """The value under its primary key."""
        known = self._known.setdefault(kind, {})
        if key not in known:
            found = rows.by_key(self._asked_for(kind), kind, key)
            if len(known) >= REMEMBERED:
                return cast("Value | None", found)
            known[key] = found
        return cast("Value | None", known[key])

    def know(self, value: Any) -> None:
        """A value that was read in another way."""
        self._known.setdefault(type(value), {})[rows.key_of(value)] = value

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
        found = self.recall(kind, _asked(where), lambda: rows.where(self._asked_for(kind), kind, where))
        return cast("list[Value]", found[:])

    def first(self, kind: type[Value], most: int, /, *, by: str, **where: Any) -> list[Value]:
        """The first so many of what `find` gives, in the order of the column `by`."""
        return cast("list[Value]", rows.first(self._asked_for(kind), kind, most, by, where))

    def since(self, kind: type[Value], by: str, at: datetime, /, **where: Any) -> list[Value]:
        """Those of what `find` gives whose time in the column `by` is no earlier than that."""
        found = self.recall(
            kind, (by, at, _asked(where)), lambda: rows.since(self._asked_for(kind), kind, by, at, where)
        )
        return cast("list[Value]", found[:])

    def newest(self, kind: type[Value]) -> Value | None:
        """The value with the highest primary key."""
        return cast("Value | None", rows.newest(self._asked_for(kind), kind))

    def count(self, kind: type[Any], /, **where: Any) -> int:
        """How many there are."""
        return rows.count(self._asked_for(kind), kind, where)

    def tally(self, kind: type[Any], by: str, /) -> dict[Any, int]:
        """How many there are of each value of a column."""
        return rows.tally(self._asked_for(kind), kind, by)

    def recall(self, kind: object, asked: Hashable, read: Callable[[], Read]) -> Read:
        """What is read of that kind; what was read before while nothing of the kind has been written since."""
        known = self._answers.setdefault(kind, {})
        if asked in known:
            return cast("Read", known[asked])
        answer = read()
        if len(known) < REMEMBERED and not (isinstance(answer, list) and len(answer) > REMEMBERED):
            known[asked] = answer
        return answer

    def _asked_for(self, kind: object) -> Connection:
        """The connection, with everything on it that may be asked for."""
        if kind is LedgerEntry:
            self.ledger.write()
        return self.connection

    def asked(self, statement: Executable, /, **given: Any) -> list[tuple[Any, ...]]:
        """The rows of a statement that was made once and is kept."""
        return quick(self.connection, statement).rows(self.connection, given)

    def senders(self) -> dict[str, str]:
        """Deliveries that are `sending`, by key, with the process that has each in hand."""
        return {key: sender or "" for key, sender in self.asked(_SENDERS)}

    def deliveries(self) -> Iterator[tuple[str, str, str, int, str, State, str | None, datetime | None]]:
        """Key, release, post, place, account, state, URL and time of publication of every delivery, streamed."""
        names = ("key", "release", "post", "place", "account", "state", "url", "published_at")
        for key, release, post, place, account, state, url, at in self.streamed(tables.DeliveryRow, names):
            yield key, release, post, place, account, State(state), url, at

    def last_editors(self) -> Iterator[tuple[str, str]]:
        """Every post with who changed its text last, streamed."""
        return ((post, editor) for post, editor in self.streamed(tables.PostRow, ("id", "last_editor")))

    def streamed(self, row: type[Table], names: Iterable[str], at_once: int = 1000) -> Iterator[Any]:
        """Those columns of every row of a table, so many rows in memory at once."""
        return iter(self.connection.execute(cells(*rows.cells(row, names)).execution_options(yield_per=at_once)))

    def meta(self, name: str) -> str | None:
        """What the desk knows of itself under that name."""
        return self._meta.get(name)

    @cached_property
    def _meta(self) -> dict[str, str]:
        """All of it: a handful of rows, of which every transaction asks for some."""
        return dict(self.asked(_META))

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

    def __init__(self, connection: Connection, at: datetime) -> None:
        super().__init__(connection)
        self.at = at

    def add(self, value: Any, **extra: Any) -> None:
        """Insert a value; `extra` are columns that it does not carry."""
        self._written(value)
        rows.add(self.connection, value, extra)

    def put(self, value: Any, **extra: Any) -> None:
        """Insert or replace a value under its primary key."""
        rows.put(self.connection, value, extra, self._written(value))

    def add_row(self, row: type[Table], /, **columns: Any) -> None:
        """Insert a row of a table that keeps no value as it is."""
        rows.add_row(self.connection, rows.table_of(row), columns)

    def put_row(self, row: type[Table], /, **columns: Any) -> None:
        """Insert or replace a row of such a table under its primary key."""
        rows.put_row(self.connection, rows.table_of(row), columns)

    def forget(self, kind: object) -> None:
        """Something of that kind is written: what was read of it no longer holds."""
        self._answers.pop(kind, None)
        self._known.pop(kind, None)

    def _written(self, value: Any) -> Any:
        """One value is written: only it reads otherwise under its key, and every list may. The value as it was, None where this
        transaction has not read it."""
        kind = type(value)
        self._answers.pop(kind, None)
        return self._known.get(kind, {}).pop(rows.key_of(value), None)

    def set_meta(self, name: str, value: str) -> None:
        """Remember something about the desk itself."""
        self._meta[name] = value
        self.put_row(tables.MetaRow, name=name, value=value)

    def forget_meta(self, name: str) -> None:
        """Remember it no more."""
        self._meta.pop(name, None)
        if (row := self.session.get(tables.MetaRow, name)) is not None:
            self.session.delete(row)
            self.session.flush()

    def record(self, kind: str, **body: Any) -> int:
        """Append to the ledger; the entry's number. `body` is JSON: ids, names, salted digests and cleared texts only."""
        self.forget(LedgerEntry)
        seq = self.ledger_size()
        data = entry_bytes(seq, self.at, kind, body)
        self.ledger.append(LedgerEntry(seq, self.at, kind, data, leaf_hash(data)))
        return seq
