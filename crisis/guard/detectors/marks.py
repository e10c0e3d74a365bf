"""Classification marks that are ordinary words too: they count where they stand as a mark."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.guard.context import Background
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Found, Reading
from crisis.guard.registry import Hit, detector

MARK = Pattern(r"(?<![a-z])(?:company |strictly |highly )?(?:confidential|classified|proprietary)(?![a-z])")
OPENING, CLOSING = "[(【《<*/-", "])】》>*:-/"


@detector
def english_marks(reading: Reading, context: Background) -> Iterator[Hit]:
    """CONFIDENTIAL in capitals, in brackets, or as the heading of a line; never "free and confidential"."""
    for found in reading.find(MARK):
        if _is_mark(found, reading.text):
            yield Hit("classification", found.start, found.end)


def _is_mark(found: Found, text: str) -> bool:
    if text[found.start : found.end].isupper() and "confidential" in found.match[0]:
        return True
    view, (start, end) = found.match.string, found.match.span()
    opened = start == 0 or view[start - 1] in OPENING or text[found.start - 1] == "\n"
    closed = (
        view[end : end + 3] == " - "
        or end == len(view)
        or view[end] in CLOSING
        or text[found.end : found.end + 1] == "\n"
    )
    return opened and closed
