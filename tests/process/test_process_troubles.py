"""A pass that goes wrong: said once, without a secret, and the next pass goes on."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest
from platforms.x import SECRETS
from process_kit import ENVIRONMENT, CountingX, Loaded, Place, wait_for

from crisis.daemon import EVERY_SECONDS


def written(place: Place, *logs: str) -> bytes:
    """Every byte that the desk's processes have left, but for what people wrote: logs, database, ledger, outlets."""
    files = (path for path in place.folder.rglob("*") if path.is_file() and path.parent.name != "keys")
    return b"".join(path.read_bytes() for path in files) + "".join(logs).encode()


def holds_no_secret(place: Place, *logs: str) -> bool:
    found = written(place, *logs)
    return not any(secret.encode() in found for secret in SECRETS.values())


@pytest.mark.parametrize("fault", ["html", "unauthorised"])
def test_a_platform_that_answers_nonsense(fault: str, loaded: Loaded, x: CountingX, tmp_path: Path) -> None:
    place = loaded.copy(tmp_path / "desk")
    x.fault = fault
    with place.daemon() as daemon:
        wait_for(lambda: place.states("page")["published"] == 6 and not place.states("x-main")["sending"])
        assert daemon.end() < 10
        log = daemon.said
    shown = place.run("queue")
    for delivery in place.deliveries():
        if delivery.account == "x-main" and delivery.state.value != "queued":
            assert delivery.reason
            assert "Error" not in delivery.reason, delivery.reason
    assert len(x.arrived) == len(set(x.arrived))
    assert holds_no_secret(place, log, shown.out, shown.err)
    assert place.verifies()


def test_a_page_folder_that_cannot_be_written(loaded: Loaded, x: CountingX, tmp_path: Path) -> None:
    """A file in its place: nobody may write there, whoever runs the test."""
    place = loaded.copy(tmp_path / "desk")
    public = place.folder / "public"
    for path in sorted(public.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    public.rmdir()
    public.write_bytes(b"")
    with place.daemon() as daemon:
        wait_for(lambda: place.states("x-main")["published"] == 3)
        time.sleep(2 * EVERY_SECONDS)
        said = daemon.said
        assert said.count("page:") == 1, said
        assert "public" in said
        public.unlink()
        wait_for((public / "index.html").is_file)
        assert daemon.end() < 10
        assert holds_no_secret(place, daemon.said)


def test_a_database_that_somebody_holds(loaded: Loaded, x: CountingX, tmp_path: Path) -> None:
    place = loaded.copy(tmp_path / "desk")
    x.hold = "after"
    with place.daemon() as daemon:
        assert x.held.wait(20)
        holder = sqlite3.connect(place.folder / "crisis.db", isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        x.go.set()
        wait_for(lambda: "busy" in daemon.said)
        holder.execute("ROLLBACK")
        holder.close()
        wait_for(lambda: place.states() == {"published": 15})
        assert daemon.said.count("The desk's database was busy") == 1, daemon.said
        assert daemon.end() < 10
    assert len(x.arrived) == len(set(x.arrived)) == 3
    assert place.verifies()


def test_credentials_that_are_not_there(
    loaded: Loaded, x: CountingX, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = loaded.copy(tmp_path / "desk")
    with monkeypatch.context() as gone:
        gone.delitem(ENVIRONMENT, "CRISIS_TEST_ACCESS_TOKEN_SECRET")
        ran = place.run("daemon", "--once")
    assert ran.code == 0
    assert ran.err.count("x-main: ") == 1
    assert place.states() == {"published": 12, "held": 3}
    assert "its credentials cannot be used" in place.run("queue").out
    place.json("resume", "--as", "approver", "--yes")
    place.once()
    assert place.states() == {"published": 15}
    assert len(set(x.arrived)) == len(x.arrived) == 3
