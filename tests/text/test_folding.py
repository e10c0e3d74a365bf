"""Folding: one spelling for comparing, and the way back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis.text.folding import fold, folded

SMALL = "a A0９Ａー－‐〜～ｶﾞはﾟ が\u3099\u200b\u00ad\ufeff\u202e\u0301éßİ㈱㎏①ﬁ…\u3000\n\t\xa0"
ODD = "\u0301ǰ각\u1100\u1161\u11a8\ufe0f´\u1e9b\u0323\x1f\x00"
ODD_TEXT = st.text(st.sampled_from(SMALL + ODD))
TRICKY = ODD_TEXT | st.text()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("ＳＥＲＶＥＲ０１", "server01"),
        ("ｶﾞｿﾘﾝ", "ガソリン"),
        ("か\u3099", "が"),
        ("か\u200b\u3099", "が"),
        ("山\u200b田\u00ad太\ufeff郎", "山田太郎"),
        ("090－1234‐5678", "090-1234-5678"),
        ("０９０ー１２３４ー５６７８", "090-1234-5678"),
        ("サーバー", "サーバー"),
        ("10時〜12時", "10時~12時"),
        ("10時～12時", "10時~12時"),
        ("北浜\u3000 \n電機", "北浜 電機"),
        ("Straße", "strasse"),
        ("O’Brien", "o'brien"),
        ("㈱北浜", "(株)北浜"),
        ("葛\U000e0100", "葛"),
        ("٣", "3"),
        ("a\x00b", "ab"),
    ],
)
def test_one_spelling(written: str, expected: str) -> None:
    assert fold(written).text == expected
    assert folded(written) == expected


def test_marks_without_end_fold_in_linear_time() -> None:
    marks = "\u0315\u0300" * 50_000
    assert len(folded("か" + "\u200b" * 1000 + "\u3099" + marks)) == 1 + len(marks)


def test_the_way_back() -> None:
    found = fold("氏名:\u3000ﾔﾏﾀﾞ\u200b太郎様")
    at = found.text.index("ヤマダ太郎")
    start, end = found.span(at, at + 5)
    assert "氏名:\u3000ﾔﾏﾀﾞ\u200b太郎様"[start:end] == "ﾔﾏﾀﾞ\u200b太郎"


def test_a_place_at_the_end() -> None:
    assert fold("ab  ").span(3, 3) == (4, 4)
    assert fold("").span(0, 0) == (0, 0)


def test_a_span_outside_is_refused() -> None:
    with pytest.raises(ValueError, match="no span"):
        fold("ab").span(1, 3)


@given(TRICKY)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(TRICKY)
def test_both_ways_agree(text: str) -> None:
    assert fold(text).text == folded(text)


@given(TRICKY)
def test_places_are_in_order_and_in_the_text(text: str) -> None:
    found = fold(text)
    assert len(found.starts) == len(found.ends) == len(found.text)
    assert list(found.starts) == sorted(found.starts)
    assert list(found.ends) == sorted(found.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(found.starts, found.ends, strict=True))


@given(ODD_TEXT, st.text(st.sampled_from("北浜ｶﾞＡa0９が\u3099\u200b"), min_size=1), ODD_TEXT)
def test_what_is_found_folded_stands_there(before: str, term: str, after: str) -> None:
    text = f"{before}<{term}>{after}"
    sought = folded(f"<{term}>")
    found = fold(text)
    at = found.text.index(sought)
    start, end = found.span(at, at + len(sought))
    assert folded(text[start:end]).startswith(sought)
    assert text[start] == "<"
