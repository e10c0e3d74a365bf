"""npm's twitter-text as an oracle: one node process that is asked over its pipes."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from absence import ROOT, absent, cache

PEERS = ROOT / "tests" / "peers"
ANSWER = """
const twitter = require("twitter-text");
require("readline").createInterface({input: process.stdin}).on("line", line => {
  const text = JSON.parse(line), parsed = twitter.parseTweet(text);
  const links = twitter.extractUrlsWithIndices(text).map(found => found.indices);
  console.log(JSON.stringify({length: parsed.weightedLength, valid: parsed.valid, links}));
});
"""


def installed() -> Path:
    """The folder with the peers of tests/peers/package-lock.json, installed on first use; skips where that cannot be."""
    if not shutil.which("node") or not shutil.which("npm"):
        absent("node and npm are not installed: twitter-text cannot be asked")
    lock = (PEERS / "package-lock.json").read_bytes()
    folder = cache() / f"peers-{hashlib.sha256(lock).hexdigest()[:16]}"
    if not (folder / "node_modules").is_dir():
        install(folder)
    return folder


def install(folder: Path) -> None:
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


def ask(texts: Iterable[str], program: str = ANSWER) -> list[dict[str, Any]]:
    """What twitter-text says of each text: weighted length, validity, and places of links in UTF-16 units."""
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    done = subprocess.run(
        ["node", "-e", program], cwd=installed(), input=lines, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]
