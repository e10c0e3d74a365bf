"""The store: transactions over the desk's database, and its own errors said in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import DatabaseError, OperationalError
from sqlmodel import Session

from crisis.errors import CrisisError
from crisis.store.engine import WRITE, connect, prepare
from crisis.store.unit import Reading, Writing


class Store:
    """A desk's database. Never hold a transaction open across the network or a prompt."""

    def __init__(self, url: str, folder: Path | None = None) -> None:
        with _in_words():
            self.engine = connect(url, folder)
            prepare(self.engine)

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """One consistent snapshot."""
        with _in_words(), Session(self.engine) as session:
            yield Reading(session)

    @contextmanager
    def writing(self, at: datetime) -> Iterator[Writing]:
        """One write transaction, stamped `at`: committed when the block ends, undone when it raises."""
        with (
            _in_words(),
            self.engine.connect().execution_options(**{WRITE: True}) as connection,
            Session(connection, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield Writing(session, at)

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
def _in_words() -> Iterator[None]:
    """A database's own complaint as one sentence with its mend."""
    try:
        yield
    except OperationalError as error:
        raise _operational(str(error.orig)) from error
    except DatabaseError as error:
        if "malformed" in str(error.orig) or "not a database" in str(error.orig):
            raise CrisisError(
                "database-damaged",
                "The desk's database cannot be read: {why}.",
                "Keep the file as it is, restore a copy beside it, and compare both with `crisis ledger verify`.",
                why=str(error.orig),
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
