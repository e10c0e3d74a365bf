"""The sample notices become what data/README.md says of them, and their traps catch nobody."""

from __future__ import annotations

from datetime import datetime
from functools import cache

import pytest

from crisis import intake
from crisis.catalogue import sample
from crisis.desk.drafts.compose import compose
from crisis.desk.drafts.kit import Kit
from crisis.model.notice import Notice
from crisis.model.post import Draft, Occasion
from crisis.shipped import shipped
from crisis.wiring.kit import kit_of

SAMPLE = shipped("data") / "sample"
FRIDAY = datetime.fromisoformat("2026-10-09T16:20:00+09:00")

BECOMES: dict[str, dict[str, str | int]] = {
    "01-safety-check-hr.eml": {
        "type": "safety-check",
        "happened_at": "2026-10-09T14:46+09:00",
        "reply_path": "mail",
        "other_path": "site",
        "next_update": "2026-10-09T17:30+09:00",
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
def kit() -> Kit:
    """What the sample desk drafts with."""
    return kit_of(SAMPLE)


@cache
def files() -> dict[str, bytes]:
    """The sample's notices as a desk made on that Friday gets them."""
    return dict(sample.notices(SAMPLE / "notices", FRIDAY))


@cache
def notices(name: str) -> tuple[Notice, ...]:
    """The notices in a sample file."""
    return intake.read(files()[name], name)


def draft(notice: Notice) -> Draft:
    """The draft as the desk makes it in the story, on Friday at 16:20."""
    return compose(kit(), notice, FRIDAY, Occasion())


def stops(made: Draft) -> list[str]:
    """The codes of what holds or blocks it."""
    return [finding.code for finding in made.findings if finding.stops]


@pytest.mark.parametrize("name", BECOMES)
def test_a_notice_becomes_what_the_readme_says(name: str) -> None:
    (notice,) = notices(name)
    made = draft(notice)
    assert made.facts is not None
    found = {"type": made.type} | {fact.name: fact.plain() for fact in made.facts.facts}
    assert {key: found.get(key) for key in BECOMES[name]} == BECOMES[name]
    assert stops(made) == []
    assert len(made.posts) == 6, "two languages on page and feed, one each on two accounts"


def test_the_feed_holds_two_offices_and_the_menu() -> None:
    osaka, koriyama, menu = (draft(notice) for notice in notices("06-portal-feed.xml"))
    for made, site, status in ((osaka, "osaka", "open"), (koriyama, "koriyama", "closed")):
        assert made.facts is not None
        values = {fact.name: fact.value for fact in made.facts.facts}
        assert (made.type, values["site"], values["status"], stops(made)) == ("office-status", site, status, [])
    assert menu.refused


def test_the_memo_is_refused() -> None:
    (memo,) = notices("09-merger-memo.txt")
    made = draft(memo)
    assert made.refused
    assert (made.type, made.posts) == (None, ())


@pytest.mark.parametrize("name", ["10-koriyama-contradiction.txt", "11-casualties-unclear.eml"])
def test_what_is_unclear_is_held_and_makes_no_post(name: str) -> None:
    (notice,) = notices(name)
    made = draft(notice)
    assert stops(made)
    assert made.posts == ()


def test_every_notice_is_told_of_in_the_readme() -> None:
    told = (shipped("data") / "README.md").read_text("utf-8")
    assert [name for name in files() if f"`{name}`" not in told] == []


def test_no_post_carries_a_trap() -> None:
    made = [draft(notice) for name in files() for notice in notices(name)]
    said = [post.text for one in made for post in one.posts]
    assert len(said) >= 50
    assert [(trap, text) for trap in TRAPS for text in said if trap in text] == []


def test_every_trap_stands_in_a_notice() -> None:
    text = "".join(notice.text + notice.raw.decode("utf-8", "replace") for name in files() for notice in notices(name))
    assert [trap for trap in TRAPS if trap not in text] == []
