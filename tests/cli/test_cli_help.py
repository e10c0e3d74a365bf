"""Help: every command shows how it is typed, has the options that every command has, and fits 80 columns."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
import typer
from cli_kit import crisis, process

from crisis.cli.app import ROOMS, furnish
from crisis.text.japanese import display_width


def commands() -> Iterator[tuple[str, ...]]:
    """Every command as it is typed."""
    root = typer.main.get_command(furnish())
    for name, command in getattr(root, "commands", {}).items():
        below = getattr(command, "commands", None)
        yield from ((name, inner) for inner in below) if below else ((name,),)


COMMANDS = sorted(commands())
GROUPS = sorted({command[0] for command in COMMANDS if len(command) > 1})
WITHOUT_DESK = {("restore",)}
"""What makes a desk, in the folder that it names."""
SAID_BY_TYPE = {("preclear", "type"), ("rehearse", "play")}
"""`preclear type TYPE` is typed `preclear TYPE`, and `rehearse play RUNBOOK` `rehearse RUNBOOK`."""
WITHOUT_JSON = {
    ("demo",): "people watch it; each of its steps has a --json of its own",
    ("rehearse", "join"): "people sit at it; the report of what they play is JSON too",
}


def test_each_command_is_found_in_its_room() -> None:
    assert {name for names in ROOMS.values() for name in names} == {command[0] for command in COMMANDS}


def test_the_first_hour_is_covered() -> None:
    typed = {" ".join(command) for command in COMMANDS}
    assert typed >= {
        "init", "say", "notice add", "notice list", "notice show", "draft", "edit", "clear", "return", "queue", "hold",
        "resume", "withdraw", "correct", "hand", "settle", "incident open", "incident close", "incident list",
        "account list", "account check", "person add", "person list", "person revoke", "ledger verify",
        "ledger releases", "ledger show", "daemon", "rehearse play", "status", "doctor", "demo", "scan", "measure",
    }  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_each_command_shows_an_example_and_the_options_of_all(command: tuple[str, ...]) -> None:
    told = crisis(*command, "--help", env={"COLUMNS": "80", "TERMINAL_WIDTH": "80"}).exits(0).out
    typed = " ".join(command[:1] if command in SAID_BY_TYPE else command)
    assert f"Example: crisis {typed}" in told or ("Example: echo" in told and f"crisis {command[0]}" in told)
    assert "--desk" in told or command in WITHOUT_DESK
    assert "--json" in told or command in WITHOUT_JSON
    assert max(map(display_width, told.splitlines())) <= 80


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_without_a_command_shows_its_commands(group: str) -> None:
    ran = crisis(group)
    assert "Traceback" not in ran.err
    told = ran.out + ran.err
    assert all(f"  {inner}" in told for first, *rest in COMMANDS if first == group for inner in rest)


EVERY_HELP = """
import contextlib, io, json, sys
from crisis.cli.app import furnish
told = {}
for command in json.load(sys.stdin):
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):
        furnish()(args=[*command, "--help"], prog_name="crisis")
    told[" ".join(command)] = out.getvalue()
print(json.dumps(told))
"""


def test_help_in_japanese_fits_80_columns_and_is_japanese() -> None:
    done = subprocess.run(
        [sys.executable, "-c", EVERY_HELP],
        input=json.dumps([[], *COMMANDS, *([group] for group in GROUPS)]),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "CRISIS_LANG": "ja", "COLUMNS": "80"},
    )
    told = json.loads(done.stdout)
    assert len(told) == 1 + len(COMMANDS) + len(GROUPS)
    for command, text in told.items():
        assert any("ぁ" <= character <= "ん" for character in text), command
        wide = [line for line in text.splitlines() if display_width(line) > 80]
        assert wide == [], command


def test_the_list_of_commands_is_that_of_the_whole_app() -> None:
    done = subprocess.run(
        [sys.executable, "-c", EVERY_HELP],
        input="[[]]",
        capture_output=True,
        text=True,
        check=True,
        env=dict(os.environ),
    )
    assert process("--help").exits(0).out == json.loads(done.stdout)[""]


def test_the_version_is_one_line() -> None:
    told = process("--version").exits(0).out
    assert told.startswith("crisis ")
    assert crisis("--version").exits(0).out == told


def test_without_a_command_and_without_a_desk_it_says_where_to_begin(tmp_path_factory: pytest.TempPathFactory) -> None:
    ran = process(cwd=tmp_path_factory.mktemp("empty"), env={"CRISIS_DESK": ""}).exits(0)
    assert "crisis demo" in ran.out
    assert "crisis init" in ran.out


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("foo", "crisis has no command foo. What there is: crisis -h"),
        ("clear --acept x", "crisis clear has no option --acept. Write: --accept"),
        ("step done", "STEP is missing. How it is typed: crisis step done -h"),
        ("step replies many --replied 3", "N cannot be that"),
        ("queue a", "This cannot be understood"),
    ],
)
def test_what_is_typed_wrong_is_one_sentence_first(typed: str, told: str) -> None:
    ran = crisis(*typed.split()).exits(2)
    assert ran.err.startswith(told)
    assert "Usage" not in ran.err
    assert crisis(*typed.split(), "--json").exits(2).document["error"]["code"] == "usage"


def test_what_is_typed_wrong_is_told_in_japanese() -> None:
    assert (
        crisis("step", "done", "--lang", "ja").exits(2).err.startswith("STEP が足りません。書き方：crisis step done -h")
    )
