"""Regular expressions of which only those parts are compiled and searched that may match the text at hand.

The guard knows hundreds of ways to say what must not be said, and a post holds hardly any of them. So each branch between the
outermost bars of an expression has conditions read out of it (`triggers.py`, written by scripts/make_trigger_table.py): of each
condition the text must hold at least one piece of up to three characters, or that branch cannot match. An expression that the
table does not know yet is always searched: slower, and never blind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache, reduce
from hashlib import blake2s
from operator import or_

from crisis.guard.triggers import BRANCHES, CONDITIONS

ALWAYS = 1 << len(CONDITIONS)
"""A condition that every text meets."""

PIECE = 4
"""Characters of the longest piece that a condition names."""


@cache
def _conditions() -> dict[str, int]:
    """Piece → the conditions that it meets, a bit for each."""
    met: dict[str, int] = {}
    for number, pieces in enumerate(CONDITIONS):
        for piece in pieces.split("|"):
            met[piece] = met.get(piece, 0) | 1 << number
    return met


@lru_cache(maxsize=32)
def conditions_met(text: str) -> int:
    """The conditions that a text meets, a bit for each. Every pattern asks this of the same few texts."""
    met = _conditions()
    held = {text[start : start + size] for size in range(1, PIECE + 1) for start in range(len(text) - size + 1)}
    found = ALWAYS
    for piece in met.keys() & held:
        found |= met[piece]
    return found


class Branch:
    """One of the ways in which an expression matches, and the conditions that it cannot do without."""

    def __init__(self, expression: str, needs: int = 0) -> None:
        self.expression = expression
        self.needs = needs

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled branch."""
        return re.compile(self.expression)


class Pattern:
    """A linear regular expression over folded text.

    Linear means: no quantifier inside a quantifier over the same characters, and every repetition bounded or anchored at
    the start of its run.
    """

    def __init__(self, expression: str, *, parts: str = "") -> None:
        """`parts` as in the table's rows; the table's own where none are given."""
        self.expression = expression
        self.parts = parts

    @cached_property
    def branches(self) -> tuple[Branch, ...]:
        """Its branches; all of it as one where the table does not know it."""
        parts = self.parts or BRANCHES.get(digest(self.expression))
        return tuple(_branches(self.expression, parts)) if parts else (Branch(self.expression),)

    @cached_property
    def some(self) -> int:
        """A condition of each branch: a text that meets none of them has no match."""
        one_each = [branch.needs & -branch.needs or ALWAYS for branch in self.branches]
        return reduce(or_, one_each)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match, as the whole expression finds them: from left to right, the earlier branch first, none overlapping."""
        met = conditions_met(text)
        return self.matches(text, met) if met & self.some else iter(())

    def matches(self, text: str, met: int) -> Iterator[re.Match[str]]:
        """The same of a text that meets those conditions."""
        branches = [branch.compiled for branch in self.branches if branch.needs & met == branch.needs]
        return branches[0].finditer(text) if len(branches) == 1 else _in_turn(branches, text)


def digest(expression: str) -> str:
    """What the table knows an expression by."""
    return blake2s(expression.encode(), digest_size=8).hexdigest()


def _branches(expression: str, parts: str) -> Iterator[Branch]:
    """From `end:condition,condition end:…`. Groups keep the numbers that they have in the whole expression."""
    start = before = 0
    alone, of_all = " " not in parts, _groups(expression)
    for part in parts.split():
        end, _, conditions = part.partition(":")
        text = expression[start : int(end)]
        after = of_all - before - _groups(text)
        needs = sum(1 << int(condition) for condition in filter(None, conditions.split(",")))
        yield Branch(text if alone else _without(before) + text + _without(after), needs)
        start, before = int(end) + 1, of_all - after


TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\??|[|)]", re.DOTALL)
"""What parts an expression: escapes and sets in one piece, brackets and bars."""


def _groups(expression: str) -> int:
    """How many groups without a name a part of an expression has."""
    return sum(token[0] == "(" for token in TOKEN.finditer(expression))


def _without(groups: int) -> str:
    """As many groups as that, which never match."""
    return f"(?:{'()' * groups}){{0}}" if groups else ""


def _in_turn(branches: list[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    """The matches of several branches as one alternation has them."""
    firsts = [branch.search(text) for branch in branches]
    while found := [match for match in firsts if match]:
        first = min(found, key=lambda match: match.start())
        yield first
        end = first.end()
        firsts = [
            branch.search(text, end) if match and match.start() < end else match
            for branch, match in zip(branches, firsts, strict=True)
        ]
