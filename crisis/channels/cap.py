"""CAP: each release as an alert in `public/cap/`, and `public/cap.atom`, which lists them with what they say, newest first."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from crisis.cap import document
from crisis.cap.messages import Message, messages
from crisis.channels._atom import NAMESPACE, add, begun, parsed, written
from crisis.channels._outlet import Edition, Outlet
from crisis.model.delivery import Parcel
from crisis.model.ports import Channel, Fittings
from crisis.model.published import Shelf

if TYPE_CHECKING:
    from lxml.etree import _Element

PLATFORM = "cap"
NEEDS: tuple[str, ...] = ()

INDEX = "cap.atom"
FOLDER = "cap"
MEDIA = "application/cap+xml"
NEWEST = 100
"""Alerts that the index carries; `public/cap/` keeps the rest."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def build(fittings: Fittings) -> Channel:
    """The alerts of the account."""
    return CapChannel(fittings)


class CapChannel(Outlet):
    """Publishes by writing alerts and their index."""

    platform: ClassVar[str] = PLATFORM

    def render(self, shelf: Shelf) -> Edition:
        """Every alert, and the index. Raises `ValueError` where a text holds a character that XML 1.0 cannot carry, or an
        identifier cannot be a file name."""
        made = messages(shelf)
        files = {_path(each): self._alert(each) for each in made}
        served = (found.relative_to(self.site.public).as_posix() for found in self.site.public.glob(f"{FOLDER}/*.xml"))
        stale = tuple(path for path in sorted(served) if path not in files)
        return Edition(files | {INDEX: self._index(shelf, made[-NEWEST:])}, stale)

    @property
    def front(self) -> str:
        """The index."""
        return INDEX

    def order(self, path: str) -> int:
        """Alerts before the index that leads to them."""
        return 1 if path == INDEX else 0

    def evidence(self, post: str) -> str:
        """The index, which holds the alerts themselves."""
        return INDEX

    def shows(self, data: bytes, parcel: Parcel) -> bool:
        """Whether an alert of the parcel's release says exactly its text in its language."""
        return any(
            identifier.partition(".")[0] == parcel.release and (language, text) == (parcel.language, parcel.text)
            for identifier, language, text in alerts(data)
        )

    def address(self, post: str) -> str | None:
        """The index."""
        return None if self.base is None else self.base + INDEX

    @property
    def sender(self) -> str:
        """Whoever sends."""
        return document.sender_of(self.fittings.account)

    def _alert(self, message: Message) -> bytes:
        return document.alert(message, self.sender, self.fittings.zone, self._web(message))

    def _web(self, message: Message) -> str | None:
        """Where people read more: the incident's page, else the page, if there is one at the account's address."""
        if self.base is None or not (self.site.public / "index.html").is_file():
            return None
        page = f"incident-{message.incident.id}.html" if message.incident else "index.html"
        return self.base + (page if (self.site.public / page).is_file() else "index.html")

    def _index(self, shelf: Shelf, made: tuple[Message, ...]) -> bytes:
        address = None if self.base is None else self.base + INDEX
        updated = max((each.sent for each in made), default=None)
        feed = begun(shelf, f"cap:{self.fittings.account.id}", updated, self.fittings.zone, address)
        for message in reversed(made):
            self._entry(feed, message)
        return written(feed)

    def _entry(self, feed: _Element, message: Message) -> None:
        first, at = message.posts[0], document.stamp(message.sent, self.fittings.zone).replace("-00:00", "+00:00")
        entry = add(feed, "entry")
        add(entry, "id", f"urn:uuid:{uuid.uuid5(NAMESPACE, f'cap:{self.sender},{message.identifier}')}")
        add(entry, "title", f"{document.event(message, first)} ({message.kind})", type="text")
        add(entry, "updated", at)
        add(entry, "published", at)
        add(entry, "link", rel="alternate", type=MEDIA, href=(self.base or "") + _path(message))
        content = add(entry, "content", type=MEDIA)
        content.append(document.element(message, self.sender, self.fittings.zone, self._web(message)))


def alerts(data: bytes) -> Iterator[tuple[str, str, str]]:
    """(identifier, language, description) of each info in an index; none where the bytes are no XML."""
    feed = parsed(data)
    for found in feed.iter(f"{{{document.CAP}}}alert") if feed is not None else ():
        identifier = found.findtext(f"{{{document.CAP}}}identifier") or ""
        for info in found.iterfind(f"{{{document.CAP}}}info"):
            language = info.findtext(f"{{{document.CAP}}}language") or ""
            yield identifier, language, info.findtext(f"{{{document.CAP}}}description") or ""


def _path(message: Message) -> str:
    if not _NAME.fullmatch(message.identifier):
        raise ValueError(f"{message.identifier!r} cannot be a file name")
    return f"{FOLDER}/{message.identifier}.xml"
