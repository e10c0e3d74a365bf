"""Sets up `.venv` from the lock: `python scripts/set_up.py run|dev`.

Needs the standard library alone. Does nothing where the lock has not changed since the last time; two at once wait for
each other. Everything lands in `.venv` and `.cache`.
"""

from __future__ import annotations

import fcntl
import importlib.util
import json
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
CACHE = ROOT / ".cache"
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
STAMP = VENV / ".installed"
BASE = getattr(sys, "_base_executable", sys.executable)
"""The Python of which this one is an environment: where `.venv` is active it is `.venv` itself that runs this."""


def main(kind: str) -> None:
    """Set up for running (`run`), or for running and testing (`dev`)."""
    CACHE.mkdir(exist_ok=True)
    with alone(CACHE / "set-up.lock"):
        if not is_set_up(kind):
            install(kind)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold a lock that the system releases when this process ends, however it ends."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def wanted(kind: str) -> bytes:
    """What the stamp holds after setting up: the place, the lock, and what the checkout says of itself."""
    document = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    itself = json.dumps([document["build-system"], document["project"]], sort_keys=True)
    return f"{VENV}\n{itself}\n".encode() + LOCKS[kind].read_bytes()


def is_set_up(kind: str) -> bool:
    """Whether the environment stands and serves: one for testing serves running too."""
    if not STAMP.is_file() or not works(PYTHON):
        return False
    return STAMP.read_bytes() in {wanted(each) for each in (kind, "dev")}


def works(python: Path) -> bool:
    """Whether this interpreter is there, new enough, and one of an environment."""
    probe = "import sys; sys.exit(sys.version_info < (3, 11) or sys.prefix == sys.base_prefix)"
    return python.is_file() and succeeds(python, "-c", probe)


def is_moved() -> bool:
    """Whether the environment was made at another place: its commands would call the Python there."""
    place = STAMP.read_text("utf-8").partition("\n")[0] if STAMP.is_file() else ""
    return place.startswith("/") and place != str(VENV)


def install(kind: str) -> None:
    """Make the environment and install exactly the lock, each file checked by its hash, then the checkout itself."""
    say("Setting up .venv from the lock, once …")
    pip = make_environment()
    quiet = ["install", "-qq", "--disable-pip-version-check", "--no-input", "--no-deps"]
    run([*pip, *quiet, "--require-hashes", "-r", str(LOCKS[kind])])
    run([*pip, *quiet, "--no-build-isolation", "-e", str(ROOT)])
    STAMP.write_bytes(wanted(kind))


def make_environment() -> list[str]:
    """An environment, and the command that installs into it."""
    usable = not is_moved() and works(PYTHON) and succeeds(PYTHON, "-m", "pip", "--version")
    STAMP.unlink(missing_ok=True)
    if usable:
        return [str(PYTHON), "-m", "pip"]
    shutil.rmtree(VENV, ignore_errors=True)
    return new_environment()


def new_environment() -> list[str]:
    """A new environment. Where `ensurepip` is missing (Debian splits it off) this Python's own pip serves; without either
    the mend is said."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        run([BASE, "-m", "venv", str(VENV)])
        return [str(PYTHON), "-m", "pip"]
    if importlib.util.find_spec("pip") and importlib.util.find_spec("venv"):
        run([BASE, "-m", "venv", "--without-pip", str(VENV)])
        return [BASE, "-m", "pip", "--python", str(PYTHON)]
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return fail(
        f"{BASE} can make no environment: it has neither ensurepip nor pip.\n"
        f"On Debian or Ubuntu: apt install python{version}-venv. Or name another Python: make … PYTHON=/path/to/python3"
    )


def succeeds(*command: Path | str) -> bool:
    """Whether a command ends well; what it prints does not matter."""
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def run(command: list[str]) -> None:
    """Run a command; end with its own words where it fails."""
    done = subprocess.run(command, check=False, cwd=ROOT, stdin=subprocess.DEVNULL)
    if done.returncode:
        fail(f"This failed ({done.returncode}): {' '.join(command)}")


def say(words: str) -> None:
    """Tell the person who waits."""
    print(words, file=sys.stderr, flush=True)


def fail(words: str) -> NoReturn:
    """End with words."""
    say(words)
    raise SystemExit(2)


if __name__ == "__main__":
    if sys.argv[1:] not in (["run"], ["dev"]):
        fail("Usage: scripts/set-up run|dev")
    main(sys.argv[1])
