"""The detectors, one file for a family: importing this folder registers every one of them, a new file by itself."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from crisis.guard.patterns import Pattern
from crisis.guard.registry import Detector, Situated, registered, registered_situated

FILES = [import_module(f"{__name__}.{file.name}") for file in iter_modules(__path__)]


def detectors() -> tuple[Detector, ...]:
    """The detectors of text and background."""
    return registered()


def situated_detectors() -> tuple[Situated, ...]:
    """Those among them that look at the situation as well."""
    return registered_situated()


def patterns() -> Iterator[Pattern]:
    """Every pattern of these files."""
    for file in FILES:
        yield from (value for value in vars(file).values() if isinstance(value, Pattern))
