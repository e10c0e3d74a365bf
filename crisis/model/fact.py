"""Typed facts. What is internal has a name and a reason downstream, never a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crisis.model.finding import Finding
from crisis.model.moment import Moment, Period


class Label(StrEnum):
    """Who may know it: `public` may stand on the home page; `derived` is said only in our own words; `internal` stays."""

    PUBLIC = "public"
    INTERNAL = "internal"
    DERIVED = "derived"


class Kind(StrEnum):
    """What a field's value is, and so the type of `Fact.value`:

    term: str, id in the field's vocabulary · time: Moment · period: Period · site, service: str, id in the desk's registry ·
    area: str, id in the gazetteer or an area of the desk · link: str, a listed URL · phone: str, a listed public contact ·
    number: int · free: str, the notice's words (always needs a person's look) · text: internal only, never parsed.
    """

    TERM = "term"
    TIME = "time"
    PERIOD = "period"
    SITE = "site"
    SERVICE = "service"
    AREA = "area"
    LINK = "link"
    PHONE = "phone"
    NUMBER = "number"
    FREE = "free"
    TEXT = "text"


Value = str | int | Moment | Period


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact that may be used: `label` is public or derived. `where` as in `Entry`."""

    name: str
    kind: Kind
    value: Value
    label: Label
    where: str

    def plain(self) -> str | int:
        """The value for JSON: ids and words as they are, times in ISO 8601."""
        return self.value.iso() if isinstance(self.value, Moment | Period) else self.value


@dataclass(frozen=True, slots=True)
class Withheld:
    """A field of the notice that stays inside: its name and why, nothing of its content."""

    name: str
    label: Label
    why: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that goes on from a notice: facts that are public or derived, names of what is withheld, and doubts (ambiguous,
    contradictory, missing) as findings."""

    type: str
    facts: tuple[Fact, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    doubts: tuple[Finding, ...] = ()

    def get(self, name: str) -> Fact | None:
        """The fact of that name."""
        return next((fact for fact in self.facts if fact.name == name), None)
