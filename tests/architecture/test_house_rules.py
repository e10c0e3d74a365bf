"""The rules of the house, read from the syntax trees."""

from __future__ import annotations

import ast
from pathlib import Path

import house

CLOCKS = (
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.datetime.today",
    "datetime.date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    "time.monotonic",
    "time.monotonic_ns",
)
DICE = ("random", "secrets", "os.urandom", "uuid.uuid1", "uuid.uuid4")
ALLOWED = {
    "crisis/wiring/": (*CLOCKS, *DICE),  # the one place where the live clock and entropy come in
    "crisis/channels/": ("time.monotonic",),  # gives up on a real socket or lock; no stated time comes of it
    "crisis/sources/": ("time.monotonic",),  # likewise
}

PRINTS = ("<print>", "sys.stdout", "sys.stderr")
SPEAKS = ("crisis/cli/", "crisis/__main__.py", "crisis/daemon/")
"""Those who speak to a person; the daemon to its log."""


def _is(name: str, listed: tuple[str, ...]) -> bool:
    """Whether a full name is one of those listed or lies within it."""
    return any(name == each or name.startswith(f"{each}.") for each in listed)


def test_time_and_randomness_are_passed_in() -> None:
    """Take a Clock or Entropy of crisis.model.ports instead."""
    read = [
        f"{path}:{line} {name}"
        for path, tree in house.modules().items()
        for name, line in house.names_read(tree)
        if _is(name, (*CLOCKS, *DICE))
        and not any(path.startswith(place) and _is(name, allowed) for place, allowed in ALLOWED.items())
    ]
    assert read == []


def test_the_search_for_clocks_finds_them_under_any_name() -> None:
    tree = ast.parse(
        "from datetime import datetime as d, UTC\nimport time\nx = d.now(UTC)\ny = time.time()\nclock.now()"
    )
    assert {name for name, _ in house.names_read(tree) if _is(name, CLOCKS)} == {"datetime.datetime.now", "time.time"}


def test_only_the_command_line_prints() -> None:
    """Return a value or raise instead."""
    said = [
        f"{path}:{line} {name}"
        for path, tree in house.modules().items()
        for name, line in house.names_read(tree)
        if _is(name, PRINTS) and not path.startswith(SPEAKS)
    ]
    assert said == []


def test_files_are_short() -> None:
    lengths = {path: len((house.ROOT / path).read_text("utf-8").splitlines()) for path in house.written()}
    assert {path: lines for path, lines in lengths.items() if lines > 300} == {}


def _functions() -> dict[str, int]:
    """`path:name` → lines of code, docstring not counted."""
    return {
        f"{path}:{node.name}:{node.lineno}": _lines(node)
        for path, tree in house.written().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (node.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_no_function_is_long() -> None:
    assert {name: lines for name, lines in _functions().items() if lines > 60} == {}


def test_nine_functions_in_ten_are_under_thirty_lines() -> None:
    lengths = list(_functions().values())
    assert sum(lines < 30 for lines in lengths) >= 0.9 * len(lengths)


def test_every_module_says_what_it_is_for() -> None:
    assert [path for path, tree in house.written().items() if tree.body and not ast.get_docstring(tree)] == []


def test_every_room_says_what_it_is_for() -> None:
    rooms = [path for path in (house.ROOT / "crisis").iterdir() if any(path.glob("*.py"))]
    assert [room.name for room in rooms if not _docstring(room / "__init__.py")] == []


def _docstring(path: Path) -> str | None:
    return ast.get_docstring(ast.parse(path.read_text("utf-8"))) if path.is_file() else None
