"""A sentence for people: an English template and what fills it, so that a screen can say it in Japanese too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Sentence:
    """An English `str.format` template with its details; `str()` gives English.

    The template is the key under which `crisis.cli.sentences` finds other languages, so details
    stay apart from it until somebody reads. Details are values that may be shown: never a secret. A detail that has a name in
    several languages is a mapping of them.
    """

    __slots__ = ("details", "template")

    def __init__(self, template: str, /, **details: Any) -> None:
        self.template = template
        self.details = details

    def __str__(self) -> str:
        return self.in_words_of(self.template)

    def in_words_of(self, template: str) -> str:
        """Fill another language's template with this sentence's details."""
        if not self.details:
            return template
        return template.format(**{name: _in_english(value) for name, value in self.details.items()})

    def __repr__(self) -> str:
        return f"Sentence({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sentence) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))


def _in_english(value: Any) -> Any:
    """A detail as it is; of names in several languages the English one, else the first."""
    return value.get("en") or next(iter(value.values()), "") if isinstance(value, Mapping) else value
