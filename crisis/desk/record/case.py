"""One release of a bundle, with its clearance in the ledger and what signed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from crisis.desk.plain import time
from crisis.desk.record.chronicle import Chronicle, Entry
from crisis.ledger.bundle import Bundle
from crisis.model.release import Approval, Statement


@dataclass(frozen=True, slots=True)
class Case:
    """A release that is looked at: `told` is what the ledger says, `data` the statement's bytes, `clearance` the entry of its
    clearance."""

    told: Chronicle
    bundle: Bundle
    data: bytes
    statement: Statement
    approvals: Sequence[Approval]
    clearance: Entry

    @property
    def at(self) -> datetime:
        """When it was cleared."""
        return time(self.clearance["at"])

    @property
    def before(self) -> int:
        """The number of the entry of its clearance."""
        return int(self.clearance["seq"])

    @property
    def posts(self) -> frozenset[str]:
        """The identifiers of its posts."""
        return frozenset(post.post for post in self.statement.posts)
