"""Reads answers of platforms, whatever their shape."""

from __future__ import annotations

from typing import Any


def member(value: Any, *path: str) -> Any:
    """A member deep in a JSON answer, None where the answer is of another shape."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def items(value: Any) -> list[Any]:
    """The list, empty where the answer is no list."""
    return value if isinstance(value, list) else []
