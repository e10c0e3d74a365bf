"""The ledger: verification beside one pass of orjson and SHA-256, appends beside sqlite3, and nothing forged, nothing lost.

`CRISIS_BENCH_ENTRIES` makes the long ledger shorter, for a first look.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import long_ledger
import orjson
import ptraced
from clearance_kit import DATA, GIVEN, sent
from figures import ROOT, Row, paired, seconds, shown
from ledger_kit import Ledger, ledger_of
from test_ledger_flips import flip, flip_checkpoint, flip_entry, flip_node

from crisis.clearance import keys
from crisis.clearance.sshsig import sign, verify
from crisis.desk.desk import Desk
from crisis.desk.duty.status import status
from crisis.desk.record import book
from crisis.errors import CrisisError
from crisis.ledger import seals
from crisis.model.delivery import Delivery
from crisis.rehearsal.world import SeededEntropy

LONG = int(os.environ.get("CRISIS_BENCH_ENTRIES", "1000000"))
SHORT, MORE = 1_000, 1_000
FLIPS, KILLS, APPENDS, SIGNATURES, ROUNDS = 100_000, 5_000, 200, 2_000, 5


def rows() -> Iterator[Row]:
    """Every figure of the ledger."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        long = long_ledger.made(folder / "long", LONG)
        yield from verification(folder / "long")
        yield past(long, folder / "long")
        yield from reading(long, long_ledger.made(folder / "short", SHORT))
        yield appending(folder)
    yield signatures()
    yield flips()
    if ptraced.absent() is None:
        yield kills()


def verification(folder: Path) -> Iterator[Row]:
    """The whole ledger in a process of its own, beside one pass over the same bytes."""
    found: list[dict[str, float]] = []

    def ours() -> float:
        command = [sys.executable, str(Path(long_ledger.__file__)), str(folder)]
        environ = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
        done = subprocess.run(command, capture_output=True, check=True, env=environ)
        found.append(json.loads(done.stdout))
        return found[-1]["seconds"]

    pair = paired(ours, lambda: seconds(lambda: one_pass(folder)), 3, warm=0)
    if not all(one["ok"] and one["entries"] == LONG for one in found):
        raise SystemExit("the ledger does not hold")
    yield Row(f"verify {LONG:,} entries : orjson.loads + SHA-256", pair.ratio, 3, aside=pair.aside)
    yield Row("  memory at most, MiB", max(one["mib"] for one in found), 120, unit="")


def one_pass(folder: Path) -> None:
    """orjson.loads and SHA-256 over every entry's bytes, as the database hands them out."""
    database = sqlite3.connect(folder / long_ledger.DATABASE)
    for (body,) in database.execute("SELECT body FROM ledger_entry ORDER BY seq"):
        orjson.loads(body)
        hashlib.sha256(body).digest()
    database.close()


def past(desk: Desk, folder: Path) -> Row:
    """A thousand entries after a checkpoint that is trusted."""
    trusted = seals.said(book.newest_checkpoint(desk).note)
    long_ledger.lengthen(desk, folder, LONG + MORE)
    book.write_checkpoint(desk)
    book.verify_ledger(desk, past=trusted)
    spans = []
    for _ in range(ROUNDS * 4):
        # Of the processor, since nothing of it waits: the rows are in memory.
        begin = time.process_time()
        book.verify_ledger(desk, past=trusted)
        spans.append(time.process_time() - begin)
    return Row(f"{MORE:,} entries past a trusted checkpoint", statistics.median(spans) * 1000, 10, unit="ms")


def reading(long: Desk, short: Desk) -> Iterator[Row]:
    """What people ask for all the time does not grow with the ledger."""
    asked: dict[str, Callable[[Desk], object]] = {"status": status, "queue": queued}
    for name, ask in asked.items():
        pair = paired(partial(seconds, partial(ask, long)), partial(seconds, partial(ask, short)), 50, warm=5)
        yield Row(f"{name}, {LONG:,} entries : {SHORT:,}", pair.ratio, 1.3, aside=pair.aside)


