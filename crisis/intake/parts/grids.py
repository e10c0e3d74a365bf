"""The cells of an HTML table as they stand, and what a page hides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
_TALLEST = 200


def hidden(node: Any) -> bool:
    """Whether an element is kept from the reader's eyes."""
    return (
        node.get("hidden") is not None
        or (node.get("aria-hidden") or "").lower() == "true"
        or _HIDING.search(node.get("style") or "") is not None
    )


def _rows(table: Any) -> Iterator[Any]:
    """The rows of this table, not of tables inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def filled_rows(table: Any) -> Iterator[list[tuple[Any, bool]]]:
    """Each row's cells with those that span down into it (True marks such a repetition)."""
    hanging: dict[int, tuple[Any, int]] = {}
    for row in _rows(table):
        if hidden(row):
            continue
        cells: list[tuple[Any, bool]] = []
        own = [cell for cell in row if cell.tag in ("td", "th") and not hidden(cell)]
        while own or len(cells) in hanging:
            if len(cells) in hanging:
                cell, left = hanging.pop(len(cells))
                if left > 1:
                    hanging[len(cells)] = (cell, left - 1)
                cells.append((cell, True))
                continue
            cell = own.pop(0)
            down = _span(cell, "rowspan", _TALLEST)
            if down > 1:
                hanging[len(cells)] = (cell, down - 1)
            cells.append((cell, False))
        yield cells


def _span(cell: Any, name: str, most: int) -> int:
    text = (cell.get(name) or "1").strip()
    return min(int(text), most) if text.isascii() and text.isdigit() and len(text) < 6 else 1
