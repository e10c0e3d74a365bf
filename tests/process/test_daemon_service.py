"""A daemon as a service: its health, its supervisor, its dead-man's switch, and settings that change under it."""

from __future__ import annotations

import json
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from absence import absent
from platforms.x import SECRETS
from process_kit import CountingX, Loaded, Place, run, wait_for

from crisis.daemon.deadman import AGAIN, EVERY, Deadman
from crisis.daemon.passing import is_full
from crisis.daemon.unit import unit
from crisis.desk.duty.staff import STAFF
from crisis.desk.notices.polling import SOURCE
from crisis.errors import CrisisError
from crisis.model.ports import NotTold
from crisis.sentence import Sentence

TOKEN = "canary-ping-token"


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def health(port: int, host: str = "127.0.0.1") -> tuple[int, dict[str, Any]]:
    try:
        with urlopen(Request(f"http://127.0.0.1:{port}/health", headers={"Host": host}), timeout=5) as answer:
            return answer.status, json.load(answer)
    except HTTPError as refusal:
        with refusal:
            return refusal.code, json.load(refusal)
    except OSError:
        return 0, {}


@dataclass
class Watcher:
    """A dead-man's switch of somebody else: the paths that it was asked for."""

    asked: list[str] = field(default_factory=list)
    status: int = 200


@contextmanager
def watching(watcher: Watcher) -> Iterator[str]:
    """It, behind a real socket; its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            watcher.asked.append(self.path)
            self.send_response(watcher.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/{TOKEN}"
        server.shutdown()
        thread.join()


def configure(place: Place, old: str, new: str) -> None:
    path = place.folder / "crisis.toml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_service_tells_its_supervisor_a_monitor_and_a_watcher_how_it_is(place: Place, tmp_path: Path) -> None:
    port, watcher = free_port(), Watcher()
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as supervisor, watching(watcher) as address:
        supervisor.bind(str(tmp_path / "notify"))
        supervisor.settimeout(20)
        configure(place, "[desk]", f'[daemon]\nhealth = "127.0.0.1:{port}"\nping = "env:CRISIS_PING"\n\n[desk]')
        with place.daemon({"NOTIFY_SOCKET": str(tmp_path / "notify"), "CRISIS_PING": address}) as daemon:
            assert supervisor.recv(1000).startswith((b"READY=1\n", b"WATCHDOG=1"))
            wait_for(lambda: supervisor.recv(1000) == b"WATCHDOG=1")
            wait_for(lambda: health(port)[1].get("pings") == 1)
            status, told = health(port)
            assert (status, told["ok"], told["alarm"], told["mode"]) == (200, True, "well", "actual")
            assert watcher.asked == [f"/{TOKEN}"]
            assert health(port, host="evil.example")[0] == 403
            place.json("hold", "--account", "x-main")
            assert health(port)[1]["stopped"] == ["x-main"]
            daemon.process.send_signal(signal.SIGHUP)
            wait_for(lambda: supervisor.recv(1000).startswith(b"RELOADING=1\nMONOTONIC_USEC="))
            wait_for(lambda: supervisor.recv(1000).startswith(b"READY=1"))
            daemon.end()
            wait_for(lambda: supervisor.recv(1000) == b"STOPPING=1")
            assert TOKEN not in daemon.said
            assert TOKEN not in json.dumps(told)


def test_a_mistake_in_new_settings_changes_nothing_and_a_new_account_is_not_posted_to(
    loaded: Loaded, x: CountingX, tmp_path: Path
) -> None:
    place, port = loaded.copy(tmp_path / "desk"), free_port()
    configure(place, "[desk]", f'[daemon]\nhealth = "127.0.0.1:{port}"\n\n[desk]')
    x.hold = "before"
    with place.daemon() as daemon:
        assert x.held.wait(20)
        configure(place, 'handle = "@x-main"', 'handel = "@x-main"')
        daemon.process.send_signal(signal.SIGHUP)
        wait_for(lambda: "settings of before stay: crisis.toml, [[account]] x-main" in daemon.said)
        assert "did you mean" in health(port)[1]["settings"]["mistake"]
        configure(place, 'handel = "@x-main"', 'handle = "@somebody-else"')
        daemon.process.send_signal(signal.SIGHUP)
        wait_for(lambda: "settings were read anew" in daemon.said)
        assert health(port)[1]["settings"]["mistake"] is None
        x.go.set()
        wait_for(lambda: place.states("x-main") == {"published": 1, "held": 2})
        assert {d.reason for d in place.deliveries() if d.state == "held"} == {"retargeted"}
        daemon.end()
    assert len(x.arrived) == 1
    assert not [secret for secret in SECRETS.values() if secret in daemon.said]


def test_the_kit_is_kept_up_to_date_by_the_daemon(place: Place) -> None:
    sheet = place.folder / "kit" / "sheet.ja.html"
    configure(place, "[desk]", '[kit]\nfolder = "kit"\nphones = { drafter = "090-0000-0010" }\n\n[desk]')
    with place.daemon() as daemon:
        wait_for(lambda: sheet.is_file() and "090-0000-0010" in sheet.read_text("utf-8"))
        configure(place, "090-0000-0010", "090-0000-0011")
        daemon.process.send_signal(signal.SIGHUP)
        wait_for(lambda: "090-0000-0011" in sheet.read_text("utf-8"))
        daemon.end()


def test_health_at_a_taken_address_is_said_at_once(place: Place) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        configure(place, "[desk]", f'[daemon]\nhealth = "127.0.0.1:{port}"\n\n[desk]')
        ran = run("daemon", "--desk", str(place.folder))
    assert ran.code == 2
    assert "Health cannot be served" in ran.err


def test_a_watcher_is_pinged_only_after_a_full_pass_and_again_soon_where_it_did_not_hear() -> None:
    pinged: list[int] = []

    def deaf_once() -> None:
        pinged.append(1)
        if len(pinged) == 1:
            raise NotTold(Sentence("no"))

    deadman = Deadman(deaf_once)
    for _ in range(EVERY + 1):
        deadman.look()
    assert not pinged
    deadman.passed()
    deadman.look()
    wait_for(lambda: bool(deadman.troubles()))
    deadman.passed()
    for _ in range(AGAIN):
        deadman.look()
    wait_for(lambda: deadman.arrived == 1)
    assert not deadman.troubles()
    for _ in range(EVERY * 2):
        deadman.look()
    assert len(pinged) == 2, "no full pass has ended since"


@pytest.mark.parametrize(
    ("code", "full"), [(SOURCE, True), (STAFF, False), ("disk-full", False), ("database-busy", False)]
)
def test_a_pass_is_full_where_only_others_sources_fail(code: str, *, full: bool) -> None:
    assert is_full([CrisisError(code, "x")]) is full


@pytest.mark.parametrize("folder", ["/srv/crisis/desk", "/home/our desk/100%"])
def test_systemd_takes_the_unit(folder: str, tmp_path: Path) -> None:
    text = unit(Path(folder), (shutil.which("true") or "/bin/true",), "root", "ja")
    assert ("ProtectHome=read-only" in text) is folder.startswith("/home")
    analyse = shutil.which("systemd-analyze")
    if analyse is None:
        absent("systemd-analyze is not here")
    (tmp_path / "crisis.service").write_text(text, "utf-8")
    told = subprocess.run(
        [str(analyse), "verify", str(tmp_path / "crisis.service")], capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stderr) == (0, "")
