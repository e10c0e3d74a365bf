"""Times as notices write them, against Friday 9 October 2026, 15:20 in Tokyo."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis.facts.times.dates import Frame, Lean
from crisis.facts.times.parser import read_period, read_time
from crisis.facts.unclear import Unclear
from crisis.text.folding import folded

TOKYO = ZoneInfo("Asia/Tokyo")
WRITTEN = datetime(2026, 10, 9, 15, 20, tzinfo=TOKYO)
WEEKDAYS = "月火水木金土日"


def frame(lean: Lean = Lean.OPEN, *, at: datetime = WRITTEN, month_first: bool = True, spoken: bool = True) -> Frame:
    return Frame(at, TOKYO, lean, spoken=spoken, month_first=month_first)


def time(text: str, against: Frame) -> str:
    try:
        return read_time(folded(text), against).iso()
    except Unclear as unclear:
        return unclear.code


def period(text: str, against: Frame) -> str:
    try:
        return read_period(folded(text), against).iso()
    except Unclear as unclear:
        return unclear.code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10月14日(水)17時", "2026-10-14T17:00+09:00"),
        ("10月14日（水）17時", "2026-10-14T17:00+09:00"),
        ("10月12日(月・祝) 9:00", "2026-10-12T09:00+09:00"),
        ("10月12日（月曜日）", "2026-10-12"),
        ("10/14 17:00", "2026-10-14T17:00+09:00"),
        ("令和8年10月9日(金) １５：２０現在", "2026-10-09T15:20+09:00"),
        ("R8.10.9 15:20", "2026-10-09T15:20+09:00"),
        ("２０２６年１０月９日　１５時２０分", "2026-10-09T15:20+09:00"),
        ("2026.10.9 15:20", "2026-10-09T15:20+09:00"),
        ("20261009 15:20", "2026-10-09T15:20+09:00"),
        ("本日17:00", "2026-10-09T17:00+09:00"),
        ("明日 午後5時半", "2026-10-10T17:30+09:00"),
        ("明日(10日)9時", "2026-10-10T09:00+09:00"),
        ("明後日の正午", "2026-10-11T12:00+09:00"),
        ("今夜8時", "2026-10-09T20:00+09:00"),
        ("明朝6時", "2026-10-10T06:00+09:00"),
        ("来週の火曜日 10:00", "2026-10-13T10:00+09:00"),
        ("10月9日 24:00", "2026-10-10T00:00+09:00"),
        ("午後5時半", "2026-10-09T17:30+09:00"),
        ("午後０時３０分", "2026-10-09T12:30+09:00"),
        ("夕方5時", "2026-10-09T17:00+09:00"),
        ("17:00頃", "2026-10-09T17:00+09:00"),
        ("17時ごろ（予定）", "2026-10-09T17:00+09:00"),
        ("about 17:00", "2026-10-09T17:00+09:00"),
        ("2026-10-09T15:20:00+09:00", "2026-10-09T15:20+09:00"),
        ("2026-10-09T06:20Z", "2026-10-09T06:20+00:00"),
        ("2026-10-09T15:20:00-05:00", "2026-10-09T15:20-05:00"),
        ("4 Nov 09:00 GMT", "2026-11-04T09:00+00:00"),
        ("November 4, 9 am", "2026-11-04T09:00+09:00"),
        ("Nov. 4th, 2026 at 9.30 p.m.", "2026-11-04T21:30+09:00"),
        ("Fri 9 Oct 2026 15:20 JST", "2026-10-09T15:20+09:00"),
        ("Friday, October 9, 2026, 15:20 (JST)", "2026-10-09T15:20+09:00"),
        ("9th of October, noon", "2026-10-09T12:00+09:00"),
        ("1730 hrs on 9 October", "2026-10-09T17:30+09:00"),
        ("tomorrow at 9 am", "2026-10-10T09:00+09:00"),
        ("13日(火)9:00から", "2026-10-13T09:00+09:00"),
        ("9日15:20", "2026-10-09T15:20+09:00"),
        ("10月9日 15:20 日本時間", "2026-10-09T15:20+09:00"),
        ("10月9日 15:20 UTC+9", "2026-10-09T15:20+09:00"),
        ("2月28日", "2027-02-28"),
    ],
)
def test_a_time_is_read(text: str, expected: str) -> None:
    assert time(text, frame()) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Thu 9 Oct", "weekday-mismatch"),
        ("10月9日(月)", "weekday-mismatch"),
        ("2月30日", "impossible-date"),
        ("2026年2月29日", "impossible-date"),
        ("13月1日", "impossible-date"),
        ("10月9日 25:00", "impossible-time"),
        ("10月9日 15:75", "impossible-time"),
        ("9:00 CST", "ambiguous-zone"),
        ("9:00 IST", "ambiguous-zone"),
        ("9:00 EST", "ambiguous-zone"),
        ("現地時間 9:00", "ambiguous-zone"),
        ("午後12時", "ambiguous-time"),
        ("12 am on 10 Oct", "ambiguous-time"),
        ("midnight", "ambiguous-time"),
        ("夜1時", "ambiguous-time"),
        ("月曜 9:00", "ambiguous-time"),
        ("4月9日", "ambiguous-time"),
        ("26/10/9", "ambiguous-time"),
        ("03/04/2026", "ambiguous-time"),
        ("10月9日または10日", "not-a-time"),
        ("10月9日、10日", "ambiguous-time"),
        ("16:30、18:00", "ambiguous-time"),
        ("16:30〜18:00", "ambiguous-time"),
        ("明日（11日）", "ambiguous-time"),
        ("未定", "undecided-time"),
        ("17:00の見込み", "undecided-time"),
        ("17:00過ぎ", "undecided-time"),
        ("17:00ではなく18:00", "undecided-time"),
        ("17:00(変更前16:00)", "undecided-time"),
        ("確認でき次第", "undecided-time"),
        ("expected 17:00", "undecided-time"),
        ("17:00 3階の会議室", "not-a-time"),
        ("追って連絡", "not-a-time"),
        ("18時を目途に", "undecided-time"),
        ("as soon as possible", "undecided-time"),
    ],
)
def test_what_can_be_read_two_ways_is_not_read(text: str, code: str) -> None:
    assert time(text, frame()) == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16:30", "2026-10-09T16:30+09:00"),
        ("09:00", "2026-10-10T09:00+09:00"),
        ("9:00", "2026-10-10T09:00+09:00"),
        ("9時", "ambiguous-time"),  # said at 15:20 it may be 21:00
        ("12日", "2026-10-12"),
        ("8日 9:00", "ambiguous-time"),
        ("月曜 9:00", "2026-10-12T09:00+09:00"),
        ("Monday 9 am", "2026-10-12T09:00+09:00"),
        ("金曜 9:00", "ambiguous-time"),
        ("18時を目途にお知らせします", "2026-10-09T18:00+09:00"),
        ("18時半頃に改めてご連絡いたします。", "2026-10-09T18:30+09:00"),
        ("明日（10月10日・土）午前9時", "2026-10-10T09:00+09:00"),
        ("10 October 2026 at 15.20", "2026-10-10T15:20+09:00"),
    ],
)
def test_a_promise_lies_ahead(text: str, expected: str) -> None:
    assert time(text, frame(Lean.PROMISE)) == expected


def test_a_start_that_is_over_is_not_tomorrows() -> None:
    assert time("9:00", frame(Lean.FUTURE)) == "ambiguous-time"
    assert time("15:30", frame(Lean.FUTURE)) == "2026-10-09T15:30+09:00"
    assert period("9:00〜12:00", frame(Lean.FUTURE)) == "ambiguous-time"
    assert period("9:00〜18:00", frame(Lean.FUTURE)) == "2026-10-09T09:00+09:00/2026-10-09T18:00+09:00"
    assert period("12:00まで", frame(Lean.FUTURE)) == "ambiguous-time"


def test_a_bare_clock_in_a_notice_on_other_days_is_ambiguous() -> None:
    assert time("17:00", Frame(WRITTEN, TOKYO, Lean.FUTURE, elsewhere=True)) == "ambiguous-time"
    assert time("17:00", Frame(WRITTEN, TOKYO, Lean.PROMISE, elsewhere=True)) == "2026-10-09T17:00+09:00"


def test_the_end_of_a_day_just_past_midnight_is_yesterday() -> None:
    past_midnight = datetime(2026, 10, 10, 0, 10, tzinfo=TOKYO)
    assert time("23:50現在", frame(Lean.PAST, at=past_midnight)) == "2026-10-09T23:50+09:00"
    assert time("23:50", frame(Lean.OPEN, at=past_midnight)) == "ambiguous-time"


def test_tomorrow_is_ambiguous_past_midnight() -> None:
    past_midnight = datetime(2026, 10, 10, 1, 30, tzinfo=TOKYO)
    assert time("明日9時", frame(at=past_midnight)) == "ambiguous-time"
    assert time("明日9時", frame(at=past_midnight, spoken=False)) == "2026-10-11T09:00+09:00"
    assert time("本日9時", frame(at=past_midnight)) == "2026-10-10T09:00+09:00"


def test_slashed_dates_in_english_may_be_swapped() -> None:
    assert time("3/4 9:00", frame(month_first=False)) == "ambiguous-time"
    assert time("3/14 09:00", frame(month_first=False)) == "2027-03-14T09:00+09:00"
    assert time("14/3/2027", frame(month_first=False)) == "2027-03-14"


def test_an_hour_without_am_or_pm_in_english() -> None:
    assert time("9:30", frame(Lean.PROMISE, month_first=False)) == "ambiguous-time"
    assert time("09:30", frame(Lean.PROMISE, month_first=False)) == "2026-10-10T09:30+09:00"


def test_local_times_that_a_clock_change_skips_or_repeats() -> None:
    london = Frame(datetime(2026, 3, 20, 9, tzinfo=UTC), ZoneInfo("Europe/London"))
    assert time("29 March 2026 01:30", london) == "impossible-time"
    assert time("25 Oct 2026 01:30", london) == "ambiguous-time"
    assert time("25 Oct 2026 01:30 GMT", london) == "2026-10-25T01:30+00:00"


def test_an_abbreviation_is_the_desks_where_it_is_its_own() -> None:
    london = Frame(datetime(2026, 7, 1, 9, tzinfo=UTC), ZoneInfo("Europe/London"))
    kolkata = Frame(datetime(2026, 7, 1, 9, tzinfo=UTC), ZoneInfo("Asia/Kolkata"))
    assert time("1 July 10:00 BST", london) == "2026-07-01T10:00+01:00"
    assert time("1 July 10:00 IST", kolkata) == "2026-07-01T10:00+05:30"
    assert time("1 July 10:00 IST", london) == "ambiguous-zone"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10月14日から18日まで", "2026-10-14/2026-10-18"),
        ("10/9 17:00〜10/10 9:00", "2026-10-09T17:00+09:00/2026-10-10T09:00+09:00"),
        ("14:00-15:30", "2026-10-09T14:00+09:00/2026-10-09T15:30+09:00"),
        ("９：００～１７：００", "2026-10-09T09:00+09:00/2026-10-09T17:00+09:00"),
        ("22:00〜6:00", "2026-10-09T22:00+09:00/2026-10-10T06:00+09:00"),
        ("10月9日22時から翌6時まで", "2026-10-09T22:00+09:00/2026-10-10T06:00+09:00"),
        ("〜18:00", "../2026-10-09T18:00+09:00"),
        ("until 9 am on 4 November", "../2026-11-04T09:00+09:00"),
        ("from 4 to 6 November", "2026-11-04/2026-11-06"),
        ("4-6 Nov 2026", "2026-11-04/2026-11-06"),
        ("10/9-12", "2026-10-09/2026-10-12"),
        ("10/9(金)〜12(月)", "2026-10-09/2026-10-12"),
        ("12月30日〜1月3日", "2026-12-30/2027-01-03"),
        ("10月9日", "2026-10-09/2026-10-09"),
        ("10月9日（金）終日", "2026-10-09/2026-10-09"),
        ("10月9日(金)15時から", "2026-10-09T15:00+09:00/.."),
        ("10月9日15時以降", "2026-10-09T15:00+09:00/.."),
        ("9:00–17:00 UTC", "2026-10-09T09:00+00:00/2026-10-09T17:00+00:00"),
        ("2026-10-09T09:00Z/2026-10-09T10:00Z", "2026-10-09T09:00+00:00/2026-10-09T10:00+00:00"),
        ("本日から明日まで", "2026-10-09/2026-10-10"),
        ("10月12日～9日", "ambiguous-time"),
        ("17:00", "ambiguous-time"),
        ("10月14日、15日", "ambiguous-time"),
        ("from 9 am until 5 pm on 12 October", "2026-10-12T09:00+09:00/2026-10-12T17:00+09:00"),
        ("9時から10月12日17時まで", "ambiguous-time"),
        ("10月14日(木)〜18日", "weekday-mismatch"),
        ("10月14日〜当面の間", "not-a-time"),
        ("10月14日から3日間", "not-a-time"),
        ("10月9日（金）～11日（日）の3日間", "2026-10-09/2026-10-11"),
        ("10月9日～11日の4日間", "ambiguous-time"),
    ],
)
def test_a_period_is_read(text: str, expected: str) -> None:
    assert period(text, frame()) == expected


@given(st.dates(date(2026, 1, 1), date(2029, 12, 31)), st.integers(0, 23), st.integers(0, 59))
def test_a_full_date_is_that_date_in_every_spelling(day: date, hour: int, minute: int) -> None:
    expected = f"{day.isoformat()}T{hour:02}:{minute:02}+09:00"
    weekday = WEEKDAYS[day.weekday()]
    spellings = (
        f"{day.year}年{day.month}月{day.day}日({weekday}) {hour}時{minute}分",
        f"令和{day.year - 2018}年{day.month}月{day.day}日 {hour:02}:{minute:02}",
        f"{day.isoformat()}T{hour:02}:{minute:02}:00+09:00",
        f"{day.strftime('%a')} {day.day} {day.strftime('%b')} {day.year} {hour:02}:{minute:02} JST",
        f"{day.strftime('%B')} {day.day}, {day.year}, {hour:02}:{minute:02}",
    )
    assert {time(text, frame()) for text in spellings} == {expected}


@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.integers(-150, 150))
def test_a_month_and_day_means_the_nearest(day: date, distance: int) -> None:
    meant = day + timedelta(days=distance)
    at = datetime(day.year, day.month, day.day, 12, tzinfo=TOKYO)
    read = time(f"{meant.month}月{meant.day}日", frame(at=at))
    assert read == meant.isoformat() or (meant.month, meant.day) == (2, 29)


@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.integers(1, 6))
def test_a_wrong_weekday_is_never_read(day: date, shift: int) -> None:
    wrong = WEEKDAYS[(day.weekday() + shift) % 7]
    assert time(f"{day.year}年{day.month}月{day.day}日({wrong})", frame()) == "weekday-mismatch"


@given(st.text(alphabet="0123456789:/-~月日時分半午前後現在から まで(金)翌明本.,amp ", max_size=24))
def test_no_text_makes_it_fall_over(text: str) -> None:
    time(text, frame())
    period(text, frame(Lean.FUTURE))
