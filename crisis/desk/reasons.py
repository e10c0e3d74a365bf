"""Free reasons: kept at the desk, where they can be erased; the ledger says only their salted hash."""

from __future__ import annotations

from crisis.canon import salted_digest
from crisis.desk.desk import Desk
from crisis.store import releases
from crisis.store.unit import Writing

SALT_BYTES = 16


def keep_reason(desk: Desk, unit: Writing, reason: str) -> str:
    """Keep a free reason; its salted hash, which is what the ledger says."""
    salt = desk.entropy.token(SALT_BYTES)
    hashed = salted_digest(salt, reason.encode())
    releases.add_reason(unit, hashed, salt, reason)
    return hashed
