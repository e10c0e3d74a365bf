"""Nobody waits for imports in an emergency: what drafting, measuring and scanning load, in whole processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_kit import closed

SLOW = frozenset(
    {"sqlmodel", "sqlalchemy", "alembic", "tweepy", "apscheduler", "requests", "cryptography", "atproto", "keyring"}
)
SCREEN = "rich"
"""Drawn with, for people only; scripts do not wait for it."""

PROBE = """
import json, sys
from crisis.__main__ import main
try:
    main()
finally:
    sys.stderr.write("\\n" + json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
"""


def loaded(folder: Path, *arguments: str, stdin: str = "") -> set[str]:
    """The top-level modules that a command has loaded when it ends."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={**os.environ, "CRISIS_DESK": ""},
    )
    assert done.returncode in (0, 3, 4), done.stderr
    return set(json.loads(done.stderr.splitlines()[-1]))


FIRST_MINUTE = [
    ("--version",),
    ("--help",),
    ("draft", "notice.txt"),
    ("draft", "notice.txt", "--json"),
    ("scan", "--json"),
    ("scan",),
    ("measure", "--platform", "x", "--json-lines"),
    ("measure", "--platform", "x", "--json"),
    ("--lang", "ja", "draft", "notice.txt", "--json"),
]


@pytest.mark.parametrize("arguments", FIRST_MINUTE, ids=" ".join)
def test_the_first_minute_loads_nothing_slow(arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_text(closed(), "utf-8")
    found = loaded(tmp_path, *arguments, stdin='"閉鎖しています"\n')
    assert found & SLOW == set()
    assert SCREEN not in found


def test_a_draft_at_a_desk_opens_no_database(sample: Path) -> None:
    assert loaded(sample, "draft", "-", "--json", "--desk", str(sample), stdin=closed()) & SLOW == set()


def test_the_demo_finds_every_command_in_a_process_of_its_own() -> None:
    done = subprocess.run([sys.executable, "-m", "crisis", "demo"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "The ledger holds" in done.stdout
