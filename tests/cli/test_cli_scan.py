"""`crisis scan` by itself: standard input, files, a folder; marks for people, one document for scripts, a hook's exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_kit import crisis

from crisis.cli.drafts.marked import cover, passage
from crisis.model.finding import Finding, Severity
from crisis.sentence import Sentence

SECRET = "北浜電機です。\n担当の携帯は090-1234-5678、暗証番号は4071です。\n15:20現在 次回16:30\n"
PLAIN = "北浜電機 仙台事業所は、地震のため閉鎖しています。来所しないでください。15:20現在\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(SECRET, "utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "b.md").write_text(PLAIN, "utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\0\0")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "c.txt").write_text(SECRET, "utf-8")
    (tmp_path / "linked.txt").symlink_to(tmp_path / "a.txt")
    return tmp_path


def test_standard_input_keeps_the_contracts_shape() -> None:
    for arguments in ((), ("-",)):
        document = json.loads(crisis("scan", *arguments, "--json", stdin=SECRET).exits(4).out)
        assert list(document) == ["findings"]
        assert "4071" not in json.dumps(document, ensure_ascii=False)


def test_files_and_folders_are_one_list(folder: Path) -> None:
    ran = crisis("scan", str(folder), "--json").exits(4)
    files = {Path(each["file"]).name: each["findings"] for each in json.loads(ran.out)["files"]}
    assert sorted(files) == ["a.txt", "b.md"]
    assert {f["code"] for f in files["a.txt"]} >= {"pii-contact", "access-secret"}
    assert all(f["severity"] == "advise" for f in files["b.md"])
    assert "1 files" in ran.err


def test_one_file_that_is_named_is_a_list_too(folder: Path) -> None:
    (only,) = json.loads(crisis("scan", str(folder / "deep" / "b.md"), "--json").exits(0).out)["files"]
    assert only["file"].endswith("b.md")


def test_a_log_never_holds_the_secret(folder: Path) -> None:
    ran = crisis("scan", str(folder)).exits(4)
    assert "4071" not in ran.out + ran.err
    assert "090-1234-5678" not in ran.out + ran.err
    assert "2: 担当の携帯は■■■■■■■■■■■■■、" in ran.out
    assert "3 passages must not go out as they are." in ran.out


def test_a_hook_is_silent_where_all_is_well(folder: Path) -> None:
    ran = crisis("scan", "--quiet", str(folder / "deep")).exits(0)
    assert (ran.out, ran.err) == ("", "")
    held = crisis("scan", "--quiet", str(folder / "deep"), str(folder / "a.txt")).exits(4)
    assert "advice" not in held.out
    assert "a.txt" in held.out
    assert "b.md" not in held.out


@pytest.mark.parametrize("charset", ["cp932", "euc_jp", "utf-16", "iso2022_jp"])
def test_a_text_of_an_office_is_read_in_its_charset(folder: Path, charset: str) -> None:
    (folder / "deep" / "old.txt").write_bytes(SECRET.encode(charset))
    for place in (folder / "deep", folder / "deep" / "old.txt"):
        assert "access-secret" in crisis("scan", "-q", str(place)).exits(4).out


def test_what_is_passed_over_is_named(folder: Path) -> None:
    assert "picture.png" in crisis("scan", str(folder)).exits(4).err


def test_what_is_no_text_is_one_sentence(folder: Path) -> None:
    assert "is no text" in crisis("scan", str(folder / "picture.png")).exits(2).err
    assert "cannot be read" in crisis("scan", str(folder / "none.txt")).exits(2).err


def finding(text: str, part: str) -> Finding:
    start = text.index(part)
    return Finding("pii-name", Severity.HOLD, Sentence("Take it out."), None, start, start + len(part))


def test_the_mark_stands_under_the_passage_in_columns() -> None:
    line, mark = passage("一行目\n担当は佐伯さんです", finding("一行目\n担当は佐伯さんです", "佐伯"))
    assert line == "2: 担当は佐伯さんです"
    assert mark == "         ^^^^"


@pytest.mark.parametrize("text", ["あ" * 500 + "佐伯" + "い" * 500, "a" * 500 + "佐伯" + "b" * 500, "佐伯" * 400])
def test_a_long_line_is_cut_around_the_passage(text: str) -> None:
    line, mark = passage(text, finding(text, "佐伯"))
    assert "佐伯" in line
    assert len(line) < 140
    assert mark.strip() == "^^^^"


def test_no_control_reaches_the_screen() -> None:
    text = "\x1b[31m佐伯\u202e"
    line, _mark = passage(text, finding(text, "佐伯"))
    assert line.isprintable()


def test_what_means_all_of_the_text_has_no_mark() -> None:
    assert list(passage("text", Finding("no-time", Severity.ADVISE, Sentence("Say when.")))) == []


def test_every_passage_is_covered_at_once() -> None:
    text = "佐伯 and 渡会\n佐伯"
    assert cover(text, [finding(text, "佐伯"), finding(text, "渡会")]) == "■■ and ■■\n佐伯"
