"""The words that a guard may take for public, since a template says them."""

from __future__ import annotations

from test_drafting_compose import DESK, TYPE, facts

from crisis.drafting.spoken import spoken


def test_each_stated_public_fact_in_our_words_and_nothing_else() -> None:
    assert spoken(facts(), TYPE, DESK, "ja") == ("仙台事業所", "閉鎖しています", "15:20")
    assert spoken(facts("as written"), TYPE, DESK, "en") == ("Sendai Office", "is closed", "15:20", "as written")
