"""The database connection: SQLite set for durability, one writer at a time, and the schema's version checked at the start."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from crisis.errors import Mistake, Refused
from crisis.store.tables import metadata

SCHEMA = "0003"
"""The newest migration in `crisis/store/migrations/versions`."""

WRITE = "crisis_write"
"""Execution option that marks a connection as a writer's."""

BUSY_MS = 5_000

UNBOUNDED: dict[str, Any] = {"pool_size": 8, "max_overflow": -1}
"""A few connections stay open; a thread that needs one more never waits for it."""


def connect(url: str, folder: Path | None, *, lasting: bool = True) -> Engine:
    """An engine for a database URL; a relative SQLite path is relative to the desk's folder. One that is not `lasting` is thrown
    away when its process ends, and never waits for the disk."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise Mistake(
            "database-url",
            'crisis.toml, [desk], key "database": {url!r} is not a database address.',
            'Write for example database = "sqlite:///crisis.db".',
            url=url,
        ) from None
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed)
    path = parsed.database
    if path and path != ":memory:" and folder is not None:
        path = str(folder / path)
        parsed = parsed.set(database=path)
        _make_private(Path(path))
    engine = create_engine(parsed, **UNBOUNDED if path and path != ":memory:" else {})
    event.listen(engine, "connect", partial(_prepare_sqlite, sync="FULL" if lasting else "OFF"))
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _make_private(path: Path) -> None:
    """A new database file concerns its owner alone; SQLite gives its log the same mode."""
    with suppress(OSError):  # SQLite says it in its own words when it opens the file
        path.touch(mode=0o600, exist_ok=False)


def _prepare_sqlite(connection: Any, _record: Any, *, sync: str) -> None:
    """WAL and a full sync, so that what was acknowledged survives a power cut; what is deleted is overwritten; transactions are
    begun by us alone."""
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout={BUSY_MS}",
        "journal_mode=WAL",
        f"synchronous={sync}",
        "foreign_keys=ON",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its lock first: a deferred read-then-write dies with SQLITE_BUSY_SNAPSHOT under another writer."""
    writes = connection.get_execution_options().get(WRITE, False)
    # The driver's own: every look at the database begins so, and SQLAlchemy's way costs more than the look.
    connection.connection.cursor().execute("BEGIN IMMEDIATE" if writes else "BEGIN")


def schema_version(engine: Engine) -> str | None:
    """The version that the database carries; None where it is empty."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def prepare(engine: Engine) -> None:
    """Bring the schema to this program's version; nothing is done, and Alembic not imported, where it is there already.

    Raises `Refused` (`newer-schema`) for a database that a newer crisis has written.
    """
    version = schema_version(engine)
    if version == SCHEMA:
        return
    if version is None:
        _create(engine)
    elif version > SCHEMA:
        raise Refused(
            "newer-schema",
            "This desk's database was written by a newer crisis (schema {found}, this program knows {known}).",
            "Update crisis on this machine; nothing was changed.",
            found=version,
            known=SCHEMA,
        )
    else:
        from crisis.store.migrations import upgrade

        upgrade(engine)


def _create(engine: Engine) -> None:
    """All tables at once, stamped as migrated; a test holds this equal to what the migrations make."""
    with engine.connect().execution_options(**{WRITE: True}) as connection, connection.begin():
        if inspect(connection).has_table("alembic_version"):
            return
        metadata.create_all(connection, checkfirst=False)
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        connection.execute(text("INSERT INTO alembic_version (version_num) VALUES (:v)"), {"v": SCHEMA})
