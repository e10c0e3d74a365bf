"""How late a real daemon is, how many deliveries a node makes, and how long fifty accounts take.

Lateness is from the time at which a post is due to the moment at which its platform has read it: a daemon of its own process, a
loopback X, one post at a time. Deliveries a second stand beside jobs a second of APScheduler's own SQLite store, on the same disk, in
the same run and by turns. Each waits for the disk as SQLite comes: the peer with a rollback journal and synchronous=FULL, ours with a
write-ahead log and synchronous=FULL. A job of the peer is written once, when it is removed, after it was handed to its thread: a crash
between the two runs it again, and how it ended stands nowhere. A delivery is written twice, before its socket and after it, with its
ledger entries, and its signatures and the guard are asked. So two figures: beside its jobs as they come, and beside jobs that each write
one durable row more, how they ended. Both are of posts that were cleared for a time and waited for it, as the peer's jobs do; a third is
of posts that are due the moment they are cleared.
"""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Lock
from typing import Any

from desk_scene import NOTICE, Platform, Scene, make_scene
from figures import Row, paired, shown
from platforms.x import serving
from process_kit import CONFIGURATION, ENVIRONMENT, IDS, SITES, CountingX, Place, account, notice, run

from crisis.desk.clearance import clearing
from crisis.desk.clearance.clearing import Asked
from crisis.desk.drafts import saving
from crisis.desk.notices import receive
from crisis.desk.outbox.sending import tick
from crisis.desk.signer import Signer
from crisis.model.delivery import Parcel, Receipt
from crisis.model.settings import Account
from crisis.wiring.live import WORKERS, open_desk

LATE_POSTS = 40
EVERY = timedelta(seconds=1.5)
JOBS, ROUNDS = 100, 5
WAIT = timedelta(minutes=2)
FAN, SLOWEST = 50, 2.0


def rows() -> Iterator[Row]:
    """Lateness, rate, fan-out."""
    late = sorted(lateness())
    yield Row("from due to its platform, median", 1000 * statistics.median(late), unit="ms")
    yield Row("from due to its platform, p99", 1000 * late[int(0.99 * (len(late) - 1))], 50, "ms")
    yield _rate("deliveries a second : APScheduler's SQLite jobs", WAIT, jobs, 2)
    yield _rate("the same : jobs that note how they ended", WAIT, noting_jobs, None)
    yield _rate("cleared the moment before : jobs", timedelta(), jobs, None)
    yield Row(f"{FAN} accounts : the slowest of them", fan_out() / SLOWEST, 1.2, aside=f"the slowest takes {SLOWEST} s")


def _rate(name: str, wait: timedelta, peer: Callable[[], float], limit: float | None) -> Row:
    rate = paired(lambda: deliveries(wait), peer, ROUNDS)
    aside = f"{JOBS / rate.ours:,.0f} to {JOBS / rate.peer:,.0f} a second"
    return Row(name, 1 / rate.ratio, limit, floor=True, aside=aside)


# Lateness


