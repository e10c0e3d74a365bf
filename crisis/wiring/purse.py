"""Secrets that a platform replaces by itself, kept where they can be: a file (mode 0600) or the keyring.

One process at a time replaces them, and what is new is on the disk before anybody uses it.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from crisis.errors import Mistake

Change = Callable[[Mapping[str, str]], Mapping[str, str]]
Read = Callable[[], Mapping[str, str]]

ROOM: Final = 16 * 1024
"""Bytes that are taken on the disk before secrets are replaced: a full disk is found while the old ones still hold."""

ONE: Final = "OAUTH2"
"""The one entry of the keyring that holds them all, so that they change together."""


class FilePurse:
    """Secrets in a TOML file. `read` gives them as they are now."""

    def __init__(self, path: Path, read: Read) -> None:
        self._path, self.read = path, read

    def replace(self, change: Change) -> Mapping[str, str]:
        """Under the lock of the file: what is there, changed, and on the disk. Raises `Mistake` where it cannot be kept, and what
        `change` raises."""
        try:
            with _alone(self._path.with_name(f".{self._path.name}.lock")):
                return self._replaced(change)
        except OSError as error:
            raise _not_kept(str(self._path), error.strerror) from None

    def _replaced(self, change: Change) -> Mapping[str, str]:
        new = self._path.with_name(f".{self._path.name}.new")
        try:
            _write(new, b" " * ROOM)
            changed = change(self.read() if self._path.exists() else {})
            _write(new, _toml(changed))
            new.replace(self._path)
        finally:
            new.unlink(missing_ok=True)
        _sync(self._path.parent)
        return changed


class KeyringPurse:
    """Secrets in one entry of the keyring. `lock` is a file that says whose turn it is."""

    def __init__(self, name: str, lock: Path) -> None:
        self._name, self._lock = name, lock

    def read(self) -> Mapping[str, str]:
        """The secrets as they are now. Raises `Mistake` where the keyring does not give them."""
        found = kept(self._name, ONE)
        return {str(key): str(value) for key, value in json.loads(found).items()} if found else {}

    def replace(self, change: Change) -> Mapping[str, str]:
        """As that of a file."""
        try:
            with _alone(self._lock):
                now = self.read()
                self._keep(now)  # a keyring that takes nothing is found while the old ones still hold
                changed = change(now)
                self._keep(changed)
        except OSError as error:
            raise _not_kept(str(self._lock), error.strerror) from None
        return changed

    def _keep(self, secrets: Mapping[str, str]) -> None:
        try:
            _keyring().set_password(self._name, ONE, json.dumps(dict(secrets)))
        except Mistake:
            raise
        except Exception as error:  # noqa: BLE001 - each keyring has errors of its own
            raise _not_kept(f"keyring:{self._name}", type(error).__name__) from None


def kept(name: str, suffix: str) -> str | None:
    """An entry of the keyring; None where there is none. Raises `Mistake` where the keyring is not there or does not open."""
    keyring = _keyring()
    try:
        found: str | None = keyring.get_password(name, suffix)
    except Exception as error:  # noqa: BLE001 - each keyring has errors of its own, some with what they hold in their words
        raise Mistake(
            "keyring-shut",
            "The keyring does not open for {name} ({why}).",
            "Unlock it where the daemon runs, or keep the secrets in a file: docs/operations.md",
            name=name,
            why=type(error).__name__,
        ) from None
    return found


def _keyring() -> Any:
    try:
        import keyring
    except ImportError:
        raise Mistake(
            "keyring-missing", "Credentials in a keyring need the extra: pip install 'crisis[keyring]'."
        ) from None
    return keyring


def _not_kept(where: str, why: str | None) -> Mistake:
    return Mistake(
        "not-kept", "The new secrets cannot be kept in {path}: {why}.", "", path=where, why=why or "it refuses"
    )


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _write(path: Path, data: bytes) -> None:
    """Over what is there, in its place on the disk, and only then to its length."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(handle, "wb", buffering=0) as file:
        os.fchmod(handle, 0o600)
        file.write(data)
        file.truncate(len(data))
        os.fsync(handle)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _toml(secrets: Mapping[str, str]) -> bytes:
    """One line for each; a string of JSON is one of TOML."""
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in secrets.items()]
    return ("# Written by crisis. Replaced whenever the platform renews the access.\n" + "".join(lines)).encode()
