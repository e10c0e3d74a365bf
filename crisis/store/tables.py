"""The tables. Columns carry the names of the values in `crisis.model`, so that a row and its value convert by name."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column, Index, LargeBinary, UniqueConstraint
from sqlmodel import Field

from crisis.model.decision import Subject
from crisis.model.delivery import State
from crisis.model.fact import Facts
from crisis.model.finding import Finding
from crisis.model.notice import Entry
from crisis.model.records import Review
from crisis.model.release import Approval
from crisis.model.role import Role
from crisis.model.speaking import Voice
from crisis.sentence import Sentence
from crisis.store import columns
from crisis.store.table import Table, metadata
from crisis.store.table import packed as _packed
from crisis.store.table import state as _state
from crisis.store.table import time as _time

__all__ = ["Table", "metadata"]


class MetaRow(Table, table=True):
    """What the desk knows of itself: ledger origin, mode."""

    __tablename__: ClassVar[str] = "meta"
    name: str = Field(primary_key=True)
    value: str


class PersonRow(Table, table=True):
    """People who may draft and clear."""

    __tablename__: ClassVar[str] = "person"
    id: str = Field(primary_key=True)
    name: str
    roles: tuple[Role, ...] = _packed(columns.listing(lambda r: r.value, Role))
    public_key: str
    valid_from: datetime = _time()
    valid_to: datetime | None = _time(nullable=True)
    revoked_at: datetime | None = _time(nullable=True)
    spare_key: str | None
    suspended_at: datetime | None = _time(nullable=True)
    suspended_keys: tuple[str, ...] = _packed(columns.listing())
    name_salt: str
    voice: Voice = _packed(columns.VOICE, nullable=True)


class DecisionRow(Table, table=True):
    """Decisions about roster and policy, in force or waiting for a signature."""

    __tablename__: ClassVar[str] = "decision"
    code: str = Field(primary_key=True)
    subject: Subject = _state(Subject)
    number: int
    statement: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    proposed_at: datetime = _time()
    signatures: tuple[Approval, ...] = _packed(columns.SIGNATURES)
    name: str
    name_salt: str
    adopted_at: datetime | None = _time(nullable=True)
    entry: int | None


class PolicyRow(Table, table=True):
    """Adopted policies; the newest is in force."""

    __tablename__: ClassVar[str] = "policy"
    version: str = Field(primary_key=True)
    adopted_at: datetime = _time()
    body: str


class NoticeRow(Table, table=True):
    """Notices, raw bytes kept. `fingerprint` is keyed, and recognises the same notice when it comes again."""

    __tablename__: ClassVar[str] = "notice"
    __table_args__ = (UniqueConstraint("fingerprint"),)
    id: str = Field(primary_key=True)
    received_at: datetime = _time()
    received_by: str | None
    type: str | None
    incident: str | None = Field(index=True)
    fingerprint: str
    salt: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    digest: str
    refused: Sentence | None = _packed(columns.SENTENCE, nullable=True)
    retained_by: str | None = None
    erased_at: datetime | None = _time(nullable=True)
    form: str
    name: str
    raw: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    title: str
    text: str
    entries: tuple[Entry, ...] = _packed(columns.ENTRIES)
    written_at: datetime | None = _time(nullable=True)
    owner: str | None
    source_id: str | None = Field(index=True)
    defects: tuple[Finding, ...] = _packed(columns.FINDINGS)


class SupersessionRow(Table, table=True):
    """Which later notice took the place of which, beside the versions that share an identity."""

    __tablename__: ClassVar[str] = "supersession"
    notice: str = Field(primary_key=True)
    by: str = Field(primary_key=True)


class DraftRow(Table, table=True):
    """Families of posts, one per fact."""

    __tablename__: ClassVar[str] = "draft"
    id: str = Field(primary_key=True)
    notice: str = Field(foreign_key="notice.id", index=True)
    incident: str | None = Field(index=True)
    type: str
    facts: Facts = _packed(columns.FACTS)
    findings: tuple[Finding, ...] = _packed(columns.FINDINGS)
    made_at: datetime = _time()
    made_by: str
    template_version: str
    number: int | None
    final: bool
    corrects: str | None


class PostRow(Table, table=True):
    """Posts: exact text for one account in one language."""

    __tablename__: ClassVar[str] = "post"
    id: str = Field(primary_key=True)
    draft: str = Field(foreign_key="draft.id", index=True)
    template: str
    variant: int
    language: str
    account: str | None
    platform: str
    text: str
    length: int
    limit: int | None
    findings: tuple[Finding, ...] = _packed(columns.FINDINGS)
    last_editor: str
    edited_at: datetime = _time()
    review: Review = _state(Review)
    release: str | None = Field(index=True)


class ReleaseRow(Table, table=True):
    """Releases: the canonical statements that people sign."""

    __tablename__: ClassVar[str] = "release"
    id: str = Field(primary_key=True)
    statement: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    digest: str
    created_at: datetime = _time()
    created_by: str
    cleared_at: datetime | None = _time(nullable=True)
    voided_at: datetime | None = _time(nullable=True)


class ApprovalRow(Table, table=True):
    """Signatures over statements."""

    __tablename__: ClassVar[str] = "approval"
    release: str = Field(primary_key=True, foreign_key="release.id")
    person: str = Field(primary_key=True)
    key: str
    at: datetime = _time()
    signature: str
    how: str
    reason: str | None = None


class DeliveryRow(Table, table=True):
    """The outbox. `sender` is the process that has it in hand while it is `sending`."""

    __tablename__: ClassVar[str] = "delivery"
    __table_args__ = (Index(None, "state", "due"),)
    key: str = Field(primary_key=True)
    release: str = Field(foreign_key="release.id", index=True)
    post: str = Field(foreign_key="post.id", index=True)
    account: str
    state: State = _state(State)
    due: datetime = _time()
    not_after: datetime = _time()
    chain: str = Field(index=True)
    final: bool
    attempts: int
    next_try: datetime | None = _time(nullable=True)
    started_at: datetime | None = _time(nullable=True)
    published_at: datetime | None = _time(nullable=True)
    remote_id: str | None
    url: str | None
    reason: str | None
    place: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    looks: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    sender: str | None = None


class EnquiryRow(Table, table=True):
    """Questions from outside, with who answers each."""

    __tablename__: ClassVar[str] = "enquiry"
    id: str = Field(primary_key=True)
    received_at: datetime = _time()
    received_by: str
    caller: str
    question: str
    due: datetime = _time()
    incident: str | None = Field(index=True)
    owner: str | None
    answered_at: datetime | None = _time(nullable=True)
    answered_by: str | None
    answer: str | None
    post: str | None


class ReasonRow(Table, table=True):
    """Free reasons that people gave: the ledger holds only their salted hash."""

    __tablename__: ClassVar[str] = "reason"
    digest: str = Field(primary_key=True)
    salt: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    text: str


class LedgerEntryRow(Table, table=True):
    """The append-only log."""

    __tablename__: ClassVar[str] = "ledger_entry"
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = _time()
    kind: str
    body: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    leaf: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class LedgerNodeRow(Table, table=True):
    """Hashes of the log's perfect subtrees."""

    __tablename__: ClassVar[str] = "ledger_node"
    level: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    index: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    hash: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class LedgerCheckpointRow(Table, table=True):
    """Signed checkpoints of the log."""

    __tablename__: ClassVar[str] = "ledger_checkpoint"
    size: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    root: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    at: datetime = _time()
    note: str
