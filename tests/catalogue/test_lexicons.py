"""Lexicons: shipped ones are found by the guard, a desk adds its own, a mistake is one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis.catalogue.lexicons import read_lexicon
from crisis.errors import Mistake
from crisis.guard import GuardContext, inspect


def codes(text: str, desk: Path | None = None) -> set[str]:
    return {finding.code for finding in inspect(text, GuardContext(lexicon=read_lexicon(desk)))}


def test_shipped_suppliers_are_found() -> None:
    assert "vendor" in codes("さくらインターネットの設備です")
    assert "vendor" in codes("ｋｉｎｔｏｎｅ is slow")
    assert "vendor" not in codes("eye check pointless")


def _desk(folder: Path, text: str) -> Path:
    (folder / "lexicons").mkdir()
    (folder / "lexicons" / "ours.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_desk_adds_words_and_excuses_innocent_ones(tmp_path: Path) -> None:
    desk = _desk(tmp_path, 'plan = ["ラベンダー計画"]\n-vendor = ["セコム坂"]\n')
    assert "plan" in codes("ラベンダー計画の件", desk)
    assert "vendor" not in codes("セコム坂の拠点", desk)
    assert "vendor" in codes("セコムの拠点", desk)


@pytest.mark.parametrize("text", ['vender = ["x"]', "vendor = 3", "vendor ="])
def test_a_mistake_names_the_file(tmp_path: Path, text: str) -> None:
    with pytest.raises(Mistake, match=r"ours\.toml"):
        read_lexicon(_desk(tmp_path, text))
