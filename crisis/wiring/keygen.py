"""Keys that nobody may read: held by an agent or in hardware (FIDO), signed with through `ssh-keygen -Y sign`.

What it gives is verified in process before it counts (crisis.clearance.sshsig.sign).
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from crisis.clearance import keys
from crisis.errors import Mistake, Refused

PROGRAM = "ssh-keygen"
PATIENCE = 120
"""Seconds for a person to find the key and touch it, or to type its PIN."""


class Keygen(keys.Holder):
    """Signs with the key of a file for `ssh-keygen`: a public key whose other half an agent holds, or a hardware key's
    handle. Raises `Mistake` where there is no `ssh-keygen`, or a key that cannot clear."""

    def __init__(self, path: Path, public: str) -> None:
        self.path = path
        self.public = keys.normalise_public(public)
        self.program = _program()

    def sign(self, namespace: str, message: bytes) -> str:
        """The armoured signature. Raises `Refused` where it is not given: no agent, not this key in it, not touched in time."""
        command = [self.program, "-q", "-Y", "sign", "-f", str(self.path), "-n", namespace]
        try:
            done = subprocess.run(  # noqa: S603 - no shell; the file is the one that the person named
                command, input=message, capture_output=True, check=False, timeout=PATIENCE
            )
        except subprocess.TimeoutExpired:
            raise _not_signed("nobody touched the key in two minutes") from None
        if done.returncode != 0:
            raise _not_signed(_last_line(done.stderr))
        return done.stdout.decode("ascii", "replace")


def held(path: Path, data: bytes) -> Keygen | None:
    """Who signs for a key file that is a public key or a hardware key's handle; None for a private key that signs by itself."""
    if data.startswith((b"ssh-", b"sk-")):
        return Keygen(path, data.decode("utf-8", "replace"))
    public = keys.public_in(data)
    return None if public.application is None else Keygen(path, public.line)


def _program() -> str:
    found = shutil.which(PROGRAM)
    if found is None:
        raise Mistake(
            "no-ssh-keygen",
            "A key in hardware or in an agent signs through ssh-keygen, which is not installed here.",
            "Install OpenSSH (openssh-client), or sign with a key in a file.",
        )
    return found


def _last_line(told: bytes) -> str:
    lines = told.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else "ssh-keygen gave no reason"


def _not_signed(why: str) -> Refused:
    return Refused(
        "not-signed",
        "ssh-keygen did not sign: {why}.",
        "Check that the key is plugged in or in the agent (`ssh-add -l`), and try again.",
        why=why.rstrip("."),
    )
