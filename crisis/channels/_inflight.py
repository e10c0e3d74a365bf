"""Posts that an outlet shows already and the desk's state does not tell yet.

Between the writing of a page and the commit that says so, another process may render: without this record it would take
the first one's post down again.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote

from crisis.canon import digest
from crisis.model.delivery import Parcel
from crisis.model.published import PublishedPost, Shelf

GRACE = timedelta(minutes=15)
"""How long the state may lag behind; afterwards it alone counts (a post may have been settled as not sent)."""


class InFlight:
    """The records of one account, kept beside the served folder. Use it under the folder's lock."""

    def __init__(self, workshop: Path, account: str) -> None:
        self.folder = workshop / f"in-flight-{quote(account, safe='')}"

    def add(self, parcel: Parcel, now: datetime) -> None:
        """Note that the outlet shows the parcel. A disk that refuses the note takes nothing from what is shown."""
        record = {
            "post": parcel.post,
            "text": parcel.text,
            "language": parcel.language,
            "incident": parcel.incident,
            "at": parcel.first_tried.isoformat(),
            "shown": now.isoformat(),
        }
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / f"{quote(parcel.post, safe='')}.json").write_text(json.dumps(record), "utf-8")

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


def _read(path: Path) -> tuple[PublishedPost, datetime] | None:
    """The post and since when it is shown; None where a crash left half of one."""
    try:
        record = json.loads(path.read_text("utf-8"))
        post = PublishedPost(
            post=record["post"],
            digest=digest(record["text"].encode()),
            text=record["text"],
            language=record["language"],
            notice_type="",
            incident=record["incident"],
            published_at=datetime.fromisoformat(record["at"]),
        )
        return post, datetime.fromisoformat(record["shown"])
    except (ValueError, KeyError, TypeError):
        return None
