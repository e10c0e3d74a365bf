"""Nobody waits for imports in an emergency."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import house
import pytest

SLOW = {"sqlmodel", "sqlalchemy", "pydantic", "alembic", "tweepy", "apscheduler", "requests", "cryptography", "keyring"}
"""What costs tens to hundreds of milliseconds and is needed only to store, sign or send."""

FIRST_MINUTE = ("facts", "intake", "drafting", "guard", "catalogue", "text", "model")
REPORT = (
    "\nimport json, sys; sys.stderr.write('\\n' + json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
)


def loaded(code: str, words: str = "", folder: Path = house.ROOT) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after that code."""
    done = subprocess.run(
        [sys.executable, "-c", code + REPORT], input=words, capture_output=True, text=True, check=True, cwd=folder
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize("room", FIRST_MINUTE)
def test_no_module_of_a_room_of_the_first_minute_loads_anything_slow(room: str) -> None:
    every = (
        f"import crisis.{room} as room, pkgutil, importlib\n"
        "for found in pkgutil.walk_packages(room.__path__, room.__name__ + '.'): importlib.import_module(found.name)"
    )
    assert loaded(every) & SLOW == set()


def test_channels_load_their_libraries_when_an_account_is_used() -> None:
    assert loaded("import crisis.channels") & SLOW == set()


COMMANDS: dict[tuple[str, ...], str] = {
    ("--version",): "",
    ("--help",): "",
    ("draft", "-"): "拠点：東京本社\n状況：閉鎖\n",
    ("draft", "-", "--json"): "拠点：東京本社\n状況：閉鎖\n",
    ("scan", "--json"): "北浜電機です。",
    ("measure", "--platform", "x", "--json-lines"): '"北浜電機です。"\n',
}


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0])
def test_a_command_of_the_first_minute_loads_nothing_slow(arguments: tuple[str, ...], tmp_path: Path) -> None:
    run = (
        f"import sys; sys.argv = ['crisis', *{arguments!r}]\nfrom crisis.__main__ import main\n"
        "try: main()\nexcept SystemExit as end: assert end.code in (None, 0, 3, 4), end.code"
    )
    assert loaded(run, COMMANDS[arguments], tmp_path) & SLOW == set()


def test_a_slow_library_would_be_seen() -> None:
    assert "requests" in loaded("import requests")
