"""Signs and digits that are spelled out, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis.text.spelled_out import spelled_out


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("mail marta dot holm at corp dot example now", "mail marta.holm@corp.example now"),
        ("k.sato あっと corp どっと example まで", "k.sato@corp.example まで"),
        ("see S colon backslash plans", "see S:\\plans"),
        ("call oh nine oh, one two three four, five six seven eight", "call 09012345678"),
        ("ぜろきゅうぜろ、いちにさんよん、ごろくななはち", "09012345678"),
    ],
)
def test_what_is_spelled_out_is_put_back(text: str, plain: str) -> None:
    found = spelled_out(text)
    assert found is not None
    assert found.text == plain


@pytest.mark.parametrize(
    "text", ["We meet at noon.", "A dash of hope at the station.", "二人が三つの窓口にいます。", ""]
)
def test_ordinary_words_stay(text: str) -> None:
    assert spelled_out(text) is None


def test_a_place_is_that_of_the_words() -> None:
    text = "write to marta dot holm"
    found = spelled_out(text)
    assert found is not None
    at = found.text.index(".")
    assert text[found.starts[at] : found.ends[at]].strip() == "dot"


@given(
    st.lists(st.sampled_from(["dot", "at", "corp", "oh", "one", "two", "に", "さん", " ", "colon", "。", "x"])).map(
        " ".join
    )
)
def test_places_lie_in_the_text_in_order(text: str) -> None:
    found = spelled_out(text)
    if found is not None:
        assert len(found.text) == len(found.starts) == len(found.ends)
        assert list(found.starts) == sorted(found.starts)
        assert all(0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))
