"""Do and don't: what a person on duty keeps beside the telephone."""

from __future__ import annotations

from dataclasses import dataclass

from crisis.model.names import Names


@dataclass(frozen=True, slots=True)
class Advice:
    """A card for one kind of incident, or for always: what to do and what not, each a line in every language."""

    id: str
    names: Names
    do: tuple[Names, ...]
    dont: tuple[Names, ...]
