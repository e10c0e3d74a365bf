"""A drafted post: exact text for one account in one language."""

from __future__ import annotations

from dataclasses import dataclass

from crisis.model.fact import Fact, Facts
from crisis.model.finding import Finding
from crisis.model.settings import Mode
from crisis.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a text must know beyond the notice's facts: the mode, the report's number in its incident (第n報; None for the
    first or outside an incident), whether it is the incident's last, the facts of an earlier report that it changes (the chief
    one first), and the one hashtag agreed for it."""

    mode: Mode = Mode.ACTUAL
    number: int | None = None
    final: bool = False
    replaced: tuple[Fact, ...] = ()
    hashtag: str | None = None


@dataclass(frozen=True, slots=True)
class DraftPost:
    """`variant` counts the ladder from 1 (longest). `length` and `limit` are in the platform's own unit (X: weighted
    characters; Mastodon: characters with URL 23; Bluesky: graphemes); `limit` is None where unbounded. `account` is None
    where no account serves the language; then `platform` is the one it was measured for."""

    template: str
    variant: int
    language: str
    account: str | None
    platform: str
    text: str
    length: int
    limit: int | None


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything made of one notice. `type` is None and `refused` says why where no type fits; a finding's `post` indexes
    `posts`; `number` is the report's number that its texts bear."""

    type: str | None
    facts: Facts | None = None
    posts: tuple[DraftPost, ...] = ()
    findings: tuple[Finding, ...] = ()
    refused: Sentence | None = None
    number: int | None = None
    parts: tuple[Draft, ...] = ()
    """One draft for each place, where the notice says something of several; then this one joins them."""

    @property
    def families(self) -> tuple[Draft, ...]:
        """The drafts of one set of facts each."""
        return self.parts or (self,)

    @property
    def stopped(self) -> bool:
        """Whether a finding holds or blocks any of it."""
        return any(finding.stops for finding in self.findings)
