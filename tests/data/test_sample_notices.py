"""The sample notices become what data/README.md says of them, and their traps catch nobody."""

from __future__ import annotations

from datetime import datetime
from functools import cache

import pytest

from crisis import drafting, facts, intake
from crisis.catalogue import config
from crisis.catalogue.types import load_types
from crisis.model.fact import Facts
from crisis.model.notice import Notice
from crisis.model.post import Occasion
from crisis.shipped import shipped

SAMPLE = shipped("data") / "sample"
RECEIVED = datetime.fromisoformat("2026-10-09T16:40:00+09:00")

BECOMES: dict[str, dict[str, str | int]] = {
    "01-safety-check-hr.eml": {
        "type": "safety-check",
        "happened_at": "2026-10-09T14:46+09:00",
        "reply_path": "mail",
        "other_path": "site",
        "next_update": "2026-10-09T16:30+09:00",
        "link": "https://anpi.kitahama.example/",
    },
    "02-sendai-closed-portal.html": {
        "type": "office-status",
        "site": "sendai",
        "status": "closed",
        "reason": "earthquake",
        "as_of": "2026-10-09T15:18+09:00",
    },
    "03-sendai-open-sales.html": {"type": "office-status", "site": "sendai", "status": "open"},
    "04-tokyo-office.md": {
        "type": "office-status",
        "site": "tokyo",
        "status": "open",
        "as_of": "2026-10-09T15:25+09:00",
        "link": "https://www.kitahama.example/notices/",
    },
    "05-no-change-sendai.txt": {
        "type": "no-change",
        "site": "sendai",
        "next_update": "2026-10-09T18:00+09:00",
        "contact": "0120-000-111",
    },
    "07-holding-it.md": {"type": "holding", "what": "cyber", "confirmed_at": "2026-10-09T14:40+09:00"},
    "08-sapporo-closed.eml": {
        "type": "office-status",
        "site": "sapporo",
        "status": "closed",
        "reason": "power-cut",
        "reopens": "2026-10-13T09:00+09:00",
    },
    "12-all-clear-sendai.eml": {
        "type": "all-clear",
        "site": "sendai",
        "done": "building-check",
        "from_time": "2026-10-13T09:00+09:00",
    },
}

TRAPS = (
    *(
        "SafeLink",
        "セーフリンク",
        "INC-20931",
        "2,148",
        "1,022",
        "47.6",
        "1,124",
        "token",
        "4412",
        "千葉",
        "渡会",
        "三浦",
    ),
    *("天井", "負傷", "3階", "2階", "1,200", "佐伯", "無人", "燃料", "21時", "2210", "大河原", "K048812", "食堂"),
    *("東雲", "2,480", "3321", "4071", "pwd", "瑠璃", "72", "弁当", "２０時", "湊", "HAYATE", "5日", "鶏"),
    *("fs03", "10.24", "CVE", "VPN", "2/14", "身代金", "障害", "NAS", "hospital", "38 million", "Saeki", "Shinonome"),
    *("経営統合", "人事異動", "あおば", "行方不明", "3,400", "保険", "会議室", "intra"),
)


@cache
def notices(name: str) -> tuple[Notice, ...]:
    """The notices in a sample file."""
    return intake.read((SAMPLE / "notices" / name).read_bytes(), name)


def reading(notice: Notice) -> Facts | None:
    """Its facts; None where no type fits."""
    types = load_types(shipped("templates"))
    found = facts.recognise(notice, types).type
    return facts.extract(notice, types[found], config.load(SAMPLE), RECEIVED) if found else None


def texts(read: Facts) -> list[str]:
    """Every post that is made of it."""
    notice_type = load_types(shipped("templates"))[read.type]
    posts, _ = drafting.compose(read, notice_type, config.load(SAMPLE), Occasion())
    return [post.text for post in posts]


@pytest.mark.parametrize("name", BECOMES)
def test_a_notice_becomes_what_the_readme_says(name: str) -> None:
    (notice,) = notices(name)
    read = reading(notice)
    assert read is not None
    found = {"type": read.type} | {fact.name: fact.plain() for fact in read.facts}
    assert {key: found.get(key) for key in BECOMES[name]} == BECOMES[name]
    assert [doubt.code for doubt in read.doubts if doubt.stops] == []
    assert len(texts(read)) == 6, "two languages on page and feed, one each on two accounts"


def test_the_feed_holds_two_offices_and_the_menu() -> None:
    found = [reading(notice) for notice in notices("06-portal-feed.xml")]
    assert [
        read and (read.type, *(fact.value for fact in read.facts if fact.name in ("site", "status"))) for read in found
    ] == [
        ("office-status", "osaka", "open"),
        ("office-status", "koriyama", "closed"),
        None,
    ]


def test_the_memo_is_of_no_type() -> None:
    (memo,) = notices("09-merger-memo.txt")
    assert reading(memo) is None


@pytest.mark.parametrize("name", ["10-koriyama-contradiction.txt", "11-casualties-unclear.eml"])
def test_what_is_unclear_is_held_and_makes_no_post(name: str) -> None:
    (notice,) = notices(name)
    read = reading(notice)
    assert read is not None
    assert [doubt.code for doubt in read.doubts if doubt.stops]
    assert texts(read) == []


def test_every_notice_is_told_of_in_the_readme() -> None:
    told = (shipped("data") / "README.md").read_text("utf-8")
    assert [path.name for path in (SAMPLE / "notices").iterdir() if f"`{path.name}`" not in told] == []


def test_no_post_carries_a_trap() -> None:
    read = [
        found for path in (SAMPLE / "notices").iterdir() for notice in notices(path.name) if (found := reading(notice))
    ]
    said = [text for one in read for text in texts(one)]
    assert len(said) >= 50
    assert [(trap, text) for trap in TRAPS for text in said if trap in text] == []


def test_every_trap_stands_in_a_notice() -> None:
    text = "".join(
        notice.text + notice.raw.decode("utf-8", "replace")
        for path in (SAMPLE / "notices").iterdir()
        for notice in notices(path.name)
    )
    assert [trap for trap in TRAPS if trap not in text] == []
