"""The feed: one Atom 1.0 document (RFC 4287) in `public/feed.atom`, an entry per post, newest first, and one for each
incident, `public/incident-<id>.atom`.
"""

from __future__ import annotations

import re
import uuid
from dataclasses import replace
from datetime import tzinfo
from typing import TYPE_CHECKING, ClassVar

from crisis.canon import digest
from crisis.channels._atom import ATOM, NAMESPACE, XML_LANG, add, begun, parsed, time, written
from crisis.channels._outlet import Edition, Outlet
from crisis.model.delivery import Parcel
from crisis.model.names import name_in
from crisis.model.ports import Channel, Fittings
from crisis.model.published import Incident, PublishedPost, Shelf

if TYPE_CHECKING:
    from lxml.etree import _Element

PLATFORM = "feed"
NEEDS: tuple[str, ...] = ()

FILE = "feed.atom"
LONGEST_TITLE = 80
"""Characters of a post's first line that make its title."""
NEWEST = 200
"""Entries that a feed carries; the page keeps the rest."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def build(fittings: Fittings) -> Channel:
    """The feed of the account."""
    return FeedChannel(fittings)


class FeedChannel(Outlet):
    """Publishes by writing the feed."""

    platform: ClassVar[str] = PLATFORM

    def render(self, shelf: Shelf) -> Edition:
        """The feeds; raises `ValueError` where a text holds a character that XML 1.0 cannot carry."""
        files = {FILE: self._feed(shelf, None)}
        spoken = {post.incident for post in shelf.posts}
        for incident in shelf.incidents:
            if incident.id in spoken:
                files[of_incident(incident.id)] = self._feed(shelf, incident)
        served = (found.name for found in self.site.public.glob("incident-*.atom"))
        return Edition(files, tuple(name for name in sorted(served) if name not in files))

    def _feed(self, shelf: Shelf, incident: Incident | None) -> bytes:
        address = None if self.base is None else self.base + (of_incident(incident.id) if incident else FILE)
        with_page = self.base if (self.site.public / "index.html").is_file() else None
        return render_feed(shelf, self.fittings.account.id, self.fittings.zone, address, with_page, incident)

    @property
    def front(self) -> str:
        """The feed of everything."""
        return FILE

    def order(self, path: str) -> int:
        """No feed links to another: nothing to order."""
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


def of_incident(incident: str) -> str:
    """The file of an incident's feed. Raises `ValueError` for an id that cannot be in a file name."""
    if not _NAME.fullmatch(incident):
        raise ValueError(f"{incident!r} cannot be a file name")
    return f"incident-{incident}.atom"


def entries(data: bytes) -> list[tuple[str, str]]:
    """(id, content) of each entry; empty where the bytes are no XML."""
    feed = parsed(data)
    found = feed.iterfind(f"{{{ATOM}}}entry") if feed is not None else ()
    return [(e.findtext(f"{{{ATOM}}}id") or "", e.findtext(f"{{{ATOM}}}content") or "") for e in found]


def render_feed(
    shelf: Shelf, account: str, zone: tzinfo, address: str | None, page: str | None, incident: Incident | None = None
) -> bytes:
    """The feed as bytes, of everything or of one incident: a pure function of the state. `address` is its own, `page` the
    folder where the page is served. Raises `ValueError` where a text cannot be in XML."""
    posts = [post for post in shelf.posts if incident is None or post.incident == incident.id]
    name = account if incident is None else f"{account}:{incident.id}"
    titled = shelf if incident is None else replace(shelf, organisation=_titles(shelf, incident))
    feed = begun(titled, name, max((post.published_at for post in posts), default=None), zone, address)
    if page is not None:
        about = page if incident is None else f"{page}incident-{incident.id}.html"
        add(feed, "link", rel="alternate", type="text/html", href=about)
    for post in reversed(posts[-NEWEST:]):
        _entry(feed, shelf, post, zone, page)
    return written(feed)


def _titles(shelf: Shelf, incident: Incident) -> dict[str, str]:
    """Whose feed it is, with the incident's name."""
    return {
        language: " ".join(filter(None, (name_in(shelf.organisation, language), name)))
        for language, name in incident.names.items()
    }


def _entry(feed: _Element, shelf: Shelf, post: PublishedPost, zone: tzinfo, page: str | None) -> None:
    entry = add(feed, "entry")
    entry.set(XML_LANG, post.language)
    at = time(post.published_at, zone)
    add(entry, "id", post_id(post.post))
    add(entry, "title", _title(post.text), type="text")
    add(entry, "published", at)
    add(entry, "updated", at)
    if page is not None:
        add(
            entry,
            "link",
            rel="alternate",
            type="text/html",
            hreflang=post.language,
            href=f"{page}posts/{post.post}.html",
        )
        if post.corrects is not None:
            add(entry, "link", rel="related", type="text/html", href=f"{page}posts/{post.corrects}.html")
    incident = next((each for each in shelf.incidents if each.id == post.incident), None)
    if incident is not None:
        add(entry, "category", term=incident.id, label=name_in(incident.names, post.language) or incident.id)
    add(entry, "content", post.text, type="text")


def _title(text: str) -> str:
    line = next((line.strip() for line in text.splitlines() if line.strip()), "…")
    return line if len(line) <= LONGEST_TITLE else line[: LONGEST_TITLE - 1] + "…"
