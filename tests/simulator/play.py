"""Plays a schedule: broadcasters pass after pass on one real store, while everything goes wrong around them; then all trouble is
over, people settle what nobody knows, and nothing may be left in the dark."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from sqlite3 import OperationalError as Complaint

from sqlalchemy import Connection, event
from sqlalchemy.exc import OperationalError

from crisis.desk.desk import Desk
from crisis.desk.drafts.linked import LinkBook
from crisis.desk.duty.lookout import Lookout
from crisis.desk.ids import Ids
from crisis.desk.notices.looks import Looks
from crisis.desk.outbox import hand, queue, resuming, undoing
from crisis.desk.outbox.lanes import Lanes
from crisis.desk.outbox.sending import tick
from crisis.desk.signer import Signer
from crisis.dispatch import timing
from crisis.dispatch.differences import SETTLES
from crisis.errors import CrisisError
from crisis.model.delivery import Delivery, Parcel, State
from crisis.rehearsal.world import SeededEntropy, VirtualClock
from crisis.store.engine import WRITE
from crisis.store.store import Store
from simulator import rules
from simulator.platforms import Simulated
from simulator.rules import Broken
from simulator.schedule import Schedule, Strike
from simulator.stories import DATABASE, Story, shelf, story

ROUNDS, LAST_ROUNDS = 8, 8
"""Passes in trouble, and passes at most until all is quiet."""

QUIET = timedelta(minutes=20)
"""All is quiet when nothing is due for so long."""


class Killed(BaseException):
    """The process has ended here; nothing of it runs any more."""


@dataclass(eq=False)
class Connected:
    """A process's way to the database. What it has learned of SQL survives the process: only that makes ten thousand plays quick."""

    store: Store
    play: Play | None = None

    def begins(self, connection: Connection) -> None:
        """A transaction is about to begin."""
        if self.play is not None:
            self.play.reach("begin" if connection.get_execution_options().get(WRITE) else "read")

    def commits(self, connection: Connection) -> None:
        """What was written is about to be committed. The end of a reading is none: what follows it is at once."""
        if self.play is not None and connection.get_execution_options().get(WRITE):
            self.play.reach("commit")

    def comes_back(self, _connection: object, _record: object) -> None:
        """A transaction is over, whichever way: the next step has not begun."""
        if self.play is not None:
            self.play.reach("after")


@cache
def ground() -> tempfile.TemporaryDirectory[str]:
    """Where this process plays, one schedule after the other."""
    return tempfile.TemporaryDirectory(prefix="crisis-played-", dir=shelf())


@cache
def connected(slot: int) -> Connected:
    """One of the ways to the database on which this process plays: 0 is people's, the others are broadcasters'."""
    made = Connected(Store(f"sqlite:///{DATABASE}", Path(ground().name)))
    made.store.engine.dispose()
    # Everything here happens in one thread: who finds the database locked would wait for itself.
    event.listen(made.store.engine, "connect", lambda to, _: to.execute("PRAGMA busy_timeout=0").close())
    event.listen(made.store.engine, "begin", made.begins, insert=True)
    event.listen(made.store.engine, "commit", made.commits)
    event.listen(made.store.engine, "checkin", made.comes_back)
    return made


@dataclass(eq=False)
class Broadcaster:
    """One process: a desk that remembers nothing, and its way to the database."""

    desk: Desk
    slot: int

    @property
    def name(self) -> str:
        return self.desk.sender


