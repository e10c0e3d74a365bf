"""Identifiers that sort by time: ULIDs from the injected clock and entropy."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock

from ulid import ULID

from crisis.model.ports import Clock, Entropy

_RANDOM_BITS = 80


@dataclass
class Ids:
    """Makes identifiers such as `N-01JA…`; those of one process never tie or go back, even within a millisecond or when the
    clock does (ULID specification, monotonicity)."""

    clock: Clock
    entropy: Entropy
    _last: int = 0
    _lock: Lock = field(default_factory=Lock)

    def new(self, prefix: str) -> str:
        """The next identifier with a prefix: N notice, D draft, P post, R release, I incident, S stop."""
        with self._lock:
            self._last = max(self._fresh(), self._last + 1)
            return f"{prefix}-{ULID.from_int(self._last)}"

    def _fresh(self) -> int:
        millisecond = int(self.clock.now().timestamp() * 1000)
        # The highest random bit stays free, so that adding one never reaches into the time.
        random = int.from_bytes(self.entropy.token(10), "big") >> 1
        return (millisecond << _RANDOM_BITS) | random
