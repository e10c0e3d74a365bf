"""The model posts pass: none is held, none blocked."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from model_posts import MODEL_POSTS

from crisis.guard import GuardContext, inspect
from crisis.model.settings import Links

TOKYO = ZoneInfo("Asia/Tokyo")
KITAHAMA = GuardContext(
    organisation={"ja": "北浜電機", "en": "Kitahama Denki"},
    public_contacts=("0120-000-111",),
    links=Links(public=("https://www.kitahama.example/",), internal=("*.intra.kitahama.example", "10.0.0.0/8")),
    now=datetime(2026, 10, 9, 15, 20, tzinfo=TOKYO),
)


@pytest.mark.parametrize(("kind", "language", "rung", "text"), MODEL_POSTS)
def test_a_model_post_is_neither_held_nor_blocked(kind: str, language: str, rung: str, text: str) -> None:
    stopping = [finding for finding in inspect(text.replace(" ⏎ ", "\n"), KITAHAMA) if finding.stops]
    assert stopping == [], f"{kind} {language} {rung}"


def test_there_are_all_model_posts() -> None:
    assert len(MODEL_POSTS) == 36
