"""The words of a runbook: templates over the desk's own names and the time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache, lru_cache
from typing import Any, TypeVar

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from crisis.errors import Mistake
from crisis.model.names import Names, name_in
from crisis.model.settings import Settings

Named = TypeVar("Named")
LANGUAGES = ("ja", "en")

MORNING, EVENING = 7, 22
"""The hours between which `next()` promises an update: at night nobody is asked to look."""


class _Ring(list[Mapping[str, str]]):
    """A list that starts again at its end, so that a runbook with three sites plays at a desk that has one."""

    def __getitem__(self, index: Any) -> Any:
        return super().__getitem__(index % len(self))


def filled(words: str, settings: Settings, now: datetime, where: str, begins: datetime | None = None) -> str:
    """A payload or an answer, filled in: `sites[0].ja`, `services[0].en`, `organisation.ja`, `hm(60)` the clock time in an
    hour, `began()` that of the incident's T, `day()` such as 10月9日, `date()` such as 2026-10-09, `next(180)` in three hours,
    and at seven in the morning where that would be at night. Raises `Mistake` naming `where` it stands."""
    try:
        return _template(words).render(_scene(settings, now, begins or now))
    except (TemplateError, ZeroDivisionError, TypeError, ValueError) as error:
        raise Mistake(
            "runbook",
            "{where} cannot be filled in: {why}.",
            "Check what stands between the braces, and that the desk has a [[site]] and a [[service]].",
            where=where,
            why=str(error).rstrip("."),
        ) from None


@lru_cache(maxsize=256)
def _template(words: str) -> Template:
    """Compiled once: a runbook is played again and again."""
    return _environment().from_string(words)


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)


def _scene(settings: Settings, now: datetime, begins: datetime) -> Mapping[str, Any]:
    def local(minutes: int, base: datetime = now) -> datetime:
        return (base + timedelta(minutes=minutes)).astimezone(settings.zone)

    return {
        "organisation": _names(settings.organisation),
        "sites": _ring([site.names for site in settings.sites]),
        "services": _ring([service.names for service in settings.services]),
        "hm": lambda minutes=0: local(minutes).strftime("%H:%M"),
        "began": lambda minutes=0: local(minutes, begins).strftime("%H:%M"),
        "date": lambda minutes=0: local(minutes).strftime("%Y-%m-%d"),
        "day": lambda minutes=0: _day(local(minutes)),
        "next": lambda minutes: _by_day(local(0), local(minutes)),
    }


def _day(at: datetime) -> str:
    return f"{at.month}月{at.day}日"


def _by_day(now: datetime, at: datetime) -> str:
    """A clock time between seven in the morning and ten at night, with its date where it is on another day."""
    night = at.hour < MORNING or at.hour >= EVENING
    if night:
        at = (at + timedelta(days=at.hour >= EVENING)).replace(hour=MORNING, minute=0)
    return at.strftime("%H:%M") if at.date() == now.date() else f"{_day(at)} {at:%H:%M}"


def _ring(names: Sequence[Names]) -> _Ring:
    return _Ring(_names(each) for each in names)


def _names(names: Names) -> Mapping[str, str]:
    return {language: name_in(names, language) or "" for language in LANGUAGES}
