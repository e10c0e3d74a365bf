"""What the code imports is what the project declares, and the lock holds it."""

from __future__ import annotations

import ast
import re
import sys
import tomllib

import house

NAMED = {"pyyaml": "yaml", "python-ulid": "ulid", "mastodon-py": "mastodon", "python-stdnum": "stdnum"}
"""Packages whose module has another name."""

BROUGHT = {"sqlalchemy": "sqlmodel", "markupsafe": "jinja2", "urllib3": "requests", "click": "typer"}
"""Modules of which a declared package is made; what they are is part of its interface."""

DATA = {"tzdata", "bcrypt"}
"""Packages that nobody imports by name: zoneinfo finds the one, cryptography the other (keys with a passphrase)."""


def _declared() -> set[str]:
    project = tomllib.loads((house.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    return {re.split(r"[<>=!~\[; ]", each)[0] for each in wanted}


def _imported() -> set[str]:
    nodes = [node for tree in house.modules().values() for node in ast.walk(tree)]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name.split(".")[0] for name in names} - {"crisis", *sys.stdlib_module_names}


def test_every_import_is_declared() -> None:
    modules = {NAMED.get(name, name.replace("-", "_")) for name in _declared()}
    assert _imported() - modules - {module for module, package in BROUGHT.items() if package in modules} == set()


def test_the_locks_hold_every_declared_package() -> None:
    optional = {"keyring"}
    for lock in ("requirements.lock", "requirements-dev.lock"):
        locked = set(re.findall(r"^([a-z0-9-]+)==", (house.ROOT / lock).read_text("utf-8"), re.MULTILINE))
        assert _declared() - locked - optional == set()


def test_the_locks_agree() -> None:
    run, dev = (
        dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (house.ROOT / lock).read_text("utf-8"), re.MULTILINE))
        for lock in ("requirements.lock", "requirements-dev.lock")
    )
    assert run.items() <= dev.items()


def test_nothing_is_declared_that_nobody_imports() -> None:
    unused = {name for name in _declared() - DATA if NAMED.get(name, name.replace("-", "_")) not in _imported()}
    assert unused == set()
