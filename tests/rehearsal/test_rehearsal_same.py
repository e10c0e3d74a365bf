"""The same seed plays the same rehearsal on any machine, on any day, in any place."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import rehearsal_kit

from crisis.rehearsal.report import render
from crisis.rehearsal.result import document, whole

LIVE = {"crisis.channels", "crisis.wiring.live", "crisis.wiring.secrets", "crisis.wiring.senders", "crisis.sources"}
NETWORK = {"tweepy", "requests", "urllib3", "http.client", "smtplib", "imaplib", "keyring"}
RUN = """
import json, sys

def deny(event, args):
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "pty.")):
        raise SystemExit(f"a rehearsal did {event}")

sys.addaudithook(deny)
from crisis.__main__ import main
out, *names = sys.argv[1:]
for name in names:
    sys.argv = ["crisis", "rehearse", name, "--json", "--out", out]
    try:
        main()
    except SystemExit as end:
        assert not end.code, end.code
    print("---")
sys.stderr.write(json.dumps(sorted(sys.modules)))
"""


def rehearsed(place: Path, **environ: str) -> tuple[list[dict[str, Any]], set[str]]:
    """`crisis rehearse RUNBOOK --json` for every runbook in a process of its own, started in `place`, its reports in `out`
    there: what each printed, and which modules were loaded. Python itself denies the process every socket and every child."""
    place.mkdir()
    run = subprocess.run(
        [sys.executable, "-c", RUN, str(place / "out"), *rehearsal_kit.RUNBOOKS],
        cwd=place,
        env={"PATH": os.environ["PATH"], "HOME": str(place), **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return [json.loads(told) for told in run.stdout.split("---\n") if told], set(json.loads(run.stderr))


@pytest.mark.parametrize(
    ("language", "environ"),
    [
        ("ja", {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "ja_JP.UTF-8"}),
        ("en", {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C"}),
    ],
)
def test_two_machines_play_the_same_rehearsals(language: str, environ: dict[str, str], tmp_path: Path) -> None:
    """Every runbook: the same JSON and the same report, byte by byte, as in this process."""
    made, modules = rehearsed(tmp_path / "machine", **environ)
    settings = rehearsal_kit.kit().settings
    for name, told in zip(rehearsal_kit.RUNBOOKS, made, strict=True):
        here = rehearsal_kit.played_of(name, 1)
        report = Path(told.pop("report"))
        assert told == json.loads(json.dumps(document(here)))
        assert report.read_bytes() == render(here, settings, language).encode()
        beside = json.dumps(whole(here, settings.zone), ensure_ascii=False, indent=1)
        assert report.with_suffix(".json").read_bytes() == f"{beside}\n".encode()
    assert modules & (LIVE | NETWORK) == set(), "a rehearsal loads nothing that could send"


def test_another_seed_plays_another_rehearsal() -> None:
    one, other = rehearsal_kit.played(1), rehearsal_kit.played(2)
    settings = rehearsal_kit.kit().settings
    assert document(one)["injects"] != document(other)["injects"]
    assert render(one, settings, "ja") != render(other, settings, "ja")


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
