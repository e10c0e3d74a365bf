"""What stands in the kit: texts that were pre-cleared, with blanks, and whom to reach. No key, code, token or address of one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from crisis.canon import digest
from crisis.desk.clearance.examples import examples
from crisis.desk.clearance.preclearing import standings
from crisis.desk.desk import Desk
from crisis.errors import CrisisError
from crisis.model.names import Names, name_in
from crisis.model.preclearance import Force, StoredPreclearance
from crisis.model.role import Role
from crisis.model.settings import Account, Department, OutsideScheduler

BLANK, CLOCK, DAY = "［　　　］", "__:__", "［　/　］"

_CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?!\d)")
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DAY = re.compile(
    r"(?:\d{1,2}月)?\d{1,2}日(?:\s?[(（][月火水木金土日][)）]|\s[月火水木金土日]曜日(?:\([^)]*\))?)?(?!前)"
    rf"|(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?\d{{1,2}} (?:{_MONTHS})\b"
)


@dataclass(frozen=True)
class Text:
    """A pre-cleared text with its blanks, in a language, and the accounts where it may stand."""

    language: str
    text: str
    accounts: tuple[str, ...]


@dataclass(frozen=True)
class Agreed:
    """What one person may send alone: the type's names, its texts from long to short, and until when that counts."""

    names: Names
    texts: tuple[Text, ...]
    until: str

    @property
    def foremost(self) -> tuple[Text, ...]:
        """For each language the first choice, with all said or with nothing but what is needed, whichever is shorter."""
        first: dict[str, list[Text]] = {}
        for text in self.texts:
            first.setdefault(text.language, []).append(text)
        return tuple(min(texts[:2], key=lambda one: len(one.text)) for texts in first.values())


@dataclass(frozen=True)
class Contact:
    """A person who drafts or clears, with a number where `[kit.phones]` has one."""

    id: str
    name: str
    roles: tuple[Role, ...]
    phone: str


@dataclass(frozen=True)
class Contents:
    """Everything that the pages of the kit show."""

    organisation: Names
    agreed: tuple[Agreed, ...]
    people: tuple[Contact, ...]
    departments: tuple[Department, ...]
    accounts: tuple[Account, ...]
    outside: tuple[OutsideScheduler, ...]
    public_contacts: tuple[str, ...]


def contents(desk: Desk) -> Contents:
    """The kit's contents as of now."""
    settings = desk.settings
    return Contents(
        settings.organisation,
        tuple(_agreed(desk)),
        tuple(_people(desk)),
        settings.departments,
        settings.accounts,
        settings.outside,
        settings.guard.public_contacts,
    )


def seal(desk: Desk) -> str:
    """A digest of all that the contents are made of, without making them: it changes when they may have, and every day, since
    what was agreed ends on one."""
    settings, today = desk.settings, desk.clock.now().astimezone(desk.settings.zone).date()
    with desk.store.reading() as unit:
        people, agreed = desk.people(unit), unit.find(StoredPreclearance)
    words = [name for name in sorted(desk.kit.types) for name in (name, desk.kit.types[name].version)]
    told = (settings, tuple(people.values()), tuple(agreed), words, today, desk.mode)
    return digest(repr(told).encode())


def _agreed(desk: Desk) -> Iterable[Agreed]:
    for standing in standings(desk):
        if standing.force is not Force.IN_FORCE or standing.made.notice_type not in desk.kit.types:
            continue
        try:
            found = examples(desk, standing.made)
        except CrisisError:  # what the guard stops today is no text to have at hand
            continue
        texts: dict[tuple[str, str], Text] = {}
        for example in found:
            blank = blanked(desk, example.post.text, example.post.language)
            texts.setdefault((example.post.language, blank), Text(example.post.language, blank, example.accounts))
        until = standing.made.valid_to.astimezone(desk.settings.zone).strftime("%Y-%m-%d")
        yield Agreed(desk.kit.types[standing.made.notice_type].names, tuple(texts.values()), until)


def blanked(desk: Desk, text: str, language: str) -> str:
    """A text with blanks where its example has times, dates, and names of sites or services of which there are several."""
    settings = desk.settings
    for things in (settings.sites, settings.services):
        named = sorted((name_in(thing.names, language) for thing in things), key=len, reverse=True)
        for name in named if len(named) > 1 else ():
            text = text.replace(name, BLANK) if name else text
    return _CLOCK.sub(CLOCK, _DAY.sub(DAY, text))


def _people(desk: Desk) -> Iterable[Contact]:
    with desk.store.reading() as unit:
        people = desk.people(unit)
    for person in people.values():
        if person.valid_at(desk.clock.now()):
            yield Contact(person.id, person.name, person.roles, desk.settings.kit.phones.get(person.id, ""))
