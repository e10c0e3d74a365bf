"""Emoji that X counts as one: sequences of two or more code points known to twemoji-parser (X counts a lone emoji as 2 anyway)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_CONTINUES = re.compile("[\ufe0f\u200d\u20e3\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e0067]")
"""What can be the second code point of a sequence."""


def find_emoji(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sequence, leftmost and longest first, never overlapping."""
    at = 0
    while mark := _CONTINUES.search(text, at + 1):
        start = mark.start() - 1
        end = _end_of_sequence(text, start)
        if end:
            yield start, end
        at = end or mark.start()


def _end_of_sequence(text: str, start: int) -> int:
    known, longest = _sequences()
    ends = range(min(start + longest, len(text)), start + 1, -1)
    return next((end for end in ends if text[start:end] in known), 0)


@cache
def _sequences() -> tuple[frozenset[str], int]:
    """Every sequence, and the length of the longest."""
    from crisis.text.twitter_tables import EMOJI_TAILS

    tails = {tail.replace(SKIN_TONES[0], tone): heads for tone in SKIN_TONES for tail, heads in EMOJI_TAILS.items()}
    known = frozenset(head + tail for tail, heads in tails.items() for head in heads)
    return known, max(map(len, known))
