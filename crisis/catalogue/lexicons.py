"""Reads the lexicons, `data/lexicons/*.toml` and a desk's own `lexicons/*.toml`, for the guard."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from crisis.catalogue.tables import Table
from crisis.guard.codes import CODES
from crisis.guard.lexicon import INNOCENT, Lexicon, core_lexicon
from crisis.shipped import shipped

FOLDER = "lexicons"


def read_lexicon(desk: Path | None = None) -> Lexicon:
    """The guard's own phrases, the shipped lexicons, and those of a desk's folder. A desk only adds phrases; a class
    `-CODE` in its files names innocent words around phrases of CODE.

    Raises `Mistake` for a file that is no TOML, an unknown code, or a value that is no list of words.
    """
    folders = [shipped("data") / FOLDER, *([desk / FOLDER] if desk else [])]
    return with_files(core_lexicon(), [path for folder in folders for path in sorted(folder.glob("*.toml"))])


def with_files(lexicon: Lexicon, paths: Iterable[Path]) -> Lexicon:
    """A lexicon with the phrases of some files."""
    known = set(lexicon.phrases) | set(CODES) | {INNOCENT + code for code in CODES}
    for path in paths:
        table = Table.read(path).only(*known)
        lexicon = lexicon.extended({name: table.texts(name) for name in table.data})
    return lexicon
