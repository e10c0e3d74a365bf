"""A desk whose ledger is as long as wanted, written past the store in one go; and what a fresh process takes to verify it."""

from __future__ import annotations

import json
import os
import resource
import sqlite3
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from crisis.desk.desk import Desk
from crisis.desk.record import book
from crisis.ledger import tree
from crisis.ledger.entries import entry_bytes
from crisis.store.ledger import STORED
from crisis.wiring.live import make_desk, open_desk

DATABASE = "crisis.db"
START = datetime(2026, 10, 9, 6, 20, tzinfo=UTC)
KINDS = ("check-failed", "promise-taken", "enquiry-taken", "handover-taken", "step-taken", "account-login")
"""Kinds that no table has to agree with."""

Nodes = dict[tuple[int, int], bytes]


def made(folder: Path, entries: int) -> Desk:
    """A new sample desk with a ledger of that many entries under a checkpoint."""
    desk = make_desk(folder, sample=True, environ=os.environ)
    lengthen(desk, folder, entries)
    book.write_checkpoint(desk)
    return desk


def lengthen(desk: Desk, folder: Path, entries: int) -> None:
    """Append until there are that many entries."""
    with desk.store.reading() as unit:
        size = unit.ledger_size()
    database = sqlite3.connect(folder / DATABASE)
    with database:
        peaks: Nodes = {(level, index): hashed for level, index, hashed in _peaks(database, size)}
        for number in range(size, entries):
            _append(database, peaks, number)
    database.close()


def _peaks(database: sqlite3.Connection, size: int) -> Iterator[tuple[int, int, bytes]]:
    """The roots of the perfect subtrees that the ledger ends with."""
    for level in range(size.bit_length()):
        if size >> level & 1:
            index = (size >> level) - 1
            query = 'SELECT hash FROM ledger_node WHERE level = ? AND "index" = ?'
            yield level, index, database.execute(query, (level, index)).fetchone()[0]


def _append(database: sqlite3.Connection, peaks: Nodes, number: int) -> None:
    at, kind = START + timedelta(milliseconds=number), KINDS[number % len(KINDS)]
    data = entry_bytes(number, at, kind, {"post": f"P-{number:026}", "by": "drafter", "code": "guard-at-send"})
    leaf = tree.leaf_hash(data)
    database.execute(
        "INSERT INTO ledger_entry (seq, at, kind, body, leaf) VALUES (?, ?, ?, ?, ?)",
        (number, at.strftime(STORED), kind, data, leaf),
    )
    for level, index, hashed in tree.append(number, leaf, lambda at_level, i: peaks.pop((at_level, i))):
        peaks[level, index] = hashed
        database.execute('INSERT INTO ledger_node (level, "index", hash) VALUES (?, ?, ?)', (level, index, hashed))


def verified(folder: Path) -> None:
    """In a process of its own: verify, and tell how long it took, how much memory was held at most, and whether it holds."""
    desk = open_desk(folder, os.environ)
    begin = time.perf_counter()
    verdict = book.verify_ledger(desk)
    taken = time.perf_counter() - begin
    print(json.dumps({"seconds": taken, "mib": _peak(), "entries": verdict.entries, "ok": verdict.ok}))


def _peak() -> float:
    """The most memory that this process has held, MiB. `getrusage` would count what whoever started it had held before (Linux
    carries that over an exec)."""
    try:
        told = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text("ascii").splitlines())
        return int(told["VmHWM"].split()[0]) / 1024
    except (OSError, KeyError):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    verified(Path(sys.argv[1]))
