"""What a warning needs: each part that is taken out of a whole one is missed, and no whole one is nagged at."""

from __future__ import annotations

import re
import tomllib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from crisis.guard import GuardContext, inspect
from crisis.model.settings import Links

TOKYO = ZoneInfo("Asia/Tokyo")
NAMES = (
    {"ja": "仙台事業所", "en": "Sendai Office", "ja-x-plain": "仙台(せんだい)"},
    {"ja": "きたはまクラウド", "en": "Kitahama Cloud"},
)
KITAHAMA = GuardContext(
    organisation={"ja": "北浜電機", "en": "Kitahama Denki", "ja-x-plain": "北浜電機(きたはまでんき)"},
    public_contacts=("0120-000-111",),
    links=Links(public=("https://www.kitahama.example/",)),
    names=NAMES,
    now=datetime(2026, 10, 9, 15, 20, tzinfo=TOKYO),
)
PARTS = ("no-source", "no-hazard", "no-place", "no-time", "no-as-of", "no-guidance", "no-next-update")
MODEL_POSTS = tomllib.loads((Path(__file__).parent / "model_posts.toml").read_text("utf-8"))["post"]


def codes(text: str, found: GuardContext = KITAHAMA) -> set[str]:
    return {finding.code for finding in inspect(text, found)}


@pytest.mark.parametrize("post", MODEL_POSTS, ids=lambda post: f"{post['type']}-{post['language']}-{post['rung']}")
def test_a_model_post_is_not_nagged_at(post: dict[str, str]) -> None:
    assert codes(post["text"].replace(" ⏎ ", "\n")) == set()


WHOLE = {
    "ja": "北浜電機 仙台事業所は、地震のため閉鎖しています。次のお知らせまで来所しないでください。9日(金)15:20現在 次回16:30",
    "en": "Kitahama Denki Sendai Office is closed due to the earthquake. Please do not come in. As of 15:20 JST. Next update 16:30.",
}


@pytest.mark.parametrize("text", WHOLE.values())
def test_a_whole_warning_lacks_nothing(text: str) -> None:
    assert codes(text) & set(PARTS) == set()


@pytest.mark.parametrize(
    ("language", "part", "code"),
    [
        ("ja", "来所しないでください。", "no-guidance"),
        ("ja", " 次回16:30", "no-next-update"),
        ("ja", "9日(金)15:20現在 次回16:30", "no-time"),
        ("ja", "北浜電機 仙台事業所は、", "no-source"),
        ("ja", "地震のため閉鎖しています。", "no-hazard"),
        ("en", "Please do not come in.", "no-guidance"),
        ("en", "Next update 16:30.", "no-next-update"),
        ("en", "As of 15:20 JST. Next update 16:30.", "no-time"),
        ("en", "Kitahama Denki Sendai Office", "no-source"),
    ],
)
def test_a_part_that_is_missing_is_said(language: str, part: str, code: str) -> None:
    assert part in WHOLE[language]
    assert code in codes(WHOLE[language].replace(part, ""))


def test_a_time_that_is_not_as_of_now_is_not_enough() -> None:
    text = "北浜電機 仙台事業所は、14:46の地震のため閉鎖しています。来所しないでください。17:30に改めてお知らせします。"
    assert codes(text) & set(PARTS) == {"no-as-of"}
    assert codes(f"15:20現在、{text}") & set(PARTS) == set()


def test_a_text_for_nobody_and_nowhere_is_said() -> None:
    assert {"no-place", "no-hazard"} <= codes("15:20")


def test_a_last_post_promises_nothing() -> None:
    assert codes("【最終報】北浜電機：仙台事業所は13日(火)9:00から通常どおりです。12日17:00現在") & set(PARTS) == set()


def test_who_speaks_is_asked_of_a_desk_alone() -> None:
    assert "no-source" not in codes("閉鎖しています。15:20現在", GuardContext())


def test_the_parts_are_looked_for_at_the_beginning() -> None:
    assert "no-next-update" in codes(re.sub(" 次回.*", "", WHOLE["ja"]) + "。" * 5_000 + "次回16:30")
