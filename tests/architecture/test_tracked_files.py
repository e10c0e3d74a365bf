"""What is committed says nothing of the machine that it was made on, and names no registry."""

from __future__ import annotations

import re
from pathlib import Path

import house
import pytest
from absence import absent

HOSTS = ("pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "debian" + ".org/debian")
PLACES = re.compile(r"(?<![\w.~])/(?:work/(?:main|shared)|root)\b|/bash_jobs|\.pyenv")
"""Places of the machines that this is made on; a made-up /home/somebody is a case of a leak rule."""


@pytest.fixture(scope="module")
def tracked() -> tuple[Path, ...]:
    """Every tracked file."""
    if not house.tracked():
        absent("this is no git checkout")
    return house.tracked()


def test_no_tracked_file_names_a_registry(tracked: tuple[Path, ...]) -> None:
    named = [(str(path), host) for path in tracked for host in HOSTS if host.encode() in path.read_bytes()]
    assert named == []


def test_no_tracked_file_names_a_place_on_a_machine(tracked: tuple[Path, ...]) -> None:
    this = Path(__file__).name
    named = [
        str(path)
        for path in tracked
        if path.name != this and PLACES.search(path.read_bytes().decode("utf-8", "replace"))
    ]
    assert named == []


def test_every_locked_package_is_checked_by_its_hash(tracked: tuple[Path, ...]) -> None:
    locks = [path for path in tracked if re.fullmatch(r"requirements.*\.lock", path.name)]
    assert len(locks) == 2
    for lock in locks:
        packages = re.split(r"\n(?=\S)", lock.read_text("utf-8"))
        assert [package.split()[0] for package in packages if "--hash=sha256:" not in package] == []
