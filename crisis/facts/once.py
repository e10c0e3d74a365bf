"""What a desk has one of, as a key: it is known again by which it is, without a look at all that it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, eq=False)
class One(Generic[Thing]):
    """Equal to another of the same thing, and to nothing else; the thing lives as long as its key."""

    thing: Thing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, One) and self.thing is other.thing

    def __hash__(self) -> int:
        return id(self.thing)
