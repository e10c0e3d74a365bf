"""A post beside others: other languages, what is out, the account that it would go to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from crisis.guard import GuardContext, Sibling, inspect
from crisis.model.finding import Severity
from crisis.model.settings import Account

NAMES = ({"ja": "仙台事業所", "en": "Sendai Office"}, {"ja": "郡山工場", "en": "Koriyama Plant"})
JA = "仙台事業所は閉鎖しています。問い合わせ0120-000-111 9日15:20現在 次回16:30"
EN = "Sendai Office is closed. Questions: 0120-000-111. As of 15:20 JST 9 Oct. Next 16:30."


def codes(text: str, **known: object) -> dict[str, Severity]:
    context = GuardContext(names=NAMES, **known)  # type: ignore[arg-type]
    return {finding.code: finding.severity for finding in inspect(text, context)}


def beside(text: str, language: str, other: str, variant: int | None = 1, of: str = "en") -> dict[str, Severity]:
    return codes(text, language=language, family=(Sibling(of, other, variant),))


def test_languages_that_agree_pass() -> None:
    assert "languages-differ" not in beside(JA, "ja", EN)
    assert "languages-differ" not in beside(EN, "en", JA, of="ja")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("16:30", "17:30"),
        ("15:20", "15:40"),
        ("0120-000-111", "0120-000-112"),
        ("Sendai Office", "Koriyama Plant"),
        ("Next 16:30.", ""),
        ("is closed.", "is closed until 18:00."),
    ],
)
def test_a_language_that_says_otherwise_is_said(old: str, new: str) -> None:
    assert beside(JA, "ja", EN.replace(old, new))["languages-differ"] is Severity.ADVISE


def test_a_shorter_text_may_say_less_and_plain_japanese_too() -> None:
    less = "Sendai Office is closed. As of 15:20 JST."
    assert "languages-differ" not in beside(JA, "ja", less, variant=None)
    assert "languages-differ" not in beside(JA, "ja", "仙台事業所は しまっています。15:20", of="ja-x-plain")


@pytest.mark.parametrize(
    "other", ["Next 4:30 pm. As of 3:20 p.m.", "次回16時30分 15時20分現在", "次回１６：３０ １５：２０現在"]
)
def test_one_time_may_be_written_in_many_ways(other: str) -> None:
    assert "languages-differ" not in beside("15:20現在 次回16:30", "ja", other, of="en")


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "仙台事業所は地震のため閉鎖しています。15:20現在", True),
        ("en", "Sendai Office (仙台) is closed. 15:20", False),
        ("ja", "Sendai Office is closed due to the earthquake.", True),
        ("ja", "北浜電機 15:20", False),
        ("ja-x-plain", "Sendai Office is closed due to the earthquake.", True),
    ],
)
def test_a_text_that_nobody_translated_is_said(language: str, text: str, found: bool) -> None:
    assert ("wrong-language" in codes(text, language=language)) is found


@pytest.mark.parametrize(
    ("live", "text", "found"),
    [
        (JA, "仙台事業所は通常どおり営業しています。16:00現在", True),
        ("Sendai Office is open as usual.", "Sendai Office is closed. 16:00", True),
        (JA, "Sendai Office is open. As of 16:00.", True),
        (JA, "【変更】仙台事業所は通常どおり営業しています。16:00現在", False),
        (JA, "【最終報】仙台事業所は13日9:00から通常どおりです。", False),
        (JA, "郡山工場は通常どおり営業しています。16:00現在", False),
        (JA, "仙台事業所は閉鎖しています。16:00現在", False),
    ],
)
def test_a_place_that_is_open_here_and_closed_there_holds(live: str, text: str, found: bool) -> None:
    severities = codes(text, live=(live,))
    assert (severities.get("contradiction") is Severity.HOLD) is found


@pytest.mark.parametrize(
    ("account", "found"),
    [
        (Account("x", "x"), False),
        (Account("x", "x", purpose=("office-status",), languages=("ja",)), False),
        (Account("x", "x", purpose=("relief",)), True),
        (Account("x", "x", languages=("en",)), True),
    ],
)
def test_an_account_that_is_not_meant_for_it_holds(account: Account, found: bool) -> None:
    severities = codes(JA, account=account, notice_type="office-status", language="ja")
    assert (severities.get("wrong-account") is Severity.HOLD) is found


def test_go_home_is_said_for_three_days() -> None:
    opened = datetime(2026, 10, 9, 5, 46, tzinfo=UTC)

    def after(hours: float) -> set[str]:
        return set(
            codes("帰宅してください。", incident="earthquake", since=opened, now=opened + timedelta(hours=hours))
        )

    assert "go-home" in after(1)
    assert "go-home" in after(71.9)
    assert "go-home" not in after(72)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("今後の情報は第3報にてお知らせします。", True),
        ("16:30に第3報にてお知らせします。", False),
        ("改めてお知らせします。", True),
        ("16:30に改めてお知らせします。", False),
        ("第2報でお知らせした時刻を改めます。", False),
    ],
)
def test_a_report_to_come_wants_its_time(text: str, found: bool) -> None:
    assert ("untimed-promise" in codes(text)) is found


def test_plain_japanese_has_no_hashtag() -> None:
    assert "hashtags" in codes("#仙台 しまっています", language="ja-x-plain")
    assert "hashtags" not in codes("#仙台 閉鎖しています", language="ja")
