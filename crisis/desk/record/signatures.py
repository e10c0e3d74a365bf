"""Where the tables of what people signed say something else than the ledger: approvals, announcements, countersignatures,
pre-clearances, cards, policies and decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from crisis.canon import digest, timestamp
from crisis.clearance import keys
from crisis.clearance.register import KINDS, POLICY
from crisis.errors import Mistake, VerificationFailed
from crisis.ledger.verify import Problem
from crisis.model.card import Card
from crisis.model.decision import StoredDecision
from crisis.model.owed import Countersignature
from crisis.model.preclearance import StoredPreclearance
from crisis.model.release import Announcement, Approval
from crisis.store import releases
from crisis.store.unit import Reading

Said = dict[Hashable, dict[str, Any]]
"""What is said of each thing, by what it is named."""


def disagreements(unit: Reading) -> Iterator[Problem]:
    """Every row that is not as the ledger recorded it, missing or too many."""
    told = Told(unit)
    for what, compared in COMPARED.items():
        in_ledger, stands = compared(unit, told)
        for name in {**in_ledger, **stands}:
            if in_ledger.get(name) != stands.get(name):
                yield Problem(None, f"{what} {_spelled(name)} is not as the ledger recorded it.")
    yield from _damaged(unit)


class Told:
    """The bodies of the entries about what people signed, by kind."""

    def __init__(self, unit: Reading) -> None:
        self._by_kind: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for entry in unit.ledger.told(WANTED):
            self._by_kind[entry["kind"]].append(entry["body"])

    def of(self, kind: str, *names: str) -> Said:
        """By these members of their bodies; of several of one name the last counts."""
        return {
            tuple(body.get(name) for name in names): body for body in self._by_kind[kind] if {*names} <= body.keys()
        }


def _approvals(unit: Reading, told: Told) -> tuple[Said, Said]:
    stands: Said = {(release, one.person): _signed(one) for release, one in releases.every_approval(unit)}
    return _only(told.of("approval-given", "release", "by"), "key", "at", "how", "reason", "signature"), stands


def _countersignatures(unit: Reading, told: Told) -> tuple[Said, Said]:
    owed = {
        name: {"how": body["how"], "due": datetime.fromisoformat(body["due"]), **_NOT_GIVEN}
        for name, body in told.of("countersignature-owed", "release", "person").items()
    }
    for name, body in told.of("countersignature-given", "release", "person").items():
        owed.setdefault(name, {}).update({member: body.get(member) for member in ("by", "key", "signature")})
    for name in told.of("countersignature-overdue", "release", "person"):
        owed.setdefault(name, {})["overdue"] = True
    return owed, {
        (one.release, one.person): {
            "how": one.how,
            "due": one.due,
            "by": one.by,
            "key": one.key,
            "signature": one.signature and digest(one.signature.encode()),
            "overdue": one.escalated_at is not None,
        }
        for one in unit.find(Countersignature)
    }


_NOT_GIVEN: Final = {"by": None, "key": None, "signature": None, "overdue": False}


def _preclearances(unit: Reading, told: Told) -> tuple[Said, Said]:
    ledger: Said = {
        name: {
            **{member: body.get(member) for member in ("digest", "type", "by")},
            "signed": {},
            "in_force": False,
            "revoked": False,
        }
        for name, body in told.of("preclearance-proposed", "preclearance").items()
    }
    for (name, by), body in _pairs(told.of("preclearance-signed", "preclearance", "by")):
        if (name,) in ledger:
            ledger[name,]["signed"][by] = {member: body.get(member) for member in ("key", "at", "signature")}
    for kind, member in (("preclearance-in-force", "in_force"), ("preclearance-revoked", "revoked")):
        for one in told.of(kind, "preclearance"):
            ledger.setdefault(one, {})[member] = True
    return ledger, {
        (one.id,): {
            "digest": digest(one.statement) if digest(one.statement) == one.digest else None,
            "type": one.notice_type,
            "by": one.created_by,
            "signed": {s.person: _bare(s) for s in releases.signatures(unit, one.id)},
            "in_force": one.in_force_at is not None,
            "revoked": one.revoked_at is not None,
        }
        for one in unit.find(StoredPreclearance)
    }


def _pairs(said: Said) -> Iterator[tuple[tuple[Any, Any], dict[str, Any]]]:
    for name, body in said.items():
        yield tuple(name), body  # type: ignore[arg-type,misc]


def _cards(unit: Reading, told: Told) -> tuple[Said, Said]:
    ledger = _only(told.of("card-made", "card"), "person", "key", "codes", "signature")
    for (name, number), _ in _pairs(told.of("code-spent", "card", "number")):
        ledger.setdefault((name,), {})["next"] = max(ledger[name,].get("next", 1), number + 1)
    for one in told.of("card-revoked", "card"):
        ledger.setdefault(one, {})["revoked"] = True
    return {name: {"next": 1, "revoked": False, **said} for name, said in ledger.items()}, {
        (card.id,): {
            "person": card.person,
            "key": card.key,
            "codes": [_fingerprint(code) for code in card.codes],
            "signature": digest(card.signature.encode()),
            "next": card.next,
            "revoked": card.revoked_at is not None,
        }
        for card in unit.find(Card)
    }


def _announcements(unit: Reading, told: Told) -> tuple[Said, Said]:
    said = told.of("release-announced", "release")
    stands: Said = {
        (one.release,): {"by": one.person, "key": one.key, "at": timestamp(one.at), "signature": one.signature}
        for one in unit.find(Announcement)
    }
    return _only(said, "by", "key", "at", "signature"), stands


def _policies(unit: Reading, told: Told) -> tuple[Said, Said]:
    adopted = {**told.of("desk-opened", "policy"), **told.of(POLICY, "policy")}
    return {name: {} for name in adopted}, {(version,): {} for version in releases.versions(unit)}


def _decisions(unit: Reading, told: Told) -> tuple[Said, Said]:
    signed: Said = {}
    for kind in KINDS:
        signed.update(_only(told.of(kind, "decision"), "statement", "signatures"))
    return signed, {
        (one.code,): {
            "statement": one.statement.decode("utf-8", "replace"),
            "signatures": [
                {"person": s.person, "key": s.key, "at": timestamp(s.at), "signature": s.signature}
                for s in one.signatures
            ],
        }
        for one in unit.find(StoredDecision)
        if one.entry is not None
    }


COMPARED: Final[Mapping[str, Callable[[Reading, Told], tuple[Said, Said]]]] = {
    "Approval": _approvals,
    "Countersignature": _countersignatures,
    "Pre-clearance": _preclearances,
    "Announcement": _announcements,
    "Card": _cards,
    "Policy": _policies,
    "Decision": _decisions,
}
WANTED: Final = (
    *KINDS,
    "desk-opened",
    "approval-given",
    "countersignature-owed",
    "countersignature-given",
    "countersignature-overdue",
    "preclearance-proposed",
    "preclearance-signed",
    "preclearance-in-force",
    "preclearance-revoked",
    "release-announced",
    "card-made",
    "card-revoked",
    "code-spent",
)


def _damaged(unit: Reading) -> Iterator[Problem]:
    """Policies whose words are not those of their version."""
    for version in releases.versions(unit):
        try:
            releases.policy(unit, version)
        except VerificationFailed as fault:
            yield Problem(None, str(fault.sentence))


def _only(said: Said, *members: str) -> Said:
    return {name: {member: body.get(member) for member in members} for name, body in said.items()}


def _signed(one: Approval) -> dict[str, Any]:
    return {**_bare(one), "how": str(one.how), "reason": one.reason}


def _bare(one: Approval) -> dict[str, Any]:
    return {"key": one.key, "at": timestamp(one.at), "signature": digest(one.signature.encode())}


def _fingerprint(code: str) -> str | None:
    """The fingerprint of a code's key; None where the row holds something that is no key."""
    try:
        return keys.fingerprint(code)
    except Mistake:
        return None


def _spelled(name: Hashable) -> str:
    return " ".join(str(part) for part in name) if isinstance(name, tuple) else str(name)
