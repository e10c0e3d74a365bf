"""The outbox: one delivery per (release, post), and what a platform said of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Self


class State(StrEnum):
    """Where a delivery stands. `unknown` is 投稿できたか未確認・再送しません."""

    QUEUED = "queued"
    SENDING = "sending"
    PUBLISHED = "published"
    UNKNOWN = "unknown"
    HELD = "held"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    BY_HAND = "by-hand"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A row of the outbox. `key` is deterministic over (release, post); `due` and `not_after` bound when it may go;
    `attempts` counts sockets opened; `next_try` is when a repetition or read-back is due, or until when an all-clear
    waits for it while it is sent; `chain` is the incident (or the
    release) whose order it keeps; `final` marks an all-clear, which nothing may starve; `place` counts the targets of its post:
    0 is the one cleared first, then its fallbacks; `looks` how
    often it was looked for at its platform."""

    key: str
    release: str
    post: str
    account: str
    state: State
    due: datetime
    not_after: datetime
    chain: str
    final: bool = False
    attempts: int = 0
    next_try: datetime | None = None
    started_at: datetime | None = None
    published_at: datetime | None = None
    remote_id: str | None = None
    url: str | None = None
    reason: str | None = None
    place: int = 0
    looks: int = 0

    def evolve(self, **changes: Any) -> Self:
        """The same delivery with some columns changed."""
        return replace(self, **changes)


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a channel is given to publish: the exact cleared bytes and their destination. `first_tried` is frozen before
    the first socket and equal in every repetition."""

    key: str
    post: str
    release: str
    text: str
    language: str
    account: str
    incident: str | None
    first_tried: datetime


@dataclass(frozen=True, slots=True)
class Receipt:
    """A platform's word that it holds the post."""

    remote_id: str
    url: str | None
    at: datetime
