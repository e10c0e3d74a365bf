"""Hard notices, counted: what is read right, wrong, and missed."""

from __future__ import annotations

import pytest
from facts_cases import LABELLED, Case
from facts_desk import codes, facts, plain
from facts_prose_cases import PROSE

from crisis.model.fact import Facts

CASES = LABELLED + PROSE
UNSAID = ("received", "envelope")


def stated(found: Facts) -> dict[str, str | int]:
    """The facts that the notice itself states."""
    values = plain(found)
    return {fact.name: values[fact.name] for fact in found.facts if fact.where not in UNSAID}


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_a_hard_notice(case: Case) -> None:
    _, title, text, expected, doubts = case
    found = facts(text, title)
    assert stated(found) == expected
    assert codes(found) == doubts


def test_no_fact_is_wrong_and_few_are_missed() -> None:
    right = wrong = missed = 0
    for _, title, text, expected, _ in CASES:
        found = stated(facts(text, title))
        right += sum(found.get(name) == value for name, value in expected.items())
        wrong += sum(expected.get(name) != value for name, value in found.items())
        missed += sum(name not in found for name in expected)
    assert wrong == 0
    assert right / (right + missed) >= 0.97
    assert right > 150


def test_every_doubt_holds_and_says_what_to_write() -> None:
    for _, title, text, _, _ in CASES:
        for doubt in facts(text, title).doubts:
            assert doubt.stops
            assert len(str(doubt.mend)) > 30
            assert str(doubt.mend.details["field"]) in str(doubt.mend)
