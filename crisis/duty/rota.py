"""The rota: who is on duty at a moment, and the nearest moment at which somebody is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from crisis.model.duty import Duty, Shift

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = timedelta(days=1)
AHEAD = timedelta(days=14)
"""How far ahead a next time is looked for."""


def on_duty(duty: Duty, zone: ZoneInfo, at: datetime) -> tuple[str, ...]:
    """Who is on duty at that moment, both ends of a shift included, in the order of the rota."""
    people = (
        person
        for shift in duty.shifts
        if any(a <= at <= b for a, b in _spells(duty, zone, shift, at))
        for person in shift.who
    )
    return tuple(dict.fromkeys(people))


def manned(duty: Duty, zone: ZoneInfo, at: datetime) -> bool:
    """Whether somebody is on duty at that moment. Where there is no rota nobody can say, and everybody is."""
    return not duty.shifts or bool(on_duty(duty, zone, at))


def nearest(duty: Duty, zone: ZoneInfo, at: datetime, after: datetime) -> tuple[datetime, ...]:
    """The manned moments next to an unmanned one: the last before it, if it comes later than `after`, and the first past it."""
    spells = [spell for shift in duty.shifts for spell in _spells(duty, zone, shift, at, AHEAD)]
    before = max((end for _, end in spells if after < end < at), default=None)
    past = min((start for start, _ in spells if start > max(at, after)), default=None)
    return tuple(moment for moment in (before, past) if moment is not None)


def slot(duty: Duty, zone: ZoneInfo, at: datetime, after: datetime) -> datetime:
    """That moment where somebody is on duty, else the nearest one at which somebody is."""
    if manned(duty, zone, at):
        return at
    return min(nearest(duty, zone, at, after), key=lambda moment: abs(moment - at), default=at)


def shift_end(duty: Duty, zone: ZoneInfo, person: str, at: datetime) -> datetime | None:
    """When the present spell of a person's duty ends; None where they are not on duty."""
    shifts = (shift for shift in duty.shifts if person in shift.who)
    return max((b for shift in shifts for a, b in _spells(duty, zone, shift, at) if a <= at <= b), default=None)


def _spells(
    duty: Duty, zone: ZoneInfo, shift: Shift, at: datetime, around: timedelta = DAY
) -> Iterator[tuple[datetime, datetime]]:
    """Begin and end of a shift on each day that it begins on, from so long before that moment to as long past it."""
    local = shift.zone or zone
    first, last = ((at + way).astimezone(local).date() for way in (-around, around))
    for days in range((last - first).days + 1):
        day = first + days * DAY
        if begins_on(duty, shift, day):
            ends_on = day if shift.starts < shift.ends else day + DAY
            yield (
                datetime.combine(day, shift.starts, local),
                datetime.combine(ends_on, shift.ends, local),
            )


def begins_on(duty: Duty, shift: Shift, day: date) -> bool:
    """Whether a shift begins on that day. A holiday is no weekday, whichever day of the week it is."""
    if not shift.on:
        return True
    name, off = WEEK[day.weekday()], is_holiday(duty, day)
    weekend = day.weekday() >= WEEK.index("sat")
    kinds = {
        day.isoformat(): True,
        "holidays": off,
        "weekends": weekend,
        "weekdays": not weekend and not off,
        name: weekend or not off,
    }
    return any(kinds.get(each, False) for each in shift.on)


def is_holiday(duty: Duty, day: date) -> bool:
    """Whether the country or the company rests on that day; a Sunday is none by itself."""
    return day in duty.days_off or (duty.holidays is not None and day in public_holidays(duty.holidays, day.year))


@lru_cache(maxsize=8)
def public_holidays(country: str, year: int) -> Mapping[date, str]:
    """Public holidays of a country by their day, those in lieu included. Raises `NotImplementedError` for a country whose
    holidays are not known."""
    from holidays import country_holidays

    return dict(country_holidays(country, years=year))
