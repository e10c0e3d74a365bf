"""One labelled value → one typed value, by the field's kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from crisis.facts.places.naming import Gazetteer, area_of, registered
from crisis.facts.places.nicknames import spelled_out
from crisis.facts.times.dates import Frame
from crisis.facts.times.parser import is_span, read_period, read_time
from crisis.facts.unclear import Unclear
from crisis.facts.vocabulary import term_of
from crisis.facts.wording.audience import WHO, site_of, whom
from crisis.model.fact import Kind, Value
from crisis.model.notice_type import Field
from crisis.model.settings import Settings
from crisis.text.folding import folded
from crisis.text.late import late

# Words with which a form says that it has nothing to say here. 未定 for a time is not among them: it says something.
_NOTHING = frozenset(
    {
        "-",
        "--",
        "---",
        "なし",
        "無し",
        "無",
        "特になし",
        "特に無し",
        "該当なし",
        "該当無し",
        "空欄",
        "記載なし",
        "未記入",
        "…",
    }
    | {"n/a", "na", "none", "nil", "nothing"}
)
HAS_HOURS = frozenset({"old_date", "new_date"})
_RESUMES = frozenset({"reopens", "from_time"})
_USUALLY = late(
    r"(?:から|より)?(?:は)?、?(?:平常|通常)(?:どおり|通り)?(?:の?(?:営業|業務|開館|操業|稼働|利用))?(?:を?再開)?(?:します|いたします|です)?。?\s*$"
)  # what a place does again says nothing of when
_NUMBER = late(r"(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d+)(?![\d.,]*\d)\s*([a-z一-龠ぁ-んァ-ヶー%]{0,6})")
_UNCHANGED = late(
    r"変更(?:は)?(?:なし|あり?ません|ない|しない)|変わりません|従来どおり|そのまま|"
    r"\b(?:unchanged|not changed?|no change|as before|the same|stays?|remains?)\b"
)
_PHONE = late(r"(?<![\d+])\+?\(?\d[\d\-\s().]{6,18}\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Desk:
    """What a value is read against: the desk's registers, the areas, and the notice's own time."""

    settings: Settings
    areas: Gazetteer
    frame: Frame


class NotPublic(Exception):
    """The value is well formed and may not leave: an address or a number that the desk does not list. Carries nothing of it."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def read(field: Field, value: str, desk: Desk) -> Value | None:
    """The field's value; None where the line says that there is nothing. Raises `Unclear`, `NotPublic`."""
    if folded(value).strip(" 。.()") in _NOTHING | {""}:
        return None
    return _READERS[field.kind](field, value, desk)


def _term(field: Field, value: str, desk: Desk) -> str | None:
    if field.name == WHO:
        return whom(value, field.terms, desk.settings)
    return term_of(value, field.terms, narrow=field.required)


def _number(field: Field, value: str, desk: Desk) -> Value:
    match = _NUMBER().fullmatch(folded(value).strip(" 。."))
    if match is None:
        raise Unclear("not-a-number")
    return int(match[1].replace(",", ""))


def _link(field: Field, value: str, desk: Desk) -> Value:
    from crisis.text.urls import listed, urls_in  # costs ipaddress, which most notices do not need

    public = {url for url in urls_in(value) if listed(url, desk.settings.links.public)}
    if len(public) > 1:
        raise Unclear("several-places")
    if not public:
        raise NotPublic("the desk does not list this address")
    return public.pop()


def _phone(field: Field, value: str, desk: Desk) -> Value:
    if field.required and _UNCHANGED().search(folded(value)):
        raise Unclear("negated")
    known = {_digits(contact): contact for contact in desk.settings.guard.public_contacts}
    found = [match[0] for match in _PHONE().finditer(folded(value))]
    numbers = {_digits(part) for whole in found for part in (whole, *whole.split())}  # two may stand side by side
    public = sorted(number for number in numbers if number in known)
    if len(public) > 1:
        raise Unclear("several-places")
    if not public:
        raise NotPublic("the desk does not list this number")
    return known[public[0]]


def _digits(number: str) -> str:
    """A number's digits in its national form: +81 120 … and 0120-… are one number."""
    text = folded(number)
    digits = re.sub(r"\D", "", text)
    return "0" + digits[2:].removeprefix("0") if text.lstrip().startswith("+81") else digits


def _site(field: Field, value: str, desk: Desk) -> str | None:
    if field.people:
        return site_of(value, desk.settings)
    return registered(spelled_out(folded(value), desk.settings), desk.settings.sites)


def _time(field: Field, value: str, desk: Desk) -> Value:
    """The time; of an event that has its hours (12月9日 13:00～17:00) when it begins."""
    text = _USUALLY().sub("", folded(value)) if field.name in _RESUMES else folded(value)
    if field.name in HAS_HOURS and is_span(text):
        span = read_period(text, desk.frame)
        if span.start and span.end and span.start.has_time and span.start.at.date() == span.end.at.date():
            return span.start
    return read_time(text, desk.frame)


def _text(field: Field, value: str, desk: Desk) -> Value:
    raise NotPublic(field.why or "it is never parsed")


_READERS: Mapping[Kind, Callable[[Field, str, Desk], Value | None]] = {
    Kind.TERM: _term,
    Kind.TIME: _time,
    Kind.PERIOD: lambda field, value, desk: read_period(folded(value), desk.frame),
    Kind.SITE: _site,
    Kind.SERVICE: lambda field, value, desk: registered(value, desk.settings.services),
    Kind.AREA: lambda field, value, desk: area_of(value, desk.settings, desk.areas),
    Kind.LINK: _link,
    Kind.PHONE: _phone,
    Kind.NUMBER: _number,
    Kind.FREE: lambda field, value, desk: value.strip(),
    Kind.TEXT: _text,
}
