"""What the tests of the house share: its modules as syntax trees, and its files as they are tracked."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MIGRATIONS = "crisis/store/migrations/versions/"


@cache
def modules() -> dict[str, ast.Module]:
    """Path from the root → syntax tree, of every module of the package."""
    files = sorted((ROOT / "crisis").rglob("*.py"))
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text("utf-8"), str(path)) for path in files}


def written() -> dict[str, ast.Module]:
    """The modules that people wrote to be read: no migrations, no tables (of words, of a script's making)."""
    return {path: tree for path, tree in modules().items() if not path.startswith(MIGRATIONS) and not is_table(tree)}


def is_table(tree: ast.Module) -> bool:
    """Whether a module holds values alone."""
    return not any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) for node in ast.walk(tree))


def names_read(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Each attribute chain or name that is read, by its full name as imported, with its line: `datetime.datetime.now`."""
    names = dict(_imported(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Name):
            root, *rest = _chain(node)
            yield ".".join([names.get(root, f"<{root}>"), *rest]), node.lineno


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Local name → full name, of every import wherever it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.asname or alias.name.split(".")[0], alias.name if alias.asname else alias.name.split(".")[0]
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def _chain(node: ast.expr) -> list[str]:
    """`a.b.c` as its parts; a chain that does not begin with a name begins with nothing."""
    if isinstance(node, ast.Attribute):
        return [*_chain(node.value), node.attr]
    return [node.id] if isinstance(node, ast.Name) else [""]


@cache
def tracked() -> tuple[Path, ...]:
    """Every tracked file, absolute; empty outside a checkout."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    return tuple(ROOT / name for name in done.stdout.decode().split("\0") if name and (ROOT / name).is_file())
