"""A small ledger kept in lists, so that tests can break any column of any row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from crisis.ledger import checkpoint, tree
from crisis.ledger.entries import KINDS, entry_bytes
from crisis.ledger.stream import EntryRow, NodeRow
from crisis.ledger.verify import Trust, Verdict, verify
from crisis.model.records import LedgerCheckpoint as StoredCheckpoint
from crisis.model.records import LedgerEntry as StoredEntry

ORIGIN = "ledger.kitahama.example/actual"
KEY = Ed25519PrivateKey.from_private_bytes(b"ledger key of the tests, 32 byte")
START = datetime(2026, 10, 9, 6, 20, tzinfo=UTC)


@dataclass
class Ledger:
    """Rows as a store would hold them."""

    entries: list[StoredEntry] = field(default_factory=list)
    nodes: dict[tuple[int, int], bytes] = field(default_factory=dict)
    checkpoints: list[StoredCheckpoint] = field(default_factory=list)
    extra: list[tuple[int, int, bytes]] = field(default_factory=list)
    key: Ed25519PrivateKey = KEY

    @property
    def size(self) -> int:
        return len(self.entries)

    def node(self, level: int, index: int) -> bytes:
        return self.nodes[level, index]

    def append(self, kind: str, **body: Any) -> None:
        at = START + timedelta(seconds=self.size)
        data = entry_bytes(self.size, at, kind, body)
        self.grow(StoredEntry(self.size, at, kind, data, tree.leaf_hash(data)))

    def grow(self, entry: StoredEntry) -> None:
        for level, index, hashed in tree.append(self.size, entry.leaf, self.node):
            self.nodes[level, index] = hashed
        self.entries.append(entry)

    def rebuilt(self, entries: list[StoredEntry]) -> None:
        """What somebody does who changes entries and knows how the tree is made."""
        self.entries, self.nodes = [], {}
        for entry in entries:
            self.grow(entry)

    def sign(self) -> None:
        after = self.checkpoints[-1].size if self.checkpoints else 0
        at, root = START + timedelta(seconds=self.size, microseconds=5), tree.root(self.size, self.node)
        note = checkpoint.sign(ORIGIN, self.size, root, self.key, ORIGIN, at=at, after=after)
        self.checkpoints.append(StoredCheckpoint(self.size, root, at, note))

    def ledger_node(self, level: int, index: int) -> bytes:
        return self.node(level, index)

    def ledger_entries(self) -> Iterator[StoredEntry]:
        yield from self.entries

    def ledger_nodes(self) -> Iterator[NodeRow]:
        yield from ((level, index, hashed) for (level, index), hashed in self.nodes.items())
        yield from self.extra

    def ledger_checkpoints(self, past: int = 0) -> Iterator[StoredCheckpoint]:
        yield from (row for row in self.checkpoints if not past or row.size > past)

    def ledger_entry_rows(self, past: int = 0) -> Iterator[EntryRow]:
        for row in self.entries[past:]:
            yield row.seq, row.at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f"), row.kind, row.body, row.leaf

    def ledger_node_rows(self, past: int = 0) -> Iterator[NodeRow]:
        nodes = self.ledger_nodes()
        yield from (node for node in nodes if node[1] >= past >> node[0]) if past else nodes

    def verify(self, origin: str | None = None, **more: Any) -> Verdict:
        return verify(self, Trust(KEY.public_key().public_bytes_raw(), origin), **more)

    def told(self) -> list[tuple[int | None, str]]:
        verdict = self.verify()
        assert verdict.ok is not bool(verdict.problems)
        return [(problem.entry, problem.what) for problem in verdict.problems]


def ledger_of(size: int, signed_at: tuple[int, ...]) -> Ledger:
    """A ledger of that many entries with checkpoints at these sizes."""
    made, kinds = Ledger(), list(KINDS)
    for number in range(size):
        if number in signed_at:
            made.sign()
        made.append(kinds[number % len(kinds)], post=f"P-{number}", note="閉鎖" * (number % 3))
    if size in signed_at:
        made.sign()
    return made
