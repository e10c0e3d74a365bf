"""The rows of the ledger: appended in one go with their transaction, read by the million."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from itertools import takewhile
from typing import Any

from sqlalchemy import Connection, insert, select

from crisis.ledger.stream import EntryRow, NodeRow
from crisis.ledger.tree import append
from crisis.model.records import LedgerCheckpoint, LedgerEntry
from crisis.store.quick import quick
from crisis.store.tables import metadata

ENTRY = metadata.tables["ledger_entry"]
NODE = metadata.tables["ledger_node"]

_ENTRY = tuple(column.name for column in ENTRY.columns)
_ADD_ENTRY, _ADD_NODES = insert(ENTRY), insert(NODE)

STORED = "%Y-%m-%d %H:%M:%S.%f"
"""A time as SQLite keeps it, in UTC."""


class LedgerRows:
    """The ledger's tables in one transaction; what `crisis.ledger.verify` reads."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._committed: int | None = None
        self._size: int | None = None
        self._nodes: dict[tuple[int, int], bytes] = {}
        self._entries: list[LedgerEntry] = []
        self._completed: list[NodeRow] = []

    def size(self) -> int:
        """How many entries there are."""
        if self._size is None:
            (size,) = next(self._written("SELECT coalesce(max(seq), -1) + 1 FROM ledger_entry"))
            self._size = self._committed = int(size)
        return self._size

    def committed(self) -> int:
        """How many there were before this transaction."""
        size = self.size()
        return size if self._committed is None else self._committed

    def between(self, first: int, end: int) -> Iterator[tuple[int, str, bytes]]:
        """Number, kind and bytes of those from the first number to before the end."""
        query = f"SELECT seq, kind, body FROM ledger_entry WHERE seq >= {first:d} AND seq < {end:d} ORDER BY seq"  # noqa: S608 - numbers
        return self._written(query)

    def since_cleared(self, release: str, delivery: str) -> list[str]:
        """The kinds of the entries about a delivery since its release was cleared, newest first: read from the end of the ledger,
        which is near for what was cleared lately."""
        self.write()
        about = "instr(body, ?)" if self._is_sqlite else "position(%s in body)"
        query = (
            "SELECT kind FROM ledger_entry "  # noqa: S608 - no value stands in it
            f"WHERE (substr(kind, 1, 9) = 'delivery-' AND {about} > 0) OR (kind = 'release-cleared' AND {about} > 0) "
            "ORDER BY seq DESC"
        )
        cursor: Any = self.connection.connection.cursor()
        cursor.execute(query, (f'"delivery":"{delivery}"'.encode(), f'"release":"{release}"'.encode()))
        return list(takewhile(lambda kind: kind != "release-cleared", (kind for (kind,) in cursor)))

    def append(self, entry: LedgerEntry) -> None:
        """Add an entry and the nodes that it completes; they are written with the others of the transaction (`write`)."""
        nodes = append(entry.seq, entry.leaf, self.ledger_node)
        self._entries.append(entry)
        self._completed += nodes
        self._nodes |= {(level, index): node for level, index, node in nodes}
        self._size = entry.seq + 1

    def write(self) -> None:
        """Write what was appended and is not written yet."""
        if not self._entries:
            return
        entries = ({name: getattr(entry, name) for name in _ENTRY} for entry in self._entries)
        nodes = ({"level": level, "index": index, "hash": node} for level, index, node in self._completed)
        quick(self.connection, _ADD_ENTRY).change_all(self.connection, entries)
        quick(self.connection, _ADD_NODES).change_all(self.connection, nodes)
        self._entries, self._completed = [], []

    def ledger_node(self, level: int, index: int) -> bytes:
        """The hash of a perfect subtree. Raises KeyError where the tree has lost it."""
        if (known := self._nodes.get((level, index))) is not None:
            return known
        query = f'SELECT hash FROM ledger_node WHERE level = {level:d} AND "index" = {index:d}'  # noqa: S608 - numbers
        found = next(self._written(query), None)
        if found is None:
            raise KeyError((level, index))
        return found[0] if self._is_sqlite else bytes(found[0])

    def ledger_entry_rows(self, past: int = 0) -> Iterable[EntryRow]:
        """The entries from that number on, by number, with the time as SQLite keeps it."""
        rows = self._execute(_past("SELECT seq, at, kind, body, leaf FROM ledger_entry", "seq", past))
        return rows if self._is_sqlite else ((s, _stored(at), k, bytes(b), bytes(h)) for s, at, k, b, h in rows)

    def ledger_node_rows(self, past: int = 0) -> Iterable[NodeRow]:
        """The nodes that the entries from that number on have completed, in that order."""
        if past:
            return sorted(self._completed_past(past), key=lambda node: (node[1] + 1 << node[0], node[0]))
        if self._is_sqlite:
            # It keeps them in the order in which they came: sorting two million takes longer than all the rest.
            return self._execute('SELECT level, "index", hash FROM ledger_node ORDER BY rowid')
        return self._execute('SELECT level, "index", hash FROM ledger_node ORDER BY ("index" + 1) << level, level')

    def ledger_entries(self) -> Iterator[LedgerEntry]:
        """Every entry, by number; its time is None where the column holds none."""
        rows = self._execute("SELECT seq, at, kind, body, leaf FROM ledger_entry ORDER BY seq")
        return (LedgerEntry(seq, _time(at), kind, body, leaf) for seq, at, kind, body, leaf in rows)

    def ledger_nodes(self) -> Iterable[NodeRow]:
        """Every stored node."""
        return self._execute('SELECT level, "index", hash FROM ledger_node')

    def ledger_checkpoints(self, past: int = 0) -> Iterator[LedgerCheckpoint]:
        """Every checkpoint over more entries than that, by size; its time is None where the column holds none."""
        rows = self._execute(
            _past("SELECT size, root, at, note FROM ledger_checkpoint", "size", past + 1 if past else 0)
        )
        return (LedgerCheckpoint(size, root, _time(at), note) for size, root, at, note in rows)

    def bodies(self, kinds: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """Kind and bytes of the entries of these kinds, by number."""
        self.write()
        query = select(ENTRY.c.kind, ENTRY.c.body).where(ENTRY.c.kind.in_(kinds)).order_by(ENTRY.c.seq)
        rows = self.connection.execute(query.execution_options(yield_per=1000))
        return ((kind, body) for kind, body in rows)

    def told(self, kinds: Collection[str]) -> Iterator[dict[str, Any]]:
        """The entries of these kinds with their bodies read, by number; what cannot be read is left out, for the verification
        of the tree speaks of it."""
        entries = (_read(data) for _, data in self.bodies(kinds))
        return (entry for entry in entries if entry is not None and entry["kind"] in kinds)

    def opened(self) -> dict[str, Any] | None:
        """The body of the entry with which the ledger was opened; None where the first one is no such entry."""
        first = next((_read(data) for seq, kind, data in self.between(0, 1) if kind == "desk-opened"), None)
        return first and first["body"]

    def _completed_past(self, past: int) -> Iterator[NodeRow]:
        (levels,) = next(self._execute("SELECT coalesce(max(level), 0) + 1 FROM ledger_node"))
        for level in range(levels):
            query = f'SELECT level, "index", hash FROM ledger_node WHERE level = {level:d}'  # noqa: S608 - a number
            yield from self._execute(f'{query} AND "index" >= {past >> level:d}')

    @property
    def _is_sqlite(self) -> bool:
        return self.connection.dialect.name == "sqlite"

    def _execute(self, query: str) -> Iterator[Any]:
        """The driver's own cursor over rows as they are stored: a ledger is too long for a value made of each."""
        self.write()
        return self._written(query)

    def _written(self, query: str) -> Iterator[Any]:
        """The same over what is written already."""
        cursor: Any = self.connection.connection.cursor()
        cursor.execute(query)
        return iter(cursor)


def _past(query: str, column: str, past: int) -> str:
    """The query from that number on; all rows where it is none, also those with a number that nothing of ours bears."""
    return f"{query} WHERE {column} >= {past:d} ORDER BY {column}" if past > 0 else f"{query} ORDER BY {column}"


def _read(data: bytes) -> dict[str, Any] | None:
    """An entry of its bytes; None where they were damaged."""
    try:
        entry: dict[str, Any] = json.loads(data)
        return entry if isinstance(entry["body"], dict) and isinstance(entry["kind"], str) else None
    except (ValueError, KeyError, TypeError):
        return None


def _stored(at: datetime) -> str:
    return at.astimezone(UTC).strftime(STORED)


def _time(stored: Any) -> Any:
    """A time of the database; None for anything that is none."""
    if isinstance(stored, datetime):
        return stored.astimezone(UTC)
    try:
        at = datetime.strptime(stored, STORED).replace(tzinfo=UTC)
    except (ValueError, TypeError):
        return None
    return at if _stored(at) == stored else None
