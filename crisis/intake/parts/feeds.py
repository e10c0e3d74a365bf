"""A feed's entries, each with its own bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from crisis.errors import Refused
from crisis.intake.parts import refusals
from crisis.intake.parts.entries import author_in, read_entry, telegram_in
from crisis.intake.parts.xml import Document, local, parse
from crisis.model.finding import Finding
from crisis.model.notice import Notice

_OPEN = re.compile(rb"<(?:[\w.-]+:)?(entry|item)(?:\s[^<>]*)?>")
_CLOSE = {tag: re.compile(rb"</(?:[\w.-]+:)?" + tag + rb"\s*>") for tag in (b"entry", b"item")}


def read_feed(raw: bytes, name: str) -> tuple[Notice, ...]:
    """The entries in the feed's order. An entry's `raw` is its own bytes; one that carries a hazard telegram is that telegram.

    Raises `Refused` (`no-entries`, `hazard-telegram` where every entry is one that is not certain, `xml-entities`,
    `broken-xml`, `binary-notice`).
    """
    document = parse(raw, name)
    entries = [node for node in document.root.iter() if local(node) in ("entry", "item") and _at_top(node)]
    refusals.check_count(len(entries), name)
    if not entries:
        raise Refused("no-entries", "{name} is a feed without entries.", "There is nothing to take in.", name=name)
    author = next((author_in(node) for node in _holders(document.root) if author_in(node)), None)
    notices: list[Notice] = []
    for at, (node, piece) in enumerate(zip(entries, _pieces(raw, document, entries), strict=True)):
        end = entries[at + 1].sourceline if at + 1 < len(entries) else None
        defects = document.defects + _broken(document, end)
        entry = read_entry(node, raw=piece, name=name, author=author, defects=defects)
        notices += _telegrams(node, name, defects) or [entry]
    if all(any(d.code == "hazard-telegram" for d in notice.defects) for notice in notices):
        raise refusals.telegram(name)
    return tuple(notices)


def _telegrams(node: Any, name: str, defects: tuple[Finding, ...]) -> list[Notice]:
    """What an entry's hazard telegram reads as; nothing for an entry without one, or with one that is damaged or uncertain."""
    from lxml import etree

    from crisis.intake import telegram

    found = telegram_in(node)
    if found is None or any(defect.stops for defect in defects):
        return []
    try:
        return list(telegram.read(etree.tostring(found, encoding="utf-8", with_tail=False), name))
    except Refused:
        return []


def _at_top(node: Any) -> bool:
    """Whether it stands in the feed itself, not inside another entry's content."""
    above = node.getparent()
    return above is None or local(above) in ("feed", "channel", "RDF", "rss")


def _holders(root: Any) -> list[Any]:
    """What may state the feed's author: the feed, or RSS's channel."""
    return [root, *(node for node in root if local(node) == "channel")]


def _broken(document: Document, end: int | None) -> tuple[Finding, ...]:
    """Only entries from the damaged line on are doubtful: what was whole before it stays so."""
    damaged = document.broken_from is not None and (end is None or end >= document.broken_from)
    return (refusals.broken(),) if damaged else ()


def _pieces(raw: bytes, document: Document, entries: list[Any]) -> list[bytes]:
    """Each entry's own bytes: they tell the same entry again, whatever else changes in the feed.

    A feed in UTF-16 is cut in UTF-8, and one whose entries cannot be told apart in its bytes as its parser saw them.
    """
    from lxml import etree

    wide = document.decoded.charset.startswith(("utf-16", "utf-32"))
    source = document.decoded.text.encode("utf-8", errors="replace") if wide else raw
    places = list(spans(source))
    if len(places) != len(entries):
        return [etree.tostring(node, encoding="utf-8", with_tail=False) for node in entries]
    return [source[start:end] for start, end in places]


def spans(raw: bytes) -> Iterator[tuple[int, int]]:
    """Where each entry begins and ends; stops at one that never ends."""
    at = 0
    while opened := _OPEN.search(raw, at):
        at = opened.end()
        if not opened[0].endswith(b"/>"):
            closed = _CLOSE[opened[1]].search(raw, at)
            if closed is None:
                return
            at = closed.end()
        yield opened.start(), at
