"""What is public: the state from which pages and feeds are rendered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from crisis.model.names import Names
from crisis.model.severity import Severity


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that happens. `kind` is a runbook's name such as `earthquake`; `severity` says how bad, for the policy."""

    id: str
    kind: str
    names: Names
    opened_at: datetime
    closed_at: datetime | None = None
    hashtag: str | None = None
    severity: Severity = Severity.UNKNOWN


@dataclass(frozen=True, slots=True)
class PublishedPost:
    """A post that is out on an outlet of our own (page, feed). `corrects` is the post that this one replaces in meaning."""

    post: str
    digest: str
    text: str
    language: str
    notice_type: str
    incident: str | None
    published_at: datetime
    corrects: str | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything that one of our own outlets shows, oldest post first; `checkpoint` is the ledger's newest signed note."""

    organisation: Names
    languages: tuple[str, ...]
    incidents: tuple[Incident, ...]
    posts: tuple[PublishedPost, ...]
    checkpoint: str | None = None
