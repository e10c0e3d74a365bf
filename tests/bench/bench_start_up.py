"""How long a person waits before anything happens: whole processes beside their peers.

The peers (pyproject's group `bench`) are installed once into `.cache/bench`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from figures import BIN, ROOT, Row, paired, process_seconds

CACHE = ROOT / ".cache" / "bench"
ROUNDS = 15
WARM = 2


@dataclass(frozen=True)
class Race:
    """A command of ours, the peer, and how many times the peer's time it may take."""

    name: str
    ours: list[str]
    peer: list[str]
    limit: float

    def row(self, folder: Path) -> Row:
        """The figure of this race."""
        times = paired(
            lambda: process_seconds(self.ours, folder), lambda: process_seconds(self.peer, folder), ROUNDS, WARM
        )
        return Row(self.name, times.ratio, self.limit, aside=times.aside)


def empty_script() -> Path:
    """Our own console script, word for word, around a function that does nothing: what nobody can undercut."""
    (CACHE / "nothing.py").write_text("def main():\n    pass\n", "utf-8")
    script = CACHE / "nothing"
    script.write_text((BIN / "crisis").read_text("utf-8").replace("crisis.__main__", "nothing"), "utf-8")
    script.chmod(0o755)
    return script


def peer(name: str) -> str:
    """A peer's command in an environment of its own, installed on first use."""
    command = CACHE / "env" / "bin" / name
    if not command.exists():
        print("Installing the peers, once …", file=sys.stderr)
        venv.create(CACHE / "env", with_pip=True)
        subprocess.run([CACHE / "env" / "bin" / "python", "-m", "pip", "install", "-qq", *peers()], check=True)
    return str(command)


def peers() -> list[str]:
    """What pyproject.toml lists to be compared with."""
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return list(listed["dependency-groups"]["bench"])


def notice(folder: Path) -> Path:
    """A portal page of the sample desk."""
    subprocess.run([BIN / "crisis", "init", folder / "desk", "--sample"], check=True, capture_output=True)
    return next((folder / "desk" / "notices").glob("*.html")).rename(folder / "portal.html")


def races(folder: Path) -> Iterator[Race]:
    """What is compared. A draft from a file needs no desk."""
    crisis = str(BIN / "crisis")
    yield Race("--version : an empty console script", [crisis, "--version"], [str(empty_script())], 1.2)
    yield Race("--help : sqlite-utils --help", [crisis, "--help"], [peer("sqlite-utils"), "--help"], 1.1)
    yield Race("--help : toot --help", [crisis, "--help"], [peer("toot"), "--help"], 0.5)
    draft = [crisis, "draft", str(notice(folder))]
    yield Race("draft FILE : python -c pass", draft, [sys.executable, "-c", "pass"], 30)


def rows() -> Iterator[Row]:
    """Every race."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for race in races(Path(folder)):
            yield race.row(Path(folder))
