"""What is seen on our accounts beside what the desk has sent there, and what is known of other tools that post on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from crisis.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Seen:
    """A post as it stands on an account. `shows` tells whether it is exactly that text; `earlier` are ids that it had before it
    was edited, where the platform gives it another."""

    remote_id: str
    url: str | None
    at: datetime
    shows: Callable[[str], bool]
    earlier: tuple[str, ...] = ()


class Odd(StrEnum):
    """What is wrong with a post on an account: the desk does not know it, or one of its own is gone or changed, or came after a
    person had looked and said that it was not sent."""

    FOREIGN = "foreign"
    GONE = "gone"
    CHANGED = "changed"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class OddPost:
    """Something on an account that is not as the desk sent it. `post` is the desk's own, None for a foreign one; `ended_at` is
    when it was so no more, or somebody has said whose it is."""

    account: str
    remote_id: str
    odd: Odd
    url: str | None
    post: str | None
    found_at: datetime
    ended_at: datetime | None = None

    @property
    def key(self) -> tuple[str, str, Odd]:
        """What makes it the same."""
        return self.account, self.remote_id, self.odd


@dataclass(frozen=True, slots=True)
class AccountWatch:
    """The watch over one account: since when, when it is looked at next, and why the last look gave nothing."""

    account: str
    began_at: datetime
    next_look: datetime
    looked_at: datetime | None = None
    failed: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Reads:
    """How often an account's platform was asked on one day (ISO, in the desk's zone)."""

    account: str
    day: str
    count: int


@dataclass(frozen=True, slots=True)
class OutsidePost:
    """A post on an account that was made outside this desk and recorded by a person: nobody has cleared it. `reason` is the
    salted digest of why, `digest` that of the text."""

    id: str
    account: str
    url: str
    text: str
    recorded_at: datetime
    by: str
    reason: str
    digest: str


@dataclass(frozen=True, slots=True)
class OutsideStopped:
    """In an incident, a person has told another tool or agency to stop posting on our accounts."""

    incident: str
    outside: str
    at: datetime
    by: str
