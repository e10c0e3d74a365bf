"""The rota: weekdays, weekends, Japanese holidays, nights, other zones, and the nearest time at which somebody is there."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from crisis.duty import rota
from crisis.model.duty import Duty, Shift

TOKYO = ZoneInfo("Asia/Tokyo")
DAY = Shift(("tanaka",), time(9), time(18), ("weekdays",))
NIGHT = Shift(("suzuki",), time(18), time(9), ("weekdays",))
REST = Shift(("sato",), time(9), time(21), ("weekends", "holidays"))


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=TOKYO)


@pytest.mark.parametrize(
    ("moment", "people"),
    [
        ("10-09 15:20", ("tanaka",)),  # Friday
        ("10-09 18:00", ("tanaka", "suzuki")),  # both are there while they hand over
        ("10-10 03:00", ("suzuki",)),  # Friday's night
        ("10-10 12:00", ("sato",)),
        ("10-10 22:00", ()),
        ("10-12 12:00", ("sato",)),  # Sports Day, a Monday
        ("10-12 22:00", ()),
        ("10-13 03:00", ()),  # the night that would have begun on the holiday
        ("09-22 12:00", ("sato",)),  # a day between two holidays is one (Act on National Holidays, article 3)
    ],
)
def test_who_is_on_duty(moment: str, people: tuple[str, ...]) -> None:
    assert rota.on_duty(Duty((DAY, NIGHT, REST)), TOKYO, at(moment)) == people


def test_an_unmanned_time_has_its_nearest_manned_ones() -> None:
    duty = Duty((DAY, REST))
    assert not rota.manned(duty, TOKYO, at("10-09 23:00"))
    assert rota.nearest(duty, TOKYO, at("10-09 23:00"), at("10-09 15:20")) == (at("10-09 18:00"), at("10-10 09:00"))
    assert rota.nearest(duty, TOKYO, at("10-09 23:00"), at("10-09 18:30")) == (at("10-10 09:00"),)
    assert rota.slot(duty, TOKYO, at("10-09 23:00"), at("10-09 15:20")) == at("10-09 18:00")
    assert rota.slot(duty, TOKYO, at("10-09 16:00"), at("10-09 15:20")) == at("10-09 16:00")


def test_without_a_rota_every_time_is_manned() -> None:
    assert rota.manned(Duty(), TOKYO, at("10-10 03:00"))


def test_a_shift_of_another_zone_goes_by_its_own_clock() -> None:
    london = Shift(("jones",), time(9), time(17), (), ZoneInfo("Europe/London"))
    assert rota.on_duty(Duty((london,)), TOKYO, at("10-09 20:00")) == ("jones",)
    assert rota.on_duty(Duty((london,)), TOKYO, at("10-09 15:00")) == ()


def test_days_off_of_the_company_and_dates_of_the_rota() -> None:
    duty = Duty(
        (DAY, Shift(("sato",), time(8), time(8), ("2026-12-30",))), days_off=(date(2026, 12, 29), date(2026, 12, 30))
    )
    assert rota.on_duty(duty, TOKYO, at("12-29 12:00")) == ()
    assert rota.on_duty(duty, TOKYO, at("12-31 07:00")) == ("sato",)


def test_the_end_of_a_persons_shift() -> None:
    duty = Duty((DAY, NIGHT))
    assert rota.shift_end(duty, TOKYO, "suzuki", at("10-10 03:00")) == at("10-10 09:00")
    assert rota.shift_end(duty, TOKYO, "tanaka", at("10-10 03:00")) is None


@given(some.integers(0, 700 * 24 * 60))
def test_a_slot_is_manned(minutes: int) -> None:
    duty, wanted = Duty((DAY, REST)), at("01-01 00:00") + timedelta(minutes=minutes)
    found = rota.slot(duty, TOKYO, wanted, wanted - timedelta(minutes=30))
    assert rota.manned(duty, TOKYO, found)
    assert found > wanted - timedelta(minutes=30)
