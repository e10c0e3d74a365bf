"""A desk for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_scene import Scene, make_scene


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """A desk on a real database with one account, a clock that stands still and a platform that misbehaves on demand."""
    made = make_scene(tmp_path)
    yield made
    made.desk.store.close()
