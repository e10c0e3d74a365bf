"""A text as the detectors read it: folded, and once more with what was spread or broken up put together again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Protocol

from crisis.guard.context import GuardContext
from crisis.guard.lexicon import Span, inside
from crisis.guard.terms import Automaton
from crisis.text.folding import Folded, fold

CJK = "\u3005\u3041-\u30ff\u4e00-\u9fff"


class Searchable(Protocol):
    """What can be searched in a view."""

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """The matches."""


@dataclass(frozen=True, slots=True)
class View:
    """A reading of the text. `pieces` are (start in the view, start in the folded text), in order."""

    text: str
    folded: Folded
    pieces: tuple[Span, ...] = ((0, 0),)

    def original(self, start: int, end: int) -> Span:
        """The place in the original text."""
        return self.folded.span(self._folded(start), self._folded(end - 1) + 1)

    def _folded(self, position: int) -> int:
        at = bisect_right(self.pieces, (position, len(self.folded.text))) - 1
        start, place = self.pieces[at]
        return place + position - start


@dataclass(frozen=True, slots=True)
class Found:
    """A match and where it stands in the original text."""

    match: re.Match[str]
    start: int
    end: int


class Reading:
    """One text under inspection. Searches go over all views and answer in places of the original text, so that no
    detector need think of evasions; what is public by construction can be asked with `is_public`."""

    def __init__(self, text: str, context: GuardContext) -> None:
        self.text = text
        self.context = context
        self.folded = fold(text)

    @cached_property
    def views(self) -> tuple[View, ...]:
        """The folded text and, where it differs, the one with spread tokens put together."""
        plain = View(self.folded.text, self.folded)
        joined = joined_view(plain)
        return (plain,) if joined is None else (plain, joined)

    @cached_property
    def phrases(self) -> dict[str, list[Span]]:
        """Class of phrase → places in the original text, in order, each once."""
        places: dict[str, set[Span]] = {}
        for view in self.views:
            for name, spans in self.context.lexicon.find(view.text).items():
                places.setdefault(name, set()).update(view.original(*span) for span in spans)
        return {name: sorted(spans) for name, spans in places.items()}

    def find(self, pattern: Searchable) -> Iterator[Found]:
        """Matches in all views; one place may come twice."""
        for view in self.views:
            for match in pattern.finditer(view.text):
                yield Found(match, *view.original(*match.span()))

    def is_public(self, start: int, end: int) -> bool:
        """Whether this place lies within words that are public by construction."""
        return inside((start, end), self._public)

    @cached_property
    def _public(self) -> list[Span]:
        words = tuple(folded for word in self.context.public_words if (folded := fold(word).text.strip()))
        spans = (self.folded.span(start, end) for _, start, end in Automaton(words).find(self.folded.text))
        return sorted(spans, key=lambda span: (span[1], span[0]))


@cache
def _spread() -> re.Pattern[str]:
    """What is dropped to put a text together: ruby after kanji, blanks and dots between characters of Japanese, single
    separators in a run of single Latin characters, and line breaks within a token."""
    return re.compile(
        rf"(?<=[\u4e00-\u9fff])\([\u3041-\u309f\u30fc]{{1,12}}\)"
        rf"|(?<=[{CJK}])[\s・.,_*|/-]{{1,3}}(?=[{CJK}])"
        r"|(?<=[\w.@:/\\-])\n(?=[\w.@:/\\-])"
        r"|(?<![a-z0-9][a-z0-9])(?<=[a-z0-9])[ ._*|-](?=[a-z0-9](?![a-z0-9]))"
    )


def joined_view(view: View) -> View | None:
    """The view with spread tokens put together, or None where nothing was spread."""
    pieces: list[Span] = []
    kept: list[str] = []
    last = length = 0
    for match in _spread().finditer(view.text):
        if match.start() > last:
            pieces.append((length, last))
            kept.append(view.text[last : match.start()])
            length += match.start() - last
        last = match.end()
    if not last:
        return None
    pieces.append((length, last))
    kept.append(view.text[last:])
    return View("".join(kept), view.folded, tuple(pieces))
