"""The real time and the real randomness; nothing else in the house reads them."""

from __future__ import annotations

import os
from datetime import UTC, datetime


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The time now in UTC."""
        return datetime.now(UTC)


class SystemEntropy:
    """The operating system's randomness."""

    def token(self, size: int) -> bytes:
        """Random bytes."""
        return os.urandom(size)
