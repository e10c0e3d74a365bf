"""The `[[source]]` tables of `crisis.toml`: their keys, and which belong to which kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from crisis.catalogue import checks
from crisis.catalogue.checks import At, Check, guess, wrong
from crisis.model.settings import SourceSettings

PORTS = range(1, 65_536)
PACES = (1, 86_400)
"""Seconds between two looks, at least and at most."""


def seconds(value: Any, at: At) -> float:
    """A pace: from a second to a day."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not PACES[0] <= value <= PACES[1]:
        raise wrong(at, "{place}: not a number of seconds between 1 and 86400; write one such as 60.")
    return float(value)


def port(value: Any, at: At) -> int:
    """A TCP port."""
    if isinstance(value, bool) or not isinstance(value, int) or value not in PORTS:
        raise wrong(at, "{place}: not a port; write a number from 1 to 65535, such as 993.")
    return value


def host(value: Any, at: At) -> str:
    """A host's name or address, without anything around it."""
    text = value if isinstance(value, str) else ""
    if re.fullmatch(r"(?!-)[\w-]+(\.[\w-]+)*\.?", text) or _address(text):
        return text
    raise wrong(at, '{place}: not a host; write its name alone, such as "imap.kitahama.example".')


def folder(value: Any, at: At) -> Path:
    """A folder, absolute. It need not be there yet: a share may be mounted later."""
    return at.folder / Path(checks.line(value, at)).expanduser()


SOURCE: Final[Mapping[str, Check]] = MappingProxyType(
    {
        "id": checks.identifier,
        "kind": checks.identifier,
        "url": checks.url,
        "path": folder,
        "host": host,
        "port": port,
        "mailbox": checks.line,
        "tls": checks.flag,
        "credentials": checks.credentials,
        "every": seconds,
        "private": checks.flag,
        "type": checks.identifier,
    }
)
EVERYWHERE = frozenset({"id", "kind", "every", "type"})
NEEDED: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"feed": ("url",), "folder": ("path",), "imap": ("host", "credentials")}
)
POSSIBLE: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"feed": ("credentials", "private"), "folder": (), "imap": ("port", "mailbox", "tls", "private")}
)


def sources(tables: list[dict[str, Any]], desk: Path) -> tuple[SourceSettings, ...]:
    """The sources of checked tables. Raises `Mistake` for an unknown kind, and for a key that its kind lacks or has not."""
    known = _kinds()
    for table in tables:
        at = At(desk, f"[[source]] {table['id']}")
        _check_kind(table["kind"], known, at.on("kind"))
        _check_keys(table, at)
        if not table.get("tls", True) and not _is_this_machine(table.get("host", "")):
            raise wrong(at.on("tls"), "{place}: the password would travel unencrypted; take it out, or use 127.0.0.1.")
    return tuple(SourceSettings(**table) for table in tables)


def _check_kind(kind: str, known: tuple[str, ...], at: At) -> None:
    if kind not in known:
        meant = guess(kind, known) or ", ".join(known)
        raise wrong(at, '{place}: "{value}" is not a known kind of source; write {meant}.', value=kind, meant=meant)


def _check_keys(table: Mapping[str, Any], at: At) -> None:
    kind = table["kind"]
    if kind not in NEEDED:
        return
    for key in NEEDED[kind]:
        if key not in table:
            raise wrong(at.on(key), '{place}: missing; write {key} = "…" there.', key=key)
    strange = next((key for key in table if key not in {*EVERYWHERE, *NEEDED[kind], *POSSIBLE[kind]}), None)
    if strange:
        raise wrong(at.on(strange), "{place}: a source of the kind {kind} does not read it; take it out.", kind=kind)


def _kinds() -> tuple[str, ...]:
    """The kinds: every module in `crisis/sources/`. Listed, never imported."""
    return tuple(sorted(path.stem for path in (Path(__file__).parents[1] / "sources").glob("[!_]*.py")))


def _address(text: str) -> bool:
    from ipaddress import ip_address

    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _is_this_machine(name: str) -> bool:
    from ipaddress import ip_address

    return name == "localhost" or (_address(name) and ip_address(name).is_loopback)
