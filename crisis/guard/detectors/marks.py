"""Classification marks that are ordinary words too: they count where they stand as a mark."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.guard.context import GuardContext
from crisis.guard.reading import Found, Reading
from crisis.guard.registry import Hit, Pattern, detector

MARK = Pattern(
    r"(?<![a-z])(?:company |strictly |highly )?(?:confidential|classified|restricted|proprietary)(?![a-z])",
    needs="conf|class|restr|propr",
)
OPENING, CLOSING = "[(【《<*/-\n", "])】》>*:-/\n"


@detector
def english_marks(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """CONFIDENTIAL in capitals, in brackets, or as the heading of a line; never "free and confidential"."""
    for found in reading.find(MARK):
        if _is_mark(found, reading.text):
            yield Hit("classification", found.start, found.end)


def _is_mark(found: Found, text: str) -> bool:
    if text[found.start : found.end].isupper():
        return True
    before, after = text[max(0, found.start - 1) : found.start], text[found.end :][:1]
    return (before == "" or before in OPENING) and (after == "" or after in CLOSING)
