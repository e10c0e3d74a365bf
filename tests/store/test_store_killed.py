"""Killed at any write, or without power at any byte of the log: nothing acknowledged is lost, database and tree agree.

`CRISIS_KILL_POINTS` sets how many writes are the last one; `make bench` takes 5,000.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from killed_writer import NAME, append, left, opened
from ptraced import absent
from sqlalchemy import event

from crisis.store.store import Store

POINTS = int(os.environ.get("CRISIS_KILL_POINTS", "300"))
CUTS = 60
ACKNOWLEDGED = 8
FRAME, HEADER = 24 + 4096, 32
"""Bytes of a page in SQLite's log with what stands before it, and of what stands before the first."""


@pytest.mark.skipif(absent() is not None, reason=str(absent()))
def test_a_kill_at_any_write_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    program = Path(__file__).with_name("killed_writer.py")
    command = [sys.executable, str(program), str(tmp_path), str(POINTS)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60 + POINTS)
    found = json.loads(done.stdout)
    assert found["points"] == POINTS
    assert found["wrong"] == []


def test_a_lost_entry_would_be_seen(tmp_path: Path) -> None:
    store = opened(tmp_path)
    append(store, 0, 0)
    store.close()
    assert left(tmp_path, 1) is None
    assert left(tmp_path, 2) == "2 entries were acknowledged, 1 are there"


@pytest.fixture(scope="module")
def unplugged(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes, list[int]]:
    """The database, its log, and how long the log was on the disk when each entry was acknowledged."""
    folder = tmp_path_factory.mktemp("unplugged")
    Store(f"sqlite:///{NAME}", folder).close()
    store = Store(f"sqlite:///{NAME}", folder)
    store.engine.dispose()
    event.listen(store.engine, "connect", lambda raw, _: raw.execute("PRAGMA wal_autocheckpoint = 0"))
    log, lengths = folder / f"{NAME}-wal", []
    for number in range(ACKNOWLEDGED):
        append(store, number, 1)
        lengths.append(log.stat().st_size)
    kept = (folder / NAME).read_bytes(), log.read_bytes(), lengths
    store.close()
    return kept


def _cuts(length: int) -> list[int]:
    """At every page and beside it, and anywhere."""
    chance = random.Random(20261009)
    pages = [HEADER + FRAME * number for number in range((length - HEADER) // FRAME + 1)]
    return sorted({*pages, *(page - 1 for page in pages), *(chance.randrange(length) for _ in range(CUTS))})


@pytest.mark.parametrize("torn", [False, True], ids=["cut", "torn"])
def test_a_power_cut_at_any_byte_of_the_log_leaves_what_was_synced(
    unplugged: tuple[bytes, bytes, list[int]], tmp_path: Path, *, torn: bool
) -> None:
    """What came after the cut is not on the disk, or something else is: what the page cache held never arrived."""
    database, log, lengths = unplugged
    chance = random.Random(20261009)
    for cut in _cuts(len(log)):
        (tmp_path / NAME).write_bytes(database)
        rest = chance.randbytes(len(log) - cut) if torn else b""
        (tmp_path / f"{NAME}-wal").write_bytes(log[:cut] + rest)
        acknowledged = sum(length <= cut for length in lengths)
        assert left(tmp_path, acknowledged) is None, cut
        for rest_of in tmp_path.iterdir():
            rest_of.unlink()
