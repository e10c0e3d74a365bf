"""Statements as the driver takes them: SQLAlchemy makes each once; run its own way, each costs several times the query."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

from sqlalchemy import Connection
from sqlalchemy.engine import Dialect
from sqlalchemy.sql import Executable
from sqlalchemy.types import TypeEngine
from sqlmodel import UTCDateTime

from crisis.errors import VerificationFailed

Process: TypeAlias = Callable[[Any], Any]
Given: TypeAlias = Mapping[str, Any]

_TABLE = re.compile(r"\bFROM \"?(\w+)")


@dataclass(frozen=True)
class Quick:
    """The text of a statement; its parameters (by position where `ordered`), each with what makes the driver's value of ours, and
    those that are `fixed` in it; and what makes our value of each cell of its rows."""

    text: str
    ordered: bool
    fixed: Given
    parameters: tuple[tuple[str, Process | None], ...]
    cells: tuple[Process | None, ...]

    def rows(self, connection: Connection, given: Given) -> list[tuple[Any, ...]]:
        """All its rows. Raises VerificationFailed `row-damaged` for what cannot be read as ours."""
        cursor = connection.connection.cursor()
        cursor.execute(self.text, self._taken(given))
        try:
            return [
                tuple([cell if make is None else make(cell) for make, cell in zip(self.cells, row, strict=True)])
                for row in cursor.fetchall()
            ]
        except (ValueError, TypeError, LookupError, AttributeError):
            raise self._damaged() from None

    def change(self, connection: Connection, given: Given) -> int:
        """How many rows it changed."""
        cursor = connection.connection.cursor()
        cursor.execute(self.text, self._taken(given))
        return cursor.rowcount

    def change_all(self, connection: Connection, many: Iterable[Given]) -> None:
        """Change by it many times over."""
        connection.connection.cursor().executemany(self.text, [self._taken(given) for given in many])

    def _damaged(self) -> VerificationFailed:
        """The word on a row with a cell that holds no value of ours: nothing of this program wrote it."""
        table = _TABLE.search(self.text)
        return VerificationFailed(
            "row-damaged",
            "The table {table} of the desk's database holds a row that cannot be read: it was damaged, or changed from outside.",
            "Nothing was changed. `crisis ledger verify` says what else differs; restore a backup beside it and compare.",
            table=table[1] if table else "?",
        )

    def _taken(self, given: Given) -> Any:
        given = {**self.fixed, **given} if self.fixed else given
        if self.ordered:
            return tuple([given[name] if make is None else make(given[name]) for name, make in self.parameters])
        return {name: given[name] if make is None else make(given[name]) for name, make in self.parameters}


_MADE: dict[tuple[str, Executable], Quick] = {}


def quick(connection: Connection, statement: Any) -> Quick:
    """The statement for the connection's database. Only for statements that are made once and kept: so is what comes of each."""
    key = (connection.dialect.name, statement)
    made = _MADE.get(key)
    if made is None:
        made = _MADE[key] = _made(statement, connection.dialect)
    return made


def _made(statement: Any, dialect: Dialect) -> Quick:
    compiled = statement.compile(dialect=dialect)
    ordered = compiled.positiontup is not None
    names: Sequence[str] = compiled.positiontup if ordered else list(compiled.binds)
    selected = statement.selected_columns if statement.is_select else ()
    return Quick(
        str(compiled),
        ordered,
        {name: compiled.binds[name].value for name in names if not compiled.binds[name].required},
        tuple((name, _writer(compiled.binds[name].type, dialect)) for name in names),
        tuple(_reader(column.type, dialect) for column in selected),
    )


def _writer(kind: TypeEngine[Any], dialect: Dialect) -> Process | None:
    """What makes the driver's value of ours."""
    return _stored if _is_text_time(kind, dialect) else kind.dialect_impl(dialect).bind_processor(dialect)


def _reader(kind: TypeEngine[Any], dialect: Dialect) -> Process | None:
    """What makes our value of the driver's."""
    return _time if _is_text_time(kind, dialect) else kind.dialect_impl(dialect).result_processor(dialect, None)


def _is_text_time(kind: TypeEngine[Any], dialect: Dialect) -> bool:
    """Whether it is a time that is kept as text: a row of the outbox has five, and four layers for each would cost more than
    the query."""
    return isinstance(kind, UTCDateTime) and dialect.name == "sqlite"


def _stored(at: datetime | None) -> str | None:
    """A time as SQLAlchemy keeps it in SQLite, in UTC. Raises ValueError for one without a zone."""
    if at is None:
        return None
    if at.utcoffset() is None:
        raise ValueError("a time without a zone cannot be kept")
    return at.astimezone(UTC).isoformat(" ", "microseconds")[:26]


def _time(stored: str | None) -> datetime | None:
    """The time again."""
    if stored is None:
        return None
    at = datetime.fromisoformat(stored)
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
