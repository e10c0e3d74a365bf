"""CSV and TSV exports: a header row, then one notice a row; or 項目,内容 with one notice in all."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from crisis.intake.parts import refusals
from crisis.intake.parts.charset import Decoded
from crisis.intake.parts.records import Value
from crisis.intake.parts.tables import names_columns
from crisis.model.finding import Finding

Read = tuple[bytes, tuple[Value, ...], tuple[Finding, ...]]

_LINES = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: list[str]
    first: int
    """Its first line, from 0, and the line after its last."""
    after: int


def read_rows(raw: bytes, decoded: Decoded, name: str) -> list[Read]:
    """Bytes (the header and the row), values and defects of each row that says something."""
    rows = list(islice(_rows(decoded.text), refusals.MOST + 2))
    refusals.check_count(len(rows) - 1, name)
    if len(rows) < 2:
        return []
    header, *rest = rows
    if names_columns(header.cells):
        values = tuple(
            Value(row.cells[0], row.cells[1], f"table row {row.number}") for row in rest if len(row.cells) > 1
        )
        return [(raw, values, ())]
    lines = _LINES.findall(raw) if _splits(decoded) else []
    whole = len(lines) != rows[-1].after or len(rest) == 1
    return [
        (raw if whole else _piece(lines, header, row), tuple(_values(header, row)), _doubts(header, row))
        for row in rest
    ]


def _rows(text: str) -> Iterator[_Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    number, before = 0, 0
    try:
        for cells in reader:
            number += 1
            if any(cell.strip() for cell in cells):
                yield _Row(number, cells, before, reader.line_num)
            before = reader.line_num
    except csv.Error:  # a cell beyond csv's own limit: what came before it stands
        return


def _delimiter(text: str) -> str:
    """The sign that stands most often in the header row."""
    return max((",", "\t", ";"), key=text.partition("\n")[0].count)


def _splits(decoded: Decoded) -> bool:
    """Whether bytes can be cut at line ends without decoding them."""
    return not decoded.charset.startswith(("utf-16", "utf-32", "iso-2022"))


def _piece(lines: list[bytes], header: _Row, row: _Row) -> bytes:
    return b"".join(lines[: header.after] + lines[row.first : row.after])


def _values(header: _Row, row: _Row) -> Iterator[Value]:
    for label, value in zip(header.cells, row.cells, strict=False):
        yield Value(label.strip(), value, f"table row {row.number}")


def _doubts(header: _Row, row: _Row) -> tuple[Finding, ...]:
    if len(row.cells) == len(header.cells):
        return ()
    say = refusals.hold if len(row.cells) > len(header.cells) else refusals.advise
    return (
        say(
            "uneven-row",
            "This row has {cells} cells under {headers} headers.",
            cells=len(row.cells),
            headers=len(header.cells),
        ),
    )
