"""Sources: one module per kind of place that notices come from, found by itself.

A source module is named like its kind and has `SECRETS` (the suffixes of the credentials that it can use) and `build(tap)`.
Names that start with an underscore are shared parts. A source fetches only: bytes, a name and a stable identity; nothing is
parsed, and nothing is changed where it looks. Importing a source module loads no library of the network; a look does.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from crisis.errors import Mistake
from crisis.model.ports import LinkCheck, Source, Tap
from crisis.model.settings import Links


class SourceModule(Protocol):
    """What each module in this folder offers."""

    SECRETS: tuple[str, ...]
    build: Callable[[Tap], Source]


def kinds() -> tuple[str, ...]:
    """The kinds of source, sorted; nothing is imported to find them."""
    return tuple(sorted(found.name for found in iter_modules(__path__) if not found.name.startswith("_")))


def secrets(kind: str) -> tuple[str, ...]:
    """The credential suffixes that the kind can use. Raises `Mistake` for an unknown kind."""
    return _module(kind).SECRETS


def build(tap: Tap) -> Source:
    """The source of these settings. Raises `Mistake` where its kind is unknown or a credential is missing."""
    return _module(tap.settings.kind).build(tap)


def _module(kind: str) -> SourceModule:
    known = kinds()
    if kind not in known:
        raise Mistake(
            "unknown-source",
            "There is no source of the kind {kind!r}.",
            "Known kinds: {known}.",
            kind=kind,
            known=", ".join(known),
        )
    return cast("SourceModule", import_module(f"{__name__}.{kind}"))


def link_check(links: Links) -> LinkCheck:
    """The check of links over the network; links that the desk lists may lead into its own."""
    from crisis.sources._links import WebLinks

    return WebLinks((*links.public, *links.login_expected))
