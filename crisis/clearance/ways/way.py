"""What one way of approving is: when it counts, and which key its signature has to verify under."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from crisis.model.card import Card
from crisis.model.release import Approval, How, Person, Rule
from crisis.model.settings import Mode

Cards = Mapping[str, Card]
"""Cards of one-time codes by identifier."""

_NO_CARDS: Final[Cards] = {}


@dataclass(frozen=True, slots=True)
class Signers:
    """Whose approvals can be verified: everybody ever enrolled, by id, and their cards."""

    people: Mapping[str, Person]
    cards: Cards = field(default_factory=lambda: _NO_CARDS)


@dataclass(frozen=True, slots=True)
class Way:
    """One way of approving.

    `allowed` tells whether a rule lets it count; `verifying_key` gives the public key (one OpenSSH line) under which the
    approval's signature has to hold, or raises VerificationFailed or Refused; `opens` marks the way that needs nobody else
    (and so is open to the last editor too); `owes` marks those that a key has to countersign.
    """

    how: How
    allowed: Callable[[Rule], bool]
    verifying_key: Callable[[Approval, Person, Cards, Mode], str]
    opens: bool = False
    owes: bool = False
