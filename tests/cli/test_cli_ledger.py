"""The ledger at the command line: what was released, in every form, one page to print, and copies from outside."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from absence import absent
from cli_kit import Office

FORMS = ("--csv", "--jsonl")


@pytest.fixture
def told(office: Office) -> Office:
    """An office that has published a post."""
    office.cleared()
    office.run("daemon", "--once").exits(0)
    return office


def listed(office: Office, *options: str) -> list[dict[str, object]]:
    return office.json("ledger", "releases", *options)["releases"]  # type: ignore[no-any-return]


def test_filters_take_what_is_meant_and_nothing_else(told: Office) -> None:
    (one,) = listed(told)
    day = str(one["at"])[:10]
    assert listed(told, "--since", day, "--until", day, "--person", "approver") == [one]
    for none in (("--until", "2001-01-01"), ("--since", "2999-01-01"), ("--site", "osaka")):
        assert listed(told, *none) == []


@pytest.mark.parametrize(
    "wrong",
    [("--since", "yesterday"), ("--person", "nobody"), ("--site", "moon"), ("--incident", "I-0"), ("--csv", "--jsonl")],
)
def test_a_wrong_filter_is_one_sentence(told: Office, wrong: tuple[str, str]) -> None:
    told.run("ledger", "releases", *wrong).exits(2)


def test_lines_and_table_say_what_the_document_says(told: Office) -> None:
    (one,) = listed(told)
    (line,) = told.run("ledger", "releases", "--jsonl").exits(0).out.splitlines()
    assert json.loads(line) == one
    text = told.run("ledger", "releases", "--csv").exits(0).out
    assert text.startswith("\ufeffat,release,")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [row["text"] for row in rows] == [post["text"] for post in one["posts"]]  # type: ignore[attr-defined]


def test_no_cell_is_a_formula() -> None:
    from crisis.cli.record.releasing import _safe

    assert [_safe(cell) for cell in ("=1+1", "@x", "safe", None)] == ["'=1+1", "'@x", "safe", ""]


@pytest.mark.peer
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_report_prints_on_one_page(told: Office, tmp_path: Path, language: str) -> None:
    page = tmp_path / "report.html"
    told.run("ledger", "report", "--out", str(page), "--lang", language).exits(0)
    html = page.read_text("utf-8")
    assert f'<html lang="{language}">' in html
    assert "src=" not in html
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        absent("no Chromium is installed")
    command = [
        str(browser),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--print-to-pdf={tmp_path / 'r.pdf'}",
        str(page),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    assert (tmp_path / "r.pdf").read_bytes().count(b"/Type /Page\n") == 1


def test_a_copy_from_outside_and_a_bundle_are_checked(told: Office, tmp_path: Path) -> None:
    saved = told.folder / "public" / "index.html"
    verdict = told.json("ledger", "verify", "--against", str(saved))
    assert verdict["ok"]
    assert verdict["contained"]
    (release,) = listed(told)
    proof = tmp_path / "proof.json"
    told.run("ledger", "prove", str(release["release"]), "--out", str(proof)).exits(0)
    assert set(told.json("ledger", "verify", "--bundle", str(proof))) == {"ok", "entries", "root", "problems"}
    proof.write_text(proof.read_text("utf-8").replace("approver", "approved"), "utf-8")
    told.run("ledger", "verify", "--bundle", str(proof)).exits(5)
    told.run("ledger", "verify", "--against", str(told.folder / "crisis.toml")).exits(2)
