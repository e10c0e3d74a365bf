"""Pre-clearance: what people sign in calm times, so that one of them can fill it in and send it in an emergency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from crisis.model.fact import Kind
from crisis.model.names import Names
from crisis.model.release import AfterStop, Target
from crisis.model.settings import Mode


class Force(StrEnum):
    """Where a pre-clearance stands."""

    WAITING = "waiting"
    IN_FORCE = "in-force"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Choice:
    """A slot that holds one of these values: ids of terms, sites or services, listed numbers or addresses. `names` are the
    words for those ids that stand in `crisis.toml` and not in the template: they are signed too."""

    kind: Kind
    values: tuple[str, ...]
    names: Mapping[str, Names] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A slot that holds a time (or a period): so many seconds from the moment of sending, both ends included."""

    kind: Kind
    earliest: int
    latest: int


Domain = Choice | Bounds


@dataclass(frozen=True, slots=True)
class Preclearance:
    """What is signed: one version of one type's templates (`template` is its digest) with the domain of every slot. A fact
    without a slot may not be stated. `organisation` is what the posts call us; empty `variants` means all of the ladder."""

    id: str
    mode: Mode
    origin: str
    nonce: str
    created_at: datetime
    created_by: str
    notice_type: str
    template: str
    organisation: Names
    languages: tuple[str, ...]
    variants: tuple[int, ...]
    slots: Mapping[str, Domain]
    targets: tuple[Target, ...]
    policy: str
    valid_from: datetime
    valid_to: datetime
    after_stop: AfterStop


@dataclass(frozen=True, slots=True)
class StoredPreclearance:
    """A pre-clearance as the desk keeps it. `in_force_at` is when the last signature came that it needed."""

    id: str
    notice_type: str
    statement: bytes
    digest: str
    created_at: datetime
    created_by: str
    in_force_at: datetime | None = None
    revoked_at: datetime | None = None
    revoked_by: str | None = None
