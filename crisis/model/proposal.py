"""A proposal: what a hazard telegram makes the desk propose to its people, who alone decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Proposal:
    """To open an incident of a kind (a key of a runbook's or of `crisis incident open`), because a telegram reaches the desk's
    threshold at its `sites`. It is open until `until` while `ended_at` is None; `ended_by` says what ended it: `withdrawn`
    (the telegram was), `superseded` (by a later one of its series), or `opened` (an incident of that kind)."""

    id: str
    kind: str
    notice: str
    sites: tuple[str, ...]
    made_at: datetime
    until: datetime
    ended_at: datetime | None = None
    ended_by: str | None = None

    def stands(self, now: datetime) -> bool:
        """Whether it is still to be decided."""
        return self.ended_at is None and now < self.until
