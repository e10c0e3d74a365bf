"""Findings that hold, accepted by a person with the role for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crisis.canon import salted_digest
from crisis.desk.clearance.releasing import refuse_unless_released_by
from crisis.desk.clearance.review import Family, standing
from crisis.desk.clearance.stating import NONCE_BYTES
from crisis.desk.desk import Desk
from crisis.desk.drafts.safer import safe_post
from crisis.errors import Held
from crisis.guard.codes import released_by
from crisis.model.finding import Finding, Severity
from crisis.model.records import StoredPost
from crisis.model.release import Accepted
from crisis.store.unit import Reading

RIGHT = "If it is right as it is, a person of the role {roles}: `crisis clear {notice} --accept {code} --reason TEXT`."
OR_TAKE_OUT = (
    "Take the sentence out with `crisis edit {post} --take-out`. If it is right as it is, a person of the role {roles}: "
    "`crisis clear {notice} --accept {code} --reason TEXT`."
)


@dataclass(frozen=True)
class Acceptance:
    """A person releases a finding that holds: its code and why."""

    code: str
    reason: str


def accept_all(
    desk: Desk, unit: Reading, family: Family, by: str, accept: Sequence[Acceptance]
) -> tuple[tuple[Accepted, ...], dict[str, tuple[bytes, str]]]:
    """The findings that this person accepts, and the reasons by their digests. Raises `Held` for what is left."""
    reasons: dict[str, tuple[bytes, str]] = {}
    accepted: list[Accepted] = []
    wanted = {a.code: a.reason for a in accept}
    for post in family.posts:
        for finding in standing(desk, unit, family, post):
            if finding.severity is Severity.BLOCK or not wanted.get(finding.code, "").strip():
                raise _held(desk, unit, family, post, finding)
            refuse_unless_released_by(desk.people(unit), by, finding.code)
            salt = desk.entropy.token(NONCE_BYTES)
            hashed = salted_digest(salt, wanted[finding.code].encode())
            reasons[hashed] = (salt, wanted[finding.code])
            accepted.append(Accepted(post.id, finding.code, by, hashed))
    return tuple(accepted), reasons


def _held(desk: Desk, unit: Reading, family: Family, post: StoredPost, finding: Finding) -> Held:
    if finding.severity is Severity.BLOCK:
        safe = safe_post(desk, unit, family.draft, post.language)
        return Held(
            "blocked",
            "Post {post} may not go out as it is ({code}): {mend}",
            "Take the sentence out with `crisis edit {post} --take-out`, or write another text: `--text FILE`. "
            "Safe to say meanwhile: {safe} — {text}",
            post=post.id,
            code=finding.code,
            mend=finding.mend,
            safe=f"`{safe.command}`",
            text=safe.text,
        )
    return Held(
        "held",
        "Post {post} needs a decision ({code}): {mend}",
        RIGHT if finding.start is None else OR_TAKE_OUT,
        post=post.id,
        code=finding.code,
        mend=finding.mend,
        notice=family.notice.id,
        roles=", ".join(role.value for role in released_by(finding.code)),
    )
