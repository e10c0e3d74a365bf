"""What the desk sends by itself: a pre-cleared text, because a policy that two people signed says that it may.

The desk signs with the key of its ledger, in a namespace of its own, so that its signature is never taken for a person's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from crisis.clearance import keys, sshsig, statements
from crisis.clearance.payloads import namespace, payload
from crisis.errors import Mistake, VerificationFailed
from crisis.model.duty import NO_CHANGE
from crisis.model.release import Approval, Policy, Statement
from crisis.model.speaking import BY_POLICY

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

HOW: Final = "by-policy"
SKEW: Final = timedelta(minutes=5)


def lets(policy: Policy | None, notice_type: str) -> bool:
    """Whether a policy lets the desk send such a text by itself."""
    return policy is not None and policy.by_itself.no_change and notice_type == NO_CHANGE


def sign(statement: bytes, key: Ed25519PrivateKey, at: datetime) -> Approval:
    """The desk's own signature under a statement."""
    name = keys.fingerprint(keys.public_of(key))
    act = namespace(statements.decode(statement).mode, HOW)
    signature = sshsig.sign(key, act, payload(statement, BY_POLICY, name, at, HOW))
    return Approval(BY_POLICY, name, at, signature, HOW)


def is_by_policy(approvals: Sequence[Approval]) -> bool:
    """Whether the desk sent it by itself."""
    return any(approval.how == HOW for approval in approvals)


def check(statement: Statement, data: bytes, approval: Approval, desk_keys: Sequence[str], at: datetime) -> None:
    """Return if the desk signed that this goes out. `desk_keys` are the public keys of its ledger, one OpenSSH line each. Raises
    VerificationFailed: `not-by-policy`, `approval-time`, `signature-…`."""
    key = next((line for line in desk_keys if _fingerprint(line) == approval.key), None)
    if key is None or approval.person != BY_POLICY:
        raise VerificationFailed(
            "not-by-policy", "This was not sent by the desk itself.", "Have a person clear it: `crisis clear`."
        )
    signed = payload(data, BY_POLICY, approval.key, approval.at, HOW)
    sshsig.verify(key, namespace(statement.mode, HOW), signed, approval.signature)
    if not statement.created_at - SKEW <= approval.at <= at + SKEW:
        raise VerificationFailed(
            "approval-time",
            "The approval by {person} bears a time before its statement was made, or in the future.",
            "Set the clocks right and clear the posts again.",
            person=BY_POLICY,
        )


def _fingerprint(line: str) -> str | None:
    try:
        return keys.fingerprint(line)
    except Mistake:
        return None
