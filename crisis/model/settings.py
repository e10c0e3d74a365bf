"""A desk's configuration, `crisis.toml`, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo

from crisis.model.duty import Duty
from crisis.model.finding import Severity
from crisis.model.names import Names


class Mode(StrEnum):
    """`actual` is 本番, `exercise` is 訓練. Every release, signature and ledger states one."""

    ACTUAL = "actual"
    EXERCISE = "exercise"


BY_HAND = "hand"
"""The platform of what a person posts. As a fallback: the same account, by a person's hand."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place of work. `area` is its public area in words; `owner` the department whose word on it counts; `timezone` that of its
    clocks, where it is not the desk's."""

    id: str
    names: Names
    area: Names = field(default_factory=dict)
    owner: str | None = None
    timezone: ZoneInfo | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """A service that customers use, under its public name."""

    id: str
    names: Names
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Department:
    """A department that gives notices, and its internal number: shown to the desk where two departments differ, never posted.
    `name` as notices give it; several may stand side by side (「総務部 / GA」)."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Account:
    """An official account or outlet. Empty `languages` means the desk's, empty `purpose` all notice types; without
    `credentials` it is posted by hand (page, feed and cap need none). `credentials` is a reference, never a secret; `fallback`
    names, in order, where its posts go instead when they cannot go out here: ids of accounts, or `hand`; `limit` is how long a
    post may be there, in the platform's own unit, where that is not the platform's usual; `credentials_expire`
    is the last day on which its credentials work, in the desk's zone; `operators` are the people, departments
    and tools that can post there; `reads_per_day` is how often its platform may be asked a
    day, None without end; `poll_every` (seconds) the pace at which it is looked for what is not as the desk sent it, None
    where it is not watched."""

    id: str
    platform: str
    handle: str | None = None
    owner: str | None = None
    languages: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()
    url: str | None = None
    api_base: str | None = None
    credentials: str | None = None
    fallback: tuple[str, ...] = ()
    limit: int | None = None
    credentials_expire: date | None = None
    operators: tuple[str, ...] = ()
    reads_per_day: int | None = None
    poll_every: float | None = None


@dataclass(frozen=True, slots=True)
class Links:
    """What may be linked: `public` and `login_expected` are origin + path prefix; `internal` hosts and networks never leave."""

    public: tuple[str, ...] = ()
    login_expected: tuple[str, ...] = ()
    internal: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GuardSettings:
    """Files of protected terms (one a line), the contacts that may be published, and the desk's own severities: mode → code
    → severity, None for advice that it does not want."""

    protected: tuple[Path, ...] = ()
    public_contacts: tuple[str, ...] = ()
    severity: Mapping[Mode, Mapping[str, Severity | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OutsideScheduler:
    """Another tool or agency that can post on our accounts, and whom to phone to stop it."""

    name: str
    phone: str
    accounts: tuple[str, ...] = ()
    say: str = ""


@dataclass(frozen=True, slots=True)
class StaffWay:
    """A way to alert people of the staff. `url` refers to the address, which is a secret: `env:NAME` or `file:PATH`."""

    id: str
    url: str


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """A place that notices are fetched from: a feed's `url`, a folder's `path` (absolute), or an IMAP `host` with its
    `mailbox`. `every` is its pace in seconds; `private` allows addresses that the internet cannot reach; `type` is the notice
    type of all that it holds; `credentials` is a reference, never a secret."""

    id: str
    kind: str
    url: str | None = None
    path: Path | None = None
    host: str | None = None
    port: int | None = None
    mailbox: str = "INBOX"
    tls: bool = True
    credentials: str | None = None
    every: float = 60.0
    private: bool = False
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Tightening:
    """What `crisis.toml` asks for beyond the adopted policy. Nothing here can make a policy looser: `by_phone` and
    `break_glass` can only be switched off. `also_roles` are roles that every release needs besides; without
    `off_duty`, who is not on duty while others are sends under a pre-clearance with a reason only."""

    quorum_at_least: int = 0
    also_roles: tuple[str, ...] = ()
    by_phone: bool = True
    break_glass: bool = True
    countersign_within_at_most: timedelta | None = None
    window_at_most: timedelta | None = None
    off_duty: bool = True


@dataclass(frozen=True, slots=True)
class Loopback:
    """An address of this machine alone."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class DaemonSettings:
    """Where the daemon serves its health, and what it pings after full passes: an address, or where that stands (`env:NAME`,
    `file:PATH`), since whoever has it can ping."""

    health: Loopback | None = None
    ping: str | None = None


@dataclass(frozen=True, slots=True)
class KitSettings:
    """The offline kit: the folder that the daemon keeps up to date (absolute), and people's telephone numbers by their id."""

    folder: Path | None = None
    phones: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """A desk. `folder` is None when there is no desk and defaults serve; paths are absolute."""

    name: str
    folder: Path | None = None
    organisation: Names = field(default_factory=dict)
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Tokyo"))
    languages: tuple[str, ...] = ("ja", "en")
    database: str = "sqlite:///crisis.db"
    publish_command: tuple[str, ...] = ()
    keep_notices_days: int | None = None
    answer_within: timedelta = timedelta(hours=1)
    """When somebody who asked is called back at the latest, where nobody has said another time."""
    links: Links = field(default_factory=Links)
    guard: GuardSettings = field(default_factory=GuardSettings)
    sites: tuple[Site, ...] = ()
    services: tuple[Service, ...] = ()
    departments: tuple[Department, ...] = ()
    accounts: tuple[Account, ...] = ()
    outside: tuple[OutsideScheduler, ...] = ()
    sources: tuple[SourceSettings, ...] = ()
    staff: tuple[StaffWay, ...] = ()
    policy: Tightening = field(default_factory=Tightening)
    daemon: DaemonSettings = field(default_factory=DaemonSettings)
    duty: Duty = field(default_factory=Duty)
    kit: KitSettings = field(default_factory=KitSettings)
    sample: bool = False
    """Whether this is the sample desk of `crisis init --sample`, whose people and keys are for trying out."""

    def site(self, site_id: str) -> Site | None:
        """The site of that id."""
        return next((s for s in self.sites if s.id == site_id), None)

    def service(self, service_id: str) -> Service | None:
        """The service of that id."""
        return next((s for s in self.services if s.id == service_id), None)

    def account(self, account_id: str) -> Account | None:
        """The account of that id."""
        return next((a for a in self.accounts if a.id == account_id), None)

    def limit(self, account_id: str | None) -> int | None:
        """The account's own limit of length; None where the platform's usual one holds."""
        account = self.account(account_id) if account_id else None
        return account.limit if account else None
