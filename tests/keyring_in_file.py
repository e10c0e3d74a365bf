"""A keyring that needs no desktop: entries in a JSON file, behind keyring's own interface. `chosen` has a process use it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordSetError


class FileKeyring(KeyringBackend):
    """keyring itself sets `path` from the environment. A `locked` one gives nothing, a `full` one takes nothing."""

    priority: ClassVar[float] = 1
    path: str = ""
    locked: bool = False
    full: bool = False

    def get_password(self, service: str, username: str) -> str | None:
        """An entry, None where there is none."""
        if self.locked:
            raise KeyringLocked("canary-keyring")
        return self._entries().get(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep an entry."""
        if self.full:
            raise PasswordSetError("canary-keyring")
        kept = self._entries() | {f"{service} {username}": password}
        Path(self.path).write_text(json.dumps(kept), "utf-8")

    def _entries(self) -> dict[str, str]:
        path = Path(self.path)
        return dict(json.loads(path.read_text("utf-8"))) if path.exists() else {}


def chosen(keyring: FileKeyring) -> dict[str, str]:
    """What the environment of a process says, so that keyring takes this one."""
    tests = str(Path(__file__).parent)
    backend = f"{FileKeyring.__module__}.{FileKeyring.__name__}"
    return {"PYTHON_KEYRING_BACKEND": backend, "KEYRING_PROPERTY_PATH": keyring.path, "PYTHONPATH": tests}


def filled(path: Path, name: str, secrets: Mapping[str, str]) -> FileKeyring:
    """One that holds an account's secrets, each in its entry, as `keyring set NAME SUFFIX` puts them."""
    made = FileKeyring()  # type: ignore[no-untyped-call]
    made.path = str(path)
    for suffix, secret in secrets.items():
        made.set_password(name, suffix, secret)
    return made
