"""A platform and a desk, made once by the real commands and copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from platforms.x import serving
from process_kit import CountingX, Loaded, Place, make_bare, make_loaded


@pytest.fixture(scope="session")
def network() -> Iterator[tuple[CountingX, str]]:
    """One platform for all tests of the run: its address is signed into what they clear."""
    platform = CountingX()
    with serving(platform) as server:
        yield platform, server.address


@pytest.fixture
def x(network: tuple[CountingX, str]) -> Iterator[CountingX]:
    """The platform, which remembers nothing."""
    network[0].clear()
    yield network[0]
    network[0].clear()


@pytest.fixture(scope="session")
def bare(network: tuple[CountingX, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with two people and an account on the platform. Not to be worked at."""
    return make_bare(tmp_path_factory.mktemp("bare") / "desk", network[1])


@pytest.fixture(scope="session")
def loaded(bare: Path, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """Three sites' posts, cleared and due. Not to be worked at."""
    return make_loaded(bare, tmp_path_factory.mktemp("loaded") / "desk")


@pytest.fixture
def place(bare: Path, tmp_path: Path) -> Place:
    """A desk to work at, with nothing on it."""
    return Place(Path(shutil.copytree(bare, tmp_path / "desk")))
