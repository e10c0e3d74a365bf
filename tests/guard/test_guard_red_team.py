"""No structured identifier slips through, however it is disguised; what free words escape is told by `make bench`."""

from __future__ import annotations

import pytest
from evasions import EVERYWHERE, OF_DIGITS, Evasion, base64, decimal_entities, none, percent, zero_width
from hypothesis import given, settings
from hypothesis import strategies as st
from red_team import DESK, Case, free, structured

from crisis.guard import inspect

CASES = list(structured())


@pytest.mark.parametrize("evasion", [*EVERYWHERE, *OF_DIGITS], ids=lambda evasion: evasion.__name__)
def test_every_structured_identifier_is_caught(evasion: Evasion) -> None:
    assert [(case.code, case.plain) for case in CASES if case.evasion is evasion and not case.caught] == []


def test_the_corpus_is_large_and_of_two_languages() -> None:
    assert len(CASES) + len(list(free())) >= 5_000
    assert {case.language for case in CASES} == {"ja", "en"}


def test_what_is_written_plainly_in_free_words_is_caught() -> None:
    assert [(case.code, case.plain) for case in free() if case.evasion is none and not case.caught] == []


@given(st.sampled_from(CASES), st.text(max_size=8), st.text(max_size=8))
@settings(max_examples=150, deadline=None)
def test_places_lie_in_the_text_as_written(case: Case, before: str, after: str) -> None:
    text = before + case.text + after
    for finding in inspect(text, DESK):
        if finding.start is not None and finding.end is not None:
            assert 0 <= finding.start < finding.end <= len(text)


@pytest.mark.parametrize("evasion", [zero_width, decimal_entities, percent])
def test_a_place_covers_what_was_hidden_and_no_more(evasion: Evasion) -> None:
    hidden = evasion("090-1234-5678")
    text = f"窓口は{hidden}です。"
    assert hidden.strip("\u200b") in {
        text[slice(f.start, f.end)] for f in inspect(text, DESK) if f.code == "pii-contact"
    }


def test_a_place_in_base64_is_the_whole_token() -> None:
    hidden = base64("090-1234-5678")
    text = f"窓口は {hidden} です。"
    assert {text[slice(f.start, f.end)] for f in inspect(text, DESK) if f.code == "pii-contact"} == {hidden}
