"""A text as the detectors read it: folded, and once more with what was spread or broken up put together again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Protocol

from crisis.guard.context import Background
from crisis.guard.lexicon import Span, inside
from crisis.guard.patterns import Pattern, conditions_met
from crisis.guard.terms import Automaton, alike
from crisis.text.escapes import Decoded, decoded
from crisis.text.folding import Folded, fold, folded
from crisis.text.spelled_out import spelled_out

MOST_PHRASES = 5_000
"""Phrases of one class that are looked at, as no post has them; more blocks."""


class Searchable(Protocol):
    """What can be searched in a view."""

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """The matches."""


@dataclass(frozen=True, slots=True)
class View:
    """A reading of the text. `pieces` are (start in the view, start in the folded text), in order; `decoded` is set where
    escapes were undone before folding."""

    text: str
    folded: Folded
    written: str
    decoded: Decoded | None = None
    pieces: tuple[Span, ...] = ((0, 0),)

    def original(self, start: int, end: int) -> Span:
        """The place in the original text."""
        first, last = self.shown(start, end)
        return (self.decoded.starts[first], self.decoded.ends[last - 1]) if self.decoded else (first, last)

    def shown(self, start: int, end: int) -> Span:
        """The place in the text as written, escapes undone."""
        return _trimmed(self.written, *self.folded.span(self.place(start), self.place(end - 1) + 1))

    def place(self, position: int) -> int:
        """Where a character of the view stands in the folded text."""
        at = bisect_right(self.pieces, (position, len(self.folded.text))) - 1
        start, place = self.pieces[at]
        return place + position - start


def _trimmed(text: str, start: int, end: int) -> Span:
    """The place without the white space at its ends."""
    while end - start > 1 and text[end - 1].isspace():
        end -= 1
    while end - start > 1 and text[start].isspace():
        start += 1
    return start, end


@dataclass(frozen=True, slots=True)
class Found:
    """A match, where it stands in the original text, and how it is written there, escapes undone."""

    match: re.Match[str]
    start: int
    end: int
    written: str


SENTENCE_END = re.compile(r"[。！？!?\n]|\. ")
LONGEST_SENTENCE = 120
"""Characters to either side that are looked at: more is no sentence of a post."""


def sentence(found: Found) -> str:
    """The sentence around a match, folded."""
    text, (start, end) = found.match.string, found.match.span()
    head = SENTENCE_END.split(text[max(0, start - LONGEST_SENTENCE) : start])[-1]
    return head + text[start:end] + SENTENCE_END.split(text[end : end + LONGEST_SENTENCE], maxsplit=1)[0]


class Reading:
    """One text under inspection. Searches go over all views and answer in places of the original text, so that no
    detector need think of evasions; what is public by construction can be asked with `is_public`."""

    def __init__(self, text: str, context: Background) -> None:
        self.text = text
        self.context = context
        self.folded = fold(text)

    @cached_property
    def views(self) -> tuple[View, ...]:
        """The folded text; where they differ, the one with spread characters put together, that one with broken lines
        joined, small katakana read as hiragana; and the same of the text with its escapes undone."""
        views = list(_readings(View(alike(self.folded.text), self.folded, self.text)))
        for undone in (*decoded(self.text), *filter(None, (spelled_out(self.text),))):
            folded = fold(undone.text)
            views += _readings(View(alike(folded.text), folded, undone.text, undone))
        return tuple(views)

    @cached_property
    def places(self) -> tuple[tuple[View, dict[str, list[Span]]], ...]:
        """Each view with class of phrase → places in it."""
        return tuple((view, self.context.lexicon.find(view.text)) for view in self.views)

    @cached_property
    def phrases(self) -> dict[str, list[Span]]:
        """Class of phrase → places in the original text, in order, each once."""
        places: dict[str, set[Span]] = {}
        for view, found in self.places:
            for name, spans in found.items():
                places.setdefault(name, set()).update(view.original(*span) for span in spans[:MOST_PHRASES])
        return {name: sorted(spans) for name, spans in places.items()}

    @property
    def crowded(self) -> bool:
        """Whether a class has more phrases than are looked at."""
        return any(len(spans) > MOST_PHRASES for _, found in self.places for spans in found.values())

    def find(self, pattern: Searchable, group: int = 0) -> Iterator[Found]:
        """Matches in all views, placed where that group of theirs stands; one place may come twice."""
        for view, met in self._met:
            for match in _matches(pattern, view.text, met):
                span = match.span(group)
                yield Found(match, *view.original(*span), view.written[slice(*view.shown(*span))])

    @cached_property
    def _met(self) -> tuple[tuple[View, int], ...]:
        """Each view with the conditions of patterns that it meets: asked for once, as hundreds of patterns need them."""
        return tuple((view, conditions_met(view.text)) for view in self.views)

    def is_public(self, start: int, end: int) -> bool:
        """Whether this place lies within words that are public by construction."""
        return inside((start, end), self._public)

    @property
    def has_public(self) -> bool:
        """Whether any words of it are public by construction."""
        return bool(self._public)

    @cached_property
    def _public(self) -> list[Span]:
        words = tuple(word for raw in self.context.public_words if (word := folded(raw).strip()))
        spans = (self.folded.span(start, end) for _, start, end in Automaton(words).find(self.folded.text))
        return sorted(spans, key=lambda span: (span[1], span[0]))


def _matches(pattern: Searchable, text: str, met: int) -> Iterable[re.Match[str]]:
    """The matches in a text that meets those conditions."""
    if not isinstance(pattern, Pattern):
        return pattern.finditer(text)
    return pattern.matches(text, met) if pattern.some & met else ()


def _readings(plain: View) -> Iterator[View]:
    """A view, and what it becomes by putting together what was spread, joining lines, reading small katakana softly."""
    yield plain
    gathered = without(plain, spread(plain))
    joined = without(gathered or plain, breaks(gathered or plain))
    yield from (view for view in (gathered, joined) if view)
    last = joined or gathered or plain
    if _SMALL_KANA.search(plain.written):
        yield replace(last, text=last.text.translate(_HIRAGANA))
    for view in {id(view): view for view in (plain, last)}.values():
        if _KANJI_DIGITS.search(view.text):
            yield replace(view, text=_KANJI_DIGITS.sub(lambda run: run[0].translate(_ASCII_DIGITS), view.text))


_SMALL_KANA = re.compile("[ｦ-ﾝ]")
_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_KANJI_DIGITS = re.compile(r"[〇零一二三四五六七八九](?:[-.:/() の・、]{0,2}[〇零一二三四五六七八九]){2,40}")
"""Three digits or more, as nobody writes a number of things."""
_ASCII_DIGITS = str.maketrans("〇零一二三四五六七八九の・、", "00123456789---")


@cache
def _spread() -> re.Pattern[str]:
    """Ruby after kanji; blanks and dots between characters of Japanese; separators between single Latin characters, a
    blank as group 1."""
    marks = r"-.:/@_\\()\[\]~ー・#"
    japanese = "\u3005\u3007\u3041-\u30ff\u4e00-\u9fff"
    return re.compile(
        r"(?<=[\u4e00-\u9fff々]) ?\([\u3041-\u3096\u30fc ]{1,12}\)"
        rf"|(?<=[{japanese}])[ ・.,_*|/-]{{1,3}}(?=[{japanese}])"
        r"|(?<![a-z0-9][a-z0-9])(?<=[a-z0-9])(?:( )|[_*|/-])(?=[a-z0-9](?![a-z0-9]))"
        r"|(?<![a-z0-9][a-z])(?<=[a-z])\.(?=[a-z](?![a-z0-9]))"
        rf"|(?<![a-z0-9][a-z0-9])(?<=[a-z0-9{marks}])( )(?=[{marks}] (?:[a-z0-9](?![a-z0-9])|[{marks}]))"
        rf"|(?<= [{marks}]) (?=[a-z0-9](?![a-z0-9]))"
        r"|(?<=[a-z0-9])( )(?=[.@] [a-z0-9])|(?<=[a-z0-9] [.@])( )(?=[a-z0-9])"
        rf"|(?<=[{japanese}]) (?=[a-z0-9:](?![a-z0-9]))|(?<![a-z0-9][a-z0-9])(?<=[a-z0-9:]) (?=[{japanese}])"
    )


@cache
def _blank() -> re.Pattern[str]:
    """A blank within what may be a token."""
    return re.compile(r"(?<=[\w.@:/\\-]) (?=[\w.@:/\\-])")


def spread(view: View) -> Iterator[Span]:
    """Places in a view that spread a token's characters. A wide blank between single characters parts words."""
    if not _may_be_spread().search(view.text):
        return
    for match in _spread().finditer(view.text):
        if match.lastindex is None or _blanks(view, match).count(" ") == 1:
            yield match.span()


