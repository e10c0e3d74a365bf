"""What the guard may compare a text against: all of it handed in, nothing fetched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
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


@dataclass(frozen=True)
class Background:
    """What stays as it is while a text waits: the desk, the notice, the words that may be said.

    `language` is BCP 47. `notice_text` is what the notices behind the post say (empty: nothing to copy from); `spoken` are
    strings that are public by construction (rendered facts, site and service names); `drafted` are texts that our own
    templates made of them: words found there are copied from nobody. `links` is None where no desk says which links are
    public. `names` are those of sites and services, in every language; `incident` is a runbook's name. `severities` are the
    desk's own; None silences advice.
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
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Tokyo"))
    incident: str | None = None
    names: tuple[Names, ...] = ()
    notice_type: str | None = None
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    lexicon: Lexicon = field(default_factory=core_lexicon)

    @property
    def has_desk(self) -> bool:
        """Whether a desk says what is public."""
        return self.links is not None

    @property
    def lists_links(self) -> bool:
        """Whether the desk says which links may leave: then no other one does."""
        return self.links is not None and bool(self.links.public or self.links.login_expected)

    @property
    def lists_contacts(self) -> bool:
        """Whether the desk says which contacts may leave."""
        return bool(self.public_contacts)

    @property
    def says_what_is_public(self) -> bool:
        """Whether the desk lists links or contacts of its own; one that lists nothing yet knows no more than no desk."""
        return self.lists_links or self.lists_contacts

    @property
    def public_words(self) -> tuple[str, ...]:
        """Everything that may be said as it stands."""
        return (*self.spoken, *self.public_contacts, *self.organisation.values())


@dataclass(frozen=True)
class GuardContext(Background):
    """Handed to `inspect` with every text; the defaults serve a text of which nothing is known.

    Beside the background it holds the situation, which is another one at every look. `now` is aware; without it nothing is
    compared with the clock. `since` is when the incident was opened; `live` are the texts of its live posts, `family` the other
    posts of the same fact; `account` is where the text would go. `link_status` maps a URL as written to what was found.
    """

    now: datetime | None = None
    since: datetime | None = None
    family: tuple[Sibling, ...] = ()
    live: tuple[str, ...] = ()
    account: Account | None = None
    link_status: Mapping[str, LinkStatus] = field(default_factory=dict)

    @property
    def background(self) -> Background:
        """This without the situation."""
        return Background(**{each.name: getattr(self, each.name) for each in fields(Background)})
