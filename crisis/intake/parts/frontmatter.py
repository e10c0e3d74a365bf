"""Front matter: YAML between `---` lines or TOML between `+++` lines at the start of a file.

YAML is composed into nodes and never constructed: values stay as written (YAML 1.1 would make 990 of 16:30), no tag is
obeyed, and an alias is not followed, so that a small file cannot unfold into a large one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crisis.intake.parts import refusals
from crisis.model.finding import Finding
from crisis.model.notice import Entry

FENCES = ("---", "+++")
_LARGEST = 64_000
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Its entries, and how many lines of the text it takes, fences included."""

    entries: tuple[Entry, ...] = ()
    lines: int = 0
    defects: tuple[Finding, ...] = ()


def read_front_matter(text: str) -> FrontMatter:
    """The front matter; none where the text does not begin with a fence or never closes it."""
    first, _, rest = text.partition("\n")
    fence = first.rstrip()
    if fence not in FENCES:
        return FrontMatter()
    closing = re.search(rf"^(?:{re.escape(fence)}|\.\.\.)[ \t]*$", rest[:_LARGEST], re.MULTILINE)
    if closing is None:
        return FrontMatter()
    block = rest[: closing.start()]
    found = _yaml(block) if fence == "---" else _toml(block)
    if found is None:
        return FrontMatter(
            defects=(
                refusals.hold("broken-front-matter", "The front matter is not valid and was read as plain lines."),
            )
        )
    return FrontMatter(found, block.count("\n") + 2)


def _yaml(block: str) -> tuple[Entry, ...] | None:
    import yaml

    try:
        node = yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    if node is None:
        return ()
    return tuple(_nodes(node, _DEEPEST)) if isinstance(node, yaml.MappingNode) else None


def _nodes(mapping: Any, depth: int) -> Iterator[Entry]:
    """Scalars and lists of scalars as entries under their keys; inner mappings by their own keys."""
    for key, value in mapping.value:
        if value.id == "mapping" and depth:
            yield from _nodes(value, depth - 1)
            continue
        scalars = [value] if value.id == "scalar" else [inner for inner in value.value if inner_is_scalar(inner)]
        said = ", ".join(str(scalar.value).strip() for scalar in scalars)
        if key.id == "scalar" and said:
            yield Entry(str(key.value).strip(), said, f"front matter line {key.start_mark.line + 2}")


def inner_is_scalar(node: Any) -> bool:
    """Whether a list's item is a plain value."""
    return getattr(node, "id", "") == "scalar"


def _toml(block: str) -> tuple[Entry, ...] | None:
    import tomllib

    try:
        table = tomllib.loads(block, parse_float=str)
    except (tomllib.TOMLDecodeError, ValueError):
        return None
    return tuple(_table(table, block.split("\n"), _DEEPEST))


def _table(table: dict[str, Any], lines: list[str], depth: int) -> Iterator[Entry]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _table(value, lines, depth - 1) if depth else ()
            continue
        values = value if isinstance(value, list) else [value]
        said = ", ".join(_scalar(inner) for inner in values if not isinstance(inner, dict | list)).strip()
        if said:
            yield Entry(key, said, f"front matter line {_line_of(key, lines)}")


def _line_of(key: str, lines: list[str]) -> int:
    """The line of a key in the file: the fence is line 1."""
    named = re.compile(rf"^\s*(?:[\w.-]*\.)?[\"']?{re.escape(key)}[\"']?\s*=")
    return next((at for at, line in enumerate(lines, start=2) if named.match(line)), 2)


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
