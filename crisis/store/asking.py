"""Which rows are wanted, as columns and values: the shape of the question, of which a statement is made once, and its parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from sqlalchemy import Table, bindparam
from sqlalchemy.sql import ColumnElement

Shape: TypeAlias = tuple[tuple[str, str | int], ...]

SEVERAL = (list, tuple, set, frozenset)
FEW = 12
"""Of so many values a statement of their number is made once; of more, SQLAlchemy makes one each time."""


def shape(wanted: Mapping[str, Any]) -> Shape:
    """Which columns are asked for, and how: is none, equal, one of so many, or one of many."""
    return tuple((name, _how(value)) for name, value in wanted.items())


def _how(value: Any) -> str | int:
    if not isinstance(value, SEVERAL):
        return "none" if value is None else "equal"
    return len(value) if len(value) <= FEW else "any"


def given(wanted: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of such a question."""
    parameters: dict[str, Any] = {}
    for name, value in wanted.items():
        if isinstance(value, SEVERAL) and len(value) <= FEW:
            parameters |= {_place(name, number): one for number, one in enumerate(value)}
        elif value is not None:
            parameters[name] = list(value) if isinstance(value, SEVERAL) else value
    return parameters


def _place(name: str, number: int) -> str:
    return f"{name}_is_{number}"


def conditions(kept: Table, shape: Shape) -> list[ColumnElement[bool]]:
    """What a row of the table has to be."""
    made: list[ColumnElement[bool]] = []
    for name, how in shape:
        column = kept.c[name]
        if how == "none":
            made.append(column.is_(None))
        elif how == "any":
            made.append(column.in_(bindparam(name, expanding=True)))
        elif isinstance(how, int):
            made.append(column.in_([bindparam(_place(name, number), type_=column.type) for number in range(how)]))
        else:
            made.append(column == bindparam(name))
    return made
