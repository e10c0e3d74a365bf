"""The desk, the model facts and the generated facts that the suites over the shipped templates share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from crisis.catalogue.types import load_types
from crisis.model.fact import Fact, Facts, Kind, Label, Value
from crisis.model.moment import Moment, Period
from crisis.model.notice_type import Field, NoticeType
from crisis.model.settings import Service, Settings, Site
from crisis.shipped import shipped

TOKYO = ZoneInfo("Asia/Tokyo")
TYPES = {type_id: one for type_id, one in load_types(shipped("templates")).items() if one.posts}
LADDERS = [(type_id, language) for type_id, one in TYPES.items() for language in one.posts]


def at(day: int, hour: int | None = None, minute: int = 0, *, about: bool = False) -> Moment:
    """A moment in October 2026; without an hour the day alone."""
    return Moment(datetime(2026, 10, day, hour or 0, minute, tzinfo=TOKYO), hour is not None, about)


DESK = Settings(
    "Kitahama Denki crisis desk",
    organisation={"ja": "北浜電機", "en": "Kitahama Denki", "ja-x-plain": "北浜電機(きたはまでんき)"},
    languages=("ja", "en", "ja-x-plain"),
    sites=(
        Site(
            "sendai",
            {"ja": "仙台事業所", "en": "Sendai Office", "ja-x-plain": "仙台(せんだい)"},
            {"ja": "首都圏", "en": "Tokyo area", "ja-x-plain": "東京(とうきょう)の まわり"},
        ),
    ),
    services=(Service("cloud", {"ja": "きたはまクラウド", "en": "Kitahama Cloud"}),),
)

NOW, NEXT, PHONE = at(9, 15, 20), at(9, 16, 30), "0120-000-111"

MODELS: Mapping[str, Mapping[str, Value]] = {
    "safety-check": {
        "as_of": NOW, "next_update": NEXT, "happened_at": at(9, 14, 46, about=True), "reason": "earthquake",
        "reply_path": "mail", "other_path": "site",
    },
    "office-status": {
        "as_of": NOW, "next_update": NEXT, "site": "sendai", "status": "closed", "reason": "earthquake",
        "building_check": "running",
    },
    "work-instruction": {
        "as_of": at(9, 15, 5), "next_update": at(9, 18), "area": "site:sendai", "mode": "early-leave",
        "date": Period(at(9), at(9)), "leave_at": at(9, 15, 30), "replaced_time": at(9, 17), "reason": "transport",
        "trains_stop_at": at(9, 18), "source": "jr", "source_at": at(9, 15), "exceptions": "told-separately",
    },
    "service-status": {
        "as_of": NOW, "next_update": at(9, 16), "service": "cloud", "symptom": "login",
        "started_at": at(9, 14, 40, about=True), "cause_state": "unknown", "contact": PHONE,
    },
    "holding": {"as_of": NOW, "next_update": NEXT, "confirmed_at": at(9, 14, 40, about=True), "what": "cyber"},
    "no-change": {"as_of": NOW, "next_update": NEXT, "site": "sendai"},
    "all-clear": {
        "as_of": at(12, 17), "site": "sendai", "from_time": at(13, 9), "done": "building-check", "contact": PHONE,
    },
    "security-advisory": {
        "as_of": NOW, "next_update": NEXT, "kind": "access", "confirmed_at": at(9, 14, 40, about=True),
        "stopped": "precaution", "consulted": "both",
    },
    "correction": {
        "as_of": at(9, 15, 50), "posted_at": at(9, 15, 20), "wrong": "time", "right_time": NEXT, "site": "sendai",
    },
    "contact-change": {
        "as_of": at(9, 15, 50), "contact": PHONE, "state": "down", "period": Period(at(9, 16), None), "site": "sendai",
    },
    "relief": {
        "as_of": NOW, "kind": "goods", "recipient": "red-cross", "reason": "earthquake", "area": "site:sendai",
        "period": Period(at(13), at(16)),
    },
    "health": {
        "as_of": NOW, "next_update": at(9, 18), "site": "sendai", "what": "infection", "measure": "closed",
        "period": Period(at(10), at(11)), "health_office": "consulting", "visitors": "phone", "contact": PHONE,
    },
    "building": {
        "as_of": NOW, "next_update": NEXT, "site": "sendai", "what": "fire", "happened_at": at(9, 14, 50, about=True),
        "authority": "fire-service", "state": "ongoing", "action": "do-not-visit",
    },
    "event-change": {
        "as_of": NOW, "item": "seminar", "change": "postponed", "old_date": at(13, 14), "new_date": at(27, 14),
        "reason": "earthquake", "refund": "stays-valid", "contact": PHONE, "site": "sendai",
    },
    "supply": {
        "as_of": NOW, "next_update": at(9, 18), "site": "sendai", "flow": "shipping", "status": "stopped",
        "reason": "power-cut", "contact": PHONE,
    },
}  # fmt: skip


def values_of(field: Field) -> tuple[Value, ...]:
    """Every value of a field that speaks differently."""
    match field.kind:
        case Kind.TERM:
            return tuple(term.id for term in field.terms)
        case Kind.TIME if field.name == "as_of":
            return (NOW,)
        case Kind.TIME:
            return (at(9, 16, 5), at(13, 9), at(13), at(9, 14, 40, about=True))
        case Kind.PERIOD:
            days, hours = Period(at(13), at(16)), Period(at(9, 16), at(9, 18))
            return (days, hours, Period(at(13), at(13)), Period(at(13, 9), None), Period(None, at(16)))
        case Kind.SITE:
            return ("sendai",)
        case Kind.SERVICE:
            return ("cloud",)
        case Kind.AREA:
            return ("site:sendai",)
        case Kind.LINK:
            return ("https://www.kitahama.example/",)
        case Kind.PHONE:
            return (PHONE,)
        case Kind.NUMBER:
            return (3,)
        case _:
            return ("words",)


def public(notice_type: NoticeType) -> list[Field]:
    """The fields that may be stated."""
    return [field for field in notice_type.fields if field.label is not Label.INTERNAL]


def facts_of(notice_type: NoticeType, values: Mapping[str, Value]) -> Facts:
    """Facts with those values; a name that the type does not declare is an error of the test."""
    declared = {field.name: field for field in public(notice_type)}
    return Facts(
        notice_type.id,
        tuple(Fact(name, declared[name].kind, value, declared[name].label, "line 1") for name, value in values.items()),
    )


def spread(notice_type: NoticeType) -> Iterator[dict[str, Value]]:
    """Each value of each field, once among all other facts and once among the required alone."""
    fields = public(notice_type)
    full = {field.name: _own_value(field, number) for number, field in enumerate(fields)}
    bare = {field.name: full[field.name] for field in fields if field.required}
    for field in fields:
        for value in values_of(field):
            yield {**full, field.name: value}
            yield {**bare, field.name: value}


def _own_value(field: Field, number: int) -> Value:
    """A value that no other field of the type has, where its kind allows: a time that a text lacks is then seen."""
    if field.kind is Kind.TIME and field.name != "as_of":
        return at(9, 16, 5 + number)
    return values_of(field)[0]
