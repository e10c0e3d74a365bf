"""What every table is made of: names of constraints, and columns for values that databases do not know."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Enum, MetaData
from sqlmodel import Field, SQLModel, UTCDateTime

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMING)


class Table(SQLModel):
    """Base of all tables: one metadata with named constraints, so that migrations can name what they change."""

    metadata = metadata
    model_config = {"arbitrary_types_allowed": True}


def packed(kind: Any, *, nullable: bool = False) -> Any:
    """A column that holds a value as text."""
    return Field(sa_column=Column(kind, nullable=nullable))


def state(kind: type[StrEnum], *, primary_key: bool = False) -> Any:
    """An enumeration stored as its value, as plain text."""
    return Field(
        sa_column=Column(
            Enum(
                kind,
                native_enum=False,
                length=16,
                values_callable=lambda e: [m.value for m in e],
                create_constraint=False,
            ),
            nullable=False,
            primary_key=primary_key,
        )
    )


def time(*, nullable: bool = False) -> Any:
    """A time, which keeps its zone."""
    return Field(sa_column=Column(UTCDateTime(), nullable=nullable))
