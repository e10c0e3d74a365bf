"""Do and don't: `data/advice.toml`, under a desk's own `advice.toml`, card by card."""

from __future__ import annotations

from pathlib import Path

from crisis.catalogue.tables import Table
from crisis.model.advice import Advice
from crisis.model.names import Names
from crisis.shipped import shipped

FILE = "advice.toml"


def advice(folder: Path | None) -> tuple[Advice, ...]:
    """The cards of a desk's folder over those that ship, in their order, the desk's own last. Raises `Mistake` for what is wrong
    in a file, naming it."""
    paths = [shipped("data") / FILE, *([folder / FILE] if folder and (folder / FILE).is_file() else [])]
    return tuple({card.id: card for path in paths for card in _read(path)}.values())


def _read(path: Path) -> list[Advice]:
    top = Table.read(path)
    return [_card(Table(path, name, top.table(name).data), name) for name in top.data]


def _card(table: Table, name: str) -> Advice:
    table.only("names", "do", "dont")
    return Advice(name, table.names("names", required=True), _lines(table, "do"), _lines(table, "dont"))


def _lines(table: Table, key: str) -> tuple[Names, ...]:
    """Lines, each a table of languages."""
    lines = table.data.get(key, [])
    if not isinstance(lines, list) or not all(_is_line(line) for line in lines):
        raise table.mistake(key, "lines by language", '[{ ja = "…", en = "…" }]')
    return tuple(lines)


def _is_line(line: object) -> bool:
    return isinstance(line, dict) and bool(line) and all(isinstance(words, str) and words for words in line.values())
