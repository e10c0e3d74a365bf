"""Bytes become notices: one file per form, found by itself.

A form is a module of this package that offers `NAME`, `recognises(raw, name) -> int` (how sure it is: 0 not at all) and
`read(raw, name) -> tuple[Notice, ...]`. The surest form reads; `crisis.intake.parts` holds what forms share. Parsers are
imported where they are used, so that importing this package costs nothing.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

if TYPE_CHECKING:
    from crisis.model.notice import Notice

LIMIT = 20_000_000
"""The most bytes that are taken in at once; a notice is a page of text, a mailbox of thousands still fits."""


@runtime_checkable
class Form(Protocol):
    """What a module of this package offers to take part."""

    NAME: str

    def recognises(self, raw: bytes, name: str) -> int:
        """How surely these bytes are of this form: 0 not, 1 as a last resort, to 100 by its own mark."""

    def read(self, raw: bytes, name: str) -> tuple[Notice, ...]:
        """The notices in the bytes. Raises `Refused` and nothing else."""


@cache
def forms() -> tuple[Form, ...]:
    """Every form in this package, by name."""
    from importlib import import_module
    from pkgutil import iter_modules

    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    return tuple(sorted((cast("Form", m) for m in modules if isinstance(m, Form)), key=lambda form: form.NAME))


def read(raw: bytes, name: str) -> tuple[Notice, ...]:
    """The notices in the bytes, at least one; a feed, mailbox or export holds several.

    `name` is the file name or address that people see; its ending is a hint and never decides against the content.
    What could be read only in part is a notice with `defects`. Raises `Refused` (`empty`, `too-large`, `too-many-notices`,
    `binary-notice`, `no-readable-text`, `no-entries`, `xml-entities`, `too-deep`; for a hazard telegram `broken-telegram`,
    `incomplete-telegram`, `unknown-telegram`, `no-hazard`, and `hazard-telegram` for a feed of uncertain ones alone).
    """
    from crisis.intake.parts import refusals

    refusals.check_bytes(raw, name, LIMIT)
    form = max(forms(), key=lambda one: one.recognises(raw, name))
    try:
        notices = form.read(raw, name)
    except RecursionError:
        raise refusals.too_deep(name) from None
    refusals.check_readable(notices, name)
    return notices
