"""Cards of one-time codes: what lets a person who has only a telephone approve."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Card:
    """What a desk keeps of a person's card: of each code only the public key that comes of it (one OpenSSH line; number n is
    `codes[n - 1]`), never the code. The person's own key `key` (a fingerprint) has signed it: `signature` is an armoured
    SSHSIG. `next` is the number of the code that is asked for next, those before it are spent; `wrong` counts wrong codes
    since the last right one."""

    id: str
    person: str
    made_at: datetime
    salt: bytes
    codes: tuple[str, ...]
    key: str
    signature: str
    next: int = 1
    wrong: int = 0
    revoked_at: datetime | None = None

    @property
    def left(self) -> int:
        """How many codes are not spent."""
        return len(self.codes) - self.next + 1
