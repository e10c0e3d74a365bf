"""The same seed plays the same rehearsal on any machine, on any day, in any place."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import rehearsal_kit

from crisis.rehearsal.rehearse import document
from crisis.rehearsal.report import render

LIVE = {"crisis.channels", "crisis.wiring.live", "crisis.wiring.secrets", "crisis.wiring.senders", "crisis.sources"}
NETWORK = {"tweepy", "requests", "urllib3", "http.client", "smtplib", "imaplib", "keyring"}
RUN = """
import json, sys
from crisis.__main__ import main
try:
    main()
finally:
    sys.stderr.write(json.dumps(sorted(sys.modules)))
"""


def rehearsed(place: Path, *extra: str, **environ: str) -> tuple[dict[str, Any], str, set[str]]:
    """`crisis rehearse earthquake --json` in a process of its own, started in `place`: its JSON, its report, its modules."""
    place.mkdir()
    run = subprocess.run(
        [sys.executable, "-c", RUN, "rehearse", "earthquake", "--json", "--out", str(place / "out"), *extra],
        cwd=place,
        env={"PATH": os.environ["PATH"], "HOME": str(place), **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    made = json.loads(run.stdout)
    return made, Path(made.pop("report")).read_text("utf-8"), set(json.loads(run.stderr))


def test_two_machines_play_the_same_rehearsal(tmp_path: Path) -> None:
    here = rehearsal_kit.played(1)
    for place, environ in (
        ("one", {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"}),
        ("two", {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C"}),
    ):
        made, report, modules = rehearsed(tmp_path / place, **environ)
        assert made == json.loads(json.dumps(document(here)))
        assert report == render(here, rehearsal_kit.kit().settings, "en")
        assert modules & (LIVE | NETWORK) == set(), "a rehearsal loads nothing that could send"


def test_another_seed_plays_another_rehearsal(tmp_path: Path) -> None:
    made, report, _modules = rehearsed(tmp_path / "two", "--seed", "2", LANG="ja_JP.UTF-8")
    other = rehearsal_kit.played(2)
    assert made == json.loads(json.dumps(document(other)))
    assert made["injects"] != document(rehearsal_kit.played(1))["injects"]
    assert report == render(other, rehearsal_kit.kit().settings, "ja")
    assert report != render(rehearsal_kit.played(1), rehearsal_kit.kit().settings, "ja")


def test_the_json_is_the_contract() -> None:
    made = document(rehearsal_kit.played(1))
    assert list(made) == ["runbook", "seed", "objectives", "injects", "traps"]
    assert {tuple(each) for each in made["objectives"]} == {("name", "target", "measured", "met")}
    assert {tuple(each) for each in made["injects"]} == {("id", "at", "expected", "seen", "ok")}
    assert {tuple(each) for each in made["traps"]} == {("id", "class", "outcome")}
    assert made["injects"][0]["at"].startswith("2026-10-09T14:4")
    assert made["injects"][0]["at"].endswith("+09:00")
    assert {each["ok"] for each in made["injects"]} == {True}
    assert made["traps"][0] == {"id": "I1", "class": "EXERCISE-MIX", "outcome": "caught"}
