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
from crisis.guard.terms import ALIKE, Automaton
from crisis.text.folding import Folded, fold, folded


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
        plain = View(self.folded.text.translate(ALIKE), self.folded)
        joined = joined_view(plain, self.text)
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
        words = tuple(word for raw in self.context.public_words if (word := folded(raw).strip()))
        spans = (self.folded.span(start, end) for _, start, end in Automaton(words).find(self.folded.text))
        return sorted(spans, key=lambda span: (span[1], span[0]))


@cache
def _spread() -> re.Pattern[str]:
    """What is dropped to put a text together: ruby after kanji, blanks and dots between characters of Japanese, single
    separators in a run of single Latin characters (a blank as group 1); and, as group 2, a blank within what may be a
    token."""
    japanese = "\u3005\u3041-\u30ff\u4e00-\u9fff"
    return re.compile(
        r"(?<=[\u4e00-\u9fff々]) ?\([\u3041-\u3096\u30fc ]{1,12}\)"
        rf"|(?<=[{japanese}])[ ・.,_*|/-]{{1,3}}(?=[{japanese}])"
        r"|(?<![a-z0-9][a-z0-9])(?<=[a-z0-9])(?:( )|[_*|-])(?=[a-z0-9](?![a-z0-9]))|"
        r"(?<![a-z0-9][a-z])(?<=[a-z])\.(?=[a-z](?![a-z0-9]))"
        r"|(?<=[\w.@:/\\-])( )(?=[\w.@:/\\-])"
    )


def joined_view(view: View, text: str) -> View | None:
    """The view with spread tokens put together, or None where nothing was spread. A wide blank parts words, and
    a blank within a token goes only where the text as written breaks the line."""
    pieces: list[Span] = []
    kept: list[str] = []
    last = length = 0
    for start, end in _dropped(view, text):
        if start > last:
            pieces.append((length, last))
            kept.append(view.text[last:start])
            length += start - last
        last = end
    if not last:
        return None
    pieces.append((length, last))
    kept.append(view.text[last:])
    return View("".join(kept), view.folded, tuple(pieces))


def _dropped(view: View, text: str) -> Iterator[Span]:
    broken = "\n" in text or "\r" in text
    for match in _spread().finditer(view.text):
        if match.lastindex is None or _joins(match, view, text, broken):
            yield match.span()


def _joins(match: re.Match[str], view: View, text: str, broken: bool) -> bool:
    """Whether a blank parts no words: alone between single characters, or the break of a line."""
    if match.lastindex == 2 and not broken:
        return False
    start, end = view.original(*match.span())
    return end - start == 1 if match.lastindex == 1 else not {"\n", "\r"}.isdisjoint(text[start:end])
