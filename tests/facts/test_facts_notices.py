"""Hard notices, counted: what is read right, wrong, and missed."""

from __future__ import annotations

import pytest
from facts_cases import Case
from facts_desk import codes, facts
from facts_score import CASES, score, stated


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_a_hard_notice(case: Case) -> None:
    _, title, text, expected, doubts = case
    found = facts(text, title)
    assert stated(found) == expected
    assert codes(found) == doubts


def test_no_fact_is_wrong_and_few_are_missed() -> None:
    found = score()
    assert found.wrong == 0
    assert found.right / found.expected >= 0.97
    assert found.right > 150


def test_every_doubt_holds_and_says_what_to_write() -> None:
    for _, title, text, _, _ in CASES:
        for doubt in facts(text, title).doubts:
            assert doubt.stops or "left out" in str(doubt.mend)  # and all that is said stays true
            assert len(str(doubt.mend)) > 30
            assert str(doubt.mend.details["field"]) in str(doubt.mend)
