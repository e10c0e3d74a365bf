"""How many questions channels have put that are not counted yet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from threading import Lock


@dataclass
class Asked:
    """Questions that channels of this process have put and that are not counted yet, by account."""

    waiting: Counter[str] = field(default_factory=Counter)
    _one: Lock = field(default_factory=Lock)

    def note(self, account: str) -> None:
        """One more."""
        with self._one:
            self.waiting[account] += 1

    def take(self, account: str) -> int:
        """How many; they are counted by whoever takes them."""
        with self._one:
            return self.waiting.pop(account, 0)
