"""What belongs to a release: approvals, reasons, and the policy in force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from functools import lru_cache
from typing import cast

from sqlalchemy import bindparam
from sqlalchemy import select as select_cells
from sqlmodel import col, select

from crisis.clearance.policy import decode, encode
from crisis.errors import VerificationFailed
from crisis.model.release import Approval, Policy
from crisis.store.calm_tables import PreclearanceApprovalRow
from crisis.store.rows import cells, columns_of
from crisis.store.tables import ApprovalRow, PolicyRow, ReasonRow
from crisis.store.unit import Reading, Writing, value_of

IN_FORCE = "policy"
"""Under this name the desk remembers the version of the policy in force."""

_FIELDS = tuple(field.name for field in fields(Approval))
_APPROVALS = (
    select_cells(*cells(ApprovalRow, _FIELDS))
    .where(col(ApprovalRow.release) == bindparam("release"))
    .order_by(col(ApprovalRow.at))
)
_SIGNATURES = (
    select_cells(*cells(PreclearanceApprovalRow, _FIELDS))
    .where(col(PreclearanceApprovalRow.preclearance) == bindparam("preclearance"))
    .order_by(col(PreclearanceApprovalRow.at), col(PreclearanceApprovalRow.person))
)
_ADOPTED = select(PolicyRow.adopted_at).where(col(PolicyRow.version) == bindparam("version"))
_POLICY = select(PolicyRow.body).where(col(PolicyRow.version) == bindparam("version"))


def add_approval(unit: Writing, release: str, approval: Approval) -> None:
    """Keep a signature; one per person and release."""
    unit.put_row(ApprovalRow, release=release, **columns_of(approval))


def approvals(unit: Reading, release: str) -> list[Approval]:
    """The signatures over a release, oldest first."""
    return [Approval(*row) for row in unit.asked(_APPROVALS, release=release)]


def every_approval(unit: Reading) -> Iterator[tuple[str, Approval]]:
    """Release and signature of every approval, streamed."""
    for row in unit.session.exec(select(ApprovalRow).execution_options(yield_per=1000)):
        yield row.release, value_of(row, Approval)


def add_signature(unit: Writing, preclearance: str, approval: Approval) -> None:
    """Keep a signature under a pre-clearance; one per person."""
    unit.put_row(PreclearanceApprovalRow, preclearance=preclearance, **columns_of(approval))


def signatures(unit: Reading, preclearance: str) -> list[Approval]:
    """The signatures under a pre-clearance, oldest first."""
    return [Approval(*row) for row in unit.asked(_SIGNATURES, preclearance=preclearance)]


def add_reason(unit: Writing, reason_digest: str, salt: bytes, text: str) -> None:
    """Keep a free reason beside its salted hash."""
    unit.put_row(ReasonRow, digest=reason_digest, salt=salt, text=text)


def reason(unit: Reading, reason_digest: str) -> str | None:
    """The words behind a salted hash, while they are kept."""
    row = unit.session.get(ReasonRow, reason_digest)
    return row.text if row else None


def reasons(unit: Reading) -> Iterator[tuple[str, bytes, str]]:
    """Salted hash, salt and words of every free reason that is kept, streamed."""
    return unit.streamed(ReasonRow, ("digest", "salt", "text"))


def erase_reason(unit: Writing, reason_digest: str) -> None:
    """Forget the words behind a salted hash, and the salt."""
    row = unit.session.get(ReasonRow, reason_digest)
    if row is not None:
        unit.session.delete(row)
        unit.session.flush()


def adopt(unit: Writing, policy: Policy, at: datetime) -> None:
    """Put a policy in force."""
    unit.put_row(PolicyRow, version=policy.version, adopted_at=at, body=encode(policy).decode())
    unit.set_meta(IN_FORCE, policy.version)


def policy(unit: Reading, version: str | None = None) -> Policy | None:
    """The policy of that version, else the one in force. Raises `VerificationFailed` for one that is not as it was adopted."""
    version = version or unit.meta(IN_FORCE) or ""
    found = unit.asked(_POLICY, version=version)
    if not found:
        return None
    try:
        read = _read(found[0][0])
    except (KeyError, TypeError, ValueError):
        raise _altered(version) from None
    if read.version != version:
        raise _altered(version)
    return read


def policy_version(unit: Reading) -> str | None:
    """The version of the policy in force."""
    return unit.meta(IN_FORCE)


def adopted_at(unit: Reading, version: str) -> datetime:
    """When a policy came into force, the last time that it did."""
    ((at,),) = unit.asked(_ADOPTED, version=version)
    return cast("datetime", at)


@lru_cache(maxsize=16)
def _read(body: str) -> Policy:
    """Read by every send, and seldom another one."""
    return decode(body)


def versions(unit: Reading) -> list[str]:
    """The versions of every policy that was ever in force, oldest first."""
    return list(unit.session.exec(select(PolicyRow.version).order_by(col(PolicyRow.adopted_at), PolicyRow.version)))


def _altered(version: str) -> VerificationFailed:
    return VerificationFailed(
        "policy-altered",
        "The policy {version} is not as it was adopted.",
        "Nothing goes out under it; restore a copy of this desk beside it and compare.",
        version=version[:19],
    )
