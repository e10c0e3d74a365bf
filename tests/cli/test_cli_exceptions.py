"""Cleared by telephone and with the glass broken: played by commands and passes of the daemon, to a real webhook that the staff's
alerts reach, and on to the day after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from cli_kit import Office, crisis

from crisis.wiring.system import SystemClock


@contextmanager
def webhook() -> Iterator[tuple[str, list[str]]]:
    """Where people of the staff are told: its address, as apprise has it, and what it has been told."""
    told: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

        def do_POST(self) -> None:
            told.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield f"json://127.0.0.1:{server.server_port}/", told
        server.shutdown()
        thread.join()


def tells(office: Office, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The staff's alerts go there."""
    monkeypatch.setenv("CRISIS_CHAT", address)
    with (office.folder / "crisis.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[[staff_alert]]\nid = "chat"\nurl = "env:CRISIS_CHAT"\n')


def test_a_telephone_and_a_broken_glass_from_the_call_to_the_countersignature(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with webhook() as (address, told):
        tells(office, address, monkeypatch)
        office.run("incident", "open", "earthquake", "--severity", "severe", "--as", "drafter").exits(0)
        card = office.run("card", "new", "--as", "approver").exits(0).out
        code = re.findall(r"^ *1  ([0-9 ]+?)  _", card, re.MULTILINE)[0]
        posts = {(p["account"], p["language"]): p["post"] for p in office.drafted()["posts"]}
        by_phone, alone = posts["page", "ja"], posts["feed", "ja"]
        office.run("clear", by_phone, "--by-phone", "approver", "--as", "drafter", stdin=f"{code}\n").exits(0)
        office.run("clear", alone, "--by-phone", "approver", "--as", "drafter", stdin=f"{code}\n").exits(3)
        office.run("clear", alone, "--break-glass", "--reason", "nobody answers", "--as", "drafter", "--yes").exits(0)
        assert office.json("daemon", "--once")["published"] == 2
        (first,) = told
        assert "alone" in first
        assert "nobody answers" not in first

        tomorrow = SystemClock().now() + timedelta(hours=25)
        monkeypatch.setattr(SystemClock, "now", lambda _: tomorrow)
        office.run("daemon", "--once").exits(0)
        office.run("daemon", "--once").exits(0)
        assert sum(each.count("Nobody has countersigned") for each in told[1:]) == 2

    owed = {each["how"]: each["release"] for each in office.json("countersign")["owed"] if each["overdue"]}
    office.run("countersign", owed["break-glass"], "--as", "drafter", "--yes").exits(3)
    office.run("countersign", owed["phone"], "--as", "approver", "--yes").exits(0)
    letter, lines = tmp_path / "letter.txt", tmp_path / "lines.txt"
    office.run("countersign", owed["break-glass"], "--export", letter).exits(0)
    key = office.folder / "keys" / "approver"
    elsewhere = ("countersign", "--sign", letter, "--as", "approver", "--key", key, "--out", lines, "--yes")
    assert "北浜電機" in crisis(*elsewhere).exits(0).out
    office.run("countersign", "--import", lines).exits(0)
    assert office.json("countersign")["owed"] == []
    assert office.json("ledger", "verify")["ok"]
