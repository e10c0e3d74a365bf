"""Variant forms of kanji are read as the usual ones, in names and in protected terms."""

from __future__ import annotations

import pytest

from crisis.guard import GuardContext, ProtectedTerms, inspect
from crisis.guard.terms import ALIKE, OLD_KANJI, alike
from crisis.guard.variants import VARIANTS

FORMS = [
    ("高橋", "髙𣘺"),
    ("山崎", "山﨑"),
    ("浜田", "濵田"),
    ("渡辺", "渡邉"),
    ("渡辺", "渡邊"),
    ("吉田", "𠮷田"),
    ("桑原", "桒原"),
    ("柳沢", "栁澤"),
]


@pytest.mark.parametrize(("usual", "variant"), FORMS)
def test_a_protected_name_is_found_in_its_variant_form(usual: str, variant: str) -> None:
    context = GuardContext(protected=ProtectedTerms.compile([usual]))
    turned = GuardContext(protected=ProtectedTerms.compile([variant]))
    assert "protected-term" in {f.code for f in inspect(f"仙台の{variant}は閉鎖です。", context)}
    assert "protected-term" in {f.code for f in inspect(f"仙台の{usual}は閉鎖です。", turned)}


@pytest.mark.parametrize(("usual", "variant"), FORMS)
def test_a_surname_is_found_in_its_variant_form(usual: str, variant: str) -> None:
    for name in (usual, variant):
        assert "pii-name" in {f.code for f in inspect(f"{name}さんが負傷しました。", GuardContext())}


def test_a_variation_selector_changes_nothing() -> None:
    context = GuardContext(protected=ProtectedTerms.compile(["渡邉"]))
    assert "protected-term" in {f.code for f in inspect("渡邉\U000e0101は休みです。", context)}


def test_each_variant_is_one_character_for_another_in_use() -> None:
    for table in (VARIANTS, OLD_KANJI):
        variants, usual = table[::2], table[1::2]
        assert len(variants) == len(usual)
        assert not set(variants) & set(usual)


def test_no_character_is_exchanged_twice() -> None:
    assert all(alike(alike(chr(code))) == alike(chr(code)) for code in ALIKE)
