"""Fixtures that all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def require_peers() -> bool:
    """Whether an absent peer or absent shared data is a failure (CI) rather than a skip."""
    return os.environ.get("CRISIS_REQUIRE_PEERS") == "1"


def absent(reason: str) -> None:
    """Skip with the reason, or fail where peers are required."""
    if require_peers():
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data that nobody on the project wrote, read in place."""
    folder = Path(os.environ.get("CRISIS_SHARED_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        absent(f"shared data is not at {folder}; set CRISIS_SHARED_DATA to its folder")
    return folder
