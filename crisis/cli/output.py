"""Printing: one JSON document for scripts, or lines for people that read well at 80 columns, without colour, aloud."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from crisis.text.terminal import shown

if TYPE_CHECKING:
    from rich.console import Console

INDENT = "  "
NARROWEST = 20


@lru_cache(maxsize=2)
def console(*, err: bool = False) -> Console:
    """The console: colour only at a terminal that wants it, no markup, so that a notice's brackets stay brackets."""
    from rich.console import Console

    return Console(stderr=err, highlight=False, markup=False, emoji=False, soft_wrap=True)


def line(text: str = "", style: str | None = None, *, err: bool = False) -> None:
    """One line (or several, at line breaks)."""
    if style is None or not (sys.stderr if err else sys.stdout).isatty():
        print(shown(text), file=sys.stderr if err else sys.stdout)
    else:
        console(err=err).print(shown(text), style=style)


def note(text: str) -> None:
    """A word to the person beside the result: on standard error."""
    line(text, "dim", err=True)


def indented(text: str, depth: int = 1, style: str | None = None) -> None:
    """A text as it is, set in, every line of it; at a terminal broken where a reader would break it."""
    for part in text.split("\n"):
        for piece in _broken(part, INDENT * depth):
            line(f"{INDENT * depth}{piece}", style)


def _broken(part: str, indent: str) -> list[str]:
    if not sys.stdout.isatty():
        return [part]
    from crisis.text.japanese import wrap

    return wrap(part, max(shutil.get_terminal_size().columns - len(indent), NARROWEST)) or [""]


def table(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Columns without lines around them; double-width characters count as two. The first holds what names a row and stays
    in one piece, to be copied."""
    from rich.table import Table

    made = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    for index, header in enumerate(headers):
        made.add_column(header, no_wrap=index == 0)
    for row in rows:
        made.add_row(*("" if cell is None else shown(str(cell)) for cell in row))
    console().print(made, soft_wrap=False)


def plain(text: str) -> None:
    """Text for a file, as it is."""
    sys.stdout.write(text)


def emit(document: Any) -> None:
    """The one JSON document."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def clock(at: datetime | None, zone: tzinfo) -> str:
    """A time for people, in the desk's zone, short: `9 Oct 15:20`-like in numbers, `10-09 15:20`."""
    return "" if at is None else at.astimezone(zone).strftime("%m-%d %H:%M")


def iso(at: datetime | None, zone: tzinfo) -> str | None:
    """A time for scripts: ISO 8601 with the desk's offset."""
    return None if at is None else at.astimezone(zone).isoformat(timespec="seconds")
