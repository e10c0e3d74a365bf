"""The record holds, and whatever is changed behind its back is found."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from desk_scene import Scene

from crisis.desk.outbox.sending import tick
from crisis.desk.record import book, disclosures

OTHER = {int: "{c} + 1", str: "{c} || 'x'", bytes: "CAST({c} || x'00' AS BLOB)"}


@pytest.fixture
def told(scene: Scene) -> Scene:
    """A desk that has published two posts and signed two checkpoints."""
    for minute in ("16:30", "16:45"):
        scene.cleared(next_update=minute)
        tick(scene.desk)
        book.write_checkpoint(scene.desk)
        scene.later(minutes=1)
    return scene


def database(scene: Scene) -> Path:
    return Path(str(scene.desk.store.engine.url.database))


def columns(path: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(path) as raw:
        tables = [
            r[0] for r in raw.execute("SELECT name FROM sqlite_master WHERE type='table' AND name LIKE 'ledger%'")
        ]
        return [(t, c[1]) for t in tables for c in raw.execute(f"PRAGMA table_info({t})")]


def test_it_holds(told: Scene) -> None:
    verdict = book.verify_ledger(told.desk)
    assert verdict.ok
    assert verdict.problems == ()
    assert verdict.entries > 10


def test_a_checkpoint_is_signed_once_per_size(told: Scene) -> None:
    assert book.write_checkpoint(told.desk) is None


def test_a_change_of_any_column_of_any_ledger_row_is_found(told: Scene) -> None:
    path = database(told)
    checked = 0
    for table, column in columns(path):
        with sqlite3.connect(path) as raw:
            rows = [r[0] for r in raw.execute(f"SELECT rowid FROM {table}")]
            kind = type(raw.execute(f'SELECT "{column}" FROM {table}').fetchone()[0])
        for row in (rows[0], rows[len(rows) // 2], rows[-1]):
            copy = path.with_name("copy.db")
            _copy(path, copy)
            change = OTHER[kind].format(c=f'"{column}"')
            if column == "at":
                change = "'1999-01-01 00:00:00.000000'"
            if column in ("seq", "index", "level", "size"):
                change = f'"{column}" + 1000'
            with sqlite3.connect(copy) as raw:
                raw.execute(f'UPDATE {table} SET "{column}" = {change} WHERE rowid = ?', (row,))
            assert not _verifies(told, copy), (table, column, row)
            checked += 1
    assert checked == 3 * len(columns(path))


@pytest.mark.parametrize("table", ["ledger_entry", "ledger_node", "ledger_checkpoint"])
def test_a_row_that_is_gone_is_found(told: Scene, table: str) -> None:
    path = database(told)
    with sqlite3.connect(path) as raw:
        rows = [r[0] for r in raw.execute(f"SELECT rowid FROM {table}")]
    newest_checkpoint = table == "ledger_checkpoint" and rows[-1]
    for row in rows:
        if row == newest_checkpoint:
            continue  # the newest checkpoint can be cut off unseen: only a copy outside tells that
        copy = path.with_name("copy.db")
        _copy(path, copy)
        with sqlite3.connect(copy) as raw:
            raw.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))
        assert not _verifies(told, copy), (table, row)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE delivery SET state = 'withdrawn'",
        "DELETE FROM delivery",
        "UPDATE release SET statement = CAST(statement || x'20' AS BLOB)",
        "UPDATE release SET cleared_at = NULL",
    ],
)
def test_a_table_that_disagrees_with_the_ledger_is_found(told: Scene, change: str) -> None:
    path = database(told)
    copy = path.with_name("copy.db")
    _copy(path, copy)
    with sqlite3.connect(copy) as raw:
        raw.execute(change)
    assert not _verifies(told, copy)


def test_the_releases_say_what_was_released_withheld_and_refused(told: Scene) -> None:
    from crisis.desk.notices import receive

    receive.receive(told.desk, "来週の食堂は鯖の味噌煮です。".encode(), "menu.txt", by="drafter")
    first, _second, refused = disclosures.disclosures(told.desk)
    assert set(first.released) >= {"site", "status", "reason", "next_update"}
    assert first.cleared_by == ("approver",)
    assert [post.state for post in first.posts] == ["published"]
    assert first.posts[0].text == told.platform.accepted[0].text
    assert refused.release is None
    assert refused.refused is not None


def test_nothing_internal_stands_in_the_ledger(told: Scene) -> None:
    with told.desk.store.reading() as unit:
        bodies = b"".join(entry.body for entry in unit.ledger_entries()).decode()
    for secret in ("天井", "負傷", "2名"):
        assert secret not in bodies


def _copy(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    with sqlite3.connect(source) as raw, sqlite3.connect(target) as copy:
        raw.backup(copy)


def _verifies(scene: Scene, path: Path) -> bool:
    from dataclasses import replace

    from crisis.store.store import Store

    store = Store(f"sqlite:///{path}")
    try:
        return book.verify_ledger(replace(scene.desk, store=store)).ok
    finally:
        store.close()
