"""Feeds: Atom (RFC 4287), RSS 0.9x, 1.0 and 2.0; each entry is a notice."""

from __future__ import annotations

from crisis.intake.parts.xml import root_of
from crisis.model.notice import Notice

NAME = "feed"

_ROOTS = frozenset({"feed", "rss", "RDF", "entry", "item"})


def recognises(raw: bytes, name: str) -> int:
    """By its root element."""
    return 80 if root_of(raw) in _ROOTS else 0


def read(raw: bytes, name: str) -> tuple[Notice, ...]:
    """The entries in the feed's order. An entry's `raw` is its own bytes, which read back as that entry (RFC 4287, 2).

    Raises `Refused` (`no-entries`, `hazard-telegram` where every entry is one that is not certain, `xml-entities`,
    `broken-xml`, `binary-notice`).
    """
    from crisis.intake.parts.feeds import read_feed

    return read_feed(raw, name)