def queued(desk: Desk) -> list[Delivery]:
    """What `crisis queue` reads."""
    with desk.store.reading() as unit:
        unit.ledger_size()
        return unit.find(Delivery)


def appending(folder: Path) -> Row:
    """An entry a transaction, on the disk when it is acknowledged, beside the barest insert of the same bytes."""
    desk = long_ledger.made(folder / "appended", SHORT)
    raw = sqlite3.connect(folder / "raw.db", isolation_level=None)
    for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "CREATE TABLE entry (seq, body)"):
        raw.execute(statement)

    def ours() -> None:
        for number in range(APPENDS):
            with desk.store.writing(desk.clock.now()) as unit:
                unit.record("check-failed", post=f"P-{number:026}", code="guard-at-send")

    def theirs() -> None:
        for number in range(APPENDS):
            raw.execute("INSERT INTO entry VALUES (?, ?)", (number, b"x" * 190))

    pair = paired(lambda: seconds(theirs), lambda: seconds(ours), ROUNDS)
    raw.close()
    desk.store.close()
    return Row("durable append : raw sqlite3 (WAL, FULL)", pair.ratio, 0.5, floor=True, aside=pair.aside)


def signatures() -> Row:
    """Signatures of people, verified by one processor."""
    pair = keys.generate(SeededEntropy("signatures"))
    private = keys.load(pair.private_openssh, None)
    # Each of another statement: one that has held once is remembered.
    statements = [b"statement %d" % number for number in range(SIGNATURES)]
    signed = [(each, sign(private, "clearance-actual@crisis", each)) for each in statements]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    for statement, signature in signed:
        verify(pair.public, "clearance-actual@crisis", statement, signature)
    taken = resource.getrusage(resource.RUSAGE_SELF).ru_utime - before
    return Row("signatures verified in a second of the processor", SIGNATURES / taken, unit="")


def flips() -> Row:
    """One byte changed anywhere: in a small ledger's entries, nodes and checkpoints, in a statement with its texts, in the
    signature under it."""
    whole, chance = ledger_of(11, (4, 7, 11)), random.Random(20261010)
    ways: list[Callable[[random.Random], bool]] = [
        *(partial(record_holds, whole, way) for way in (flip_entry, flip_node, flip_checkpoint)),
        text_goes,
        signature_goes,
    ]
    accepted = sum(ways[number % len(ways)](chance) for number in shown(range(FLIPS), "flips", FLIPS))
    return Row(f"accepted of {FLIPS:,} flipped bytes", accepted, 0, unit="")


def record_holds(whole: Ledger, way: Callable[[Ledger, random.Random], None], chance: random.Random) -> bool:
    """Whether a ledger verifies with a byte of it changed."""
    broken = Ledger(list(whole.entries), dict(whole.nodes), list(whole.checkpoints))
    way(broken, chance)
    return broken.verify().ok


def text_goes(chance: random.Random) -> bool:
    """Whether the sender takes a cleared statement with a byte of it changed."""
    return goes(data=flip(DATA, chance))


def signature_goes(chance: random.Random) -> bool:
    """Whether the sender takes it under a signature with a byte changed."""
    bent = flip(GIVEN.signature.encode(), chance).decode("latin-1")
    return goes(given=[replace(GIVEN, signature=bent)])


def goes(**changed: Any) -> bool:
    """Whether the sender's verification lets it go."""
    try:
        sent(**changed)
    except CrisisError:
        return False
    return True


def kills() -> Row:
    """Processes killed at a write of theirs, each at the next one."""
    with tempfile.TemporaryDirectory() as folder:
        program = ROOT / "tests" / "store" / "killed_writer.py"
        command = [sys.executable, str(program), folder, str(KILLS)]
        found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return Row(f"wrong after {KILLS:,} kills at a write", len(found["wrong"]), 0, unit="")
