"""Clearance: people, the statement that they sign, and their approvals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Self

from crisis.model.role import Role
from crisis.model.settings import Mode
from crisis.model.severity import Severity
from crisis.model.speaking import ANYBODY, NOTHING, SILENT, ByItself, Speaking, Voice


class How(StrEnum):
    """The ways in which a person may approve."""

    KEY = "key"
    PHONE = "phone"
    BREAK_GLASS = "break-glass"


class AfterStop(StrEnum):
    """What a stop does to a release that was cleared before it: once the stop is lifted it goes, or it is cleared again."""

    GOES = "goes"
    CLEAR_AGAIN = "clear-again"


@dataclass(frozen=True, slots=True)
class Person:
    """An enrolled person. Keys are OpenSSH lines (`ssh-ed25519 AAAA…`), comments dropped; `spare_key` is kept off site, and
    either key signs as this person. Who is suspended, or which key, counts for nothing until two people say so again.
    `name_salt` (hex) is what makes the name's digest in roster statements say nothing to others; `voice` is what lets them
    speak, where the policy asks for more than being enrolled.
    """

    id: str
    name: str
    roles: tuple[Role, ...]
    public_key: str
    valid_from: datetime
    valid_to: datetime | None = None
    revoked_at: datetime | None = None
    spare_key: str | None = None
    suspended_at: datetime | None = None
    suspended_keys: tuple[str, ...] = ()
    name_salt: str = ""
    voice: Voice = SILENT

    def valid_at(self, at: datetime) -> bool:
        """Whether the person may sign at that time."""
        ends = [t for t in (self.valid_to, self.revoked_at, self.suspended_at) if t is not None]
        return self.valid_from <= at and all(at < end for end in ends)

    @property
    def every_key(self) -> tuple[str, ...]:
        """The keys that are this person's, whether they count now or not."""
        return (self.public_key,) if self.spare_key is None else (self.public_key, self.spare_key)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that count as this person's now."""
        return tuple(key for key in self.every_key if key not in self.suspended_keys)

    def is_also(self, other: Person) -> bool:
        """Whether both are one: the same name, or one key that both have."""
        return self.id == other.id or not set(self.every_key).isdisjoint(other.every_key)


@dataclass(frozen=True, slots=True)
class Rule:
    """What clearing takes: `quorum` different approvers, of whom one each holds the `roles`.

    `by_phone`: approvals by one-time code count. `break_glass`: one key with a reason may send. Either way a key has to
    countersign within `countersign_within`. `window` is the longest that a cleared post may wait after its not-before.
    """

    quorum: int = 1
    roles: tuple[Role, ...] = (Role.APPROVER,)
    by_phone: bool = False
    break_glass: bool = False
    countersign_within: timedelta = timedelta(hours=4)
    window: timedelta = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Case:
    """Which releases take a lane: those of these notice types, severities of the incident and mode; empty or None means any.
    `also` are roles that they need besides the lane's."""

    lane: str
    types: tuple[str, ...] = ()
    severities: tuple[Severity, ...] = ()
    mode: Mode | None = None
    also: tuple[Role, ...] = ()

    def fits(self, notice_type: str, severity: Severity, mode: Mode) -> bool:
        """Whether such a release is meant."""
        return (
            (not self.types or notice_type in self.types)
            and (not self.severities or severity in self.severities)
            and self.mode in (None, mode)
        )


@dataclass(frozen=True, slots=True)
class Policy:
    """An adopted policy: lanes with their rules, and the cases that choose one; the first that fits decides, `otherwise`
    names the lane of the rest. `version` is its digest. `speaking` says who may speak, `by_itself` what the desk does without a
    person."""

    version: str
    lanes: Mapping[str, Rule] = field(default_factory=lambda: {"N": Rule()})
    otherwise: str = "N"
    cases: tuple[Case, ...] = ()
    speaking: Speaking = ANYBODY
    by_itself: ByItself = NOTHING

    def every_rule(self) -> list[Rule]:
        """Each rule that a release could come under."""
        cases = (*self.cases, Case(self.otherwise))
        return [self._with_roles(case) for case in cases]

    def case(self, notice_type: str, severity: Severity, mode: Mode) -> Case:
        """The case that decides about such a release."""
        fitting = (case for case in self.cases if case.fits(notice_type, severity, mode))
        return next(fitting, Case(self.otherwise))

    def rule(self, notice_type: str, severity: Severity = Severity.UNKNOWN, mode: Mode = Mode.ACTUAL) -> Rule:
        """What clearing such a release takes."""
        return self._with_roles(self.case(notice_type, severity, mode))

    def _with_roles(self, case: Case) -> Rule:
        rule = self.lanes[case.lane]
        return replace(rule, roles=(*rule.roles, *(role for role in case.also if role not in rule.roles)))


@dataclass(frozen=True, slots=True)
class Target:
    """The account as it stood when it was cleared; any difference at send stops the send."""

    account: str
    platform: str
    handle: str | None
    api_base: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class StatedPost:
    """One post of a release: exact text for one target in one language, and whoever last edited the bytes. `fallbacks` are
    where the same bytes go instead, in order, each only once the one before it has provably failed for good."""

    post: str
    language: str
    text: str
    target: Target
    last_editor: str
    fallbacks: tuple[Target, ...] = ()

    def aimed(self, place: int) -> Self:
        """The same post for another of its targets: 0 is the first, then its fallbacks. Raises IndexError past the last."""
        rest = (self.target, *self.fallbacks)[place:]
        return replace(self, target=rest[0], fallbacks=rest[1:])


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that a person accepted for release: its code, the post, and the salted hash of the reason."""

    post: str
    code: str
    person: str
    reason_digest: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What an approval signs: one release over a family of posts. Times are aware; `notices` are (id, salted digest) pairs;
    `provenance` names template and policy versions (design, step 5); `after_stop` is what a stop does to it, None in a
    statement from before it could be said (which goes on); `awaits` is the salted digest of what it waits for besides its time:
    nothing leaves before a person has signed that this has been announced."""

    release: str
    mode: Mode
    origin: str
    nonce: str
    created_at: datetime
    created_by: str
    notice_type: str
    incident: str | None
    notices: tuple[tuple[str, str], ...]
    released: tuple[str, ...]
    withheld: tuple[str, ...]
    accepted: tuple[Accepted, ...]
    posts: tuple[StatedPost, ...]
    not_before: datetime
    not_after: datetime
    provenance: Mapping[str, str]
    after_stop: AfterStop | None = AfterStop.GOES
    awaits: str | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """One person's signature over a statement's canonical bytes. `key` is the OpenSSH fingerprint `SHA256:…` of what signed;
    `signature` is an armoured SSHSIG; `how` is one of `How`; `reason` the salted digest of why the glass was broken."""

    person: str
    key: str
    at: datetime
    signature: str
    how: str = How.KEY
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Announcement:
    """A person's word that what a release waits for has been announced: signed over the release's statement, by the key whose
    fingerprint is `key`; `signature` is an armoured SSHSIG."""

    release: str
    person: str
    key: str
    at: datetime
    signature: str
