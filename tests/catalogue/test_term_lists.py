"""Lists of protected terms are read again when they change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from crisis.catalogue.protected import TermLists


def write(file: Path, text: str, tick: int) -> None:
    """Another time of change, however coarse the clock of the file system."""
    file.write_text(text, "utf-8")
    os.utime(file, ns=(tick, tick))


def test_what_is_listed_later_is_found(tmp_path: Path) -> None:
    file = tmp_path / "protected.txt"
    write(file, "# customers\n\n北都銀行\n", 1)
    lists = TermLists((file,))
    first = lists.current()
    assert first.terms == ("北都銀行",)
    assert lists.current() is first
    write(file, "北都銀行\nアリス\n", 2)
    assert lists.current().terms == ("北都銀行", "アリス")


def test_a_list_that_is_gone_goes_on_protecting(tmp_path: Path) -> None:
    file = tmp_path / "protected.txt"
    write(file, "北都銀行", 1)
    lists = TermLists((file,))
    held = lists.current()
    file.unlink()
    assert lists.current() is held
    file.write_bytes(b"\xff\xfe\x00")
    assert lists.current() is held


def test_a_list_that_was_never_there_is_no_empty_list(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        TermLists((tmp_path / "none.txt",)).current()
