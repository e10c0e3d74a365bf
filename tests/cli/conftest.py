"""A sample desk for every test, made once by the real command and copied."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from cli_kit import Office, crisis


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a sample desk. Not to be worked at."""
    folder = tmp_path_factory.mktemp("sample") / "desk"
    crisis("init", folder, "--sample", env={"CRISIS_DEBUG": "1"}).exits(0)
    return folder


@pytest.fixture
def office(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A sample desk to work at, while nothing outside says which desk or person it is."""
    for name in ("CRISIS_DESK", "CRISIS_AS", "CRISIS_KEY", "CRISIS_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("CRISIS_DEBUG", "1")  # a fault of the program fails the test where it happens
    monkeypatch.chdir(tmp_path)
    return Office(Path(shutil.copytree(sample, tmp_path / "desk")))
