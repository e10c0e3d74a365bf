"""Nobody waits for imports in an emergency."""

from __future__ import annotations

import json
import subprocess
import sys

import house
import pytest

SLOW = {"sqlmodel", "sqlalchemy", "pydantic", "alembic", "tweepy", "apscheduler", "requests", "cryptography", "keyring"}
"""What costs tens to hundreds of milliseconds and is needed only to store, sign or send."""

QUICK_ROOMS = ("facts", "intake", "drafting", "guard", "catalogue", "text", "model", "channels")


@pytest.mark.parametrize(
    "room", [room for room in QUICK_ROOMS if (house.ROOT / "crisis" / room / "__init__.py").is_file()]
)
def test_a_room_of_the_first_minute_loads_nothing_slow(room: str) -> None:
    assert loaded(f"import crisis.{room}, pkgutil, importlib\n{EVERY_MODULE.format(room=room)}") & SLOW == set()


def test_a_slow_library_would_be_seen() -> None:
    assert "requests" in loaded("import requests")


EVERY_MODULE = """
if "{room}" != "channels":  # a channel's own libraries are loaded when its account is used
    for found in pkgutil.walk_packages(crisis.{room}.__path__, "crisis.{room}."):
        importlib.import_module(found.name)
"""


def loaded(code: str) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after that code."""
    report = "\nimport json, sys; print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    done = subprocess.run([sys.executable, "-c", code + report], capture_output=True, check=True, cwd=house.ROOT)
    return set(json.loads(done.stdout))
