"""What a channel's stage offers to the contract suite, and the fittings that stages share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from crisis.model.delivery import Parcel
from crisis.model.ports import Fittings
from crisis.model.published import Incident, PublishedPost, Shelf
from crisis.model.settings import Account

NOON = datetime(2026, 10, 9, 3, 0, tzinfo=UTC)
TOKYO = ZoneInfo("Asia/Tokyo")
EARTHQUAKE = Incident("I-01", "earthquake", {"ja": "地震", "en": "Earthquake"}, NOON)


class Stage(Protocol):
    """One channel's platform, alive: what to build the channel from, how to trouble it, and what it holds."""

    fittings: Fittings

    def trouble(self, fault: str) -> None:
        """Make the platform misbehave in one of the module's `FAULTS` from now on."""

    def held(self, text: str) -> int:
        """How many posts of exactly this text the platform itself holds."""


class StageModule(Protocol):
    """What each module here has."""

    FAULTS: tuple[str, ...]
    stage: Callable[[Path], AbstractContextManager[Stage]]


@dataclass(slots=True)
class FixedClock:
    """A clock that stands until it is set."""

    at: datetime = NOON

    def now(self) -> datetime:
        return self.at


@dataclass(slots=True)
class State:
    """A desk's public state that a test can change."""

    shelf: Shelf = field(
        default_factory=lambda: Shelf({"ja": "北浜電機", "en": "Kitahama Denki"}, ("ja", "en"), (EARTHQUAKE,), ())
    )

    def __call__(self) -> Shelf:
        return self.shelf

    def put(self, *posts: PublishedPost) -> None:
        self.shelf = replace(self.shelf, posts=(*self.shelf.posts, *posts))


def fittings(folder: Path, account: Account, secrets: Mapping[str, str] | None = None, **others: object) -> Fittings:
    """Fittings for an account with `public/` in the folder."""
    made = Fittings(account, FixedClock(), TOKYO, folder / "public", secrets or {}, State())
    return replace(made, **others)  # type: ignore[arg-type]


def parcel(text: str = "【第1報】安否を確認しています。", post: str = "P-01", **others: object) -> Parcel:
    """A parcel of the earthquake, in Japanese."""
    made = Parcel(f"D-{post}", post, "R-01", text, "ja", "account", EARTHQUAKE.id, NOON - timedelta(seconds=5))
    return replace(made, **others)  # type: ignore[arg-type]
