"""What our Atom documents (RFC 4287) share: their head, their elements, their ids."""

from __future__ import annotations

import uuid
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Any

from crisis.model.names import name_in
from crisis.model.published import Shelf

if TYPE_CHECKING:
    from lxml.etree import _Element

ATOM = "http://www.w3.org/2005/Atom"
TLOG = "https://c2sp.org/tlog-checkpoint"
"""The namespace of the checkpoint is the address of the specification of its text."""
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, ATOM)
"""Ids are name-based UUIDs: the same thing has the same id for ever, on any machine, whatever its address becomes."""
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def begun(shelf: Shelf, name: str, updated: datetime | None, zone: tzinfo, address: str | None) -> _Element:
    """A feed without entries: its id from its name, the organisation as its title and author, the ledger's checkpoint.
    `updated` is when something last changed in public: never the time of rendering, or every rendering would be news."""
    from lxml import etree

    main = shelf.languages[0] if shelf.languages else "en"
    author = name_in(shelf.organisation, main) or name
    feed: _Element = etree.Element(f"{{{ATOM}}}feed", {XML_LANG: main}, nsmap={None: ATOM})  # type: ignore[dict-item]
    add(feed, "id", f"urn:uuid:{uuid.uuid5(NAMESPACE, f'feed:{name}:{author}')}")
    add(feed, "title", author, type="text")
    add(feed, "updated", time(updated or datetime.fromisoformat("1970-01-01T00:00:00+00:00"), zone))
    add(add(feed, "author"), "name", author)
    if address is not None:
        add(feed, "link", rel="self", type="application/atom+xml", href=address)
    if shelf.checkpoint is not None:
        _checkpoint(feed, shelf.checkpoint)
    return feed


def _checkpoint(feed: _Element, note: str) -> None:
    """The ledger's signed note as an extension element (RFC 4287, 6.4): readers pass over it, whoever keeps the feed keeps it."""
    from lxml import etree

    etree.SubElement(feed, f"{{{TLOG}}}checkpoint", nsmap={"tlog": TLOG}).text = note


def add(parent: _Element, name: str, content: str | None = None, **attributes: str) -> _Element:
    """A new element below another. Raises `ValueError` for a character that XML 1.0 cannot carry."""
    from lxml import etree

    element: Any = etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    try:
        element.text = content
    except ValueError:
        raise ValueError("the text holds a control character that a feed cannot carry; take it out") from None
    return element  # type: ignore[no-any-return]


def time(at: datetime, zone: tzinfo) -> str:
    """RFC 3339, in whole seconds."""
    return at.astimezone(zone).isoformat(timespec="seconds")


def written(feed: _Element) -> bytes:
    """The document as bytes."""
    from lxml import etree

    return etree.tostring(feed, xml_declaration=True, encoding="utf-8")


def parsed(data: bytes) -> _Element | None:
    """The document of bytes from outside; None where they are no XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
