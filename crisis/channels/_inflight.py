"""Posts that an outlet shows already and the desk's state does not tell yet.

Between the writing of a page and the commit that says so, another process may render: without this record it would take
the first one's post down again.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote

from crisis.model.published import PublishedPost, Shelf

_TIMES = ("published_at", "not_before", "next_update", "takes_back")
GRACE = timedelta(minutes=15)
"""How long the state may lag behind; afterwards it alone counts (a post may have been settled as not sent)."""


class InFlight:
    """The records of one account, kept beside the served folder. Use it under the folder's lock."""

    def __init__(self, workshop: Path, account: str) -> None:
        self.folder = workshop / f"in-flight-{quote(account, safe='')}"

    def add(self, post: PublishedPost, now: datetime) -> None:
        """Note that the outlet shows the post. A disk that refuses the note takes nothing from what is shown."""
        record = {"post": asdict(post), "shown": now}
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / f"{quote(post.post, safe='')}.json").write_text(json.dumps(record, default=_iso), "utf-8")

    def missing_from(self, shelf: Shelf, now: datetime) -> tuple[PublishedPost, ...]:
        """The posts in flight that the shelf lacks; forgets those that it has and those that are too old."""
        on_shelf = {post.post for post in shelf.posts}
        found = []
        for path in sorted(self.folder.glob("*.json")):
            record = _read(path)
            if record is None or record[0].post in on_shelf or abs(now - record[1]) > GRACE:
                path.unlink(missing_ok=True)
            else:
                found.append(record[0])
        return tuple(found)


def _iso(at: datetime) -> str:
    return at.isoformat()


def _read(path: Path) -> tuple[PublishedPost, datetime] | None:
    """The post and since when it is shown; None where a crash left half of one."""
    try:
        record = json.loads(path.read_text("utf-8"))
        times = {name: datetime.fromisoformat(record["post"][name]) for name in _TIMES if record["post"][name]}
        post = PublishedPost(**record["post"] | times | {"areas": tuple(record["post"]["areas"])})
        return post, datetime.fromisoformat(record["shown"])
    except (ValueError, KeyError, TypeError):
        return None
