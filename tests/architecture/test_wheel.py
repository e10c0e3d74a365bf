"""The wheel carries everything, and works without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import house
import pytest
from absence import absent

SHIPPED = ("templates", "runbooks", "data")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    pytest.importorskip("hatchling", reason="hatchling is not installed; run make test")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=house.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a fresh environment that has the wheel, and the libraries of this one."""
    folder = tmp_path_factory.mktemp("env")
    venv.create(folder, with_pip=False)
    zipfile.ZipFile(wheel).extractall(folder / "wheel")
    site = next((folder / "lib").glob("python*")) / "site-packages"
    (site / "paths.pth").write_text(f"{folder / 'wheel'}\n{sysconfig.get_path('purelib')}\n", "utf-8")
    return folder / "bin" / "python"


def ask(python: Path, code: str, folder: Path) -> str:
    """What that code prints, far from the checkout."""
    environ = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run([python, "-c", code], cwd=folder, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_every_tracked_file_is_in_the_wheel(wheel: Path) -> None:
    if not house.tracked():
        absent("this is no git checkout")
    inside = set(zipfile.ZipFile(wheel).namelist())
    names = [path.relative_to(house.ROOT) for path in house.tracked()]
    wanted = [str(name) for name in names if name.parts[0] == "crisis"]
    wanted += [f"crisis/_shipped/{name}" for name in names if name.parts[0] in SHIPPED]
    assert [name for name in wanted if name not in inside] == []


def test_the_wheel_says_its_licence(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    metadata = next(name for name in archive.namelist() if name.endswith("METADATA"))
    assert "License-Expression: Apache-2.0" in archive.read(metadata).decode()
    assert any(name.endswith("licenses/LICENSE") for name in archive.namelist())


def test_the_wheel_makes_a_desk_without_the_checkout(installed: Path, tmp_path: Path) -> None:
    code = (
        "import crisis, pathlib; from datetime import UTC, datetime; from crisis.catalogue import config, desk_folder\n"
        "desk_folder.make(pathlib.Path('desk'), sample=True, now=datetime(2026, 10, 9, 7, 20, tzinfo=UTC))\n"
        "print(crisis.__file__, config.load(pathlib.Path('desk')).name, sep='\\n')"
    )
    place, name = ask(installed, code, tmp_path).splitlines()
    assert house.ROOT not in Path(place).parents
    assert name == "Kitahama Denki crisis desk"
