"""Patterns that are compiled when the first text needs them, so that importing what holds them costs next to nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache, wraps
from typing import TypeVar

Argument = TypeVar("Argument")
Made = TypeVar("Made")


class _Itself:
    """A key that is one object and no other; it keeps the object, so that its identity is given to nothing else."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.value is other.value


def once_each(make: Callable[[Argument], Made]) -> Callable[[Argument], Made]:
    """The function, asked once for each object: what is made of the fields of a type serves every notice."""
    made = lru_cache(maxsize=256)(lambda key: make(key.value))
    return wraps(make)(lambda value: made(_Itself(value)))


def late(pattern: str) -> Callable[[], re.Pattern[str]]:
    """A function that gives the compiled pattern, compiling it once."""
    return cache(lambda: re.compile(pattern))
