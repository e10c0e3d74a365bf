"""Something that a report says: which sentence of its words, with which details. The words are chosen where it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from crisis.model.names import Names
from crisis.rehearsal.words import LANGUAGES, words


@dataclass(frozen=True)
class Said:
    """A sentence of `words`, by its key. A detail that is a mapping of languages is told in the language of the sentence."""

    key: str
    details: Mapping[str, Any] = field(default_factory=dict)

    def told(self, language: str) -> str:
        """In the words of one language."""
        details = {name: _in(value, language) for name, value in self.details.items()}
        return words(language)[self.key].format(**details)

    @property
    def names(self) -> Names:
        """In every language of the report."""
        return {language: self.told(language) for language in LANGUAGES}


def _in(value: Any, language: str) -> str:
    if isinstance(value, Mapping):
        return str(value.get(language) or next(iter(value.values()), ""))
    return f"{value:g}" if isinstance(value, float) else str(value)
