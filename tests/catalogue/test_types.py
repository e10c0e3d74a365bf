"""Notice types from their folders, and every mistake that a person can make in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis.catalogue.types import load_types
from crisis.errors import Mistake
from crisis.model.fact import Kind, Label
from crisis.shipped import shipped

TYPE = """
names = { ja = "拠点", en = "Office" }
use = ["as_of"]
ends_with = ["as_of"]
[signals]
"閉鎖" = 2
[fields.note]
kind = "text"
label = "internal"
why = "for colleagues"
[fields.status]
kind = "term"
label = "public"
required = true
aliases = ["状況"]
[fields.status.terms.closed]
matches = ["閉鎖"]
says = { ja = "閉鎖", en = "closed" }
[fields.status.terms.open]
matches = ["通常"]
says = { ja = "通常", en = "open" }
"""
SHARED = """
[fields.as_of]
kind = "time"
label = "public"
aliases = ["現在"]
"""
JA = "{% block a %}{{ status }}{% endblock %}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "templates" / "office"
    home.mkdir(parents=True)
    (home.parent / "shared.toml").write_text(SHARED, encoding="utf-8")
    (home / "type.toml").write_text(TYPE, encoding="utf-8")
    (home / "ja.j2").write_text(JA, encoding="utf-8")
    return home.parent


def test_reads_a_folder(folder: Path) -> None:
    office = load_types(folder)["office"]
    assert [field.name for field in office.fields] == ["status", "note", "as_of"]
    status = office.field_named("status")
    assert status is not None
    assert (status.kind, status.label, status.required, status.aliases) == (Kind.TERM, Label.PUBLIC, True, ("状況",))
    assert [(term.id, term.matches, term.says["en"]) for term in status.terms] == [
        ("closed", ("閉鎖",), "closed"),
        ("open", ("通常",), "open"),
    ]
    assert office.signals == (("閉鎖", 2),)
    assert office.ends_with == ("as_of",)
    assert office.posts == {"ja": JA}


def test_later_folder_replaces_a_type_whole_and_may_use_shared_fields(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "desk" / "office"
    own.mkdir(parents=True)
    (own / "type.toml").write_text('names = { en = "Ours" }\nuse = ["as_of"]', encoding="utf-8")
    office = load_types(folder, own.parent)["office"]
    assert (office.names, [field.name for field in office.fields], office.posts) == ({"en": "Ours"}, ["as_of"], {})


def test_declared_keys_win_over_shared_ones(folder: Path) -> None:
    path = folder / "office" / "type.toml"
    path.write_text(TYPE + "[fields.as_of]\nrequired = true\n", encoding="utf-8")
    as_of = load_types(folder)["office"].field_named("as_of")
    assert as_of is not None
    assert (as_of.required, as_of.kind, as_of.aliases) == (True, Kind.TIME, ("現在",))


def test_absent_folder_counts_as_empty(tmp_path: Path) -> None:
    assert load_types(tmp_path / "none") == {}


@pytest.mark.parametrize("name", ["type.toml", "ja.j2", "en.j2"])
def test_version_is_of_the_files(folder: Path, name: str) -> None:
    before = load_types(folder)["office"].version
    assert load_types(folder)["office"].version == before
    path = folder / "office" / name
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else JA) + "\n", encoding="utf-8")
    assert load_types(folder)["office"].version != before


def test_version_is_of_the_shared_fields_that_it_uses(folder: Path) -> None:
    before = load_types(folder)["office"].version
    (folder / "shared.toml").write_text(SHARED.replace("現在", "時点"), encoding="utf-8")
    assert load_types(folder)["office"].version != before


MISTAKES = [
    ("names =", "nmaes =", "top level: nmaes: unknown key (did you mean 'names'?)"),
    ('names = { ja = "拠点", en = "Office" }', "", "names: missing"),
    ('ja = "拠点"', 'japanese_language = "拠点"', "'japanese_language' is no language"),
    ('use = ["as_of"]', 'use = ["as_off"]', "shared.toml has no field 'as_off' (did you mean 'as_of'?)"),
    ('ends_with = ["as_of"]', 'ends_with = ["status"]', "'status' is no time field"),
    ('"閉鎖" = 2', '"閉鎖" = "strong"', "[signals]: 閉鎖: a weight is a whole number"),
    ('kind = "term"', 'kind = "trem"', "[fields.status]: kind: unknown word 'trem' (did you mean 'term'?)"),
    ('kind = "term"', "", "[fields.status]: kind: missing"),
    ('label = "public"', 'label = "publik"', "did you mean 'public'?"),
    ("required = true", 'required = "yes"', "required: neither true nor false"),
    ('aliases = ["状況"]', 'aliases = "状況"', "aliases: not a list of texts"),
    ('why = "for colleagues"', "", "why: an internal field must say why it stays"),
    ('kind = "text"\nlabel = "internal"', 'kind = "text"\nlabel = "public"', "a field of kind text is internal"),
    ('matches = ["閉鎖"]', "", "[fields.status.terms.closed]: matches: missing"),
    ('matches = ["閉鎖"]', 'matches = ["通常"]', "'通常' is also in terms.open"),
    ('says = { ja = "閉鎖", en = "closed" }', 'says = { en = "closed" }', "says nothing in ja"),
    ('says = { ja = "閉鎖", en = "closed" }', 'says = { ja = "通常" }', "'通常' is also in terms.open"),
    ('aliases = ["状況"]', 'aliases = ["現在"]', "'現在' is also an alias of as_of"),
    ("[fields.status]", "[fields.organisation]\nkind = 'time'\nlabel = 'public'\n[fields.status]", "no name for a field"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "says"), MISTAKES)
def test_mistake_names_file_table_and_key(folder: Path, right: str, wrong: str, says: str) -> None:
    path = folder / "office" / "type.toml"
    assert right in TYPE
    path.write_text(TYPE.replace(right, wrong), encoding="utf-8")
    with pytest.raises(Mistake) as caught:
        load_types(folder)
    assert str(path) in str(caught.value)
    assert says in str(caught.value)
    assert "Write " in str(caught.value.mend)
    assert caught.value.exit_code == 2


def test_syntax_error_names_the_line(folder: Path) -> None:
    (folder / "office" / "type.toml").write_text('names = { en = "x" }\nuse = [', encoding="utf-8")
    with pytest.raises(Mistake, match=r"type\.toml: .*line 2"):
        load_types(folder)


def test_template_mistake_names_file_and_line(folder: Path) -> None:
    (folder / "office" / "ja.j2").write_text("{% block a %}\n{{ note }}{% endblock %}", encoding="utf-8")
    with pytest.raises(Mistake, match=r"ja\.j2, line 2: note is internal"):
        load_types(folder)


@pytest.mark.parametrize(("name", "says"), [("nihongo.j2", "nihongo is no language"), ("JA.j2", "JA is no language")])
def test_template_of_no_language_is_a_mistake(folder: Path, name: str, says: str) -> None:
    (folder / "office" / name).write_text(JA, encoding="utf-8")
    with pytest.raises(Mistake, match=says):
        load_types(folder)


def test_folder_without_its_file_and_with_a_wrong_name(folder: Path) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(Mistake, match=r"type\.toml cannot be read"):
        load_types(folder)
    (folder / "empty").rename(folder / "Empty One")
    with pytest.raises(Mistake, match="no name of a notice type"):
        load_types(folder)


@pytest.mark.parametrize("name", ["type.toml", "ja.j2"])
def test_file_that_is_not_utf8(folder: Path, name: str) -> None:
    (folder / "office" / name).write_bytes("names = 拠点".encode("shift_jis"))
    with pytest.raises(Mistake, match=f"{name} is not UTF-8"):
        load_types(folder)


def test_byte_order_mark_of_a_windows_editor_is_no_mistake(folder: Path) -> None:
    for name in ("type.toml", "ja.j2"):
        path = folder / "office" / name
        path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert load_types(folder)["office"].posts == {"ja": JA}


def test_files_that_nobody_reads_change_no_version(folder: Path) -> None:
    before = load_types(folder)["office"].version
    (folder / "office" / ".DS_Store").write_bytes(b"x")
    assert load_types(folder)["office"].version == before


def test_shipped_folders_are_found() -> None:
    assert {"safety-check", "office-status", "holding"} <= set(load_types(shipped("templates")))
    with pytest.raises(FileNotFoundError, match="nonsense"):
        shipped("nonsense")
