"""Frozen values as JSON and back, for files that leave the desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime
from enum import Enum
from typing import Any, TypeVar

from crisis.canon import timestamp

Value = TypeVar("Value")


def plain(value: Any) -> Any:
    """A frozen value as JSON: times as `canon.timestamp`, bytes as hex."""
    if isinstance(value, datetime):
        return timestamp(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if hasattr(value, "__dataclass_fields__"):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    return value


def made(kind: type[Value], data: Mapping[str, Any]) -> Value:
    """The inverse of `plain` for approvals, cards and countersignatures. Raises ValueError, TypeError or KeyError for what is
    none."""
    if set(data) != {field.name for field in fields(kind)}:  # type: ignore[arg-type]
        raise ValueError("a member too many, or one too few")
    return kind(**{field.name: _member(str(field.type), data[field.name]) for field in fields(kind)})  # type: ignore[arg-type]


def time(text: str) -> datetime:
    """The inverse of `canon.timestamp`. Raises ValueError or TypeError."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)


def _member(kind: str, value: Any) -> Any:
    if "datetime" in kind and value is not None:
        return time(value)
    if kind == "bytes":
        return bytes.fromhex(value)
    return tuple(value) if isinstance(value, list) else value
