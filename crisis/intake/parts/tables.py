"""Tables to entries: label and value side by side, or a header row above.

`where` is `table row N`, counted from 1 with the header row; later tables of a document are `table 2 row N`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from crisis.intake.parts.labels import BLANKS, entries_in, is_label
from crisis.intake.parts.lines import Line, plain_lines
from crisis.model.notice import Entry

# Headers that only say "label" and "value": the rows below them are side by side.
_GENERIC = frozenset(
    {"項目", "内容", "詳細", "区分", "事項", "項目名", "値", "記入内容", "回答", "備考"}
    | {"item", "items", "detail", "details", "field", "value", "content", "contents", "description", "answer", "key"}
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text, lines apart by LF; `head` where the table marks it as a header."""

    text: str
    head: bool = False


Row = Sequence[Cell]
_GAP = re.compile(r"(?<=\S)[ \u3000]{2,}(?=\S)")
_RULE = re.compile(r"[\s|+:=_─━-]*")


def tabbed(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Entry, ...]]:
    """Plain lines with the tables that were pasted as text (three columns or more, set apart by tabs, bars or wide gaps; two where
    a rule stands below their header row) made quiet, and the entries of those tables."""
    kept, entries, tables = list[Line](), list[Entry](), 0
    for columns, run in groupby(lines, key=lambda line: len(_cells(line))):
        part = list(run)
        ruled = len(part) > 1 and "|" in part[1].text and _RULE.fullmatch(part[1].text) is not None
        rows = [
            [Cell(text, ruled and line is part[0]) for text in _cells(line)]
            for line in part
            if not _RULE.fullmatch(line.text)
        ]
        if columns < (2 if ruled else 3) or len(rows) < (2 if ruled or "\t" in part[0].text else 3):
            kept += part
            continue
        tables += 1
        entries += table_entries(rows, tables)
        kept += [replace(line, quiet=True) for line in part]
    return tuple(kept), tuple(entries)


def _cells(line: Line) -> list[str]:
    """The cells of a line, set apart by tabs, by bars or by wide gaps."""
    if line.quiet:
        return []
    text = line.text.strip(" ")
    if "\t" not in text and text.count("|") > 1:
        return [cell.strip(BLANKS) for cell in text.strip("|").split("|")]
    return [cell.strip(BLANKS) for cell in (text.split("\t") if "\t" in text else _GAP.split(text))]


def row_text(row: Row) -> str:
    """A row as one readable line, cells apart by tabs."""
    return "\t".join(" ".join(cell.text.split("\n")) for cell in row)


def table_entries(rows: Sequence[Row], number: int = 1) -> tuple[Entry, ...]:
    """One entry for each labelled value of a table; `number` is the table's in its document."""
    table = "table" if number == 1 else f"table {number}"
    headers = _headers(rows)
    found: list[Entry] = []
    for at, row in enumerate(rows, start=1):
        if headers is not None and at == 1:
            continue
        pairs = zip(headers, row, strict=False) if headers else _side_by_side(row)
        where = f"{table} row {at}"
        for label, value in pairs:
            found.extend(_entries(label.text.strip(BLANKS), value.text.strip(BLANKS), where))
    return tuple(found)


def _entries(label: str, value: str, where: str) -> Iterator[Entry]:
    """The labelled value, and the labelled lines inside the value (a portal's 内容 cell often holds the whole notice)."""
    label = " ".join(label.split("\n")).rstrip(":：")
    if not label or not value:
        return
    yield Entry(label, value, where)
    for inner in entries_in(plain_lines(value)):
        yield Entry(inner.label, inner.value, where)


def _headers(rows: Sequence[Row]) -> Row | None:
    """The header row; empty where it only says 項目 and 内容; None where there is none."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return None
    first, rest = rows[0], rows[1:]
    if names_columns([cell.text for cell in first]):
        return ()
    if all(cell.head or not cell.text.strip(BLANKS) for cell in first):
        return None if all(all(c.head for c in row) for row in rest) else first
    wide = len(first) > 2 and not any(cell.head for row in rows for cell in row)
    if wide and all(is_label(c.text.strip(BLANKS)) and len(c.text) <= 16 for c in first) and not _alternates(rows):
        return first
    return None


def names_columns(cells: Sequence[str]) -> bool:
    """Whether a row only says that labels stand on its left and values on its right."""
    return len(cells) == 2 and all(cell.strip(BLANKS).lower() in _GENERIC for cell in cells)


def _alternates(rows: Sequence[Row]) -> bool:
    """Label, value, label, value: four columns whose first and third repeat nothing and end in a colon."""
    return all(len(row) == 4 and row[0].text.rstrip(BLANKS)[-1:] in (":", "：") for row in rows)


def _side_by_side(row: Row) -> Iterator[tuple[Cell, Cell]]:
    """Header, value, header, value; else two cells, else cells in pairs where each label ends in a colon."""
    if any(cell.head for cell in row):
        label: Cell | None = None
        for cell in row:
            if cell.head:
                label = cell
            elif label is not None:
                yield label, cell
    elif len(row) == 2 or (len(row) == 4 and row[0].text.rstrip(BLANKS)[-1:] in (":", "：")):
        yield from zip(row[0::2], row[1::2], strict=True)
