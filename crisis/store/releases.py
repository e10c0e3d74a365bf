"""What belongs to a release: approvals, reasons, and the policy in force."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, select

from crisis.canon import canonical, digest
from crisis.model.release import Approval, Policy, Role, Rule
from crisis.store.tables import ApprovalRow, PolicyRow, ReasonRow
from crisis.store.unit import Reading, Writing, columns_of, value_of

IN_FORCE = "policy"
"""Under this name the desk remembers the version of the policy in force."""


def add_approval(unit: Writing, release: str, approval: Approval) -> None:
    """Keep a signature; one per person and release."""
    unit.session.merge(ApprovalRow(release=release, **columns_of(approval)))
    unit.session.flush()


def approvals(unit: Reading, release: str) -> list[Approval]:
    """The signatures over a release, oldest first."""
    query = select(ApprovalRow).where(ApprovalRow.release == release).order_by(col(ApprovalRow.at))
    return [value_of(row, Approval) for row in unit.session.exec(query)]


def add_reason(unit: Writing, reason_digest: str, salt: bytes, text: str) -> None:
    """Keep a free reason beside its salted hash."""
    unit.session.merge(ReasonRow(digest=reason_digest, salt=salt, text=text))
    unit.session.flush()


def reason(unit: Reading, reason_digest: str) -> str | None:
    """The words behind a salted hash, while they are kept."""
    row = unit.session.get(ReasonRow, reason_digest)
    return row.text if row else None


def adopt(unit: Writing, default: Rule, rules: dict[str, Rule], at: datetime) -> Policy:
    """Put a policy in force; its version is the digest of its canonical body."""
    body = {"default": _pack(default), "rules": {name: _pack(rule) for name, rule in rules.items()}}
    data = canonical(body)
    unit.session.merge(PolicyRow(version=digest(data), adopted_at=at, body=data.decode()))
    unit.set_meta(IN_FORCE, digest(data))
    unit.session.flush()
    return Policy(digest(data), default, rules)


def policy(unit: Reading, version: str | None = None) -> Policy | None:
    """The policy of that version, else the one in force."""
    row = unit.session.get(PolicyRow, version or unit.meta(IN_FORCE) or "")
    if row is None:
        return None
    body = json.loads(row.body)
    return Policy(row.version, _unpack(body["default"]), {name: _unpack(rule) for name, rule in body["rules"].items()})


def _pack(rule: Rule) -> dict[str, object]:
    return {
        "quorum": rule.quorum,
        "roles": [role.value for role in rule.roles],
        "by_phone": rule.by_phone,
        "break_glass": rule.break_glass,
        "countersign_within": int(rule.countersign_within.total_seconds()),
        "window": int(rule.window.total_seconds()),
    }


def _unpack(data: dict[str, Any]) -> Rule:
    return Rule(
        data["quorum"],
        tuple(Role(role) for role in data["roles"]),
        data["by_phone"],
        data["break_glass"],
        timedelta(seconds=data["countersign_within"]),
        timedelta(seconds=data["window"]),
    )
