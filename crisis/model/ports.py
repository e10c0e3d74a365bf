"""The interfaces at the edges. Time, randomness and platforms come in through these and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol, runtime_checkable
from zoneinfo import ZoneInfo

from crisis.model.delivery import Parcel, Receipt
from crisis.model.link import LinkStatus
from crisis.model.published import Shelf
from crisis.model.settings import Account, SourceSettings
from crisis.model.watched import Seen
from crisis.sentence import Sentence


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The time now, aware, in UTC."""


class Pace(Protocol):
    """How the time of a rehearsal follows the wall clock. Its moments count from when the pace began."""

    def gone(self) -> timedelta:
        """The rehearsal's time that has gone by."""

    def wait(self, until: timedelta) -> None:
        """Come back at that moment of the rehearsal's time, at once where it is past."""

    def seconds(self, until: timedelta) -> float:
        """The seconds on the wall until that moment; 0 where it is past."""

    def skip(self, until: timedelta) -> None:
        """Let the time until that moment be past."""


class Entropy(Protocol):
    """Gives random bytes: keys, salts, nonces, ids."""

    def token(self, size: int) -> bytes:
        """That many random bytes."""


class NotSent(Exception):
    """Provably not published. `permanent` means that repeating it cannot help; else not before `retry_after` (seconds)."""

    def __init__(self, reason: str, *, permanent: bool, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent
        self.retry_after = retry_after


class InDoubt(Exception):
    """It may or may not have been published (response lost, timeout after the request left)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@runtime_checkable
class Channel(Protocol):
    """One account's way to its platform. Thin: it classifies errors and decides nothing."""

    @property
    def platform(self) -> str:
        """The platform's name."""

    @property
    def repeatable(self) -> bool:
        """Whether publishing the same parcel again is a no-op on the platform."""

    def publish(self, parcel: Parcel) -> Receipt:
        """Publish the parcel. Raises `NotSent` or `InDoubt`, and nothing else."""

    def read_back(self, parcel: Parcel) -> Receipt | None:
        """Look whether the parcel is there; None is absence, which is evidence and not proof. Raises `NotSent` where the
        platform cannot be asked."""


@runtime_checkable
class Outlet(Channel, Protocol):
    """An outlet of our own (page, feed), rendered from state."""

    def refresh(self, shelf: Shelf) -> bool:
        """Render it from the state; whether anything changed. Raises `NotSent` or `InDoubt`."""


@runtime_checkable
class Watchable(Channel, Protocol):
    """A channel that can tell what stands on its account."""

    def recent(self, since: datetime) -> Sequence[Seen]:
        """Every post on the account since then. Raises `NotSent` where it cannot be asked."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a look at an account showed: a `problem` that would keep posts from going out, or a `note` worth knowing."""

    problem: Sentence | None = None
    note: Sentence | None = None


@runtime_checkable
class Inspectable(Channel, Protocol):
    """A channel whose platform can be asked whether all is well, without anything being sent."""

    def inspect(self) -> Inspected:
        """Ask it. Raises `NotSent` where it cannot be asked."""


class Purse(Protocol):
    """An account's secrets where the platform's renewals can be kept: a file or a keyring."""

    def read(self) -> Mapping[str, str]:
        """The secrets as they are now."""

    def replace(self, change: Callable[[Mapping[str, str]], Mapping[str, str]]) -> Mapping[str, str]:
        """What `change` makes of them, kept before it is given. One process at a time. Raises `Mistake` where it cannot be kept,
        and what `change` raises."""


@dataclass(frozen=True, slots=True)
class Fittings:
    """What a channel may be built from. `secrets` are the account's credentials by their contract suffix
    (`ACCESS_TOKEN` …), empty where it needs none; `purse` is where those that change are kept, None where they cannot be;
    `shelf` gives the state of our own outlet at the time of the call; `reading` is called before each question to a platform that
    is no post."""

    account: Account
    clock: Clock
    zone: ZoneInfo
    public: Path
    secrets: Mapping[str, str]
    shelf: Callable[[], Shelf]
    publish_command: tuple[str, ...] = ()
    purse: Purse | None = None
    reading: Callable[[], None] = field(default=lambda: None)


class Alerts(Protocol):
    """Reaches people of the staff outside the desk's own screens, on one way or several."""

    @property
    def ways(self) -> tuple[str, ...]:
        """Their ids."""

    def check(self, way: str) -> None:
        """Whether the way could be taken; tells nobody anything. Raises `NotTold`."""

    def tell(self, way: str, title: str, body: str) -> None:
        """Tell it on one way; it has been taken when this returns. Told twice is better than not at all. Raises `NotTold`,
        and nothing else."""


class NotTold(Exception):
    """Staff could not be told, in words that hold no secret."""

    def __init__(self, reason: Sentence) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Fetched:
    """One thing that a source holds, as it came. `identity` is stable at its source (a path, a UID, an address): the same
    identity with other bytes is a change; `name` is what people see. `form` is the only form of notice that it may be;
    `refused` says why nothing can be made of it (then `raw` is what was read of it)."""

    identity: str
    name: str
    raw: bytes
    form: str | None = None
    refused: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at a source gave. `memory` (JSON) is handed back at the next look, once everything found is kept;
    `failed` are parts that could not be read."""

    found: tuple[Fetched, ...]
    memory: Mapping[str, Any]
    failed: tuple[Sentence, ...] = ()


class SourceFailed(Exception):
    """A source could not be looked at, in words that hold no secret; not again before `retry_after` (seconds)."""

    def __init__(self, reason: Sentence, *, retry_after: float | None = None) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.retry_after = retry_after


@runtime_checkable
class Source(Protocol):
    """A place that notices come from. It fetches only: it parses nothing and changes nothing there."""

    @property
    def kind(self) -> str:
        """The kind's name."""

    def look(self, memory: Mapping[str, Any]) -> Look:
        """What is new or changed since the memory, which is empty at first. Raises `SourceFailed`, and nothing else."""


@dataclass(frozen=True, slots=True)
class Tap:
    """What a source may be built from. `secrets` are its credentials by their suffix, those that are there."""

    settings: SourceSettings
    clock: Clock
    secrets: Mapping[str, str]


class LinkCheck(Protocol):
    """Asks what is behind links, as a reader without an account would."""

    def look(self, urls: Collection[str]) -> Mapping[str, LinkStatus]:
        """What each URL (as written, perhaps without its scheme) answers, all of them together within three seconds. Raises
        nothing: what could not be asked is `unchecked`."""


class NoLinkCheck:
    """Asks nothing, and so knows nothing of any link."""

    def look(self, urls: Collection[str]) -> Mapping[str, LinkStatus]:
        """No answer at all."""
        return {}
