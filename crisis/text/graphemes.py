"""Characters as people see them: extended grapheme clusters (Unicode Standard Annex 29)."""

from __future__ import annotations

import re
from itertools import pairwise

# Nothing in these joins its neighbours, so that each is a character by itself (CR LF is not here). Not so the voiced
# marks U+3099, U+309A and their half-width forms U+FF9E, U+FF9F, or emoji.
_SIMPLE = re.compile(
    "[\n -~\xa1-\xa8\xb0-\u02ff\u2010-\u2027\u2030-\u203b\u2190-\u2193\u2460-\u24ff\u2500-\u25a9\u3000-\u3029"
    "\u3031-\u303c\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff9d\uffe0-\uffe6]*"
)


# Two regional indicators with a third after them. The regex package counts back to the first of a run at each of them,
# so that a long run is cut into flags before it comes there.
_FLAG_BEFORE_ANOTHER = re.compile("[\U0001f1e6-\U0001f1ff]{2}(?=[\U0001f1e6-\U0001f1ff])")


def count_graphemes(text: str) -> int:
    """How many grapheme clusters a text has, counted by the `regex` package's Unicode version.

    Ordinary Japanese and Western text is counted without importing it.
    """
    if _SIMPLE.fullmatch(text):
        return len(text)
    return len(graphemes(text))


def graphemes(text: str) -> list[str]:
    """The grapheme clusters of a text, in order; joined they are the text."""
    if _SIMPLE.fullmatch(text):
        return list(text)
    import regex

    cuts = [flag.end() for flag in _FLAG_BEFORE_ANOTHER.finditer(text)]
    clusters: list[str] = []
    for start, end in pairwise([0, *cuts, len(text)]):
        clusters += regex.findall(r"\X", text[start:end])
    return clusters
