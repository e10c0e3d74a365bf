"""The recipes of CONTRIBUTING, followed to the letter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from doc_pages import Block, blocks, page, section
from doc_terminal import environment, type_in

from crisis.catalogue import types
from crisis.drafting import ladder, marks
from crisis.model.fact import Kind, Label

RECIPE = section(page("CONTRIBUTING.md"), "Add a notice type")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample desk with each file of the recipe written where it says."""
    folder = tmp_path_factory.mktemp("recipe")
    assert type_in("crisis init desk --sample", folder, environment(folder)).code == 0
    for block in blocks(RECIPE):
        if block.mark:
            (folder / block.mark).parent.mkdir(parents=True, exist_ok=True)
            (folder / block.mark).write_text(block.text, "utf-8")
    return folder


def command() -> str:
    (block,) = blocks(RECIPE, "sh")
    (line,) = block.commands
    return line


def test_the_new_type_drafts_in_both_languages(made: Path) -> None:
    done = type_in(command(), made, environment(made))
    assert done.code == 0, done.screen
    assert "仙台事業所の駐車場は使用できません。お車での来所はお控えください。" in done.screen.replace("\n    ", "")
    assert "the car park of Sendai Office is closed. Please do not come by car." in done.screen.replace("\n    ", " ")


def test_what_is_internal_has_a_name_and_no_value(made: Path) -> None:
    done = type_in(f"{command()} --json 2>/dev/null", made, environment(made))
    (notice,) = json.loads(done.screen)["notices"]
    assert notice["type"] == "car-park"
    assert "gate_code" in [withheld["name"] for withheld in notice["withheld"]]
    assert not [secret for secret in ("4711", "2台", "けが") if secret in done.screen]


def test_it_is_asked_about_on_the_phone(made: Path) -> None:
    done = type_in(
        "crisis say car-park --as drafter --role GA --desk desk --answer site=sendai --answer state=閉鎖 </dev/null",
        made,
        environment(made),
    )
    assert done.code == 0, done.screen
    assert "駐車場は使用できません" in done.screen


@pytest.mark.parametrize(
    ("file", "found", "instead", "told"),
    [
        ("type.toml", 'label = "internal"', 'label = "secret"', "secret"),
        ("ja.j2", "{{ state }}", "{{ gate_code }}", "gate_code is internal"),
        ("en.j2", "{% endblock %}", "", "line"),
    ],
)
def test_a_mistake_in_it_names_the_file(made: Path, file: str, found: str, instead: str, told: str) -> None:
    path = made / "desk" / "templates" / "car-park" / file
    right = path.read_text("utf-8")
    path.write_text(right.replace(found, instead, 1), "utf-8")
    try:
        done = type_in(command(), made, environment(made))
    finally:
        path.write_text(right, "utf-8")
    assert done.code == 2, done.screen
    assert file in done.screen
    assert told in done.screen


def test_the_schema_is_told_whole() -> None:
    told = section(page("CONTRIBUTING.md"), "type.toml, whole")
    for key in (*types._FIELD_KEYS[:-1], "names", "use", "ends_with", "signals", "matches", "blocks", "says"):
        assert key in told
    for value in (*Kind, *Label):
        assert f"`{value.value}`" in told


def test_what_a_template_is_given_is_told_whole() -> None:
    told = section(page("CONTRIBUTING.md"), "LANGUAGE.j2, whole")
    spoken = [name for name in vars(marks.SpokenOccasion) if not name.startswith("_") and name != "language"]
    for name in (*spoken, *ladder._FILTERS, "capitalize", "organisation"):
        assert name in told


def test_the_recipe_has_every_file() -> None:
    assert [block.mark for block in blocks(RECIPE) if isinstance(block, Block) and block.mark] == [
        "desk/templates/car-park/type.toml",
        "desk/templates/car-park/ja.j2",
        "desk/templates/car-park/en.j2",
        "notice.txt",
    ]
