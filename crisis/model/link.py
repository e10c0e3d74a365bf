"""What is known of a link that a post carries."""

from __future__ import annotations

from enum import StrEnum


class LinkStatus(StrEnum):
    """What a link answered. `open`: a page is there; `gone`: 404 or 410; `login`: a page that asks who one is; `unchecked`:
    nothing that says anything of the page (no network, no such name, too slow, too busy, a fault of its server)."""

    OPEN = "open"
    GONE = "gone"
    LOGIN = "login"
    UNCHECKED = "unchecked"
