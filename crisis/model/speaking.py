"""Who may speak for the company, as two people signed it; and what the desk may do by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Openness(StrEnum):
    """Who speaks on the official accounts: nobody on social media, only our own pages and the press (`closed`); those whom two
    people have authorised (`designated`); whoever is enrolled (`open`)."""

    CLOSED = "closed"
    DESIGNATED = "designated"
    OPEN = "open"


class Lapsed(StrEnum):
    """What becomes of somebody whose training is too old, or who has not read the policy: they are refused, or warned."""

    REFUSE = "refuse"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Speaking:
    """What it takes to speak. `training`: how long a training counts (None: none is asked for); `acknowledge`: the policy in
    force has to be acknowledged. Who lacks one has `grace` from the day on which the policy came into force."""

    mode: Openness = Openness.OPEN
    training: timedelta | None = None
    acknowledge: bool = False
    lapsed: Lapsed = Lapsed.WARN
    grace: timedelta = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class ByItself:
    """What the desk does without a person: keep a promise with the pre-cleared `no-change` post, and open an incident of one of
    these kinds when a telegram calls for it."""

    no_change: bool = False
    opens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Authority:
    """That a person may speak for the company: granted by whom, from when, until when; on these accounts, on all where none is
    named."""

    by: str
    starts: datetime
    ends: datetime | None = None
    accounts: tuple[str, ...] = ()

    def holds(self, at: datetime) -> bool:
        """Whether it counts at that time."""
        return self.starts <= at and (self.ends is None or at < self.ends)


@dataclass(frozen=True, slots=True)
class Voice:
    """What the roster says of a person's speaking: by whose leave, when they were trained last, and which version of the policy
    they have acknowledged."""

    authority: Authority | None = None
    trained: datetime | None = None
    acknowledged: str | None = None


ANYBODY = Speaking()
"""Where the policy says nothing of it, whoever is enrolled speaks."""

NOTHING = ByItself()
"""Where the policy says nothing of it, the desk does nothing without a person."""

SILENT = Voice()
"""Nobody has said anything of a person's speaking."""

BY_POLICY = "policy"
"""Stands where a person's id would, for what the desk does by itself. Nobody can be enrolled under it."""
