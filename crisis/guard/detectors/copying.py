"""Runs of the notice's own words in the post."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crisis.guard.context import GuardContext
from crisis.guard.reading import Reading
from crisis.guard.registry import Hit, detector
from crisis.text.folding import folded

GRAM = 4
"""Tokens in a shingle: a Japanese character or an English word is a token."""

LETTERS = 12
"""Japanese characters from which a run counts as copied."""

WORDS = 6
"""English words from which a run counts as copied; a word weighs as two characters."""

GAP = 3
"""Tokens that may have been edited between two copied shingles of one run."""

TOKEN = re.compile(r"[a-z0-9]{1,60}|[\u3041-\u30ff\u4e00-\u9fff々]")

Token = tuple[str, int, int]


@detector
def copied_runs(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """Runs of about twelve Japanese characters or six English words that stand in a notice, lightly edited or not; words
    that are public by construction do not count."""
    if not context.notice_text:
        return
    ours = (_shingles([token[0] for token in _tokens(folded(text))]) for text in context.drafted)
    known = _shingles([token[0] for token in _tokens(folded(context.notice_text))]).difference(*ours)
    tokens = [t for t in _tokens(reading.folded.text) if not reading.is_public(*reading.folded.span(t[1], t[2]))]
    for first, last in _runs([token[0] for token in tokens], known):
        if _weight(tokens[first : last + 1]) >= LETTERS:
            yield Hit("copied", *reading.folded.span(tokens[first][1], tokens[last][2]))


def _tokens(folded: str) -> list[Token]:
    return [(match[0], *match.span()) for match in TOKEN.finditer(folded)]


def _shingles(words: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[at : at + GRAM]) for at in range(len(words) - GRAM + 1))


def _runs(words: list[str], known: frozenset[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """(first, last) token of each run of known shingles that lie at most `GAP` tokens apart."""
    first = last = -1
    for at in range(len(words) - GRAM + 1):
        if tuple(words[at : at + GRAM]) not in known:
            continue
        if first < 0 or at > last + GAP:
            if first >= 0:
                yield first, last
            first = at
        last = at + GRAM - 1
    if first >= 0:
        yield first, last


def _weight(tokens: list[Token]) -> int:
    """Characters that a run weighs: each English word counts as two."""
    return sum(LETTERS // WORDS if token[0].isascii() else 1 for token in tokens)
