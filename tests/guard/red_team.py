"""The red-team corpus: leaks made by hand, each as written and in every disguise. Everything in it is made up."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evasions import EVERYWHERE, OF_DIGITS, Evasion

from crisis.guard import GuardContext, inspect
from crisis.model.settings import Links

DESK = GuardContext(
    links=Links(public=("https://www.kitahama.example/",), internal=("*.intra.kitahama.example",)),
    public_contacts=("0120-000-111",),
)
STRUCTURED = (
    "pii-contact",
    "pii-id",
    "access-secret",
    "access-url",
    "infra-ip",
    "infra-cve",
    "infra-host",
    "infra-path",
    "infra-version",
)
"""Codes of what has a form of its own: nothing of it may slip through."""

ALSO = {"pii-contact": "unlisted-contact"}
"""A number that may be an organisation's is held under its own code."""


@dataclass(frozen=True, slots=True)
class Case:
    """A leak in a disguise, and the code that must stop it."""

    code: str
    language: str
    evasion: Evasion
    plain: str

    @property
    def text(self) -> str:
        """As it would be posted."""
        return self.evasion(self.plain)

    @property
    def caught(self) -> bool:
        """Whether the guard stops it, for what it is."""
        return bool({self.code, ALSO.get(self.code)} & stopped_by(self.text))


def stopped_by(text: str, context: GuardContext = DESK) -> set[str]:
    """The codes that stop a text."""
    return {finding.code for finding in inspect(text, context) if finding.stops}


@cache
def table() -> dict[str, dict[str, list[str]]]:
    """Code → language → leaks."""
    return tomllib.loads((Path(__file__).parent / "leaks.toml").read_text("utf-8"))


def leaks(*codes: str) -> Iterator[tuple[str, str, str]]:
    """(code, language, text) of each leak of some codes, or of all."""
    for code, languages in table().items():
        if not codes or code in codes:
            yield from ((code, language, text) for language, texts in languages.items() for text in texts)


def structured() -> Iterator[Case]:
    """Every structured identifier in every disguise that leaves it one."""
    for code, language, text in leaks(*STRUCTURED):
        yield from (Case(code, language, evasion, text) for evasion in EVERYWHERE)
    for code, language, text in leaks("pii-contact", "pii-id"):
        yield from (Case(code, language, evasion, text) for evasion in OF_DIGITS if " at " not in text)


def free() -> Iterator[Case]:
    """Every leak in free words, in every disguise."""
    for code, language, text in leaks():
        if code not in STRUCTURED:
            yield from (Case(code, language, evasion, text) for evasion in EVERYWHERE)
