"""What is public: the state from which pages and feeds are rendered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from crisis.model.names import Names
from crisis.model.settings import Mode
from crisis.model.severity import Severity


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that happens. `kind` is what it is called by, such as `earthquake`, and `runbook` what says what to do in it;
    `begins` is the T that the runbook counts from, where that is not its opening; `severity` says how bad, for the policy."""

    id: str
    kind: str
    names: Names
    opened_at: datetime
    closed_at: datetime | None = None
    hashtag: str | None = None
    severity: Severity = Severity.UNKNOWN
    runbook: str | None = None
    begins: datetime | None = None


@dataclass(frozen=True, slots=True)
class PublishedPost:
    """A post that is out on an outlet of our own (page, feed, cap).

    `corrects` is the post that this one replaces in meaning; `release` was cleared as one, to leave from `not_before`; posts
    of one `topic` speak of the same thing, so that a later one takes the place of an earlier; `final` ends its incident;
    `subject` is the public name of its type, in its language. What follows stands there only where a text of the release
    says it: `areas` in words, `next_update` when we speak again, `takes_back` when the post was made that it withdraws whole.
    """

    post: str
    digest: str
    text: str
    language: str
    notice_type: str
    incident: str | None
    published_at: datetime
    corrects: str | None = None
    release: str = ""
    not_before: datetime | None = None
    topic: str = ""
    final: bool = False
    subject: str = ""
    areas: tuple[str, ...] = ()
    next_update: datetime | None = None
    takes_back: datetime | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything that one of our own outlets shows, oldest post first; `checkpoint` is the ledger's newest signed note.
    `coming` are posts in hand, and those of their releases that may leave with them: what is known of them beside their text."""

    organisation: Names
    languages: tuple[str, ...]
    incidents: tuple[Incident, ...]
    posts: tuple[PublishedPost, ...]
    checkpoint: str | None = None
    mode: Mode = Mode.ACTUAL
    coming: tuple[PublishedPost, ...] = ()
