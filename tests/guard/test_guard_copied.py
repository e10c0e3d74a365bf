"""Runs of the notice's own words are found, edited lightly or not; public words do not count."""

from __future__ import annotations

import pytest

from crisis.guard import GuardContext, inspect

NOTICE = """拠点：仙台事業所 状況：閉鎖
被害：三階の天井板が東側で落下し、通路が通れない。復旧には業者の手配が必要。
The ceiling on the east side has come down and the corridor cannot be used until contractors arrive."""


def copied(text: str, **more: object) -> list[str]:
    context = GuardContext(notice_text=NOTICE, **more)  # type: ignore[arg-type]
    return [text[slice(f.start, f.end)] for f in inspect(text, context) if f.code == "copied"]


@pytest.mark.parametrize(
    "text",
    [
        "仙台では天井板が東側で落下し、通路が通れません。",
        "天井板が、東側で、落下し通路が通れない状態",
        "天井板が東の側で落下し通路も通れない。復旧には業者の手配が要る",
        "In Sendai the ceiling on the east side has come down.",
        "the ceiling on the east side has now come down and the corridor",
        "天井板が\u200b東側で落下し、通路が通れない",
        "天井板、東側、落下。通路通れず。",  # particles dropped
        "復旧に業者手配必要、通路は通れず天井板東側落下",  # clauses in another order
        "ceiling at the east side came down; corridor not usable until contractors arrive",
    ],
)
def test_a_copied_run_is_found(text: str) -> None:
    assert copied(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "仙台事業所は閉鎖しています。建物を点検しています。15:20現在",
        "Sendai Office is closed while the building is checked.",
        "通路が通れない",
        "建物の東側にある通路は、業者が調べ終わるまで使えません。",
        "Please use the west entrance. Contractors are at work on the east side.",
    ],
)
def test_own_words_pass(text: str) -> None:
    assert copied(text) == []


def test_public_words_do_not_count() -> None:
    text = "拠点 仙台事業所 状況 閉鎖 拠点"
    assert copied("仙台事業所 状況：閉鎖 被害：三階") != []
    assert copied(text, spoken=("仙台事業所", "閉鎖")) == []


def test_without_a_notice_there_is_nothing_to_copy() -> None:
    assert [f for f in inspect(NOTICE, GuardContext()) if f.code == "copied"] == []
