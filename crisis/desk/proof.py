"""What a bundle proves: checked offline, with nothing but the bundle and what the checker trusts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from enum import Enum
from typing import Any, TypeVar

from crisis.canon import canonical, digest, salted_digest, timestamp
from crisis.clearance import approvals as approving
from crisis.clearance import keys, policy, statements
from crisis.clearance.approvals import SKEW
from crisis.clearance.ways.way import Signers
from crisis.errors import CrisisError, VerificationFailed
from crisis.ledger import bundle as bundles
from crisis.ledger import checkpoint
from crisis.ledger.bundle import Bundle
from crisis.ledger.checkpoint import Checkpoint
from crisis.ledger.note import opened
from crisis.ledger.rowwise import Problem
from crisis.model.card import Card
from crisis.model.release import Approval, Person, Role, Statement
from crisis.model.severity import Severity

Value = TypeVar("Value")
Entry = Mapping[str, Any]


class Unproven(Exception):
    """What a bundle says and does not prove, as an English sentence."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """A release that the bundle proves: its statement, who approved it, when it was cleared, and the last word on each post
    (kind of the entry, and its URL where one is told)."""

    statement: Statement
    approvals: tuple[Approval, ...]
    at: datetime
    became: Mapping[str, tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found. `key` is the fingerprint that signed the checkpoint; `on_trust` means that it came with the bundle and
    nothing else vouches for it."""

    entries: int
    root: str
    problems: tuple[Problem, ...]
    cleared: tuple[Cleared, ...]
    key: str
    on_trust: bool
    checkpoint: Checkpoint

    @property
    def ok(self) -> bool:
        """Whether everything holds."""
        return not self.problems


def check(data: bytes, key: str | None = None, outside: Sequence[str] = (), notice: bytes | None = None) -> Proof:
    """Check a bundle. `key` is the ledger's public key (one OpenSSH line), `outside` are notes that the checker trusts, `notice`
    is the notice itself, where the bundle holds its salt. Raises VerificationFailed where it cannot be read at all."""
    bundle = bundles.decode(data)
    key_line = keys.normalise_public(key or bundle.key)
    try:
        newest = _opened(bundle.checkpoint, key_line)
        older = [_opened(note, key_line) for note in outside]
    except VerificationFailed as fault:
        unsigned = Checkpoint("", 0, bytes(32))
        return Proof(
            0, "", (Problem(None, str(fault.sentence)),), (), keys.fingerprint(key_line), key is None, unsigned
        )
    problems = [Problem(number, what) for number, what in bundles.faults(bundle, newest)]
    problems += [Problem(None, what) for one in older if (what := bundles.continues(bundle, newest, one))]
    cleared: list[Cleared] = []
    if not problems:
        entries = sorted((one.value for one in bundle.entries), key=lambda entry: int(entry["seq"]))
        for release in bundle.releases:
            try:
                cleared.append(_cleared(bundle, release, entries, newest.origin))
            except (CrisisError, Unproven, KeyError, TypeError, ValueError, StopIteration) as fault:
                problems.append(Problem(None, f"A release in the bundle does not hold: {_why(fault)}"))
        problems += _of_notice(bundle, entries, notice)
    on_trust = key is None and not outside
    told = keys.fingerprint(key_line)
    return Proof(len(bundle.entries), newest.root.hex(), tuple(problems), tuple(cleared), told, on_trust, newest)


def _why(fault: Exception) -> str:
    if isinstance(fault, CrisisError):
        return str(fault.sentence)
    return str(fault) if isinstance(fault, Unproven) else "A part of it is missing or of another form."


