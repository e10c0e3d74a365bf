"""Sources through the wiring that a desk really runs with: its folder, its crisis.toml, its credentials, its daemon's pass."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from places.feed import atom, entry
from places.folder import write
from places.imap import imap
from places.stage import CANARY
from places.web import answer, tagged, web

from crisis.daemon import full_pass
from crisis.desk.desk import Desk
from crisis.desk.duty.status import status
from crisis.store import notices
from crisis.wiring.live import make_desk, open_desk

NOTICE = "拠点：仙台事業所\n状況：閉鎖\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = make_desk(tmp_path / "desk", sample=True, environ={})
    made.close()
    return tmp_path / "desk"


def add(folder: Path, **keys: object) -> None:
    """One [[source]] more."""
    stated = "".join(
        f"{key} = {str(v).lower() if isinstance(v, bool | int) else repr(str(v))}\n" for key, v in keys.items()
    )
    with (folder / "crisis.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[[source]]\n{stated}")


def one_pass(folder: Path, **environ: str) -> Desk:
    desk = open_desk(folder, environ)
    full_pass(desk)
    return desk


def names(desk: Desk) -> list[str]:
    with desk.store.reading() as unit:
        return sorted(stored.notice.name for stored in notices.find(unit))


def test_a_pass_takes_in_from_every_kind(folder: Path) -> None:
    write(folder / "inbox" / "a.txt", NOTICE.encode())
    with web() as server, imap() as mailbox:
        server.routes["/f"] = tagged(atom(entry("urn:1", NOTICE)), '"1"')
        mailbox.put("from the mailbox")
        add(folder, id="inbox", kind="folder", path="inbox")
        add(folder, id="portal", kind="feed", url=server.url("/f"), private=True, credentials="env:PORTAL")
        add(
            folder,
            id="mail",
            kind="imap",
            host="127.0.0.1",
            port=mailbox.port,
            tls=False,
            private=True,
            credentials="env:M",
        )
        desk = one_pass(folder, PORTAL_TOKEN=CANARY, M_USERNAME="crisis", M_PASSWORD=CANARY)
        assert names(desk) == ["a.txt", "mail-1.eml", "portal"]
        assert server.asked[0][1]["Authorization"] == f"Bearer {CANARY}"
        assert status(desk).failing == ()
        desk.close()
        again = one_pass(folder, PORTAL_TOKEN=CANARY, M_USERNAME="crisis", M_PASSWORD=CANARY)
        assert len(names(again)) == 3
        assert server.asked[1][1]["If-None-Match"] == '"1"'
        again.close()


def test_no_secret_is_in_the_log_or_the_database(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with web() as server:
        server.routes[f"/f?key={CANARY}"] = answer(CANARY.encode(), 500)
        add(
            folder, id="portal", kind="feed", url=server.url(f"/f?key={CANARY}"), private=True, credentials="env:PORTAL"
        )
        add(
            folder,
            id="mail",
            kind="imap",
            host="127.0.0.1",
            port=server.port,
            tls=False,
            private=True,
            credentials="env:M",
        )
        add(folder, id="gone", kind="folder", path="no-such-folder")
        desk = one_pass(folder, PORTAL_TOKEN=CANARY, M_USERNAME="crisis", M_PASSWORD=CANARY)
        said = capfd.readouterr()
        assert all(f"Source {name}" in said.err for name in ("portal", "mail", "gone"))
        assert len(status(desk).failing) == 3
        desk.close()
    assert CANARY not in said.err + said.out
    assert not [path for path in folder.glob("crisis.db*") if CANARY.encode() in path.read_bytes()]


def test_credentials_that_are_missing_are_said_and_stop_nothing(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write(folder / "inbox" / "a.txt", NOTICE.encode())
    add(folder, id="mail", kind="imap", host="imap.invalid", credentials="env:M")
    add(folder, id="inbox", kind="folder", path="inbox")
    desk = one_pass(folder)
    assert names(desk) == ["a.txt"]
    assert "Source mail has no USERNAME, PASSWORD" in capfd.readouterr().err
    desk.close()


def test_a_rehearsal_cannot_reach_a_source() -> None:
    program = (
        "import sys, crisis.wiring.exercise, crisis.rehearsal.rehearse, crisis.rehearsal.run\n"
        "print([name for name in sys.modules if name.startswith('crisis.sources')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": ""},
    )
    assert done.stdout.strip() == "[]"
