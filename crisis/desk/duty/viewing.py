"""Who looks at the board, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass

MOST = 30
"""So many of a kind are read, the most urgent; the rest is counted."""

NOBODY = "ID"
"""Who looks where nobody has said so: commands name the place to fill in."""

BEGINNING = 40
"""Characters of a text by which people know it."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks, and in which language names of things are given."""

    id: str = NOBODY
    language: str = "en"


def beginning(text: str) -> str:
    """The first words of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= BEGINNING else line[: BEGINNING - 1] + "…"
