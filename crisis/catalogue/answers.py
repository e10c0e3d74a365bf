"""Approved answers: `data/answers.toml`, under a desk's own `answers.toml`, class by class."""

from __future__ import annotations

import re
from pathlib import Path

from crisis.catalogue.tables import Table
from crisis.model.answer import ApprovedAnswer
from crisis.shipped import shipped

FILE = "answers.toml"
_SLOT = re.compile(r"\{([^{}]*)\}")


def approved_answers(folder: Path | None) -> tuple[ApprovedAnswer, ...]:
    """The answers of a desk's folder over those that ship, in their order, the desk's own last. Raises `Mistake` for what is
    wrong in a file, naming it."""
    paths = [shipped("data") / FILE, *([folder / FILE] if folder and (folder / FILE).is_file() else [])]
    return tuple({answer.id: answer for path in paths for answer in _read(path)}.values())


def _read(path: Path) -> list[ApprovedAnswer]:
    top = Table.read(path)
    return [_answer(Table(path, name, top.table(name).data), name) for name in top.data]


def _answer(table: Table, name: str) -> ApprovedAnswer:
    table.only("asks", "says")
    says = table.names("says", required=True)
    for words in says.values():
        if strange := [slot for slot in _SLOT.findall(words) if slot != "next"]:
            raise table.mistake("says", f"no slot {{{strange[0]}}}", "{next} for the next promised time")
    return ApprovedAnswer(name, table.names("asks", required=True), says)
