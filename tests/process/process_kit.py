"""A desk that commands have made, a platform that counts what arrives, and daemons as processes of their own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Lock
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from platforms.x import SECRETS, LoopbackX

from crisis.channels.feed import entries
from crisis.daemon import full_pass
from crisis.desk.desk import Desk
from crisis.desk.record import book
from crisis.model.delivery import Delivery
from crisis.model.records import LedgerEntry
from crisis.wiring.live import open_desk

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("CRISIS_")},
    **{f"CRISIS_TEST_{name}": value for name, value in SECRETS.items()},
    "LC_ALL": "C.UTF-8",
}
TOKYO = ZoneInfo("Asia/Tokyo")
SITES = ("仙台事業所", "郡山工場", "札幌営業所", "大阪支社", "東京本社")
IDS = ("sendai", "koriyama", "sapporo", "osaka", "tokyo")
HOPELESS = 60.0
"""Seconds after which a test gives up; a good run never comes near."""

CONFIGURATION = """
[desk]
name = "A desk"
organisation = { ja = "北浜電機", en = "Kitahama Denki" }
timezone = "Asia/Tokyo"
languages = ["ja", "en"]
"""
OUTLETS = """
[[account]]
id = "page"
platform = "page"

[[account]]
id = "feed"
platform = "feed"
"""


def account(id_: str, address: str, language: str = "ja") -> str:
    """An account on the loopback platform."""
    return f"""
[[account]]
id = "{id_}"
platform = "x"
handle = "@{id_}"
languages = ["{language}"]
api_base = "{address}"
credentials = "env:CRISIS_TEST"
"""


def configuration(*accounts: str) -> str:
    """A crisis.toml with five sites."""
    sites = (f'\n[[site]]\nid = "{i}"\nnames = {{ ja = "{name}" }}\n' for i, name in zip(IDS, SITES, strict=True))
    return "".join([CONFIGURATION, *sites, OUTLETS, *accounts])


def notice(site: str) -> str:
    """A notice that a site is closed, fresh as of three minutes ago."""
    now = datetime.now(TOKYO)
    as_of, following = now - timedelta(minutes=3), now + timedelta(minutes=70)
    lines = {
        "拠点": site,
        "状況": "閉鎖",
        "理由": "地震のため",
        "時点": f"{as_of:%Y年%m月%d日 %H:%M}",
        "次回": f"{following:%Y年%m月%d日 %H:%M}",
    }
    return "件名：拠点の状況について\n" + "".join(f"{name}：{value}\n" for name, value in lines.items())


@dataclass
class CountingX(LoopbackX):
    """A platform that notes every post that arrives, whether it takes it or not, and can hold the next one before it takes it
    or after: `held` is set when it has the connection in its hands, and it goes on when `go` is set. One that it is to drop
    it never takes."""

    arrived: list[str] = field(default_factory=list)
    hold: str | None = None
    held: Event = field(default_factory=Event)
    go: Event = field(default_factory=Event)
    _one: Lock = field(default_factory=Lock)

    def create(self, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        with self._one:
            self.arrived.append(str(body.get("text")))
            hold, self.hold = self.hold, None
        if hold in {"before", "drop"}:
            self._wait()
        if hold == "drop":
            raise ConnectionAbortedError
        with self._one:
            answer = super().create(body)
        if hold == "after":
            self._wait()
        return answer

    def _wait(self) -> None:
        self.held.set()
        self.go.wait(HOPELESS)

    def clear(self) -> None:
        """Forget everything: another desk comes."""
        self.go.set()
        self.arrived, self.accepted, self.requests = [], [], []
        self.fault = self.only = self.hold = None
        self.held, self.go = Event(), Event()


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


def run(*arguments: str, stdin: str = "") -> Ran:
    """Run a command as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "crisis", *arguments],
        input=stdin.encode(),
        capture_output=True,
        env=ENVIRONMENT,
        timeout=2 * HOPELESS,
        check=False,
    )
    ran = Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ran.out + ran.err, ran.err
    return ran