@cache
def _may_be_spread() -> re.Pattern[str]:
    """What every place of `_spread` has: a separator beside Japanese, or one between two single characters."""
    return re.compile(
        r"[ ・.,_*|/()\[\]~ー#:@\\-](?=[\u3005\u3007\u3041-\u30ff\u4e00-\u9fff(]|[a-z0-9\W](?![a-z0-9])| [a-z0-9])"
    )


def breaks(view: View) -> Iterator[Span]:
    """Places in a view where the text as written breaks a line within what may be a token."""
    if "\n" in view.written or "\r" in view.written:
        for match in _blank().finditer(view.text):
            if not {"\n", "\r"}.isdisjoint(_blanks(view, match)):
                yield match.span()


def _blanks(view: View, match: re.Match[str]) -> str:
    """The white space as written, a wide or fixed blank as a plain one."""
    start, end = match.span()
    place = slice(*view.folded.span(view.place(start), view.place(end - 1) + 1))
    return "".join(c if c in "\r\n" else " " for c in view.written[place] if c.isspace())


def without(view: View, places: Iterable[Span]) -> View | None:
    """The view without those places, or None where there are none."""
    kept: list[Span] = []
    last = 0
    for start, end in places:
        if start > last:
            kept.append((last, start))
        last = end
    return _of_parts(view, [*kept, (last, len(view.text))]) if last else None


def _of_parts(view: View, parts: list[Span]) -> View:
    """A view of some parts of another."""
    pieces: list[Span] = []
    length = 0
    for start, end in parts:
        pieces.extend(_pieces(view, start, end, length))
        length += end - start
    text = "".join(view.text[start:end] for start, end in parts)
    return replace(view, text=text, pieces=tuple(pieces))


def _pieces(view: View, start: int, end: int, length: int) -> Iterator[Span]:
    """The pieces of a part that begins at `length` in the new view."""
    at = bisect_right(view.pieces, (start, len(view.folded.text))) - 1
    yield length, view.place(start)
    for index in range(at + 1, len(view.pieces)):
        begin, place = view.pieces[index]
        if begin >= end:
            return
        yield length + begin - start, place
