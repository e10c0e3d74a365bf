"""The model posts pass: none is held, none blocked."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from crisis.guard import GuardContext, inspect
from crisis.model.settings import Links

TOKYO = ZoneInfo("Asia/Tokyo")
KITAHAMA = GuardContext(
    organisation={"ja": "北浜電機", "en": "Kitahama Denki"},
    public_contacts=("0120-000-111",),
    links=Links(public=("https://www.kitahama.example/",), internal=("*.intra.kitahama.example", "10.0.0.0/8")),
    now=datetime(2026, 10, 9, 15, 20, tzinfo=TOKYO),
)

MODEL_POSTS = tomllib.loads((Path(__file__).parent / "model_posts.toml").read_text("utf-8"))["post"]


@pytest.mark.parametrize("post", MODEL_POSTS, ids=lambda post: f"{post['type']}-{post['language']}-{post['rung']}")
def test_a_model_post_is_neither_held_nor_blocked(post: dict[str, str]) -> None:
    text = post["text"].replace(" ⏎ ", "\n")
    assert [(f.code, text[slice(f.start, f.end)]) for f in inspect(text, KITAHAMA) if f.stops] == []


def test_there_are_all_model_posts() -> None:
    assert len(MODEL_POSTS) == 36
