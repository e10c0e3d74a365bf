"""The bytes that an approval signs, and the namespace in which: the same whichever way it is given.

    {"at": time, "format": "crisis.approval/1", "how": "key", "key": "SHA256:…", "person": id, "statement": "sha256:…"}

in canonical JSON (RFC 8785), so that the signature binds every column of the approval and, by its digest, every byte of the
statement; an approval with a reason has the member `reason` besides, its salted digest. The SSHSIG namespace binds the mode
once more: an approval from an exercise is none in earnest.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from crisis.canon import canonical, digest, timestamp
from crisis.model.release import How
from crisis.model.settings import Mode

FORMAT: Final = "crisis.approval/1"
ANNOUNCED: Final = "crisis.announced/1"
ACT: Final = "clearance"


def namespace(mode: Mode, act: str = ACT) -> str:
    """The SSHSIG namespace of an act in a mode: approvals are `clearance`; what else people sign bears another word."""
    return f"{act}-{mode.value}@crisis"


def payload(
    statement: bytes, person: str, key: str, at: datetime, how: str = How.KEY, reason: str | None = None
) -> bytes:
    """The bytes that an approval signs; `key` is the fingerprint, `reason` a salted digest. Any signer of SSHSIG may sign them
    in our namespace."""
    members = {
        "format": FORMAT,
        "statement": digest(statement),
        "person": person,
        "key": key,
        "at": timestamp(at),
        "how": str(how),
    }
    return canonical(members if reason is None else {**members, "reason": reason})


def announced(statement: bytes, person: str, key: str, at: datetime) -> bytes:
    """The bytes by which a person says that what a release waits for has been announced; in the namespace `announced`."""
    members = {"format": ANNOUNCED, "statement": digest(statement), "person": person, "key": key, "at": timestamp(at)}
    return canonical(members)
