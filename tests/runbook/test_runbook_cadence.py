"""By when the next word comes: by day, at night, over the edge between them."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from crisis.model.runbook import Cadence
from crisis.runbook.cadence import is_day, next_by

TOKYO = ZoneInfo("Asia/Tokyo")
YEAR = datetime(2026, 1, 1)  # noqa: DTZ001 - hypothesis adds the zone
HOURLY = Cadence()
AT_NIGHT_TOO = Cadence(night=timedelta(hours=3))


def clock(cadence: Cadence, hour: int, minute: int = 0) -> str:
    last = datetime(2026, 10, 9, hour, minute, tzinfo=TOKYO)
    return next_by(cadence, last.astimezone(UTC), TOKYO).astimezone(TOKYO).strftime("%d %H:%M")


def test_by_day_it_comes_at_the_days_pace() -> None:
    assert clock(HOURLY, 15, 20) == "09 16:20"


def test_what_would_fall_into_the_night_waits_for_the_morning() -> None:
    assert [clock(HOURLY, 21), clock(HOURLY, 23), clock(HOURLY, 2)] == ["10 06:00", "10 06:00", "09 06:00"]


def test_where_the_night_has_a_pace_it_goes_on_and_no_later_than_the_morning() -> None:
    assert [clock(AT_NIGHT_TOO, 22), clock(AT_NIGHT_TOO, 4)] == ["10 01:00", "09 06:00"]


@given(st.datetimes(timezones=st.just(UTC), min_value=YEAR, max_value=YEAR.replace(year=2027)), st.integers(1, 600))
def test_the_next_word_is_to_come_and_never_at_night_where_the_night_is_silent(last: datetime, minutes: int) -> None:
    cadence = Cadence(day=timedelta(minutes=minutes), since=time(7), to=time(21))
    by = next_by(cadence, last, TOKYO)
    assert last < by <= last + timedelta(days=1, minutes=minutes)
    assert is_day(cadence, by, TOKYO)
