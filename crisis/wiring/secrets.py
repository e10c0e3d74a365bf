"""Credentials, read at the last moment and kept nowhere: from the environment, a 0600 file or the keyring.

A reference is `env:PREFIX` (then `PREFIX_<SUFFIX>`, or `PREFIX_<SUFFIX>_FILE` naming a file), `file:PATH` (TOML, 0600) or
`keyring:NAME`. No error of this room repeats what it has read.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import quote

import tomli

from crisis.errors import Mistake
from crisis.model.ports import Purse
from crisis.model.settings import Account, SourceSettings
from crisis.wiring.purse import ONE, FilePurse, KeyringPurse, kept


def secrets_of(
    account: Account | SourceSettings, needed: Iterable[str], environ: Mapping[str, str], folder: Path | None
) -> Mapping[str, str]:
    """The account's secrets by suffix, those that are there. Raises `Mistake` for a file that others can read."""
    scheme, _, name = (account.credentials or "").partition(":")
    if scheme == "env":
        return _from_environment(name, needed, environ)
    if scheme == "file":
        return _from_file(account, (folder or Path()) / name)
    if scheme == "keyring":
        return _from_keyring(name, needed)
    return {}


def purse_of(account: Account, environ: Mapping[str, str], folder: Path) -> Purse | None:
    """Where the account's secrets can be replaced; None where they stand in the environment, or nowhere."""
    scheme, _, name = (account.credentials or "").partition(":")
    if scheme == "file":
        return FilePurse(folder / name, lambda: secrets_of(account, (), environ, folder))
    if scheme == "keyring":
        return KeyringPurse(name, folder / f".keyring-{quote(name, safe='')}.lock")
    return None


def secret_of(reference: str, environ: Mapping[str, str], what: str) -> str:
    """The one secret behind `env:NAME` (or `NAME_FILE`, naming a file) or `file:PATH`; `what` says whose it is. Raises
    `Mistake` where there is none, and for a file that others can read."""
    scheme, _, name = reference.partition(":")
    if scheme == "file":
        return _private(Path(name), what).strip()
    if name in environ:
        return environ[name].strip()
    if f"{name}_FILE" in environ:
        return _private(Path(environ[f"{name}_FILE"]), f"{name}_FILE").strip()
    raise Mistake("secret-missing", "{what}: {name} is not set.", "Set it where the daemon runs.", what=what, name=name)


def _from_environment(prefix: str, needed: Iterable[str], environ: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for suffix in needed:
        name = f"{prefix}_{suffix}"
        if name in environ:
            found[suffix] = environ[name]
        elif f"{name}_FILE" in environ:
            found[suffix] = _private(Path(environ[f"{name}_FILE"]), f"{name}_FILE").strip()
    return found


def _from_file(account: Account | SourceSettings, path: Path) -> dict[str, str]:
    try:
        return {key: str(value) for key, value in tomli.loads(_private(path, _called(account))).items()}
    except tomli.TOMLDecodeError:
        raise Mistake(
            "credentials-file",
            "The credentials file of {what} is not TOML.",
            'Write one line for each secret: {example} = "…".',
            what=_called(account),
            example="ACCESS_TOKEN" if isinstance(account, Account) else "TOKEN",
        ) from None


def _called(account: Account | SourceSettings) -> str:
    return f"account {account.id}" if isinstance(account, Account) else f"source {account.id}"


def _private(path: Path, what: str) -> str:
    """A file's text, if only its owner can read it."""
    try:
        mode = path.stat().st_mode
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise Mistake(
            "credentials-unreadable",
            "The credentials file of {what} cannot be read.",
            "Check its path and its owner.",
            what=what,
        ) from None
    if os.name == "posix" and stat.S_IMODE(mode) & 0o077:
        raise Mistake(
            "credentials-open",
            "The credentials file of {what} can be read by others.",
            "Close it: chmod 600 {path}",
            what=what,
            path=path,
        )
    return text


def _from_keyring(name: str, needed: Iterable[str]) -> dict[str, str]:
    found = {suffix: kept(name, suffix) for suffix in (*needed, ONE)}
    renewed = json.loads(found.pop(ONE) or "{}")
    return {suffix: value for suffix, value in {**found, **renewed}.items() if value}
