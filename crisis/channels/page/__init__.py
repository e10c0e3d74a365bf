"""The page: a static site in `public/` that any web server or bucket can serve.

Paths: `index.html` and `incident-<id>.html` in the desk's first language, `index.<lang>.html` and
`incident-<id>.<lang>.html` in the others; `incident-<id>.json` for other pages that show it; per post
`posts/<id>.html`, `.txt` (the exact bytes) and `.json`.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import ClassVar
from zoneinfo import ZoneInfo

from crisis.canon import digest
from crisis.channels._outlet import Edition, Outlet
from crisis.model.delivery import Parcel
from crisis.model.ports import Channel, Fittings
from crisis.model.published import Shelf

PLATFORM = "page"
NEEDS: tuple[str, ...] = ()

RANKS = ("posts/", "incident-", "index.")
"""Posts before the incidents that list them, incidents before the index that leads to them."""


def build(fittings: Fittings) -> Channel:
    """The page of the account."""
    return PageChannel(fittings)


def order(path: str) -> int:
    """The rank of a path in the swap."""
    if path == "index.html":
        return len(RANKS)
    return next((rank for rank, start in enumerate(RANKS) if path.startswith(start)), 0)


class PageChannel(Outlet):
    """Publishes by writing the site."""

    platform: ClassVar[str] = PLATFORM

    def render(self, shelf: Shelf) -> Edition:
        """The whole site; pages in which nothing but the time of rendering differs are kept as they are."""
        return _edition(shelf, self.site.public, self.fittings.clock.now(), self.fittings.zone)

    @property
    def front(self) -> str:
        """The index in the first language."""
        return "index.html"

    def order(self, path: str) -> int:
        """Posts, incidents, indexes."""
        return order(path)

    def evidence(self, post: str) -> str:
        """The post's JSON document."""
        return f"posts/{post}.json"

    def shows(self, data: bytes, parcel: Parcel) -> bool:
        """Whether the document is of this post, and its text has the digest of the parcel's."""
        try:
            document = json.loads(data)
            shown = digest(document["text"].encode())
            return bool(document["id"] == parcel.post and shown == document["digest"] == digest(parcel.text.encode()))
        except (ValueError, KeyError, TypeError, AttributeError):
            return False

    def address(self, post: str) -> str | None:
        """The post's own small page."""
        return None if self.base is None else f"{self.base}posts/{post}.html"


def _edition(shelf: Shelf, public: Path, now: datetime, zone: ZoneInfo) -> Edition:
    from crisis.channels.page.render import render
    from crisis.channels.page.stamp import kept

    rendered = render(shelf, now, zone, feeds=[found.name for found in sorted(public.glob("*.atom"))])
    files = {path: kept(data, public / path) for path, data in rendered.items()}
    served = [found.relative_to(public).as_posix() for pattern in OURS for found in public.glob(pattern)]
    return Edition(files, tuple(path for path in sorted(served) if path not in files))


OURS = (
    "index.html",
    "index.*.html",
    "incident-*.html",
    "incident-*.json",
    "posts/*.html",
    "posts/*.json",
    "posts/*.txt",
)
"""What the page owns in `public/`; anything else there (a logo, `robots.txt`) is the company's own and never touched."""