@dataclass(frozen=True)
class Place:
    """A desk's folder; every step is a process."""

    folder: Path

    def run(self, *arguments: str, stdin: str = "") -> Ran:
        """Run a command at this desk."""
        return run(*arguments, "--desk", str(self.folder), stdin=stdin)

    def json(self, *arguments: str, stdin: str = "", codes: Sequence[int] = (0,)) -> Any:
        """Run a command with `--json`; its document."""
        ran = self.run(*arguments, "--json", stdin=stdin)
        assert ran.code in codes, f"{arguments}: exit {ran.code}: {ran.out}{ran.err}"
        return json.loads(ran.out)

    def cleared(self, *sites: str, at: str | None = None) -> list[dict[str, Any]]:
        """Posts of one notice a site, cleared."""
        files = []
        for number, site in enumerate(sites):
            files.append(self.folder.parent / f"{self.folder.name}-{number}.txt")
            files[-1].write_text(notice(site), "utf-8")
        document = self.json("draft", *map(str, files), "--save", "--as", "drafter")
        posts = [post for each in document["notices"] for post in each["posts"] if post["account"]]
        when = ("--at", at) if at else ()
        self.json("clear", *(post["post"] for post in posts), "--as", "approver", "--yes", *when)
        return posts

    def verifies(self) -> bool:
        """Whether the ledger holds, read in this process: quicker than a command."""
        with self._open() as desk:
            return book.verify_ledger(desk).ok

    def queue(self) -> list[dict[str, Any]]:
        """The rows that `crisis queue` shows."""
        rows: list[dict[str, Any]] = self.json("queue")["deliveries"]
        return rows

    def deliveries(self) -> list[Delivery]:
        """The rows of the outbox, read in this process."""
        with self._open() as desk, desk.store.reading() as unit:
            return unit.find(Delivery)

    def told(self) -> list[tuple[str, str, datetime]]:
        """What the ledger tells of deliveries: kind, key and time of each entry."""
        with self._open() as desk, desk.store.reading() as unit:
            entries = unit.find(LedgerEntry)
        return [(e.kind, e.told()["delivery"], e.at) for e in entries if e.kind.startswith("delivery-")]

    def states(self, account: str | None = None) -> Counter[str]:
        """How many deliveries stand how."""
        return Counter(d.state.value for d in self.deliveries() if account in {None, d.account})

    @contextmanager
    def _open(self, environ: Mapping[str, str] = MappingProxyType({})) -> Iterator[Desk]:
        desk = open_desk(self.folder, environ)
        try:
            yield desk
        finally:
            desk.close()

    def once(self) -> None:
        """One pass of a broadcaster that lives: this process, which is quicker than another."""
        with self._open(ENVIRONMENT) as desk:
            full_pass(desk)

    @contextmanager
    def daemon(self, environ: Mapping[str, str] = MappingProxyType({})) -> Iterator[Daemon]:
        """A daemon that runs; killed at the end if nobody did."""
        log = self.folder.parent / f"{self.folder.name}-{time.monotonic_ns()}.log"
        with log.open("wb") as handle:
            process = subprocess.Popen(
                [sys.executable, "-m", "crisis", "daemon", "--desk", str(self.folder)],
                stdout=handle,
                stderr=subprocess.STDOUT,
                env={**ENVIRONMENT, **environ},
            )
        try:
            daemon = Daemon(process, log)
            wait_for(lambda: "The daemon sends" in daemon.said or process.poll() is not None)
            yield daemon
        finally:
            process.kill()
            process.wait()


@dataclass(frozen=True)
class Loaded:
    """A desk that waits for its broadcaster, and what was cleared at it."""

    folder: Path
    posts: list[dict[str, Any]]

    def copy(self, folder: Path) -> Place:
        """A desk of one's own to work at."""
        return Place(Path(shutil.copytree(self.folder, folder)))


def make_bare(folder: Path, address: str) -> Path:
    """A desk with two people and an account on the platform at that address."""
    place = Place(folder)
    assert run("init", str(folder)).code == 0
    (folder / "crisis.toml").write_text(configuration(account("x-main", address)), "utf-8")
    for person in ("drafter", "approver"):
        roles = ("--role", "drafter", "--role", "approver", "--role", "lead")
        by = () if person == "drafter" else ("--as", "drafter")
        place.json("person", "add", person, "--name", person, *roles, "--generate", *by)
    return folder


def make_loaded(bare: Path, folder: Path) -> Loaded:
    """A copy of it with three sites' posts, cleared and due."""
    place = Place(Path(shutil.copytree(bare, folder)))
    return Loaded(folder, place.cleared(*SITES[:3]))


@dataclass(frozen=True)
class Daemon:
    """A daemon's process and what it says."""

    process: subprocess.Popen[bytes]
    log: Path

    def kill(self) -> None:
        """SIGKILL, now."""
        self.process.kill()
        self.process.wait()

    def end(self, number: int = signal.SIGTERM) -> float:
        """Ask it to end; the seconds that it took. Its exit code is 0."""
        began = time.monotonic()
        self.process.send_signal(number)
        assert self.process.wait(HOPELESS) == 0, self.said
        return time.monotonic() - began

    @property
    def said(self) -> str:
        """Everything that it printed."""
        text = self.log.read_text("utf-8")
        assert "Traceback" not in text, text
        return text


def wait_for(what: Callable[[], bool], seconds: float = HOPELESS) -> None:
    """Wait until it is so."""
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until, "it does not come"
        time.sleep(0.02)


def shown(folder: Path) -> list[str]:
    """The texts that the page shows: the exact bytes of each post."""
    return sorted(path.read_text("utf-8") for path in (folder / "public" / "posts").glob("*.txt"))


def fed(folder: Path) -> list[str]:
    """The texts in the feed."""
    return sorted(text for _, text in entries((folder / "public" / "feed.atom").read_bytes()))


def texts(posts: Sequence[dict[str, Any]], account: str) -> list[str]:
    """What was cleared for an account."""
    return sorted(post["text"] for post in posts if post["account"] == account)
