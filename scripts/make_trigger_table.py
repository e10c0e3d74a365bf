"""Writes crisis/guard/triggers.py: what a text must hold for a branch of one of the guard's patterns to match it.

    python scripts/make_trigger_table.py

Run it after a change to a pattern. What is required is read out of the parsed expression: characters that follow one another
without choice, or one of several of them where there is a choice. Whatever is not understood requires nothing.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import product
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
OUT = ROOT / "crisis" / "guard" / "triggers.py"

HEAD = '''"""What a text must hold for a branch of a pattern to match it. Written by scripts/make_trigger_table.py; do not edit."""

from __future__ import annotations

'''

Strings = frozenset[str]
"""Of which one must be there; of an exact reading all that it can be."""

MOST_EXACT = 64
"""Strings up to which a part is spelled out."""

MOST_CHARACTERS = 12
"""Characters of a set that are spelled out."""

MOST_CONDITIONS = 3
"""Conditions kept of a branch: more of them hardly tell more."""

MOST_PIECES = 160
"""Pieces of a condition beyond which it is nearly always met."""

POSTS = ("honest", "others")
"""Texts of the tests in which the pieces that are chosen are seldom found."""


def conditions(expression: str) -> list[Strings]:
    """Of each of these sets a text that matches holds at least one string."""
    exact, needed = _sequence(parser.parse(expression))
    found = {_pieces(strings) for strings in (*needed, exact) if strings and "" not in strings}
    told = [pieces for pieces in found if len(pieces) <= MOST_PIECES and not any("|" in piece for piece in pieces)]
    return _best(told)[:MOST_CONDITIONS]


def _sequence(items: Iterable[Any]) -> tuple[Strings | None, list[Strings]]:
    """What the whole can be, None where that is not to be told; and what is needed besides."""
    run, needed, whole = frozenset({""}), [], True
    for item in items:
        exact, more = _part(*item)
        needed += more
        if exact is not None and len(run) * len(exact) <= MOST_EXACT:
            run = frozenset(a + b for a, b in product(run, exact))
        else:
            needed.append(run)
            run, whole = exact or frozenset({""}), False
    return (run, needed) if whole else (None, [*needed, run])


def _part(kind: Any, value: Any) -> tuple[Strings | None, list[Strings]]:
    """The same of one part; whatever is not known can be anything."""
    return _PARTS.get(kind, lambda _: (None, []))(value)


def _ahead(value: Any) -> tuple[Strings | None, list[Strings]]:
    exact, needed = _sequence(value[1])
    return frozenset({""}), [*needed, *filter(None, [exact])]


def _set(members: list[tuple[Any, Any]]) -> Strings | None:
    found: set[str] = set()
    for kind, value in members:
        if kind is op.LITERAL:
            found.add(chr(value))
        elif kind is op.RANGE and value[1] - value[0] < MOST_CHARACTERS:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found) if len(found) <= MOST_CHARACTERS else None


def _repeated(least: int, most: int, items: Iterable[Any]) -> tuple[Strings | None, list[Strings]]:
    exact, needed = _sequence(items)
    if least == 0:
        return (exact | {""} if most == 1 and exact is not None else None), []
    if exact is None:
        return None, needed
    run = (
        frozenset("".join(each) for each in product(exact, repeat=least))
        if len(exact) ** least <= MOST_EXACT
        else exact
    )
    return (run, needed) if least == most else (None, [*needed, run])


def _choice(parts: list[tuple[Strings | None, list[Strings]]]) -> tuple[Strings | None, list[Strings]]:
    """Exact where each is; else the best of each, one of which is needed."""
    if all(exact is not None for exact, _ in parts):
        return frozenset().union(*(exact for exact, _ in parts if exact is not None)), []
    best: set[str] = set()
    for exact, needed in parts:
        told = [_pieces(strings) for strings in (*needed, exact) if strings and "" not in strings]
        if not told:
            return None, []
        best |= _best(told)[0]
    return None, [frozenset(best)]


_NOTHING = (frozenset({""}), list[Strings]())
_PARTS: dict[Any, Callable[[Any], tuple[Strings | None, list[Strings]]]] = {
    op.LITERAL: lambda value: (frozenset({chr(value)}), []),
    op.IN: lambda value: (_set(value), []),
    op.AT: lambda _: _NOTHING,
    op.ASSERT_NOT: lambda _: _NOTHING,
    op.ASSERT: _ahead,
    op.SUBPATTERN: lambda value: _sequence(value[3]),
    op.BRANCH: lambda value: _choice([_sequence(each) for each in value[1]]),
    op.MAX_REPEAT: lambda value: _repeated(*value),
    op.MIN_REPEAT: lambda value: _repeated(*value),
}


def _pieces(strings: Strings) -> Strings:
    """The piece of each that is seldom in texts, less those that hold another of them."""
    pieces = {_piece(string) for string in strings}
    return frozenset(p for p in pieces if not any(other in p for other in pieces - {p}))


def _piece(string: str) -> str:
    from crisis.guard.patterns import PIECE

    runs = [string[start : start + PIECE] for start in range(max(1, len(string) - PIECE + 1))]
    return min(runs, key=lambda run: (_found(run), -len(run)))


@cache
def _found(piece: str) -> int:
    """In how many honest posts a piece is found."""
    return sum(piece in post for post in _posts())


@cache
def _posts() -> tuple[str, ...]:
    from crisis.guard.terms import alike
    from crisis.text.folding import folded

    tables = (tomllib.loads((ROOT / "tests" / "guard" / f"{name}.toml").read_text("utf-8")) for name in POSTS)
    return tuple(alike(folded(post)) for table in tables for posts in table.values() for post in posts)


def _best(told: list[Strings]) -> list[Strings]:
    """What tells most first; in the same order at every run."""
    return sorted(sorted(told, key=sorted), key=_met)


def _met(pieces: Strings) -> tuple[int, int]:
    """In how many honest posts one of these is found, and how many they are: a condition that is hardly met tells most."""
    return sum(any(piece in post for piece in pieces) for post in _posts()), len(pieces)


def branches(expression: str) -> Iterator[tuple[int, str]]:
    """The ends and texts of the branches between the outermost bars; one that has named groups is left whole."""
    start = 0
    for end in [] if "(?P" in expression else _bars(expression):
        yield end, expression[start:end]
        start = end + 1
    yield len(expression), expression[start:]


def _bars(expression: str) -> Iterator[int]:
    from crisis.guard.patterns import TOKEN

    depth = 0
    for token in TOKEN.finditer(expression):
        depth += token[0].startswith("(") - (token[0] == ")")
        if token[0] == "|" and depth == 0:
            yield token.start()


def table() -> tuple[list[str], dict[str, str]]:
    """Conditions, and digest of a pattern → its branches with the numbers of their conditions."""
    from crisis.guard.detectors import patterns
    from crisis.guard.patterns import digest

    known: dict[Strings, int] = {}
    rows: dict[str, str] = {}
    for pattern in patterns():
        parts = []
        for end, text in branches(pattern.expression):
            numbers = [known.setdefault(pieces, len(known)) for pieces in conditions(text)]
            parts.append(f"{end}:{','.join(map(str, numbers))}")
        rows[digest(pattern.expression)] = " ".join(parts)
    return ["|".join(sorted(pieces)) for pieces in known], rows


def source(told: list[str], rows: dict[str, str]) -> str:
    """The table as a module."""
    lines = [HEAD + "CONDITIONS = ("]
    lines += [f"    {_quoted(row)}," for row in told]
    lines += [')\n"""Pieces, set apart by bars, of which a text must hold one."""\n\nBRANCHES = {']
    lines += [f"    {_quoted(key)}: {_quoted(row)}," for key, row in sorted(rows.items())]
    lines += ['}\n"""Digest of an expression → where its branches end and the numbers of their conditions."""\n']
    return "\n".join(lines)


def _quoted(text: str) -> str:
    """A string in source form, in as many lines as it needs."""
    parts = [text[start : start + 50] for start in range(0, len(text), 50)]
    quoted = [json.dumps(part, ensure_ascii=False) for part in parts]
    return quoted[0] if len(quoted) == 1 else "(\n        " + "\n        ".join(quoted) + "\n    )"


if __name__ == "__main__":
    OUT.write_text(source(*table()), "utf-8")