@dataclass
class Play:
    """A schedule while it is played. `struck` says what happened, in order, for people; `points` counts those that broadcasters came
    to; `failing` what their next transactions meet, by where. `told` is the ledger's word of deliveries at the end: kind, key and time."""

    schedule: Schedule
    story: Story
    clock: VirtualClock
    platform: Simulated
    people: Desk = field(init=False)
    living: list[Broadcaster] = field(default_factory=list)
    stops: list[rules.Stopped] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    points: int = 0
    names: int = 0
    armed: bool = True
    put_off: Strike | None = None
    at_work: Broadcaster | None = None
    failing: dict[str, tuple[int, str]] = field(default_factory=dict)
    deliveries_at_the_end: list[Delivery] = field(default_factory=list)
    told: list[tuple[str, str, datetime]] = field(default_factory=list)

    def say(self, what: str) -> None:
        """Note it for whoever replays the seed."""
        self.struck.append(f"{self.clock.now():%H:%M:%S} point {self.points}: {what}")

    # Processes

    def open(self, name: str, slot: int) -> Desk:
        """A desk on the story's database, with no state of its own, as after a start."""
        entropy = SeededEntropy(f"{self.schedule.seed} {name}")
        return replace(
            self.story.desk,
            store=connected(slot).store,
            clock=self.clock,
            entropy=entropy,
            ids=Ids(self.clock, entropy),
            channel=lambda account: self.platform if account.credentials else None,
            sender=name,
            alive=lambda sender: any(each.name == sender for each in self.living),
            shown={},
            lanes=Lanes(),
            looks=Looks(),
            links=LinkBook(),
            lookout=Lookout(),
        )

    def start(self) -> None:
        """A broadcaster comes up."""
        self.names += 1
        slot = min({1, 2} - {each.slot for each in self.living})
        connected(slot).play = self
        self.living.append(Broadcaster(self.open(f"broadcaster-{self.names}", slot), slot))

    def end(self, one: Broadcaster) -> None:
        """It has died: its connections are gone, and with them what it had not committed."""
        self.living.remove(one)
        connected(one.slot).play = None
        one.desk.store.close()

    def work(self, one: Broadcaster) -> None:
        """One pass of one of them, whatever becomes of it."""
        before, self.at_work = self.at_work, one
        try:
            tick(one.desk)
        except Killed:
            self.end(one)
            self.start()
        except CrisisError as error:
            self.say(f"{one.name} says: {error.code}")
        except ValueError as error:
            self.say(f"{one.name} fails: {type(error).__name__}")
        finally:
            self.at_work = before

    # Points

    def reach(self, where: str) -> None:
        """A broadcaster has come to a point of its pass."""
        if not self.armed:
            return
        self.points += 1
        strike = self.put_off or self.schedule.strikes.get(self.points)
        # Nobody can be killed while the pool takes a connection back: it would be lost to the next who plays.
        self.put_off = strike if strike is Strike.KILLED and where == "after" else None
        if strike is not None and self.put_off is None:
            self.strike(strike, where)
        left, why = self.failing.get(where, (0, ""))
        if left:
            self.failing[where] = (left - 1, why)
            self.say(f"{why} at its {where}")
            raise OperationalError(None, None, Complaint(why))

    def at_socket(self, moment: str, parcel: Parcel) -> None:
        """A connection is open, has carried a post, or has brought its answer."""
        if moment == "open":
            rules.may_open(
                [stop for stop in self.stops if stop.point < self.points],
                self._delivery(parcel.key),
                self.clock.now(),
                repeatable=self.platform.repeatable,
            )
        self.reach(moment)

    def _delivery(self, key: str) -> Delivery:
        with self.disarmed(), self.people.store.reading() as unit:
            return unit.need(Delivery, key)

    @contextmanager
    def disarmed(self) -> Iterator[None]:
        """While people look, nothing strikes."""
        before, self.armed = self.armed, False
        try:
            yield
        finally:
            self.armed = before

    # Strikes

    def strike(self, strike: Strike, where: str) -> None:
        """It happens now."""
        self.say(f"{strike.value} (at {where})")
        with self.disarmed():
            STRIKES[strike](self)

    def killed(self) -> None:
        raise Killed

    def fail(self, where: str, why: str) -> None:
        self.failing[where] = (self.schedule.dice.choice((1, 2, 5)), why)

    def others_work(self) -> None:
        """The one at work is stopped where it is; another does passes meanwhile."""
        if len(self.living) == 1:
            self.start()
        other = next(each for each in self.living if each is not self.at_work)
        for _ in range(self.schedule.dice.choice((1, 2, 3))):
            self.work(other)
            self.turn(self.schedule.dice.choice((1, 20, 90)))

    def turn(self, seconds: float) -> None:
        """Let time go by."""
        self.clock.at += timedelta(seconds=seconds)
        self.platform.pass_time()

    def leap(self, seconds: float) -> None:
        """The desk's clock is set, and no time has gone by."""
        self.clock.at += timedelta(seconds=seconds)
        self.platform.leapt += timedelta(seconds=seconds)

    def person(self, act: Callable[[], None]) -> None:
        """What a person does at another screen, unless the desk refuses it now."""
        try:
            act()
        except CrisisError as error:
            self.say(f"a person is told: {error.code}")

    def stop(self, account: str | None) -> None:
        held = queue.hold(self.people, account, by=None)
        self.stops.append(rules.Stopped(held.stop, self.points))

    def resume(self) -> None:
        signer = Signer("approver", self.people.signing_key("approver"))
        resuming.resume(self.people, None, resuming.resumable(self.people, None), signer)
        self.stops.clear()

    def take_by_hand(self) -> None:
        """A person takes the first post that there is, posts it, and says so."""
        first = min(self.deliveries(), key=lambda d: (d.due, d.key))
        task = hand.take(self.people, first.post)
        rules.by_hand(self.platform, task)
        hand.done(self.people, first.post, "https://x.example/1", by="drafter")

    def withdraw(self) -> None:
        last = max(self.deliveries(), key=lambda d: (d.due, d.key))
        undoing.withdraw(self.people, [last.post], by="drafter", reason="over")

    # What is there

    def deliveries(self) -> list[Delivery]:
        """The outbox as people see it."""
        with self.disarmed(), self.people.store.reading() as unit:
            return unit.find(Delivery)


