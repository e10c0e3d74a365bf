"""`scan` reads texts of anybody: what other organisations rightly publish passes where no desk says what is public."""

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
LISTS_NOTHING = GuardContext(now=NOW, links=Links(), organisation={"ja": "北浜電機"})
LISTS = GuardContext(now=NOW, links=Links(public=("https://www.kitahama.example/",)), public_contacts=("0120-000-111",))
TABLE: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "others.toml").read_text("utf-8"))


def stopped(text: str, context: GuardContext) -> list[tuple[str, str]]:
    return [(f.code, text[slice(f.start, f.end)]) for f in inspect(text, context) if f.stops]


@pytest.mark.parametrize("text", [text for texts in TABLE.values() for text in texts])
def test_what_others_publish_passes(text: str) -> None:
    assert stopped(text, ALONE) == []
    assert stopped(text, LISTS_NOTHING) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("お問い合わせは 0299-55-0120 へ。15:20現在", "unlisted-contact"),
        ("Questions: press@northmoor.example, 15:20.", "unlisted-contact"),
        ("詳しくは https://www.sakurano.example/news をご覧ください。", "unlisted-link"),
    ],
)
def test_what_looks_public_is_advice_until_the_desk_lists_its_own(text: str, code: str) -> None:
    assert stopped(text, LISTS_NOTHING) == []
    assert code in {finding.code for finding in inspect(text, LISTS_NOTHING)}
    assert code in {found for found, _ in stopped(text, LISTS)}


@pytest.mark.parametrize(
    "text",
    [
        "担当の携帯 090-1234-5678 へ",
        "jane.miller@corp.example",
        "http://10.20.4.117/status",
        "http://wiki:8080/runbook",
    ],
)
def test_what_does_not_look_public_stops_at_every_desk(text: str) -> None:
    assert stopped(text, ALONE)
    assert stopped(text, LISTS_NOTHING)
    assert stopped(text, LISTS)
