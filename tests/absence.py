"""What a test does where something that it needs is not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def require_peers() -> bool:
    """Whether an absent peer or absent shared data is a failure (CI) rather than a skip."""
    return os.environ.get("CRISIS_REQUIRE_PEERS") == "1"


def cache() -> Path:
    """Where peers are kept between runs: outside the checkout."""
    return Path(os.environ.get("CRISIS_TEST_CACHE") or Path.home() / ".cache" / "crisis-tests")


def absent(reason: str) -> None:
    """Skip with the reason, or fail where peers are required."""
    if require_peers():
        pytest.fail(reason)
    pytest.skip(reason)
