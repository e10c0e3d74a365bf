"""The detectors, one file for a family. A new file is imported here, and nothing else needs to know of it."""

from crisis.guard.detectors import (
    access,
    claims,
    companies,
    contacts,
    copying,
    elements,
    exercise,
    families,
    hidden,
    ids,
    infrastructure,
    links,
    marks,
    moments,
    money,
    names,
    names_in_latin,
    people,
    phrases,
    places,
    tellings,
    wording,
)
from crisis.guard.registry import Detector, registered

__all__ = [
    "access",
    "claims",
    "companies",
    "contacts",
    "copying",
    "detectors",
    "elements",
    "exercise",
    "families",
    "hidden",
    "ids",
    "infrastructure",
    "links",
    "marks",
    "moments",
    "money",
    "names",
    "names_in_latin",
    "people",
    "phrases",
    "places",
    "tellings",
    "wording",
]


def detectors() -> tuple[Detector, ...]:
    """All detectors: importing this folder has registered them."""
    return registered()
