"""The hard notices counted: what is read right, wrong, and missed."""

from __future__ import annotations

from dataclasses import dataclass

from facts_cases import LABELLED
from facts_desk import facts, plain
from facts_prose_cases import PROSE

from crisis.model.fact import Facts

CASES = LABELLED + PROSE
UNSAID = ("received", "envelope")


@dataclass(frozen=True)
class Score:
    """Facts over all notices; `wrong` counts what was read and is not so."""

    notices: int
    right: int
    wrong: int
    missed: int

    @property
    def expected(self) -> int:
        """What a careful reader takes from the notices."""
        return self.right + self.missed


def stated(found: Facts) -> dict[str, str | int]:
    """The facts that the notice itself states."""
    values = plain(found)
    return {fact.name: values[fact.name] for fact in found.facts if fact.where not in UNSAID}


def score() -> Score:
    """The count over every case. A fact that is read wrong is both wrong and missed."""
    right = wrong = missed = 0
    for _, title, text, expected, _ in CASES:
        found = stated(facts(text, title))
        right += sum(found.get(name) == value for name, value in expected.items())
        wrong += sum(expected.get(name) != value for name, value in found.items())
        missed += sum(found.get(name) != value for name, value in expected.items())
    return Score(len(CASES), right, wrong, missed)
