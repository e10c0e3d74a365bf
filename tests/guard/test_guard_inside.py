"""What is told in passing stops, without a desk too: by how it is said, and not by names on a list."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from crisis.guard import GuardContext, inspect

TABLE: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "inside.toml").read_text("utf-8"))


@pytest.mark.parametrize("text", [text for texts in TABLE.values() for text in texts])
def test_what_is_told_in_passing_stops(text: str) -> None:
    found = [finding for finding in inspect(text, GuardContext()) if finding.stops]
    assert found
    assert all(0 <= f.start < f.end <= len(text) for f in found if f.start is not None and f.end is not None)
