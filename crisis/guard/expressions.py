"""Regular expressions that are compiled when they are first asked: most texts ask for few of them, and a start for none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

FAR = 2**31


class Expression:
    """A regular expression, with the methods of a compiled one that the guard uses."""

    def __init__(self, expression: str) -> None:
        self.expression = expression

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self.expression)

    def search(self, text: str, start: int = 0, end: int = FAR) -> re.Match[str] | None:
        """The first match between two places."""
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = FAR) -> re.Match[str] | None:
        """The match that begins at a place."""
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = FAR) -> re.Match[str] | None:
        """The match of all between two places."""
        return self.compiled.fullmatch(text, start, end)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match."""
        return self.compiled.finditer(text)