@dataclass
class Timed(CountingX):
    """A platform that notes when each post came."""

    came: dict[str, datetime] = field(default_factory=dict)

    def create(self, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        self.came[str(body.get("text"))] = datetime.now(UTC)
        return super().create(body)


def lateness() -> list[float]:
    """Seconds by which posts came later than they were due."""
    platform = Timed()
    with serving(platform) as server, tempfile.TemporaryDirectory() as temporary:
        place = Place(Path(temporary) / "desk")
        assert run("init", str(place.folder)).code == 0
        sites = (f'\n[[site]]\nid = "{i}"\nnames = {{ ja = "{name}" }}\n' for i, name in zip(IDS, SITES, strict=True))
        toml = "".join([CONFIGURATION, *sites, account("x-main", server.address)])
        (place.folder / "crisis.toml").write_text(toml, "utf-8")
        for person in ("drafter", "approver"):
            by = () if person == "drafter" else ("--as", "drafter")
            roles = ("--role", "drafter", "--role", "approver", "--role", "lead")
            place.json("person", "add", person, "--name", person, *roles, "--generate", *by)
        due = _planned(place)
        with place.daemon():
            for _ in shown(range(LATE_POSTS), "posts that become due", LATE_POSTS):
                time.sleep(EVERY.total_seconds())
            until = time.monotonic() + 60
            while len(platform.came) < LATE_POSTS and time.monotonic() < until:
                time.sleep(0.1)
    assert len(platform.came) == LATE_POSTS, f"{len(platform.came)} came"
    return [(platform.came[text] - at).total_seconds() for text, at in due.items()]


def _planned(place: Place) -> dict[str, datetime]:
    """Posts that become due one after the other, by text."""
    desk, planned = open_desk(place.folder, ENVIRONMENT), []
    for number in range(LATE_POSTS):
        # Each says another time of its next word, so that no two read alike.
        text = notice(SITES[number % len(SITES)])
        following = datetime.now(desk.settings.zone) + timedelta(minutes=75 + number)
        head = text[: text.index("次回：")]
        (stored,) = receive.receive(
            desk, f"{head}次回：{following:%Y年%m月%d日 %H:%M}\n".encode(), "n.txt", by="drafter"
        )
        kept, made = saving.draft(desk, stored.id)
        planned.append(next(post for post in saving.save(desk, kept, made, by="drafter")[1] if post.account))
    signer = Signer("approver", desk.signing_key("approver"))
    first, due = datetime.now(UTC) + timedelta(seconds=20 + LATE_POSTS / 5), {}
    for number, post in enumerate(planned):
        due[post.text] = first + number * EVERY
        clearing.clear(desk, [post.id], signer, Asked(not_before=due[post.text]))
    desk.close()
    assert datetime.now(UTC) < first, "this machine is too busy to plan in time"
    return due


# How many, and how wide


def deliveries(wait: timedelta) -> float:
    """Seconds for so many deliveries of one pass, over ten accounts, cleared so long before they are due."""
    with tempfile.TemporaryDirectory() as temporary:
        scene = _wide(Path(temporary), 10, lambda scene: Platform(scene.clock))
        due = scene.clock.now() + wait
        for number in range(JOBS // 10):
            _clear(scene, f"16:{30 + number}", due)
        if wait:
            assert tick(scene.desk).published == 0
        scene.clock.until(due)
        start = time.perf_counter()
        assert tick(scene.desk).published == JOBS
        taken = time.perf_counter() - start
        scene.desk.store.close()
    return taken


def noting_jobs() -> float:
    """The same where each job writes durably how it ended: in a file of its own, so that the two writers keep nobody waiting."""
    with tempfile.TemporaryDirectory() as temporary:
        NOTES[:] = [sqlite3.connect(f"{temporary}/notes.db", check_same_thread=False)]
        NOTES[0].execute("CREATE TABLE note (job INTEGER PRIMARY KEY, ended TEXT NOT NULL)")
        taken = jobs(noting)
        assert NOTES[0].execute("SELECT count(*) FROM note").fetchone() == (JOBS,)
        NOTES[0].close()
    return taken


def jobs(job: Callable[[int], None] | None = None) -> float:
    """Seconds for as many jobs of APScheduler, which do nothing, from its own SQLite store."""
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
    from apscheduler.schedulers.background import BackgroundScheduler

    with tempfile.TemporaryDirectory() as temporary:
        store = SQLAlchemyJobStore(f"sqlite:///{temporary}/jobs.db")
        defaults = {"misfire_grace_time": None, "max_instances": JOBS}
        scheduler = BackgroundScheduler(jobstores={"default": store}, job_defaults=defaults, timezone="UTC")
        scheduler.start(paused=True)
        DONE.clear()
        LEFT[:] = range(JOBS)
        for number in range(JOBS):
            scheduler.add_job(job or plain, "date", run_date=datetime.now(UTC), args=[number])
        start = time.perf_counter()
        scheduler.resume()
        assert DONE.wait(120)
        taken = time.perf_counter() - start
        scheduler.shutdown()
    return taken


DONE, LEFT, ONE = Event(), list[int](), Lock()
NOTES: list[sqlite3.Connection] = []


def noting(number: int) -> None:
    """Write that it ended, and count it."""
    with ONE, NOTES[0]:
        NOTES[0].execute("INSERT INTO note VALUES (?, ?)", (number, datetime.now(UTC).isoformat()))
    plain(number)


def plain(number: int) -> None:
    """Count it."""
    with ONE:
        LEFT.remove(number)
        if not LEFT:
            DONE.set()


@dataclass
class Slow(Platform):
    """Accounts of which the last is the slowest, and none is quick."""

    def publish(self, parcel: Parcel) -> Receipt:
        number = int(parcel.account.removeprefix("account-"))
        time.sleep(SLOWEST * (0.5 + 0.5 * (number + 1) / FAN))
        return super().publish(parcel)


def fan_out() -> float:
    """Seconds until one release is out on fifty accounts."""
    with tempfile.TemporaryDirectory() as temporary:
        scene = _wide(Path(temporary), FAN, lambda scene: Slow(scene.clock))
        _clear(scene, "16:30")
        start = time.perf_counter()
        assert tick(scene.desk).published == FAN
        taken = time.perf_counter() - start
        scene.desk.store.close()
    return taken


def _wide(folder: Path, count: int, platform: Callable[[Scene], Platform]) -> Scene:
    """A desk with so many accounts, as many served at once as a real one serves."""
    accounts = [
        Account(f"account-{n}", "x", handle=f"@a{n}", languages=("ja",), credentials="env:X") for n in range(count)
    ]
    scene = make_scene(folder).with_accounts(*accounts)
    made = platform(scene)
    return replace(scene, desk=replace(scene.desk, workers=WORKERS, channel=lambda _: made, alive=lambda _: True))


def _clear(scene: Scene, following: str, due: datetime | None = None) -> None:
    (stored,) = receive.receive(scene.desk, NOTICE.format(next=following).encode(), "notice.txt", by="drafter")
    kept, made = saving.draft(scene.desk, stored.id)
    posts = [post for post in saving.save(scene.desk, kept, made, by="drafter")[1] if post.account]
    clearing.clear(scene.desk, [post.id for post in posts], scene.signer(), Asked(not_before=due))
