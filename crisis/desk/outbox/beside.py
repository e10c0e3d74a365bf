"""What an outlet of our own may tell beside a post's text: public facts, each only where a cleared text of the release says it.

The facts stand in a row of the database, which nobody has signed; the texts are signed. So a row that was changed can take
something away from what is shown, and never add what was not cleared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from crisis.canon import digest
from crisis.desk.desk import Desk
from crisis.facts.changes import subject
from crisis.model.fact import Fact, Facts, Kind
from crisis.model.moment import Moment
from crisis.model.names import Names, name_in
from crisis.model.release import Statement

TAKEN_BACK = ("wrong", "all")
"""The field of a correction and its value by which it withdraws a post whole."""


def topic(desk: Desk, facts: Facts) -> str:
    """What recognises posts that speak of the same thing; empty where the type is not there any more."""
    notice_type = desk.kit.types.get(facts.type)
    return "" if notice_type is None else digest(repr((facts.type, subject(facts, notice_type))).encode())


def type_name(desk: Desk, type_id: str, language: str) -> str:
    """The public name of a notice type; empty where it is not there any more."""
    notice_type = desk.kit.types.get(type_id)
    return "" if notice_type is None else name_in(notice_type.names, language)


def areas(desk: Desk, statement: Statement, facts: Facts, language: str) -> tuple[str, ...]:
    """The areas of the places that the release names, in words."""
    texts = [post.text for post in statement.posts]
    found = (_area(desk, fact, texts, language) for fact in facts.facts if fact.name in statement.released)
    return tuple(dict.fromkeys(filter(None, found)))


def next_update(desk: Desk, statement: Statement, facts: Facts) -> datetime | None:
    """When the release says that we speak again."""
    return _said_time(desk, statement, facts.get("next_update"))


def takes_back(desk: Desk, statement: Statement, facts: Facts) -> datetime | None:
    """When the post was made that the release withdraws whole."""
    name, whole = TAKEN_BACK
    wrong = facts.get(name)
    if wrong is None or wrong.value != whole:
        return None
    return _said_time(desk, statement, facts.get("posted_at"))


def _area(desk: Desk, fact: Fact, texts: Sequence[str], language: str) -> str | None:
    places = [names for names in _names(desk, fact) if names]
    if not any(_says(texts, names.values()) for names in places):
        return None
    return name_in(places[-1], language)


def _names(desk: Desk, fact: Fact) -> Iterator[Names]:
    """What a place is called; its area last."""
    value = str(fact.value)
    site = desk.settings.site(value.removeprefix("site:"))
    if fact.kind is Kind.SITE and site is not None:
        yield site.names
    if fact.kind in (Kind.SITE, Kind.AREA) and site is not None:
        yield site.area
    elif fact.kind is Kind.AREA and desk.kit.areas is not None:
        yield desk.kit.areas.names.get(value, {})


def _said_time(desk: Desk, statement: Statement, fact: Fact | None) -> datetime | None:
    if fact is None or fact.name not in statement.released or not isinstance(fact.value, Moment):
        return None
    clock = _clock(fact.value, desk.settings.zone)
    return fact.value.at if clock and _says((post.text for post in statement.posts), [clock]) else None


def _clock(moment: Moment, zone: ZoneInfo) -> str:
    """The time of day as every template writes it."""
    local = moment.at.astimezone(zone)
    return f"{local.hour}:{local.minute:02}" if moment.has_time else ""


def _says(texts: Iterable[str], words: Iterable[str]) -> bool:
    wanted = list(words)
    return any(word in text for text in texts for word in wanted if word)
