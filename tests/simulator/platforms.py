"""The rehearsal's platform, in every trouble that a platform, a network or an account can be in; it counts at its own side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum

from crisis.model.delivery import Parcel, Receipt
from crisis.model.ports import InDoubt, NotSent
from crisis.rehearsal.world import TROUBLES, Recorded, Recorder, Trouble


class Manner(Enum):
    """What kinds of platforms differ in: whether the same post again is a no-op, and whether they can be asked."""

    PLAIN = "x"
    KEYED = "mastodon"
    PUT = "bluesky"
    MUTE = "x-that-cannot-be-read"


def _not_sent(why: str, *, permanent: bool = False, retry_after: float | None = None) -> Callable[[], NotSent]:
    return lambda: NotSent(why, permanent=permanent, retry_after=retry_after)


def _in_doubt(why: str) -> Callable[[], InDoubt]:
    return lambda: InDoubt(why)


@dataclass(frozen=True)
class Slow(Trouble):
    """A trouble in which time goes by: `lasts` until the sender hears of it, `later` until the platform has the post after all."""

    lasts: timedelta = timedelta()
    later: timedelta = timedelta()


LORIS = timedelta(seconds=30)
"""How long a channel waits for an exchange to end."""

FAULTS = {
    **TROUBLES,
    "answer-lost": Trouble(True, _in_doubt("the connection broke after the post had left")),
    "reset": Trouble(False, _in_doubt("the connection broke after the post had left")),
    "html": Trouble(True, _in_doubt("its answer cannot be read")),
    "server-error": Trouble(False, _in_doubt("it answered 503")),
    "server-error-taken": Trouble(True, _in_doubt("it answered 502")),
    "slow-loris": Slow(False, _in_doubt("no whole answer in time"), lasts=LORIS),
    "slow-loris-taken": Slow(True, _in_doubt("no whole answer in time"), lasts=LORIS),
    "taken-late": Slow(False, _in_doubt("no answer"), lasts=LORIS, later=timedelta(minutes=4)),
    "limited": Trouble(False, _not_sent("it limits our rate", retry_after=60)),
    "limited-no-reset": Trouble(False, _not_sent("it limits our rate", retry_after=900)),
    "no-name": Trouble(False, _not_sent("no connection")),
    "revoked": Trouble(False, _not_sent("token revoked", permanent=True)),
    "fault": Trouble(False, lambda: ValueError("a fault of a channel")),
    "fault-taken": Trouble(True, lambda: ValueError("a fault of a channel")),
}
"""The rehearsal's own troubles among them."""


@dataclass
class Simulated(Recorder):
    """All accounts' platform. The n-th post that arrives meets the n-th of `coming` (None: no trouble), and so does the n-th
    question of `unasked`. `leapt` is by how much the desk's clock has been set since: a platform has its own. `opened` counts
    connections, `order` says by which of them each account's post came, `arrived` has every post that came, `log` what is there;
    `at_socket` is called when a connection is open, when a post is taken, and when it is answered."""

    manner: Manner = Manner.PLAIN
    coming: list[str | None] = field(default_factory=list)
    unasked: list[bool] = field(default_factory=list)
    at_socket: Callable[[str, Parcel], None] = lambda moment, parcel: None
    leapt: timedelta = timedelta()
    opened: int = 0
    order: dict[tuple[str, str], int] = field(default_factory=dict)
    _first: dict[str, int] = field(default_factory=dict)
    arrived: list[Recorded] = field(default_factory=list)
    _late: list[tuple[datetime, int, Parcel]] = field(default_factory=list)

    @property
    def repeatable(self) -> bool:  # type: ignore[override]
        return self.manner is Manner.PUT

    def publish(self, parcel: Parcel) -> Receipt:
        """A connection, a post, an answer."""
        self.opened += 1
        self._first.setdefault(parcel.key, self.opened)
        self.at_socket("open", parcel)
        try:
            receipt = super().publish(parcel)
        except NotSent:
            self._first.pop(parcel.key)
            raise
        self.at_socket("answered", parcel)
        return receipt

    def take(self, parcel: Parcel) -> None:
        """The platform has it from now on."""
        # Where the same again is a no-op, it carries the time of its first attempt and stands there.
        self._keep(parcel, self._first[parcel.key] if self.repeatable else self.opened)
        self.at_socket("taken", parcel)

    def _keep(self, parcel: Parcel, connection: int) -> None:
        """One that knows the post or its key has it once."""
        self.order.setdefault((parcel.account, parcel.post), connection)
        known = self.manner in (Manner.KEYED, Manner.PUT) and self.shows(parcel.account, parcel.post)
        super().take(parcel)
        self.arrived.append(self.log.pop() if known else self.log[-1])

    def trouble(self, parcel: Parcel) -> Trouble | None:
        """The next that comes."""
        name = self.coming.pop(0) if self.coming else None
        trouble = FAULTS[name] if name else None
        if isinstance(trouble, Slow):
            if trouble.later:
                self._late.append((self._now() + trouble.later, self.opened, parcel))
            self.clock.at += trouble.lasts
        return trouble

    def read_back(self, parcel: Parcel) -> Receipt | None:
        """What it shows, if it can be asked."""
        self.pass_time()
        if self.manner is Manner.MUTE or (self.unasked and self.unasked.pop(0)):
            raise NotSent("it cannot be asked", permanent=False)
        shown = self.shows(parcel.account, parcel.post)
        return Receipt(parcel.key, None, self.clock.now()) if shown else None

    def shows(self, account: str, post: str) -> bool:
        """Whether a look at the account shows the post."""
        self.pass_time()
        return any((one.account, one.post) == (account, post) for one in self.log)

    def pass_time(self) -> None:
        """What it takes late is there by now."""
        now, waiting = self._now(), self._late
        self._late = [late for late in waiting if late[0] > now]
        for at, connection, parcel in waiting:
            if at <= now:
                self._keep(parcel, connection)

    def _now(self) -> datetime:
        """Its own time, which no leap of the desk's clock moves."""
        return self.clock.now() - self.leapt

    def note(self, account: str, post: str, release: str, chain: str, text: str) -> None:
        """A person has posted it by hand."""
        self.opened += 1
        self.order.setdefault((account, post), self.opened)
        self.arrived.append(Recorded(self.clock.now(), account, "ja", post, release, chain, text))
        self.log.append(self.arrived[-1])

    def settle(self) -> None:
        """All trouble is over."""
        self.coming, self.unasked = [], []
