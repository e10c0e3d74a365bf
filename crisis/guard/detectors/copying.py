"""Runs of the notice's own words in the post."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from crisis.guard.context import Background
from crisis.guard.reading import Reading
from crisis.guard.registry import Hit, detector
from crisis.text.folding import folded

TOKEN = re.compile(r"[a-z0-9]{1,60}|[\u3041-\u30ff\u4e00-\u9fff々]")

Token = tuple[str, int, int]

_EMPTY = (
    "a an the of in on at to and or is are was were be been has have had it its this that for with by from as we our us you your "
    "they their will would can not cannot now very just so then there which who"
)
EMPTY = frozenset(_EMPTY.split())
"""English words that light editing drops or adds."""


@dataclass(frozen=True, slots=True)
class Grain:
    """How closely two texts are compared. A token is a Japanese character, which weighs 2, or an English word, which weighs
    `word`; `gram` tokens make a shingle; between two shingles of one run `gap` tokens may have been edited. A run counts as
    copied if it weighs `enough`, and so do runs of half of that or more which together weigh one and a half times `enough`."""

    kept: Callable[[str], bool]
    gram: int
    gap: int
    word: int
    enough: int

    def tokens(self, folded: str) -> list[Token]:
        """The tokens that count at this grain."""
        return [(match[0], *match.span()) for match in TOKEN.finditer(folded) if self.kept(match[0])]

    def shingles(self, words: list[str]) -> frozenset[tuple[str, ...]]:
        """Every `gram` tokens that follow each other."""
        return frozenset(tuple(words[at : at + self.gram]) for at in range(len(words) - self.gram + 1))

    def said(self, text: str) -> frozenset[tuple[str, ...]]:
        """The shingles of a text."""
        return _said(self, text)

    def found(self, folded: str, known: frozenset[tuple[str, ...]]) -> bool:
        """Whether a folded text has a shingle that is known: quick, since most texts have none."""
        words = [word for word in TOKEN.findall(folded) if self.kept(word)]
        return not known.isdisjoint(zip(*(words[at:] for at in range(self.gram)), strict=False))

    def weight(self, tokens: list[Token]) -> int:
        """What a run weighs."""
        return sum(self.word if token[0].isascii() else 2 for token in tokens)


@lru_cache(maxsize=64)
def _said(grain: Grain, text: str) -> frozenset[tuple[str, ...]]:
    """What a notice or a draft says is asked of each of its posts."""
    return grain.shingles([token[0] for token in grain.tokens(folded(text))])


def _telling(token: str) -> bool:
    """Whether a token carries meaning by itself: kanji, katakana, an English word that is no empty one."""
    if token.isascii():
        return not token.isdecimal() and token not in EMPTY
    return not "ぁ" <= token <= "ゟ"


WORD_BY_WORD = Grain(lambda token: True, gram=4, gap=3, word=4, enough=24)
IN_SUBSTANCE = Grain(_telling, gram=3, gap=2, word=5, enough=18)
"""What is left when particles and endings are dropped, which is how people edit in haste."""


@detector
def copied_runs(reading: Reading, context: Background) -> Iterator[Hit]:
    """Runs of about twelve Japanese characters or six English words that stand in a notice, lightly edited or not, clause by
    clause in any order; words that are public by construction do not count."""
    if context.notice_text:
        for grain in (WORD_BY_WORD, IN_SUBSTANCE):
            yield from _copied(reading, context, grain)


def _copied(reading: Reading, context: Background, grain: Grain) -> Iterator[Hit]:
    known = grain.said(context.notice_text).difference(*(grain.said(text) for text in context.drafted))
    if not (reading.has_public or grain.found(reading.folded.text, known)):
        return
    tokens = [t for t in grain.tokens(reading.folded.text) if not reading.is_public(*reading.folded.span(t[1], t[2]))]
    runs = [tokens[first : last + 1] for first, last in _runs([token[0] for token in tokens], known, grain)]
    weights = [grain.weight(run) for run in runs]
    parts = sum(weight for weight in weights if 2 * weight >= grain.enough)
    least = grain.enough if 2 * parts < 3 * grain.enough else grain.enough / 2
    for run, weight in zip(runs, weights, strict=True):
        if weight >= least:
            yield Hit("copied", *reading.folded.span(run[0][1], run[-1][2]))


def _runs(words: list[str], known: frozenset[tuple[str, ...]], grain: Grain) -> Iterator[tuple[int, int]]:
    """(first, last) token of each run of known shingles that lie at most `gap` tokens apart."""
    first = last = -1
    for at in range(len(words) - grain.gram + 1):
        if tuple(words[at : at + grain.gram]) not in known:
            continue
        if first < 0 or at > last + grain.gap:
            if first >= 0:
                yield first, last
            first = at
        last = at + grain.gram - 1
    if first >= 0:
        yield first, last
