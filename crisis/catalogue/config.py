"""Reads `crisis.toml` into `Settings`: a table of keys with their checkers, and what must hold between them.

A mistake is one sentence that names the file, the table and the key (the line for a syntax error), what is wrong and
what to write instead. Everything but `[desk] name` and an account's `id` and `platform` is optional.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import tomli

from crisis.catalogue import checks
from crisis.catalogue.account_tables import ACCOUNT, OUTSIDE, check_accounts
from crisis.catalogue.checks import At, Check, guess, listed, wrong
from crisis.catalogue.daemon_table import DAEMON
from crisis.catalogue.duty_table import DUTY, SHIFT, duty
from crisis.catalogue.guard_table import GUARD
from crisis.catalogue.kit_table import KIT
from crisis.catalogue.policy_table import POLICY, at_most
from crisis.catalogue.source_tables import SOURCE, sources
from crisis.errors import Mistake
from crisis.model.names import PLAIN_JAPANESE
from crisis.model.settings import (
    Account,
    DaemonSettings,
    Department,
    GuardSettings,
    KitSettings,
    Links,
    OutsideScheduler,
    Service,
    Settings,
    Site,
    StaffWay,
    Tightening,
)

FILE = "crisis.toml"
DEFAULT_LANGUAGES = ("ja", "en")
SHIPPED_LANGUAGES = (*DEFAULT_LANGUAGES, PLAIN_JAPANESE)

DESK: Mapping[str, Check] = {
    "name": checks.line,
    "organisation": checks.names,
    "timezone": checks.zone,
    "languages": checks.languages,
    "database": checks.database,
    "publish_command": checks.command,
    "keep_notices_days": checks.days,
    "answer_within": at_most,
    "sample": checks.flag,
}
LINKS: Mapping[str, Check] = {
    "public": listed(checks.prefix),
    "login_expected": listed(checks.prefix),
    "internal": listed(checks.inside),
}
SITE: Mapping[str, Check] = {
    "id": checks.identifier,
    "names": checks.names,
    "area": checks.names,
    "owner": checks.line,
    "timezone": checks.zone,
}
DEPARTMENT: Mapping[str, Check] = {"name": checks.line, "phone": checks.line}
SERVICE: Mapping[str, Check] = {"id": checks.identifier, "names": checks.names, "owner": checks.line}
STAFF_ALERT: Mapping[str, Check] = {"id": checks.identifier, "url": checks.secret}
SECTIONS: Mapping[str, Mapping[str, Check]] = {
    "desk": DESK,
    "links": LINKS,
    "guard": GUARD,
    "policy": POLICY,
    "daemon": DAEMON,
    "duty": DUTY,
    "kit": KIT,
}
LISTS: Mapping[str, Mapping[str, Check]] = {
    "site": SITE,
    "service": SERVICE,
    "department": DEPARTMENT,
    "account": ACCOUNT,
    "outside": OUTSIDE,
    "source": SOURCE,
    "staff_alert": STAFF_ALERT,
    "shift": SHIFT,
}
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "desk": ("name",),
    "site": (),
    "service": (),
    "department": ("name", "phone"),
    "account": ("id", "platform"),
    "outside": ("name", "phone"),
    "source": ("id", "kind"),
    "staff_alert": ("id", "url"),
    "shift": ("who", "from", "to"),
}


def defaults() -> Settings:
    """What serves where there is no desk: no accounts, and an organisation that calls itself "our company"."""
    return Settings(name="no desk", organisation={"ja": "当社", "en": "our company"})


def load(folder: Path) -> Settings:
    """The desk in that folder. Raises `Mistake` where `crisis.toml` is absent, unreadable or wrong."""
    folder = folder.absolute()
    document = _parse(folder)
    _only_known(document, (*SECTIONS, *LISTS), At(folder, "at the top level"))
    section = {name: _section(name, document.get(name, {}), folder) for name in SECTIONS}
    tables = {name: _tables(name, document.get(name, []), folder) for name in LISTS}
    settings = _settings(folder, section, tables)
    check_accounts(settings, folder, SHIPPED_LANGUAGES)
    return settings


def _parse(folder: Path) -> dict[str, Any]:
    """The document in TOML. A byte order mark, which some editors write, is let through."""
    path = folder / FILE
    try:
        return tomli.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        raise Mistake(
            "no-desk", "There is no crisis.toml in {folder}; make a desk with: crisis init {folder}", folder=folder
        ) from None
    except OSError as error:
        why = error.strerror or "it cannot be read"
        raise Mistake("configuration", "{path} cannot be read: {why}.", path=path, why=why) from None
    except UnicodeDecodeError as error:
        number = error.object[: error.start].count(b"\n") + 1
        raise Mistake(
            "configuration", "crisis.toml, line {line}: not UTF-8; save the file as UTF-8.", line=number
        ) from None
    except tomli.TOMLDecodeError as error:
        raise _syntax(str(error), path.read_text("utf-8-sig")) from None


def _syntax(message: str, text: str) -> Mistake:
    """A syntax error by its line; the parser says it in brackets at the end of its message."""
    found = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", message)
    number = int(found[1]) if found and found[1] else len(text.splitlines())
    what = message[: found.start()] if found else message
    return Mistake(
        "configuration",
        'crisis.toml, line {line}: not TOML ({what}); write key = value, and words in quotation marks: name = "…".',
        line=number,
        what=what,
    )


def _section(name: str, table: Any, folder: Path) -> dict[str, Any]:
    """A table that stands once."""
    at = At(folder, f"[{name}]")
    if isinstance(table, list):
        raise wrong(at, "{place}: stands once; write [{name}] in single brackets.", name=name)
    return _read(table, at, SECTIONS[name], REQUIRED.get(name, ()))


def _tables(name: str, tables: Any, folder: Path) -> list[dict[str, Any]]:
    """The tables of a list, in order, their ids unique."""
    if not isinstance(tables, list):
        raise wrong(
            At(folder, f"[{name}]"), "{place}: is one of a list; write [[{name}]] in double brackets.", name=name
        )
    places = [At(folder, f"[[{name}]] {_called(table, number)}") for number, table in enumerate(tables, 1)]
    read = [_read(table, at, LISTS[name], REQUIRED[name]) for table, at in zip(tables, places, strict=True)]
    seen: set[str] = set()
    for values, at in zip(read, places, strict=True):
        if values.get("id") in seen:
            raise wrong(at.on("id"), "{place}: another {name} has this id already; write a different one.", name=name)
        seen |= {values["id"]} if "id" in values else set()
    return read


def _called(table: Any, number: int) -> str:
    """How a person finds one table of a list: by its id or name, else by counting."""
    called = (table.get("id") or table.get("name")) if isinstance(table, dict) else None
    return called if isinstance(called, str) and called.isprintable() else f"number {number}"


def _read(table: Any, at: At, keys: Mapping[str, Check], required: Iterable[str]) -> dict[str, Any]:
    """The checked values of one table."""
    if not isinstance(table, dict):
        raise wrong(at, "{place}: not a table; write its name in brackets on a line of its own, and its keys below it.")
    _only_known(table, keys, at)
    for key in required:
        if key not in table:
            raise wrong(at.on(key), '{place}: missing; write {key} = "…" there.', key=key)
    return {key: keys[key](value, at.on(key)) for key, value in table.items()}


def _only_known(table: Mapping[str, Any], known: Iterable[str], at: At) -> None:
    """An unknown key is a mistake: a setting that nobody reads is a promise that nobody keeps."""
    names = tuple(known)
    for key in table:
        if key in names:
            continue
        meant = guess(key, names)
        if meant:
            raise wrong(at.on(key), '{place}: not a known key; did you mean "{meant}"?', meant=meant)
        raise wrong(
            at.on(key), "{place}: not a known key; take it out, or write one of {known}.", known=", ".join(names)
        )


def _settings(folder: Path, section: Mapping[str, Any], tables: Mapping[str, list[dict[str, Any]]]) -> Settings:
    """The frozen values."""
    desk = section["desk"]
    languages = desk.get("languages", DEFAULT_LANGUAGES)
    renamed = {"timezone": "zone"}
    plain = {renamed.get(key, key): value for key, value in desk.items()}
    return Settings(
        **{
            "folder": folder,
            "organisation": dict.fromkeys(languages, desk["name"]),
            "database": checks.database("sqlite:///crisis.db", At(folder, "[desk]")),
            **plain,
        },
        links=Links(**section["links"]),
        guard=GuardSettings(**section["guard"]),
        sites=tuple(Site(**_named("site", n, table, languages)) for n, table in enumerate(tables["site"], 1)),
        services=tuple(
            Service(**_named("service", n, table, languages)) for n, table in enumerate(tables["service"], 1)
        ),
        departments=tuple(Department(**table) for table in tables["department"]),
        accounts=tuple(Account(**table) for table in tables["account"]),
        outside=tuple(OutsideScheduler(**table) for table in tables["outside"]),
        sources=sources(tables["source"], folder),
        staff=tuple(StaffWay(**table) for table in tables["staff_alert"]),
        policy=Tightening(**section["policy"]),
        daemon=DaemonSettings(**section["daemon"]),
        duty=duty(section["duty"], tables["shift"]),
        kit=KitSettings(**section["kit"]),
    )


def _named(kind: str, number: int, table: Mapping[str, Any], languages: Iterable[str]) -> dict[str, Any]:
    """A site or service: without an id it is counted, without names its id serves in every language."""
    called = table.get("id", f"{kind}-{number}")
    return {"id": called, "names": dict.fromkeys(languages, called), **table}
