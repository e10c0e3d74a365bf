"""Patterns are searched in parts, and find what the whole expression finds; the table of their parts is of today."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from red_team import leaks

from crisis.guard.context import GuardContext
from crisis.guard.detectors import patterns
from crisis.guard.patterns import Pattern, digest
from crisis.guard.reading import Reading
from crisis.guard.triggers import BRANCHES, CONDITIONS

MEND = "python scripts/make_trigger_table.py"
TEXTS = [view.text for _, _, text in leaks() for view in Reading(text, GuardContext()).views]


def told(matches: Iterator[re.Match[str]]) -> list[tuple[object, ...]]:
    """Where they are, with their groups."""
    return [(match.span(), match.groups(), match.groupdict()) for match in matches]


def test_the_table_knows_every_pattern_and_no_other() -> None:
    """One that it does not know is searched in every text: run the script after a change."""
    assert {digest(pattern.expression) for pattern in patterns()} == set(BRANCHES), MEND


def test_nothing_of_an_expression_is_lost_between_its_branches() -> None:
    for pattern in patterns():
        ends = [int(part.partition(":")[0]) for part in BRANCHES[digest(pattern.expression)].split()]
        assert ends[-1] == len(pattern.expression)
        assert all(pattern.expression[end] == "|" for end in ends[:-1])
        assert len(pattern.branches) == len(ends)


def test_parts_find_what_the_whole_finds() -> None:
    """The same places with the same groups, in every leak of the corpus."""
    texts = (*TEXTS[::5], "\n".join(TEXTS))
    for pattern in patterns():
        whole = re.compile(pattern.expression)
        assert all(told(pattern.finditer(text)) == told(whole.finditer(text)) for text in texts), pattern.expression


def test_hardly_a_part_is_without_conditions() -> None:
    parts = [branch for pattern in patterns() for branch in pattern.branches]
    assert sum(branch.needs == 0 for branch in parts) < len(parts) / 50
    assert max(branch.needs for branch in parts) < 1 << len(CONDITIONS)


def test_an_unknown_pattern_is_searched_whole() -> None:
    pattern = Pattern(r"new(\d)|also (\w)")
    assert len(pattern.branches) == 1
    assert [match.groups() for match in pattern.finditer("new1 also x")] == [("1", None), (None, "x")]
    assert pattern.search("nothing") is None


@given(st.text(alphabet="ab1 ", max_size=40))
def test_branches_in_turn_are_one_alternation(text: str) -> None:
    """Leftmost first, then the earlier branch, and none that overlaps."""
    expression = r"(?<=a)b+|a(b)1|(1)a?|ab|( )"
    ends = (*(bar.start() for bar in re.finditer(r"\|", expression)), len(expression))
    pattern = Pattern(expression, parts=" ".join(f"{end}:" for end in ends))
    assert len(pattern.branches) == len(ends)
    assert told(pattern.finditer(text)) == told(re.finditer(expression, text))
