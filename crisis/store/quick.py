"""Statements as the driver takes them: SQLAlchemy makes each once; run its own way, each costs several times the query."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Connection
from sqlalchemy.engine import Dialect
from sqlalchemy.sql import Executable
from sqlalchemy.types import TypeEngine

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
        values = [(name, given[name] if make is None else make(given[name])) for name, make in self.parameters]
        return tuple([value for _, value in values]) if self.ordered else dict(values)


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
        tuple((name, _type(compiled.binds[name].type, dialect).bind_processor(dialect)) for name in names),
        tuple(_type(column.type, dialect).result_processor(dialect, None) for column in selected),
    )


def _type(kind: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    """The type as the database has it."""
    return kind.dialect_impl(dialect)
