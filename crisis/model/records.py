"""What a desk keeps: notices, drafts, posts, releases and stops as the store gives them back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from crisis.model.fact import Facts
from crisis.model.finding import Finding
from crisis.model.notice import Notice
from crisis.sentence import Sentence


class Review(StrEnum):
    """Where a post stands with the people who clear it."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    CLEARED = "cleared"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"


ENDED = frozenset({Review.WITHDRAWN, Review.REJECTED})
"""Nothing more comes of a post in one of these."""

STANDING = (Review.DRAFT, Review.IN_REVIEW, Review.CLEARED)
"""A post in one of these is out or still on its way."""


@dataclass(frozen=True, slots=True)
class StoredNotice:
    """A notice in the desk. `digest` is salted, so that the ledger can name it and tell nothing; `refused` says why nothing
    of it may be posted. `retained_by` is who keeps it from being erased; once erased, at `erased_at`, its content and its salt are
    gone and the digest stands."""

    id: str
    received_at: datetime
    received_by: str | None
    type: str | None
    incident: str | None
    notice: Notice
    salt: bytes
    digest: str
    refused: Sentence | None = None
    retained_by: str | None = None
    erased_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """One fact in its family of posts. `number` is the report's number in its incident; `template_version` is provenance."""

    id: str
    notice: str
    incident: str | None
    type: str
    facts: Facts
    findings: tuple[Finding, ...]
    made_at: datetime
    made_by: str
    template_version: str
    number: int | None = None
    final: bool = False
    corrects: str | None = None


@dataclass(frozen=True, slots=True)
class StoredPost:
    """One post of a draft. `release` is the statement that it stands in, once proposed."""

    id: str
    draft: str
    template: str
    variant: int
    language: str
    account: str | None
    platform: str
    text: str
    length: int
    limit: int | None
    findings: tuple[Finding, ...]
    last_editor: str
    edited_at: datetime
    review: Review = Review.DRAFT
    release: str | None = None


@dataclass(frozen=True, slots=True)
class StoredRelease:
    """A release: the canonical statement that people sign. `voided_at` marks one whose bytes were edited since."""

    id: str
    statement: bytes
    digest: str
    created_at: datetime
    created_by: str
    cleared_at: datetime | None = None
    voided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Why somebody sent a post back, rejected it or took it back: `became` is what it became by that; `reason` the salted
    digest of the words, which are kept apart and can be erased."""

    id: str
    post: str
    at: datetime
    by: str
    became: Review
    reason: str


@dataclass(frozen=True, slots=True)
class Enquiry:
    """A question from outside: who asked, on whose behalf, how they are called back, and by when. It is data and never
    part of a post. One person answers it: `owner`, once somebody has taken it; `post` is the one they were pointed to."""

    id: str
    received_at: datetime
    received_by: str
    caller: str
    question: str
    due: datetime
    incident: str | None = None
    owner: str | None = None
    answered_at: datetime | None = None
    answered_by: str | None = None
    answer: str | None = None
    post: str | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop on one account, or on all (`account` None), while `lifted_at` is None. `routine` stops only what belongs to no incident."""

    id: str
    account: str | None
    set_at: datetime
    set_by: str | None
    routine: bool = False
    lifted_at: datetime | None = None
    lifted_by: str | None = None

    def covers(self, account: str, *, routine: bool) -> bool:
        """Whether it stops a delivery to that account."""
        return self.lifted_at is None and self.account in (None, account) and (routine or not self.routine)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One row of the ledger: `body` is the canonical bytes of which `leaf` is the RFC 6962 leaf hash."""

    seq: int
    at: datetime
    kind: str
    body: bytes
    leaf: bytes

    def told(self) -> dict[str, Any]:
        """What the entry says. Raises ValueError, KeyError or TypeError where its bytes are damaged."""
        return dict(json.loads(self.body)["body"])


@dataclass(frozen=True, slots=True)
class LedgerCheckpoint:
    """A signed checkpoint: tree size, root and the C2SP signed note."""

    size: int
    root: bytes
    at: datetime
    note: str
