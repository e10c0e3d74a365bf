"""What was verified ahead of its turn, and whether it still counts.

It counts for the very bytes of the statement that were read, while the desk's files (`Kit`) are the same, for `FRESH` from the time
that it was made for, and while the ledger tells of nothing on which it could hang: every change of anything appends its entry in its own
transaction.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from crisis.desk.drafts.kit import Kit
from crisis.model.delivery import Delivery
from crisis.model.release import StatedPost, Statement
from crisis.store.unit import Reading

FRESH = timedelta(seconds=10)
"""How long it counts: the guard reads the clock, and people's validity ends."""

IDLE = ("delivery-", "promise-", "alert-", "enquiry-", "handover-", "check-")
"""Beginnings of the ledger's kinds on which no verification hangs."""

OUT = ("delivery-published", "delivery-unknown")
"""But for these: what is out in an incident is compared with its other releases."""


@dataclass(frozen=True)
class Verified:
    """A delivery's check: what it gave (None: it stops the delivery, and says so again when its turn comes) and the text that it read,
    over how many entries of the ledger, with which files of the desk, and for what time."""

    delivery: Delivery
    text: str
    given: tuple[Statement, StatedPost] | None
    entries: int
    kit: Kit
    at: datetime

    def is_for(self, kit: Kit, now: datetime) -> bool:
        """Whether it was made with these files and for that time."""
        return self.kit is kit and self.at <= now < self.at + FRESH


@dataclass
class Ahead:
    """What was verified ahead, by delivery, and what the ledger tells that undoes it: `_changed` is the last entry that may undo
    anything, `_out` by chain and release the last that tells of a post which is out."""

    known: dict[str, Verified] = field(default_factory=dict)
    _followed: int | None = None
    _changed: int = -1
    _out: dict[str, dict[str, int]] = field(default_factory=dict)

    def keep(self, one: Verified) -> None:
        """Remember a check."""
        self.known[one.delivery.key] = one
        if self._followed is None:
            self._followed = one.entries

    def keep_only(self, keys: Collection[str]) -> None:
        """Forget all others."""
        for old in self.known.keys() - set(keys):
            self.known.pop(old, None)
        if not self.known:
            self._out.clear()

    def holds(self, unit: Reading, delivery: Delivery, kit: Kit, now: datetime) -> tuple[Statement, StatedPost] | None:
        """The statement and the post of a delivery as it stands, where its check still counts in this transaction."""
        self._follow(unit)
        one = self.known.get(delivery.key)
        if one is None or one.delivery != delivery or not one.is_for(kit, now) or self._changed >= one.entries:
            return None
        there = self._out.get(one.delivery.chain, {})
        newer = [release for release, entry in there.items() if entry >= one.entries]
        return one.given if set(newer) <= {one.delivery.release} else None

    def is_out(self, unit: Reading, delivery: Delivery) -> None:
        """A post is out, or may be, as this transaction has just written down."""
        self._out.setdefault(delivery.chain, {})[delivery.release] = unit.ledger_size() - 1

    def _follow(self, unit: Reading) -> None:
        """Read what the ledger tells since the last look. What this transaction itself writes is told by `is_out`."""
        committed = unit.ledger.committed()
        if self._followed is None or committed <= self._followed:
            return
        for entry, kind, body in unit.ledger.between(self._followed, committed):
            if kind in OUT:
                self._tell_out(unit, entry, json.loads(body)["body"]["delivery"])
            elif not kind.startswith(IDLE):
                self._changed = entry
        self._followed = committed

    def _tell_out(self, unit: Reading, entry: int, key: str) -> None:
        # What has left is verified anew, should somebody set its row back.
        known = self.known.pop(key, None)
        delivery = known.delivery if known else unit.need(Delivery, key)
        self._out.setdefault(delivery.chain, {})[delivery.release] = entry
