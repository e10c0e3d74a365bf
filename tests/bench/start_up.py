"""How long a person waits before anything happens: `make bench`.

Whole processes, ours and its peer by turns in one run, so that a busy machine slows both; the ratio is the median of the
pairs. Ends with 1 where a limit is passed. The peers (pyproject's group `bench`) are installed once into `.cache/bench`.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
import venv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
CACHE = ROOT / ".cache" / "bench"
ROUNDS = 15
WARM = 2
"""Rounds that are not counted: they fill the caches of bytecode and files."""


@dataclass(frozen=True)
class Race:
    """A command of ours, the peer, and how many times the peer's time it may take."""

    name: str
    ours: list[str]
    peer: list[str]
    limit: float

    def ratio(self, folder: Path) -> tuple[float, float, float]:
        """Our median and the peer's in milliseconds, and the median ratio of the pairs."""
        pairs = [(seconds(self.ours, folder), seconds(self.peer, folder)) for _ in range(WARM + ROUNDS)][WARM:]
        ours, peer = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
        return ours, peer, statistics.median(a / b for a, b in pairs)


def seconds(command: list[str], folder: Path) -> float:
    """How long a command takes from start to end."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    taken = time.perf_counter() - start
    if done.returncode not in (0, 4):
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr[-400:]}")
    return taken


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


def races(folder: Path) -> list[Race]:
    """What is compared. A draft from a file needs no desk."""
    crisis = str(BIN / "crisis")
    return [
        Race("--version : an empty console script", [crisis, "--version"], [str(empty_script())], 1.2),
        Race("--help : sqlite-utils --help", [crisis, "--help"], [peer("sqlite-utils"), "--help"], 1.1),
        Race("--help : toot --help", [crisis, "--help"], [peer("toot"), "--help"], 0.5),
        Race("draft FILE : python -c pass", [crisis, "draft", str(notice(folder))], [sys.executable, "-c", "pass"], 30),
    ]


def main() -> int:
    """Run every race and print the table."""
    CACHE.mkdir(parents=True, exist_ok=True)
    late = 0
    print(f"{'crisis : peer':<38}{'ours ms':>9}{'peer ms':>9}{'ratio':>8}{'limit':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for race in races(Path(folder)):
            ours, theirs, ratio = race.ratio(Path(folder))
            late += ratio > race.limit
            mark = "" if ratio <= race.limit else "  too slow"
            print(f"{race.name:<38}{ours:>9.0f}{theirs:>9.0f}{ratio:>8.2f}{race.limit:>7.1f}{mark}")
    return int(late > 0)


if __name__ == "__main__":
    sys.exit(main())
