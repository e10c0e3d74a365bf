"""Nobody waits for cryptography who neither signs nor checks."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys
from crisis.clearance import approvals, bound, keys, quorum, review, sshsig, statements
from crisis.ledger import checkpoint, entries, note, tree, verify
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"cryptography", "bcrypt", "sqlmodel", "rfc8785"}))
"""


def test_the_rooms_load_nothing_heavy() -> None:
    ran = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""
