"""Protected terms: found in any spelling, not inside innocent words, many at once."""

from __future__ import annotations

import pytest

from crisis.guard import GuardContext, ProtectedTerms, inspect

TERMS = ProtectedTerms.compile(["北都銀行", "アリス", "Falcon", "北浜", "Hokuto Foods", " ", "x"])


def places(text: str, **more: object) -> list[str]:
    context = GuardContext(protected=TERMS, **more)  # type: ignore[arg-type]
    return [text[slice(f.start, f.end)] for f in inspect(text, context) if f.code == "protected-term"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("北都銀行への影響", "北都銀行"),
        ("顧客北都銀行様", "北都銀行"),
        ("北 都 銀 行", "北 都 銀 行"),
        ("北都（ほくと）銀行", "北都（ほくと）銀行"),
        ("プロジェクト「ｱﾘｽ」", "ｱﾘｽ"),
        ("project FALCON is late", "FALCON"),
        ("project Fаlcon", "Fаlcon"),  # a Cyrillic а
        ("Fal\u200bcon", "Fal\u200bcon"),
        ("F a l c o n", "F a l c o n"),
        ("Ｈｏｋｕｔｏ　Ｆｏｏｄｓ", "Ｈｏｋｕｔｏ　Ｆｏｏｄｓ"),
        ("北浜様の件", "北浜"),
        ("株式会社北浜", "北浜"),
    ],
)
def test_a_term_is_found(text: str, found: str) -> None:
    assert places(text) == [found]


@pytest.mark.parametrize("text", ["アリストテレス", "マアリス", "falconry", "北浜田町", "大北浜駅", "x"])
def test_a_piece_of_a_longer_word_is_no_hit(text: str) -> None:
    assert places(text) == []


def test_public_names_win() -> None:
    assert places("北浜電機 北浜本店", organisation={"ja": "北浜電機"}, spoken=("北浜本店",)) == []


def test_fifty_thousand_terms_are_found_like_one() -> None:
    terms = ProtectedTerms.compile(f"得意先{number:05d}商事" for number in range(50_000))
    text = "仙台の得意先04711商事の件"
    findings = inspect(text, GuardContext(protected=terms))
    assert [text[slice(f.start, f.end)] for f in findings if f.code == "protected-term"] == ["得意先04711商事"]
