"""The documents hold together: the twins say the same, links lead somewhere, nothing runs over."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from doc_pages import anchor, blocks, documents, headings, links, page, prose
from typer.main import get_command

from crisis.cli.app import furnish

TWINS = ("README.md", "README.ja.md")


def test_the_twins_have_the_same_commands_pictures_and_parts() -> None:
    english, japanese = map(page, TWINS)
    assert blocks(english) == blocks(japanese)
    assert [level for level, _ in headings(english)] == [level for level, _ in headings(japanese)]
    files = [[link for link in links(text) if not link.startswith(("#", "README"))] for text in (english, japanese)]
    assert files[0] == files[1]


def test_the_twins_say_as_many_things() -> None:
    counted = [
        [len(re.findall(form, prose(page(twin)), re.MULTILINE)) for form in (r"^- ", r"^\|", r"^\*\*", r"<img ")]
        for twin in TWINS
    ]
    assert counted[0] == counted[1]


def test_the_twins_name_the_same_commands_in_their_prose() -> None:
    named = [sorted(re.findall(r"`((?:crisis|make) [^`]+)`", prose(page(twin)))) for twin in TWINS]
    assert sorted(set(named[0])) == sorted(set(named[1]))


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    lost = []
    for link in links(document.read_text("utf-8")):
        path, _, part = link.partition("#")
        target = (document.parent / path).resolve() if path else document
        if link.startswith("https://"):
            continue
        if not target.exists() or (part and part not in _anchors(target)):
            lost.append(link)
    assert lost == []


def _anchors(path: Path) -> set[str]:
    return {anchor(words) for _, words in headings(path.read_text("utf-8"))}


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.name)
def test_a_document_has_one_title_and_no_level_is_left_out(document: Path) -> None:
    levels = [level for level, _ in headings(document.read_text("utf-8"))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_command_that_a_document_names_exists() -> None:
    known = set(get_command(furnish()).commands)  # type: ignore[attr-defined]
    named = {
        (path.name, word)
        for path in documents()
        for word in re.findall(r"(?:`|^|\$ )crisis ([a-z]+)\b", path.read_text("utf-8"), re.MULTILINE)
    }
    assert {(name, word) for name, word in named if word not in known} == set()
