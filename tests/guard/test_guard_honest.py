"""Honest posts go through: a guard that cries wolf is switched off."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from crisis.guard import GuardContext, inspect
from crisis.model.settings import Links

NOW = datetime(2026, 10, 9, 12, 20, tzinfo=ZoneInfo("Asia/Tokyo"))
ALONE = GuardContext(now=NOW)
AT_A_DESK = GuardContext(now=NOW, links=Links(), public_contacts=("0120-000-111",))
TABLE: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "honest.toml").read_text("utf-8"))
POSTS = [text for texts in TABLE.values() for text in texts]


@pytest.mark.parametrize("text", POSTS)
def test_an_honest_post_passes(text: str) -> None:
    for context in (ALONE, AT_A_DESK):
        assert [(f.code, text[slice(f.start, f.end)]) for f in inspect(text, context) if f.stops] == []


def test_listed_contacts_pass_however_they_are_written() -> None:
    context = GuardContext(links=Links(), public_contacts=("+81 22 123 4567", "press@kitahama.example"))
    for text in ("022-123-4567", "０２２（１２３）４５６７", "+81-22-123-4567", "press@kitahama.example"):
        assert [f for f in inspect(text, context) if f.code == "pii-contact"] == []


@pytest.mark.parametrize("text", ["お問い合わせ 0120-999-888 まで。15:20現在", "Hotline: 022-999-8888, 9:00 to 17:00."])
def test_a_hotline_that_is_not_listed_holds_at_a_desk_and_is_advice_without(text: str) -> None:
    for context, stops in ((AT_A_DESK, True), (ALONE, False)):
        (finding,) = [f for f in inspect(text, context) if "contact" in f.code]
        assert (finding.code, finding.stops) == ("unlisted-contact", stops)


def test_words_that_are_public_by_construction_pass() -> None:
    text = "山田町事業所は14日に再開します。山田さん通り店は15:20現在、閉鎖しています。"
    assert "pii-name" in {f.code for f in inspect(text, AT_A_DESK)}
    spoken = GuardContext(now=NOW, links=Links(), spoken=("山田さん通り店",))
    assert "pii-name" not in {f.code for f in inspect(text, spoken)}
