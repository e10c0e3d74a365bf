"""The world of a rehearsal: its time, its chance, and a platform that only writes down what it is given."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import ClassVar

from crisis.model.delivery import Parcel, Receipt
from crisis.model.link import LinkStatus
from crisis.model.ports import InDoubt, NotSent
from crisis.model.runbook import Fault


@dataclass
class VirtualClock:
    """A clock that stands until somebody moves it, and then only forwards."""

    at: datetime

    def now(self) -> datetime:
        """The virtual time."""
        return self.at

    def until(self, at: datetime) -> None:
        """Let the time come."""
        self.at = max(self.at, at)


class AtOnce:
    """The pace of a rehearsal that nobody watches: every moment is there when it is asked for."""

    _gone = timedelta()

    def gone(self) -> timedelta:
        """As far as was waited for."""
        return self._gone

    def wait(self, until: timedelta) -> None:
        """It is there."""
        self._gone = max(self._gone, until)

    def seconds(self, until: timedelta) -> float:
        """No time on the wall."""
        return 0.0

    def skip(self, until: timedelta) -> None:
        """It is there."""
        self.wait(until)


@dataclass
class SeededEntropy:
    """Bytes that look random and follow from the seed alone: SHA-256 over seed and counter. For rehearsals only."""

    seed: str
    _count: int = 0

    def token(self, size: int) -> bytes:
        """The next bytes."""
        made = b""
        while len(made) < size:
            made += hashlib.sha256(f"crisis rehearsal {self.seed} {self._count}".encode()).digest()
            self._count += 1
        return made[:size]

    def minutes(self, least: int, most: int) -> timedelta:
        """A span between two numbers of minutes, both included, in steps of a second."""
        span = (most - least) * 60 + 1
        return timedelta(minutes=least, seconds=int.from_bytes(self.token(4), "big") % span)


@dataclass(frozen=True)
class Recorded:
    """One post as a simulated platform got it. `chain` is its incident, or its release where it has none."""

    at: datetime
    account: str
    language: str
    post: str
    release: str
    chain: str
    text: str


@dataclass(frozen=True)
class Heard:
    """What a simulated platform in trouble did with a post: whether it `took` it; what it answered was no receipt."""

    at: datetime
    account: str
    post: str
    took: bool


@dataclass(frozen=True)
class Trouble:
    """What a platform in trouble makes of a post: whether it `takes` it, and what its sender hears in place of a receipt."""

    takes: bool
    heard: Callable[[], Exception]


TROUBLES: Mapping[str, Trouble] = {
    "down": Trouble(False, lambda: NotSent("the simulated platform is down", permanent=False)),
    "silent": Trouble(True, lambda: InDoubt("the simulated platform's answer was lost")),
}
"""Those of a runbook's `faults`, by what they are called there."""


@dataclass
class Recorder:
    """All platforms in one: writes down everything that it is given, also what it is given twice, and sends nothing. Each of
    the `faults` has its time, counted from when the recorder was made."""

    clock: VirtualClock
    faults: Sequence[Fault] = ()
    log: list[Recorded] = field(default_factory=list)
    troubles: list[Heard] = field(default_factory=list)
    platform: ClassVar[str] = "recorder"
    repeatable: ClassVar[bool] = False

    def __post_init__(self) -> None:
        self._made = self.clock.now()

    def publish(self, parcel: Parcel) -> Receipt:
        """Write it down. Raises `NotSent` while the account's platform is down, `InDoubt` while its answers are lost."""
        trouble = self.trouble(parcel)
        if trouble is None or trouble.takes:
            self.take(parcel)
        if trouble is not None:
            self.troubles.append(Heard(self.clock.now(), parcel.account, parcel.post, trouble.takes))
            raise trouble.heard()
        return Receipt(parcel.key, None, self.clock.now())

    def take(self, parcel: Parcel) -> None:
        """The platform has the post from now on."""
        self.log.append(
            Recorded(
                at=self.clock.now(),
                account=parcel.account,
                language=parcel.language,
                post=parcel.post,
                release=parcel.release,
                chain=parcel.incident or parcel.release,
                text=parcel.text,
            )
        )

    def read_back(self, parcel: Parcel) -> Receipt | None:
        """Whether it is written down. Raises `NotSent` while the platform does not answer."""
        if self.trouble(parcel) is not None:
            raise NotSent("the simulated platform does not answer", permanent=False)
        found = (one for one in self.log if (one.post, one.account) == (parcel.post, parcel.account))
        return next((Receipt(parcel.key, None, one.at) for one in found), None)

    def trouble(self, parcel: Parcel) -> Trouble | None:
        """What the account's platform is in at this moment; None where it works."""
        gone = self.clock.now() - self._made
        now = (fault.how for fault in self.faults if fault.account == parcel.account and fault.at <= gone < fault.until)
        return next((TROUBLES[how] for how in now), None)


@dataclass(frozen=True)
class RecordedLinks:
    """Pages as the runbook says that they answer; of others nothing is known, and none is asked."""

    answers: Mapping[str, LinkStatus]

    def look(self, urls: Collection[str]) -> Mapping[str, LinkStatus]:
        """The recorded answers."""
        return {url: self.answers[url] for url in urls if url in self.answers}