STRIKES: dict[Strike, Callable[[Play], None]] = {
    Strike.KILLED: Play.killed,
    Strike.LOCKED: lambda play: play.fail("begin", "database is locked"),
    Strike.FULL: lambda play: play.fail("commit", "database or disk is full"),
    Strike.PAUSED: Play.others_work,
    Strike.SLEPT: lambda play: play.turn(1800),
    Strike.BACK: lambda play: play.leap(-play.schedule.dice.choice((2, 60, 3600))),
    Strike.AHEAD: lambda play: play.leap(play.schedule.dice.choice((60, 900, 3600))),
    Strike.STOP: lambda play: play.person(lambda: play.stop(None)),
    Strike.STOP_ONE: lambda play: play.person(lambda: play.stop("main")),
    Strike.RESUME: lambda play: play.person(play.resume),
    Strike.HAND: lambda play: play.person(play.take_by_hand),
    Strike.WITHDRAW: lambda play: play.person(play.withdraw),
}


def played(schedule: Schedule) -> Play:
    """Play it to its end. Raises `Broken` where something is not as it must be."""
    told, clock = story(schedule.story), VirtualClock(story(schedule.story).starts)
    coming, unasked = list(schedule.coming), list(schedule.unasked)
    platform = Simulated(clock, manner=schedule.manner, coming=coming, unasked=unasked)
    play = Play(schedule, told, clock, platform)
    platform.at_socket = play.at_socket
    play.people = play.open("people", 0)
    shutil.copy(told.folder / DATABASE, ground().name)
    try:
        _through(play)
    except Broken as broken:
        raise Broken(f"{broken}\n{schedule.told}\n" + "\n".join(play.struck)) from None
    finally:
        for one in [*play.living]:
            play.end(one)
        play.people.store.close()
        for left in Path(ground().name).iterdir():
            left.unlink()
    return play


def _through(play: Play) -> None:
    for _ in range(play.schedule.broadcasters):
        play.start()
    for _ in range(ROUNDS):
        play.work(play.schedule.dice.choice(play.living))
        deliveries = play.deliveries()
        rules.always(play.story, play.platform, deliveries)
        moment = timing.next_time(deliveries, play.clock.now())
        gone = (moment - play.clock.now()).total_seconds() if moment else 60.0
        play.turn(min(max(gone, 2.0), 600.0))
    _come_to_rest(play)


def _come_to_rest(play: Play) -> None:
    """All trouble is over. The broadcasters go on by themselves as far as they can; then people settle and resume; then the
    windows end."""
    play.armed, play.failing = False, {}
    play.platform.settle()
    _passes(play)
    rules.no_one_starves(play.deliveries(), play.stops, play.clock.now())
    play.person(play.resume)
    unsure = [delivery for delivery in play.deliveries() if delivery.state is State.UNKNOWN]
    if unsure:
        play.turn(SETTLES.total_seconds())
    for delivery in unsure:
        _settled(play, delivery)
    _passes(play)
    play.turn(4 * 3600)
    _passes(play)
    play.deliveries_at_the_end = play.deliveries()
    rules.at_the_end(play.story, play.platform, play.deliveries_at_the_end, play.people)
    with play.people.store.reading() as unit:
        entries = [entry for entry in unit.ledger_entries() if entry.kind.startswith("delivery-")]
    play.told = [(entry.kind, str(entry.told()["delivery"]), entry.at) for entry in entries]


def _passes(play: Play) -> None:
    for _ in range(LAST_ROUNDS):
        for one in play.living:
            play.work(one)
        deliveries = play.deliveries()
        rules.always(play.story, play.platform, deliveries)
        moment = timing.next_time(deliveries, play.clock.now())
        if moment is None or moment - play.clock.now() > QUIET:
            return
        play.turn(max(2.0, (moment - play.clock.now()).total_seconds()))


def _settled(play: Play, delivery: Delivery) -> None:
    """A person looks at the account, when a platform that takes a post late has had its time, and says what is there."""
    there = play.platform.shows(delivery.account, delivery.post)
    url, reason = ("https://x.example/1", None) if there else (None, "looked: it is not there")
    play.person(lambda: _settle(play, delivery.post, url, reason))


def _settle(play: Play, post: str, url: str | None, reason: str | None) -> None:
    hand.settle(play.people, post, published=url, reason=reason, by="drafter")
