"""Every leak of the red-team table stops, as written and disguised."""

from __future__ import annotations

import pytest
from red_team import DESK, leaks, table

from crisis.guard import inspect
from crisis.guard.codes import LEAKS

CASES = [(code, text) for code, _, text in leaks()]


@pytest.mark.parametrize(("code", "text"), CASES)
def test_offsets_lie_in_the_text_as_written(code: str, text: str) -> None:
    for finding in inspect(text, DESK):
        if finding.start is not None and finding.end is not None:
            assert 0 <= finding.start < finding.end <= len(text)


def test_the_place_of_a_finding_is_exactly_what_is_wrong() -> None:
    text = "仙台は閉鎖。電話０９０\u200b－１２３４－５６７８まで"
    (finding,) = [f for f in inspect(text, DESK) if f.code == "pii-contact"]
    assert text[finding.start : finding.end] == "０９０\u200b－１２３４－５６７８"


def test_every_leak_code_with_words_of_its_own_has_cases() -> None:
    other_tests = {
        "accident-word",
        "protected-term",
        "contradiction",
        "wrong-account",
        "copied",
        "unlisted-link",
        "dead-link",
        "login-link",
        "encoded",
        "guard-failed",
        "lookalike",
        "too-long",
        "unlisted-contact",
    }
    assert set(LEAKS) - other_tests == set(table())
