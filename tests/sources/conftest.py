"""A certificate for places that speak TLS."""

from __future__ import annotations

from pathlib import Path

import pytest
from places.certificate import certificate_for


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for localhost that nobody has signed but itself, with its key."""
    return certificate_for(tmp_path / "localhost.pem", "localhost")
