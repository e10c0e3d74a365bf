"""What the documents list is what the code has."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from absence import ROOT
from doc_pages import blocks, page, section

from crisis import errors
from crisis.catalogue import config
from crisis.catalogue.types import load_types
from crisis.ledger.entries import KINDS
from crisis.shipped import shipped

ROW = re.compile(r"^\| (.+) \|$", re.MULTILINE)


def rows(text: str) -> list[list[str]]:
    """The cells of a table, without its head."""
    found = [re.split(r"(?<!\\) \| ", line) for line in ROW.findall(text)]
    return [cells for cells in found[1:] if not set("".join(cells)) <= set("-| ")]


def test_each_kind_of_entry_is_told() -> None:
    told = {cells[0].strip("`"): cells[1] for cells in rows(section(page("docs/ledger.md"), "An entry"))}
    assert told == dict(KINDS)


def test_the_readme_counts_the_types_that_have_posts() -> None:
    counted = sum(bool(one.posts) for one in load_types(shipped("templates")).values())
    assert counted == 15
    assert "Fifteen types" in page("README.md")
    assert "15の種別" in page("README.ja.md")


def test_each_exit_code_is_told() -> None:
    told = {int(cells[0]) for cells in rows(section(page("docs/operations.md"), "Exit codes"))}
    classes = [
        value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, errors.CrisisError)
    ]
    assert told == {0, errors.PLATFORM_FAILED, *(one.exit_code for one in classes)}


def test_each_variable_of_the_environment_is_told() -> None:
    told = {cells[0].strip("`") for cells in rows(section(page("docs/operations.md"), "Environment"))}
    read = re.compile(r"""["'](CRISIS_[A-Z_]+)["']""")
    used = {name for path in (ROOT / "crisis").rglob("*.py") for name in read.findall(path.read_text("utf-8"))}
    assert told == used


def test_the_rooms_are_those_that_are_held_apart() -> None:
    lines = blocks(section(page("docs/architecture.md"), "The rooms"), "text")[0].text.splitlines()
    drawn = iter([room for line in lines for room in re.split(r" {6,}", line.strip())[0].split()])
    held = tomllib.loads(page("pyproject.toml"))["tool"]["importlinter"]["contracts"][0]["layers"]
    layers = [set(re.findall(r"\w+", layer)) - {"__main__"} for layer in held]
    assert [{next(drawn) for _ in layer} for layer in layers] == layers
    assert not list(drawn)


def test_the_words_of_the_glossary_are_those_on_the_screen() -> None:
    japanese = tomllib.loads((ROOT / "crisis" / "cli" / "ja.toml").read_text("utf-8"))
    told = rows(section(page("docs/glossary.md"), "On the screen 画面の言葉"))
    checked = [
        (word, words[index])
        for english, words in ((cells[0].split(", "), cells[1].split("、")) for cells in told)
        for index, word in enumerate(english)
        if word in japanese
    ]
    assert len(checked) >= 18
    assert [(word, japanese[word]) for word, _ in checked] == checked


@pytest.mark.parametrize("name", ["README.md", "docs/operations.md"])
def test_every_piece_of_configuration_loads(name: str, tmp_path: Path) -> None:
    for number, block in enumerate(blocks(page(name), "toml")):
        folder = tmp_path / str(number)
        folder.mkdir()
        text = (
            block.text if "name =" in block.text else '[desk]\nname = "A desk"\n' + block.text.replace("[desk]\n", "")
        )
        (folder / "crisis.toml").write_text(text, "utf-8")
        assert config.load(folder).name


def test_make_knows_the_targets_that_are_told() -> None:
    told = {name for path in ("README.md", "CONTRIBUTING.md") for name in re.findall(r"\bmake ([a-z]+)`", page(path))}
    for target in sorted(told):
        done = subprocess.run(
            ["make", "--dry-run", target], cwd=ROOT, capture_output=True, check=False, env={**os.environ, "PYTHON": ""}
        )
        assert done.returncode == 0, target