def plain(value: Any) -> Any:
    """A frozen value as JSON: times as `canon.timestamp`, bytes as hex."""
    if isinstance(value, datetime):
        return timestamp(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if hasattr(value, "__dataclass_fields__"):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    return value


def made(kind: type[Value], data: Mapping[str, Any]) -> Value:
    """The inverse of `plain` for people, cards and approvals. Raises ValueError or TypeError for what is none."""
    members: dict[str, Any] = {}
    for field in fields(kind):  # type: ignore[arg-type]
        value = data[field.name]
        if "datetime" in str(field.type) and value is not None:
            value = datetime.strptime(value, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
        elif str(field.type) == "bytes":
            value = bytes.fromhex(value)
        elif field.name == "roles":
            value = tuple(Role(role) for role in value)
        members[field.name] = tuple(value) if isinstance(value, list) else value
    if set(data) != set(members):
        raise ValueError("a member too many")
    return kind(**members)


def _opened(note: str, key: str) -> Checkpoint:
    stated = checkpoint.read(opened(note)[0])
    return checkpoint.verify(note, keys.raw_public(key), stated.origin)


def _cleared(bundle: Bundle, release: Mapping[str, Any], entries: Sequence[Entry], origin: str) -> Cleared:
    """One release, checked as the sender checks it, at the time when the ledger says that it was cleared."""
    data = release["statement"].encode()
    statement = statements.decode(data)
    given = [made(Approval, one) for one in release["approvals"]]
    clearance = _one(entries, "release-cleared", release=statement.release)
    at = _time(clearance["at"])
    if clearance["body"]["digest"] != digest(data) or _texts(clearance) != _stated(statement):
        raise Unproven("The ledger recorded the clearance of another text.")
    for approval in given:
        _recorded(approval, statement, entries, clearance["seq"])
        _enrolled(approval, bundle, entries)
    people = {person.id: person for person in (made(Person, one) for one in bundle.people)}
    cards = {card.id: card for card in (made(Card, one) for one in bundle.cards)}
    said = policy.decode(release["policy"])
    if said.version != statement.provenance.get("policy") or not _adopted(said.version, entries):
        raise Unproven("It was cleared under another policy than the bundle holds.")
    severity = Severity(statement.provenance.get("severity", Severity.UNKNOWN))
    rule = said.rule(statement.notice_type, severity, statement.mode)
    approving.check(data, given, Signers(people, cards), [rule], at, statement.mode, origin)
    return Cleared(statement, tuple(given), at, dict(_became(statement, entries)))


def _recorded(approval: Approval, statement: Statement, entries: Sequence[Entry], before: int) -> None:
    """The approval stands in the ledger: after its statement, before the clearance, and at the time that it bears."""
    entry = next(
        (
            one
            for one in _of(entries, "approval-given", release=statement.release, by=approval.person)
            if one["body"]["signature"] == digest(approval.signature.encode()) and one["body"]["key"] == approval.key
        ),
        None,
    )
    proposed = _one(entries, "release-proposed", release=statement.release)
    if entry is None or not proposed["seq"] < entry["seq"] < before:
        raise Unproven("The ledger does not hold an approval before the clearance.")
    if approval.at > _time(entry["at"]) + SKEW:
        raise Unproven("An approval bears a later time than the ledger recorded.")


def _enrolled(approval: Approval, bundle: Bundle, entries: Sequence[Entry]) -> None:
    """The roster as the ledger tells it knows every key of the person, and had not ended it before."""
    person = next(made(Person, one) for one in bundle.people if one["id"] == approval.person)
    given = _one(entries, "approval-given", by=approval.person, signature=digest(approval.signature.encode()))
    before = [one for one in entries if one["seq"] < given["seq"] and not one["kind"].startswith("approval-")]
    named = [canonical(one["body"]).decode() for one in before]
    for key in person.every_key:
        fingerprint = keys.fingerprint(key)
        if not any(f'"{person.id}"' in body and (fingerprint in body or key in body) for body in named):
            raise Unproven(f"The ledger does not say that {person.id} was enrolled with this key.")
    if any(one["kind"] == "person-revoked" and one["body"].get("person") == person.id for one in before):
        raise Unproven(f"{person.id} had been revoked before approving.")


def _adopted(version: str, entries: Sequence[Entry]) -> bool:
    return any(
        version in canonical(one["body"]).decode() for one in entries if one["kind"].startswith(("policy-", "desk-"))
    )


def _became(statement: Statement, entries: Sequence[Entry]) -> Iterator[tuple[str, tuple[str, str | None]]]:
    for post in statement.posts:
        for one in entries:
            if one["kind"].startswith("delivery-") and one["body"].get("post") == post.post:
                yield post.post, (one["kind"].removeprefix("delivery-"), one["body"].get("url"))


def _of_notice(bundle: Bundle, entries: Sequence[Entry], notice: bytes | None) -> Iterator[Problem]:
    """Whether the notice that the checker has is the one that the ledger took in."""
    if notice is None:
        return
    prints = [
        salted_digest(bytes.fromhex(salt), notice)
        for name, salt in (bundle.salts or {}).items()
        if name.startswith("N-")
    ]
    known = {one["body"].get("digest") for one in entries if one["kind"] in {"notice-received", "notice-refused"}}
    if not prints:
        yield Problem(None, "The bundle holds no salt, so it cannot say whether this is the notice.")
    elif known.isdisjoint(prints):
        yield Problem(None, "This is not the notice that the ledger took in.")


def _of(entries: Sequence[Entry], kind: str, **body: Any) -> Iterator[Entry]:
    for one in entries:
        if one["kind"] == kind and all(one["body"].get(name) == value for name, value in body.items()):
            yield one


def _one(entries: Sequence[Entry], kind: str, **body: Any) -> Entry:
    found = next(_of(entries, kind, **body), None)
    if found is None:
        raise Unproven(f"The bundle lacks its entry of the kind {kind}.")
    return found


def _texts(clearance: Entry) -> list[tuple[str, ...]]:
    return [(post["post"], post["account"], post["language"], post["text"]) for post in clearance["body"]["posts"]]


def _stated(statement: Statement) -> list[tuple[str, ...]]:
    return [(post.post, post.target.account, post.language, post.text) for post in statement.posts]


def _time(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
