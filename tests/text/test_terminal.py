"""What a terminal is given: nothing that it obeys, and everything else as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis.text.terminal import shown


@given(st.text())
def test_nothing_in_it_is_obeyed(text: str) -> None:
    assert not [char for char in shown(text) if unicodedata.category(char) == "Cc" and char not in "\n\t"]


@given(st.text(st.characters(exclude_categories=["C", "Z"])))
def test_words_stay_as_they_are(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("closed\x1b[2Jopen", "closed<U+001B>[2Jopen"),
        ("closed\ropen", "closed<U+000D>open"),
        ("one\r\ntwo\tthree", "one\ntwo\tthree"),
        ("\x9b31m", "<U+009B>31m"),
        ("開\u202e閉", "開<U+202E>閉"),
        ("👨‍👩‍👧 が\ufe0f", "👨‍👩‍👧 が\ufe0f"),
    ],
)
def test_a_control_is_shown(text: str, seen: str) -> None:
    assert shown(text) == seen
