"""The store: transactions, its schema, and what it says when it cannot."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import event

from crisis.errors import CrisisError, Refused
from crisis.model.published import Incident
from crisis.store.engine import SCHEMA, connect, prepare, schema_version
from crisis.store.migrations import configuration, upgrade
from crisis.store.store import Store
from crisis.store.tables import metadata

NOW = datetime(2026, 10, 9, 6, 20, tzinfo=UTC)


def incident(name: str, at: datetime = NOW) -> Incident:
    return Incident(name, "earthquake", {"ja": "地震"}, at)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store("sqlite:///t.db", tmp_path)


def test_values_come_back_as_they_went_with_their_zone(store: Store) -> None:
    japan = timezone(timedelta(hours=9))
    with store.writing(NOW) as unit:
        unit.add(incident("I-1", NOW.astimezone(japan)))
    with store.reading() as unit:
        found = unit.get(Incident, "I-1")
    assert found == incident("I-1")
    assert found is not None
    assert found.opened_at.tzinfo is not None


def test_what_raises_leaves_nothing_neither_rows_nor_ledger(store: Store) -> None:
    with contextlib.suppress(RuntimeError), store.writing(NOW) as unit:
        unit.add(incident("I-1"))
        unit.record("incident-opened", incident="I-1")
        raise RuntimeError
    with store.reading() as unit:
        assert unit.get(Incident, "I-1") is None
        assert unit.ledger_size() == 0


def test_the_database_is_set_for_durability(store: Store) -> None:
    with store.engine.connect() as connection:
        pragmas = {
            p: connection.exec_driver_sql(f"PRAGMA {p}").scalar()
            for p in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_new_database_is_what_the_migrations_make(tmp_path: Path) -> None:
    made, migrated = Store("sqlite:///new.db", tmp_path), connect("sqlite:///old.db", tmp_path)
    upgrade(migrated)
    assert schema_version(migrated) == SCHEMA
    with migrated.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []

    def schema(path: Path) -> dict[str, set[tuple[object, ...]]]:
        with sqlite3.connect(path) as raw:
            names = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type='table'")]
            return {n: {(*c[1:4], c[5]) for c in raw.execute(f"PRAGMA table_info({n})")} for n in names}

    made.close()
    migrated.dispose()
    assert schema(tmp_path / "new.db") == schema(tmp_path / "old.db")
    assert configuration().get_main_option("script_location")


def test_a_database_of_a_newer_program_is_refused_untouched(tmp_path: Path) -> None:
    Store("sqlite:///t.db", tmp_path).close()
    with sqlite3.connect(tmp_path / "t.db") as raw:
        raw.execute("UPDATE alembic_version SET version_num='9999'")
    with pytest.raises(Refused, match="newer crisis"):
        Store("sqlite:///t.db", tmp_path)


def test_an_ordinary_start_does_not_import_alembic(tmp_path: Path) -> None:
    import subprocess
    import sys

    Store("sqlite:///t.db", tmp_path).close()
    code = (
        "import sys; from pathlib import Path; from crisis.store.store import Store; "
        f"Store('sqlite:///t.db', Path({str(tmp_path)!r})); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_file_that_is_no_database_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "t.db").write_bytes(b"this is a letter, not a database" * 200)
    with pytest.raises(CrisisError) as error:
        Store("sqlite:///t.db", tmp_path)
    assert error.value.code == "database-damaged"


def test_a_full_disk_is_said_in_words_and_changes_nothing(store: Store) -> None:
    with store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    from sqlalchemy import event

    event.listen(store.engine, "connect", lambda c, _r: c.execute(f"PRAGMA max_page_count={pages}").close())
    store.engine.dispose()
    with pytest.raises(CrisisError) as error:
        _fill(store)
    assert error.value.code == "disk-full"
    with store.reading() as unit:
        assert unit.count(Incident) == 0


def _fill(store: Store) -> None:
    with store.writing(NOW) as unit:
        for number in range(2000):
            unit.add(incident(f"I-{number}"))


def test_prepare_twice_is_once(tmp_path: Path) -> None:
    engine = connect("sqlite:///t.db", tmp_path)
    prepare(engine)
    prepare(engine)
    assert schema_version(engine) == SCHEMA
    engine.dispose()


def test_threads_that_write_at_once_queue_up(tmp_path: Path) -> None:
    """SQLite lets whoever waits look again now and then; with many of them, some would never be lucky in time."""
    store = Store("sqlite:///t.db", tmp_path)

    def write(number: int) -> None:
        with store.writing(NOW) as unit:
            unit.set_meta(f"n{number}", "written")
            time.sleep(0.02)

    store.engine.dispose()
    event.listen(store.engine, "connect", lambda to, _: to.execute("PRAGMA busy_timeout=0").close())
    with ThreadPoolExecutor(max_workers=32) as pool:
        list(pool.map(write, range(32)))
    with store.reading() as unit:
        assert [unit.meta(f"n{number}") for number in range(32)] == ["written"] * 32
    store.close()
