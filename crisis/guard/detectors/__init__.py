"""The detectors, one file for a family. A new file is imported here, and nothing else needs to know of it."""

from collections.abc import Iterator

from crisis.guard.detectors import (
    access,
    affairs,
    asides,
    claims,
    companies,
    contacts,
    copying,
    elements,
    exercise,
    families,
    guesses,
    hidden,
    ids,
    infrastructure,
    links,
    marks,
    moments,
    money,
    names,
    names_in_latin,
    one_by_one,
    people,
    phrases,
    places,
    relations,
    tellings,
    ways_in,
    wording,
)
from crisis.guard.patterns import Pattern
from crisis.guard.registry import Detector, Situated, registered, registered_situated

__all__ = [
    "access",
    "affairs",
    "asides",
    "claims",
    "companies",
    "contacts",
    "copying",
    "detectors",
    "elements",
    "exercise",
    "families",
    "guesses",
    "hidden",
    "ids",
    "infrastructure",
    "links",
    "marks",
    "moments",
    "money",
    "names",
    "names_in_latin",
    "one_by_one",
    "patterns",
    "people",
    "phrases",
    "places",
    "relations",
    "situated_detectors",
    "tellings",
    "ways_in",
    "wording",
]


def detectors() -> tuple[Detector, ...]:
    """The detectors of text and background: importing this folder has registered them."""
    return registered()


def situated_detectors() -> tuple[Situated, ...]:
    """Those among them that look at the situation as well."""
    return registered_situated()


def patterns() -> Iterator[Pattern]:
    """Every pattern of these files."""
    for file in sorted(name for name in __all__ if not callable(globals()[name])):
        yield from (value for value in vars(globals()[file]).values() if isinstance(value, Pattern))
