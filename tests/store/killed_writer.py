"""Kills a process that appends to the ledger at each of its writes, and reads what it left. Run as a program, with one thread:

    python killed_writer.py FOLDER POINTS

It prints one line of JSON: how many points there were, and what was wrong at which.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import ptraced
from sqlalchemy import event

from crisis.ledger.seals import Trust
from crisis.ledger.verify import verify
from crisis.store.store import Store

START = datetime(2026, 10, 9, 6, 20, tzinfo=UTC)
ENTRIES = 20
"""Transactions of one life: enough for the log to be carried into the database several times."""
PAGES = 24
"""Pages in the log after which it is carried over, so that writes to the database itself are among the points."""
NAME = "test.db"


def opened(folder: Path) -> Store:
    """The desk's own store, with a log that is carried over sooner."""
    store = Store(f"sqlite:///{NAME}", folder)
    store.engine.dispose()
    event.listen(store.engine, "connect", lambda raw, _: raw.execute(f"PRAGMA wal_autocheckpoint = {PAGES}"))
    return store


def append(store: Store, number: int, life: int) -> None:
    """One transaction: a row of a table and its entry in the ledger, of another length in each life."""
    with store.writing(START + timedelta(seconds=number)) as unit:
        unit.set_meta(f"row-{number}", "x" * ((life * 37 + number * 211) % 3000))
        unit.record("incident-opened", incident=f"I-{number}", by="x" * ((life * 53 + number * 97) % 900))


def live(folder: Path, life: int, told: int) -> None:
    """Append until the end, telling the number of each entry that the store says is kept."""
    store = opened(folder)
    for number in range(ENTRIES):
        append(store, number, life)
        os.write(told, bytes([number + 1]))
    store.close()


def left(folder: Path, acknowledged: int) -> str | None:
    """What is wrong with what a killed process left; None where nothing is."""
    store = Store(f"sqlite:///{NAME}", folder)
    try:
        with store.reading() as unit:
            size = unit.ledger_size()
            verdict = verify(unit.ledger, Trust(bytes(32)))
            rows = sum(unit.meta(f"row-{number}") is not None for number in range(ENTRIES))
    finally:
        store.close()
    if not acknowledged <= size <= acknowledged + 1:
        return f"{acknowledged} entries were acknowledged, {size} are there"
    if rows != size or verdict.entries != size:
        return f"{size} entries, {rows} rows, {verdict.entries} leaves"
    return None if verdict.ok else verdict.problems[0].what


def lives(folder: Path, template: Path, points: int) -> Iterator[tuple[int, int, str | None]]:
    """Life after life, one killed at each point of its writes: (life, point, what was wrong)."""
    life, point = 0, 0
    for number in range(points):
        here = folder / str(number)
        shutil.copytree(template, here)
        point += 1
        reading, writing = os.pipe()
        writes = ptraced.killed_at(point, partial(live, here, life, writing))
        os.close(writing)
        acknowledged = max(os.read(reading, ENTRIES) or b"\0")
        os.close(reading)
        wrong = "it ended by an error" if writes is None else left(here, acknowledged)
        yield life, point, wrong
        shutil.rmtree(here)
        if writes is None or writes < point:
            life, point = life + 1, 0


def main(folder: Path, points: int) -> None:
    """All points, and what was found."""
    template = folder / "template"
    template.mkdir()
    Store(f"sqlite:///{NAME}", template).close()
    found = list(lives(folder, template, points))
    wrong = [f"life {life}, write {point}: {what}" for life, point, what in found if what]
    print(json.dumps({"points": len(found), "lives": found[-1][0] + 1, "wrong": wrong}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
