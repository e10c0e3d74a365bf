"""Fixtures that all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from absence import ROOT, absent
from hypothesis import HealthCheck, settings

# A busy machine is slow, not wrong: how long things take is measured in tests/bench.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data that nobody on the project wrote, read in place."""
    folder = Path(os.environ.get("CRISIS_SHARED_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        absent(f"shared data is not at {folder}; set CRISIS_SHARED_DATA to its folder")
    return folder
