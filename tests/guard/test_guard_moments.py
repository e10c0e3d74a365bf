"""Dates, weekdays and promises are compared with the clock that is handed in."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from crisis.guard import GuardContext, inspect
from crisis.model.finding import Severity

TOKYO = ZoneInfo("Asia/Tokyo")


def findings(text: str, now: str = "2026-10-09T15:20") -> dict[str, Severity]:
    at = datetime.fromisoformat(now).replace(tzinfo=TOKYO)
    return {f.code: f.severity for f in inspect(text, GuardContext(now=at))}


@pytest.mark.parametrize(
    "text",
    [
        "9日(木)15:20現在",
        "10月13日（水）9:00",
        "13日 月曜日",
        "10/13(金)",
        "Thu 9 Oct 15:20",
        "Tuesday, October 14",
        "Oct 13 (Fri)",
        "2025年10月9日(金)",
    ],
)
def test_a_wrong_weekday_is_said(text: str) -> None:
    assert findings(text)["weekday-mismatch"] is Severity.ADVISE


@pytest.mark.parametrize(
    "text",
    [
        "9日(金)15:20現在",
        "10月13日（火）9:00",
        "13日 火曜日",
        "10/13(火)",
        "30日(金)",
        "Fri 9 Oct",
        "Tuesday, October 13",
        "Oct 13 (Tue)",
        "2025年10月9日(木)",
    ],
)
def test_a_right_weekday_passes(text: str) -> None:
    assert "weekday-mismatch" not in findings(text)


def test_a_far_date_without_its_year_is_advice() -> None:
    assert findings("3月14日(月)")["weekday-mismatch"] is Severity.ADVISE


@pytest.mark.parametrize("text", ["4月31日", "13月1日", "2025年2月29日"])
def test_a_date_that_does_not_exist_is_said(text: str) -> None:
    assert findings(text)["no-such-date"] is Severity.ADVISE


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("15:20現在 次回16:30", "2026-10-09T17:00"),
        ("15:20現在 次回14:30", "2026-10-09T15:25"),
        ("As of 15:20. Next update 16:30.", "2026-10-09T16:31"),
        ("次回は8日18:00", "2026-10-09T15:20"),
        ("次回2020年10月9日(金)16:30", "2026-10-09T15:20"),
        ("次回10月8日(木)18:00", "2026-10-09T15:20"),
        ("次回 15時", "2026-10-09T15:20"),
        ("Next update 3:00 pm", "2026-10-09T15:20"),
    ],
)
def test_a_past_next_update_is_said(text: str, now: str) -> None:
    assert findings(text, now)["past-next-update"] is Severity.ADVISE


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("15:20現在 次回16:30", "2026-10-09T15:20"),
        ("23:40現在 次回0:30", "2026-10-09T23:45"),
        ("20:00現在 次回6:00", "2026-10-09T20:05"),
        ("次回は10日9:00", "2026-10-09T15:20"),
        ("次回10月13日(火)9:00", "2026-10-09T15:20"),
        ("次回24:00", "2026-10-09T15:20"),
        ("Next update 4:30 pm", "2026-10-09T15:20"),
    ],
)
def test_a_next_update_to_come_passes(text: str, now: str) -> None:
    assert "past-next-update" not in findings(text, now)


def test_without_a_clock_nothing_is_compared() -> None:
    assert {f.code for f in inspect("9日(木) 次回 0:01", GuardContext())} & {
        "weekday-mismatch",
        "past-next-update",
    } == set()


@pytest.mark.parametrize(
    "text",
    [
        "3月18日(水)16:40現在 次回18:00",
        "18日(水)16:40現在 次回18:00",
        "18日 16:40の お知(し)らせです。つぎは 18:00です。",
        "As of 16:40 JST, Wed 18 Mar. Next update 18:00.",
        "It began at 2:10 JST on Wed 18 Mar. As of 16:40 JST, Wed 18 Mar. Next update 18:00 JST.",
        "日本時間3月18日(水)16:40現在 次回日本時間18:00",
        "日本(にほん)の 時間(じかん)で 18日 16:40の お知(し)らせです。つぎは 日本(にほん)の 時間(じかん)で 18:00です。",
    ],
)
def test_the_next_time_of_a_text_of_yesterday_is_past(text: str) -> None:
    assert "past-next-update" in findings(text, "2026-03-19T07:50")
    assert "past-next-update" not in findings(text, "2026-03-18T17:50")


def test_the_end_of_a_span_is_of_the_month_in_which_it_begins() -> None:
    assert "weekday-mismatch" not in findings("2027年3月14日(日)から18日(木)まで閉鎖します。")
    assert "weekday-mismatch" in findings("2027年3月14日(日)から18日(金)まで閉鎖します。")
