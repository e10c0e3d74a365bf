"""What the guard may compare a text against: all of it handed in, nothing fetched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from crisis.guard.lexicon import Lexicon, core_lexicon
from crisis.guard.protected import NO_TERMS, ProtectedTerms
from crisis.model.finding import Severity
from crisis.model.link import LinkStatus
from crisis.model.names import Names
from crisis.model.settings import Account, Links, Mode


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another post of the same fact: its language and text, and the rung of the ladder that it stands on (None: not known)."""

    language: str
    text: str
    variant: int | None = None


@dataclass(frozen=True, slots=True)
class GuardContext:
    """Handed to `inspect` with every text; the defaults serve a text of which nothing is known.

    `language` is BCP 47. `notice_text` is what the notices behind the post say (empty: nothing to copy from); `spoken` are
    strings that are public by construction (rendered facts, site and service names); `drafted` are texts that our own
    templates made of them: words found there are copied from nobody. `links` is None where no desk says
    which links are public. `now` is aware; without it nothing is compared with the clock. `incident` is a runbook's name, and
    `since` when it was opened; `live` are the texts of its live posts, `family` the other posts of the same fact; `names` are
    those of sites and services, in every language; `account` is where the text would go, as a post of `notice_type`.
    `link_status` maps a URL as written to what was found. `severities` are the desk's own; None silences advice.
    """

    language: str | None = None
    mode: Mode = Mode.ACTUAL
    organisation: Names = field(default_factory=dict)
    notice_text: str = ""
    spoken: tuple[str, ...] = ()
    drafted: tuple[str, ...] = ()
    links: Links | None = None
    public_contacts: tuple[str, ...] = ()
    protected: ProtectedTerms = NO_TERMS
    now: datetime | None = None
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Tokyo"))
    incident: str | None = None
    since: datetime | None = None
    family: tuple[Sibling, ...] = ()
    live: tuple[str, ...] = ()
    names: tuple[Names, ...] = ()
    account: Account | None = None
    notice_type: str | None = None
    link_status: Mapping[str, LinkStatus] = field(default_factory=dict)
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    lexicon: Lexicon = field(default_factory=core_lexicon)

    @property
    def has_desk(self) -> bool:
        """Whether a desk says what is public."""
        return self.links is not None

    @property
    def public_words(self) -> tuple[str, ...]:
        """Everything that may be said as it stands."""
        return (*self.spoken, *self.public_contacts, *self.organisation.values())
