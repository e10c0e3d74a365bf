"""Facts in the words of a language: all that a template is given."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from crisis.drafting.clocks import Clocks
from crisis.drafting.marks import SpokenOccasion, cancelling
from crisis.drafting.times import speak_moment, speak_period
from crisis.model.fact import Fact, Facts, Kind, Label
from crisis.model.moment import Moment, Period
from crisis.model.names import Names, name_in
from crisis.model.notice_type import Field, NoticeType
from crisis.model.post import Occasion
from crisis.model.settings import Settings

BREAK = "⏎"
"""The one line break of a template; in a value it is a space like any other."""

_OURSELVES: Names = {"ja": "当社", "en": "Our company", "ja-x-plain": "わたしたちの 会社(かいしゃ)"}


class Word(str):
    """Our words for a value, with the value's own `id` for conditions (`status.id == "closed"`)."""

    id: str

    @classmethod
    def of(cls, words: str, value_id: str) -> Word:
        """The words for that id."""
        word = cls(words)
        word.id = value_id
        return word


@dataclass(frozen=True, slots=True)
class Unstated:
    """A field that the notice does not give: false in a condition, without an id, and never printed."""

    name: str
    id: None = None

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        raise LookupError(f"{self.name} is not always given: ask for it with an if before saying it")


class Unnamed(LookupError):
    """A value that nothing names: an area of no gazetteer, a site that has left the desk. Carries the field, not the value."""

    def __init__(self, field: str) -> None:
        super().__init__(f"nothing names the value of field {field}")
        self.field = field


@dataclass(frozen=True, slots=True)
class Desk:
    """Whoever speaks: the desk's settings, and the names of areas that are general knowledge (id → names)."""

    settings: Settings
    areas: Mapping[str, Names] = dataclasses.field(default_factory=dict)

    def names(self, field: Field, value: str) -> Names | None:
        """The names of an id; None for a value that speaks for itself. Raises `Unnamed`."""
        match field.kind:
            case Kind.TERM:
                found = next((term.says for term in field.terms if term.id == value), None)
            case Kind.SITE:
                found = site.names if (site := self.settings.site(value)) else None
            case Kind.SERVICE:
                found = service.names if (service := self.settings.service(value)) else None
            case Kind.AREA:
                found = self._area(value)
            case _:
                return None
        if not found:
            raise Unnamed(field.name)
        return found

    def _area(self, value: str) -> Names | None:
        """An area of the desk, `site:<site id>` (the public area of that site), else one of general knowledge."""
        site = self.settings.site(value.removeprefix("site:"))
        return site.area if site and value.startswith("site:") else self.areas.get(value)


def context(facts: Facts, notice_type: NoticeType, desk: Desk, occasion: Occasion, language: str) -> dict[str, Any]:
    """The template's whole world: each public or derived field, spoken or unstated, the organisation and the occasion.

    Raises `Unnamed`.
    """
    clocks = Clocks.of(facts, desk.settings)
    world: dict[str, Any] = {
        field.name: _speak(facts.get(field.name), field, desk, language, clocks) for field in spoken_fields(notice_type)
    }
    world["organisation"] = clean(name_in(desk.settings.organisation or _OURSELVES, language))
    world["occasion"] = _occasion(occasion, notice_type, desk, language, clocks)
    return world


def _occasion(occasion: Occasion, notice_type: NoticeType, desk: Desk, language: str, clocks: Clocks) -> SpokenOccasion:
    """The occasion with the chief value that it replaces; one whose field or name has gone since is left unsaid."""
    spoken = SpokenOccasion(occasion.number, occasion.final, language, bool(occasion.replaced))
    for fact in occasion.replaced[:1]:
        field = notice_type.field_named(fact.name)
        with suppress(Unnamed):
            was = str(_speak(fact, field, desk, language, clocks)) if field else ""
            over = cancelling(was, language, is_time=fact.kind is not Kind.TERM) if was else ""
            return dataclasses.replace(spoken, cancels=over)
    return spoken


def spoken_fields(notice_type: NoticeType) -> tuple[Field, ...]:
    """The fields that a template may see."""
    return tuple(field for field in notice_type.fields if field.label is not Label.INTERNAL)


def clean(words: str) -> str:
    """One line of data: NFC, white space and the break sign as one space, control and invisible format characters dropped."""
    spaced = re.sub(rf"[\s{BREAK}]+", " ", unicodedata.normalize("NFC", words))
    return "".join(c for c in spaced if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn")).strip()


def _speak(fact: Fact | None, field: Field, desk: Desk, language: str, clocks: Clocks) -> Any:
    if fact is None or fact.label is Label.INTERNAL:
        return Unstated(field.name)
    if isinstance(fact.value, Moment):
        return speak_moment(fact.value, language, *clocks.read(fact.name))
    if isinstance(fact.value, Period):
        return speak_period(fact.value, language, *clocks.read(fact.name))
    value = str(fact.value)
    names = desk.names(field, value)
    return Word.of(clean(value if names is None else name_in(names, language)), value)
