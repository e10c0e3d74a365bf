"""Facts in the words of a language: all that a template is given."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from crisis.drafting.marks import SpokenOccasion
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
        raise LookupError(f"{self.name} is not always given: ask `{{% if {self.name} %}}` before saying it")


def context(
    facts: Facts, notice_type: NoticeType, settings: Settings, occasion: Occasion, language: str
) -> dict[str, Any]:
    """The template's whole world: each public or derived field, spoken or unstated, the organisation and the occasion."""
    seen_from = _day_of(facts.get("as_of"), settings)
    world: dict[str, Any] = {
        field.name: _speak(facts.get(field.name), field, settings, language, seen_from)
        for field in spoken_fields(notice_type)
    }
    world["organisation"] = clean(name_in(settings.organisation or _OURSELVES, language))
    world["occasion"] = SpokenOccasion(occasion.number, occasion.final, language)
    return world


def spoken_fields(notice_type: NoticeType) -> tuple[Field, ...]:
    """The fields that a template may see."""
    return tuple(field for field in notice_type.fields if field.label is not Label.INTERNAL)


def clean(words: str) -> str:
    """One line of data: NFC, white space and the break sign as one space, control and invisible format characters dropped."""
    spaced = re.sub(rf"[\s{BREAK}]+", " ", unicodedata.normalize("NFC", words))
    return "".join(c for c in spaced if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn")).strip()


def _day_of(fact: Fact | None, settings: Settings) -> date | None:
    if fact is None or not isinstance(fact.value, Moment):
        return None
    return speak_moment(fact.value, "", settings.zone, None).day


def _speak(fact: Fact | None, field: Field, desk: Desk, language: str, seen_from: date | None) -> Any:
    if fact is None or fact.label is Label.INTERNAL:
        return Unstated(field.name)
    if isinstance(fact.value, Moment):
        return speak_moment(fact.value, language, desk.settings.zone, seen_from)
    if isinstance(fact.value, Period):
        return speak_period(fact.value, language, desk.settings.zone, seen_from)
    value = str(fact.value)
    names = desk.names(field, value)
    return Word.of(clean(value if names is None else name_in(names, language)), value)
