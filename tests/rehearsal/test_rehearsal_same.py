"""The same seed plays the same rehearsal on any machine, on any day, in any place."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


def rehearsed(place: Path, *extra: str, **environ: str) -> tuple[dict[str, Any], bytes]:
    """The JSON and the report of `crisis rehearse earthquake` in a process of its own, started in `place`."""
    place.mkdir()
    run = subprocess.run(
        [sys.executable, "-m", "crisis", "rehearse", "earthquake", "--json", "--out", str(place / "out"), *extra],
        cwd=place,
        env={"PATH": os.environ["PATH"], "HOME": str(place), **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    document = json.loads(run.stdout)
    assert run.stderr == ""
    return document, Path(document.pop("report")).read_bytes()


def test_two_machines_play_the_same_rehearsal(tmp_path: Path) -> None:
    first = rehearsed(tmp_path / "one", PYTHONHASHSEED="1", TZ="Asia/Tokyo")
    second = rehearsed(tmp_path / "two", PYTHONHASHSEED="2", TZ="America/New_York", LC_ALL="C")
    assert first == second


def test_another_seed_plays_another_rehearsal(tmp_path: Path) -> None:
    first, report = rehearsed(tmp_path / "one")
    second, other = rehearsed(tmp_path / "two", "--seed", "2")
    assert first["injects"] != second["injects"]
    assert report != other


@pytest.mark.parametrize(("environ", "word"), [({"LANG": "ja_JP.UTF-8"}, "目標をすべて"), ({}, "Every objective")])
def test_the_language_changes_the_report_and_not_the_figures(
    environ: dict[str, str], word: str, tmp_path: Path
) -> None:
    document, report = rehearsed(tmp_path / "one", **environ)
    assert word in report.decode()
    assert document["objectives"][0] == {
        "name": "first-post",
        "target": "<= 15",
        "measured": document["objectives"][0]["measured"],
        "met": True,
    }
    assert [inject["ok"] for inject in document["injects"]] == [True] * 14
    assert document["injects"][3] == {
        "id": "I4",
        "at": document["injects"][3]["at"],
        "expected": "published",
        "seen": "published",
        "ok": True,
    }
    assert document["injects"][0]["at"].startswith("2026-10-09T14:4")
    assert document["injects"][0]["at"].endswith("+09:00")
    assert {trap["outcome"] for trap in document["traps"]} == {"caught"}
    assert document["traps"][0] == {"id": "I1", "class": "EXERCISE-MIX", "outcome": "caught"}
