"""The feed: one Atom 1.0 document (RFC 4287) in `public/feed.atom`, an entry per post, newest first."""

from __future__ import annotations

import uuid
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Any, ClassVar

from crisis.canon import digest
from crisis.channels._outlet import Edition, Outlet
from crisis.model.delivery import Parcel
from crisis.model.names import name_in
from crisis.model.ports import Channel, Fittings
from crisis.model.published import PublishedPost, Shelf

if TYPE_CHECKING:
    from lxml.etree import _Element

PLATFORM = "feed"
NEEDS: tuple[str, ...] = ()

FILE = "feed.atom"
ATOM = "http://www.w3.org/2005/Atom"
TLOG = "https://c2sp.org/tlog-checkpoint"
"""The namespace of the checkpoint is the address of the specification of its text."""
LONGEST_TITLE = 80
"""Characters of a post's first line that make its title."""
NEWEST = 200
"""Entries that the feed carries; the page keeps the rest."""
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, ATOM)
"""Ids are name-based UUIDs: the same post has the same id for ever, on any machine, whatever the feed's address becomes."""


def build(fittings: Fittings) -> Channel:
    """The feed of the account."""
    return FeedChannel(fittings)


class FeedChannel(Outlet):
    """Publishes by writing the feed."""

    platform: ClassVar[str] = PLATFORM

    def render(self, shelf: Shelf) -> Edition:
        """The feed; raises `ValueError` where a text holds a character that XML 1.0 cannot carry."""
        address = None if self.base is None else self.base + FILE
        with_page = self.base if (self.site.public / "index.html").is_file() else None
        return Edition({FILE: render_feed(shelf, self.fittings.account.id, self.fittings.zone, address, with_page)})

    @property
    def front(self) -> str:
        """The one file."""
        return FILE

    def order(self, path: str) -> int:
        """One file: nothing to order."""
        return 0

    def evidence(self, post: str) -> str:
        """The feed itself."""
        return FILE

    def shows(self, data: bytes, parcel: Parcel) -> bool:
        """Whether an entry with the post's id has exactly the parcel's text."""
        wanted = digest(parcel.text.encode())
        return any(digest(text.encode()) == wanted for id_, text in entries(data) if id_ == post_id(parcel.post))

    def address(self, post: str) -> str | None:
        """The feed's address."""
        return None if self.base is None else self.base + FILE


def post_id(post: str) -> str:
    """The Atom id of a post."""
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, f'post:{post}')}"


def entries(data: bytes) -> list[tuple[str, str]]:
    """(id, content) of each entry; empty where the bytes are no XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        feed = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return []
    found = feed.iterfind(f"{{{ATOM}}}entry")
    return [(e.findtext(f"{{{ATOM}}}id") or "", e.findtext(f"{{{ATOM}}}content") or "") for e in found]


def render_feed(shelf: Shelf, account: str, zone: tzinfo, address: str | None, page: str | None) -> bytes:
    """The feed as bytes: a pure function of the state. `address` is its own, `page` the folder where the page is served.
    Raises `ValueError` where a text cannot be in XML."""
    from lxml import etree

    main = shelf.languages[0] if shelf.languages else "en"
    author = name_in(shelf.organisation, main) or account
    feed: _Element = etree.Element(f"{{{ATOM}}}feed", {_XML_LANG: main}, nsmap={None: ATOM})  # type: ignore[dict-item]
    _add(feed, "id", f"urn:uuid:{uuid.uuid5(NAMESPACE, f'feed:{account}:{author}')}")
    _add(feed, "title", author, type="text")
    _add(feed, "updated", _time(_updated(shelf), zone))
    _add(_add(feed, "author"), "name", author)
    if address is not None:
        _add(feed, "link", rel="self", type="application/atom+xml", href=address)
    if page is not None:
        _add(feed, "link", rel="alternate", type="text/html", href=page)
    if shelf.checkpoint is not None:
        _checkpoint(feed, shelf.checkpoint)
    for post in reversed(shelf.posts[-NEWEST:]):
        _entry(feed, shelf, post, zone, page)
    return etree.tostring(feed, xml_declaration=True, encoding="utf-8")


def _checkpoint(feed: _Element, note: str) -> None:
    """The ledger's signed note as an extension element (RFC 4287, 6.4): readers pass over it, whoever keeps the feed keeps it."""
    from lxml import etree

    etree.SubElement(feed, f"{{{TLOG}}}checkpoint", nsmap={"tlog": TLOG}).text = note


def _entry(feed: _Element, shelf: Shelf, post: PublishedPost, zone: tzinfo, page: str | None) -> None:
    entry = _add(feed, "entry")
    entry.set(_XML_LANG, post.language)
    at = _time(post.published_at, zone)
    _add(entry, "id", post_id(post.post))
    _add(entry, "title", _title(post.text), type="text")
    _add(entry, "published", at)
    _add(entry, "updated", at)
    if page is not None:
        _add(
            entry,
            "link",
            rel="alternate",
            type="text/html",
            hreflang=post.language,
            href=f"{page}posts/{post.post}.html",
        )
        if post.corrects is not None:
            _add(entry, "link", rel="related", type="text/html", href=f"{page}posts/{post.corrects}.html")
    incident = next((each for each in shelf.incidents if each.id == post.incident), None)
    if incident is not None:
        _add(entry, "category", term=incident.id, label=name_in(incident.names, post.language) or incident.id)
    _add(entry, "content", post.text, type="text")


_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _add(parent: _Element, name: str, content: str | None = None, **attributes: str) -> _Element:
    from lxml import etree

    element: Any = etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    try:
        element.text = content
    except ValueError:
        raise ValueError("the text holds a control character that a feed cannot carry; take it out") from None
    return element  # type: ignore[no-any-return]


def _title(text: str) -> str:
    line = next((line.strip() for line in text.splitlines() if line.strip()), "…")
    return line if len(line) <= LONGEST_TITLE else line[: LONGEST_TITLE - 1] + "…"


def _updated(shelf: Shelf) -> datetime:
    """When something last changed in public: never the time of rendering, or every rendering would be news."""
    times = [post.published_at for post in shelf.posts]
    return max(times) if times else datetime.fromisoformat("1970-01-01T00:00:00+00:00")


def _time(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).isoformat(timespec="seconds")
