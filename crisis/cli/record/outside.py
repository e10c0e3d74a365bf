"""Checkpoints that somebody kept outside the desk, as files of any kind that carry one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from crisis.cli.options import read
from crisis.errors import Mistake

if TYPE_CHECKING:
    from crisis.ledger.checkpoint import Checkpoint

ENCODINGS = ("utf-8-sig", "cp932", "utf-16")
"""How a page, a feed or a mail may have been saved."""


def notes_in(path: Path) -> tuple[str, ...]:
    """The signed notes in a file (`-` is standard input). Raises `Mistake` where there is none."""
    from crisis.ledger import seals

    data = read(path)
    for encoding in ENCODINGS:
        notes = seals.found_in(data.decode(encoding, "replace").replace("\u2015", "\u2014"))  # cp932 knows no em dash
        if notes:
            return notes
    raise Mistake(
        "no-checkpoint",
        "There is no checkpoint in {path}.",
        "Give a page or a feed as it was saved, or a note whole: every line of it, with the signature.",
        path=path,
    )


def newest(notes: tuple[str, ...]) -> Checkpoint | None:
    """The largest of several; None of none. Whether it counts is found when the ledger is verified against it."""
    from crisis.ledger import seals

    return max(filter(None, map(seals.said, notes)), key=lambda stated: stated.size, default=None)
