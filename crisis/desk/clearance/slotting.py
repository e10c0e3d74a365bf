"""The domains of a template's slots: all that the desk knows of them, narrowed by what people say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from crisis.desk.drafts.kit import Kit
from crisis.errors import Mistake
from crisis.facts.times.frames import AS_OF, HAPPENED, NEXT_UPDATE
from crisis.model.fact import Kind, Label
from crisis.model.names import Names
from crisis.model.notice_type import Field, NoticeType
from crisis.model.preclearance import Bounds, Choice, Domain

MINUTE, HOUR, DAY = 60, 3600, 86400
UNITS: Final = {"m": MINUTE, "h": HOUR, "d": DAY}
AHEAD: Final = 10 * MINUTE
"""What has happened may lie this far ahead: clocks differ, and people round up."""

_SPAN = re.compile(r"([+-]?)(\d+)([mhd])")


def domains(
    kit: Kit, notice_type: NoticeType, chosen: Mapping[str, Sequence[str]], without: Sequence[str] = ()
) -> dict[str, Domain]:
    """The domain of each slot of a type: as wide as the desk's own lists and the usual bounds, or what was chosen of them.
    Free words, numbers and areas have none and so are never said. Raises `Mistake` for a choice that is none."""
    fields = {field.name: field for field in notice_type.fields if field.label is not Label.INTERNAL}
    for name in (*chosen, *without):
        if name not in fields:
            raise Mistake(
                "unknown-slot",
                "{type} has no slot {field}.",
                "Write one of: {known}.",
                type=notice_type.id,
                field=name,
                known=", ".join(fields),
            )
    needed = [name for name in without if fields[name].required]
    if needed:
        raise Mistake("needed-slot", "{field} cannot be left out: no post is made without it.", field=needed[0])
    made = {name: _domain(kit, field, chosen.get(name, ())) for name, field in fields.items() if name not in without}
    return {name: domain for name, domain in made.items() if domain is not None}


def _domain(kit: Kit, field: Field, chosen: Sequence[str]) -> Domain | None:
    if field.kind in (Kind.TIME, Kind.PERIOD):
        return _bounds(field, chosen)
    names = _names(kit, field)
    listed = tuple(names)
    for value in chosen:
        if value not in listed:
            raise Mistake(
                "unknown-value",
                "{field} cannot be {value}.",
                "Write one of: {known}.",
                field=field.name,
                value=value,
                known=", ".join(listed) or "-",
            )
    values = tuple(chosen) or listed
    if not values:
        return None
    return Choice(field.kind, values, {value: names[value] for value in values if names[value]})


def _names(kit: Kit, field: Field) -> Mapping[str, Names]:
    """The values that a slot could hold, with the words for them that `crisis.toml` gives."""
    settings = kit.settings
    match field.kind:
        case Kind.TERM:
            return {term.id: {} for term in field.terms}
        case Kind.SITE:
            return {site.id: site.names for site in settings.sites}
        case Kind.SERVICE:
            return {service.id: service.names for service in settings.services}
        case Kind.PHONE:
            return {contact: {} for contact in settings.guard.public_contacts}
        case Kind.LINK:
            return {address: {} for address in settings.links.public}
        case _:
            return {}


def _bounds(field: Field, chosen: Sequence[str]) -> Bounds:
    if not chosen:
        return Bounds(field.kind, *_usual(field))
    earliest, separator, latest = chosen[0].partition("..")
    first, last = _SPAN.fullmatch(earliest), _SPAN.fullmatch(latest)
    if len(chosen) != 1 or not separator or first is None or last is None:
        raise Mistake(
            "bounds",
            "{value} does not say from when until when {field} may be.",
            "Write FROM..TO from the moment of sending, such as 0m..6h or -2d..10m.",
            value=",".join(chosen),
            field=field.name,
        )
    return Bounds(field.kind, _seconds(first), _seconds(last))


def _usual(field: Field) -> tuple[int, int]:
    """Seconds from the moment of sending: what is said is fresh, what is promised is near."""
    if field.name == AS_OF:
        return -3 * HOUR, AHEAD
    if field.name in HAPPENED:
        return -2 * DAY, AHEAD
    if field.name == NEXT_UPDATE:
        return 0, 26 * HOUR
    return (-2 * DAY if field.kind is Kind.PERIOD else 0), 31 * DAY


def _seconds(span: re.Match[str]) -> int:
    size = int(span[2]) * UNITS[span[3]]
    return -size if span[1] == "-" else size
