"""The peers of tests/peers/package-lock.json, installed with npm on first use and kept between runs."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

from absence import ROOT, absent, cache

PEERS = ROOT / "tests" / "peers"


def installed() -> Path:
    """The folder with the peers of tests/peers/package-lock.json, installed on first use; skips where that cannot be."""
    if not shutil.which("node") or not shutil.which("npm"):
        absent("node and npm are not installed: the peers of tests/peers cannot be had")
    lock = (PEERS / "package-lock.json").read_bytes()
    folder = cache() / f"peers-{hashlib.sha256(lock).hexdigest()[:16]}"
    if not (folder / "node_modules").is_dir():
        _install(folder)
    return folder


def _install(folder: Path) -> None:
    """Install the peers beside the folder and move them there in one step: several workers may do so at once."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as made:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(PEERS / name, made)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        done = subprocess.run(command, cwd=made, capture_output=True, text=True, check=False)
        if done.returncode:
            absent(f"npm cannot install tests/peers: {done.stderr.strip()[-300:]}")
        if not folder.exists():
            Path(made).chmod(0o755)
            shutil.copytree(made, folder, dirs_exist_ok=True)
