"""The store: transactions over the desk's database, and its own errors said in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from crisis.errors import CrisisError, Refused
from crisis.store.engine import WRITE, connect, prepare
from crisis.store.shared import Result, Shared
from crisis.store.unit import Reading, Writing

COPY = "copy-of"
"""Under this name a restored database remembers when its backup was made, until it is moved."""

COPIED_AT_ONCE = 2_000
"""Pages between two looks at who else wants the database."""


class Store:
    """A desk's database. Never hold a transaction open across the network or a prompt. One that is not `lasting` does not
    outlive its process, and never waits for the disk: a rehearsal's."""

    def __init__(self, url: str, folder: Path | None = None, *, lasting: bool = True) -> None:
        with _in_words():
            self.engine = connect(url, folder, lasting=lasting)
            prepare(self.engine)
        # Threads that only find the database locked look again now and then, and some are never lucky: here they queue up.
        self._writes: AbstractContextManager[object] = Lock() if self.engine.dialect.name == "sqlite" else nullcontext()
        self._shared = Shared(self.writing)

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """One consistent snapshot."""
        with _in_words(self.engine), self.engine.connect() as connection, connection.begin():
            yield Reading(connection)

    @contextmanager
    def writing(self, at: datetime, *, of_copy: bool = False) -> Iterator[Writing]:
        """One write transaction, stamped `at`: committed when the block ends, undone when it raises.

        Raises `Refused` (`a-copy`) in a database that was restored and not moved; `of_copy` is for what moves it."""
        with (
            self._writes,
            _in_words(self.engine),
            self.engine.connect().execution_options(**{WRITE: True}) as connection,
            connection.begin(),
        ):
            unit = Writing(connection, at)
            if not of_copy and unit.meta(COPY) is not None:
                raise Refused(
                    "a-copy",
                    "This desk is a copy, restored from a backup: it can be read, and nothing can be done with it.",
                    "If the old desk is lost, go on here: crisis move --as ID --reason TEXT",
                )
            yield unit
            unit.ledger.write()

    def together(self, at: datetime, act: Callable[[Writing], Result]) -> Result:
        """What `act` gives in a write transaction stamped `at`, which it shares with whoever else waits for one in this way: the
        disk is waited for once. It may be done again from its start, in a transaction of its own, where another of them
        fails; what it raises concerns nobody else."""
        return self._shared.write(at, act)

    def since(self, entry: int) -> list[tuple[str, bytes]]:
        """Kind and bytes of the ledger's entries from that number on: what others have done since. One question needs no
        transaction."""
        query = f"SELECT kind, body FROM ledger_entry WHERE seq >= {entry:d} ORDER BY seq"  # noqa: S608 - a number
        with _in_words(self.engine), closing(self.engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute(query)
            return [(kind, bytes(body)) for kind, body in cursor.fetchall()]

    def copy_to(self, path: Path, progress: Callable[[int, int], None] | None = None) -> None:
        """Copy the database as it stands to a new file, while others use it; `progress` hears of pages done and of all.

        Raises `Refused` (`database-server`) where it is no file of SQLite's."""
        if self.engine.dialect.name != "sqlite":
            raise Refused(
                "database-server",
                "This desk's database lies on a server.",
                "Back it up with the server's own means, and the desk's folder beside it.",
            )
        connection = self.engine.raw_connection()
        copy = sqlite3.connect(path)
        try:
            source = connection.driver_connection
            assert source is not None  # noqa: S101 - a connection from the pool is open
            source.backup(
                copy, pages=COPIED_AT_ONCE, progress=lambda _, left, all_: progress and progress(all_ - left, all_)
            )
        finally:
            copy.close()
            connection.close()

    def compact(self) -> bool:
        """Write the database anew without what was deleted, and empty its log; whether that went through to the end. It does
        not while another process reads an older state."""
        if self.engine.dialect.name != "sqlite":
            return True
        connection = self.engine.raw_connection()
        try:
            connection.cursor().execute("VACUUM")
            (busy, *_) = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError:
            return False
        finally:
            connection.close()
        return not busy

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


@contextmanager
def _in_words(engine: Engine | None = None) -> Iterator[None]:
    """A database's own complaint as one sentence with its mend, whether SQLAlchemy or the driver itself brings it."""
    driver: Any = engine.dialect.loaded_dbapi if engine else sqlite3
    try:
        yield
    except (DatabaseError, driver.DatabaseError) as error:
        complaint = error.orig if isinstance(error, DatabaseError) else error
        if isinstance(complaint, driver.OperationalError):
            raise _operational(str(complaint)) from error
        if "malformed" in str(complaint) or "not a database" in str(complaint):
            raise CrisisError(
                "database-damaged",
                "The desk's database cannot be read: {why}.",
                "Keep the file as it is, restore a copy beside it, and compare both with `crisis ledger verify`.",
                why=str(complaint),
            ) from error
        raise


def _operational(why: str) -> CrisisError:
    if "locked" in why or "busy" in why:
        return CrisisError(
            "database-busy",
            "The desk's database was busy for 5 seconds.",
            "Nothing was changed; try again. `crisis doctor` shows who holds it.",
        )
    if "full" in why:
        return CrisisError("disk-full", "The disk is full: nothing was changed.", "Free some space and try again.")
    if "readonly" in why or "unable to open" in why:
        return CrisisError(
            "database-unwritable",
            "The desk's database cannot be opened or written: {why}.",
            "Check that the desk's folder belongs to you and is writable.",
            why=why,
        )
    return CrisisError("database", "The desk's database refused: {why}.", "Nothing was changed.", why=why)
