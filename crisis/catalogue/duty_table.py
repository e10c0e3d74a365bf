"""The `[duty]` and `[[shift]]` tables of `crisis.toml`: who is on duty when, and what happens around a promise."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from crisis.catalogue import checks
from crisis.catalogue.checks import At, Check, listed, wrong
from crisis.catalogue.policy_table import at_most
from crisis.duty.rota import WEEK
from crisis.model.duty import Duty, Shift

DAYS = ("weekdays", "weekends", "holidays", *WEEK)
NONE = "none"
_CLOCK = re.compile(r"([01]?[0-9]|2[0-4]):([0-5][0-9])")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def people(value: Any, at: At) -> tuple[str, ...]:
    """One person or several, by the ids under which they are enrolled."""
    who: tuple[str, ...] = listed(checks.identifier)(value if isinstance(value, list) else [value], at)
    if not who:
        raise wrong(at, '{place}: names nobody; write the id of a person, such as "tanaka".')
    return who


def clock(value: Any, at: At) -> datetime.time:
    """A time of the day; 24:00 is the midnight at its end."""
    if isinstance(value, datetime.time):
        return value.replace(second=0, microsecond=0)
    found = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    if found is None or (int(found[1]) == 24 and int(found[2])):
        raise wrong(at, '{place}: no time of the day; write one such as "09:00".')
    return datetime.time(int(found[1]) % 24, int(found[2]))


def day(value: Any, at: At) -> str:
    """A kind of day, a weekday or a date."""
    if type(value) is datetime.date:
        return value.isoformat()
    if isinstance(value, str) and (value in DAYS or (_DATE.fullmatch(value) and _is_date(value))):
        return value
    raise wrong(
        at, "{place}: no day; write {known}, or a date such as 2026-12-31.", known=", ".join(f'"{day}"' for day in DAYS)
    )


def _is_date(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def country(value: Any, at: At) -> str | None:
    """Whose public holidays count: a country by its two letters (ISO 3166), or none."""
    if value == NONE:
        return None
    if isinstance(value, str) and re.fullmatch(r"[A-Z]{2}", value):
        from holidays import list_supported_countries

        if value in list_supported_countries():
            return value
    raise wrong(at, '{place}: no country whose holidays are known; write two letters such as "JP", or "none".')


SHIFT: Final[Mapping[str, Check]] = MappingProxyType(
    {"who": people, "on": listed(day), "from": clock, "to": clock, "zone": checks.zone}
)
DUTY: Final[Mapping[str, Check]] = MappingProxyType(
    {
        "holidays": country,
        "days_off": listed(checks.date),
        "remind": at_most,
        "offer": at_most,
        "escalate": at_most,
    }
)


def duty(table: Mapping[str, Any], shifts: list[dict[str, Any]]) -> Duty:
    """The rota of checked tables."""
    named = {"from": "starts", "to": "ends"}
    return Duty(
        shifts=tuple(Shift(**{named.get(key, key): value for key, value in each.items()}) for each in shifts), **table
    )
