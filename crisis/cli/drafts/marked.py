"""A text with its findings: each passage marked where it stands, the worst first, advice in one paragraph at the end.

At a terminal the passage is shown: whoever reads it has the text. In a file or a log it is covered, because logs are read by
others and kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crisis.cli import output, show
from crisis.cli.words import say
from crisis.model.finding import Finding

MOST = 12
"""Passages that are shown of one text: who has mended these looks again."""
WIDTH = 72
"""Columns of a line around a passage."""
BEFORE = 24
"""Characters kept before a passage in a line that is longer."""
COVER = "■"


def show_text(text: str, found: Sequence[Finding], *, advice: bool, covered: bool) -> None:
    """Each passage under its line's number, with its code and mend; then the advice, if wanted."""
    stopping = [finding for finding in found if finding.stops]
    seen = cover(text, stopping) if covered else text
    for finding in stopping[:MOST]:
        for row in passage(seen, finding):
            output.line("  " + row)
        show.findings([finding])
    if len(stopping) > MOST:
        output.line("  " + say("… and {count} more.", count=len(stopping) - MOST))
    if advice:
        show.advised(found)


def cover(text: str, found: Sequence[Finding]) -> str:
    """The text with every passage covered, character for character, so that places stay where they are."""
    letters = list(text)
    for finding in found:
        for at in range(finding.start or 0, min(finding.end or 0, len(letters))):
            letters[at] = letters[at] if letters[at] == "\n" else COVER
    return "".join(letters)


def passage(text: str, finding: Finding) -> Iterator[str]:
    """The line in which a finding stands, from `number: `, and below it the mark; nothing for one that means all of the text."""
    if finding.start is None or finding.end is None:
        return
    begin = text.rfind("\n", 0, finding.start) + 1
    end = text.find("\n", finding.start)
    line = text[begin : end if end >= 0 else len(text)]
    start, stop = finding.start - begin, min(finding.end - begin, len(line))
    first = max(0, start - BEFORE) if _columns(line[: WIDTH + 1]) > WIDTH else 0
    head = f"{text.count(chr(10), 0, finding.start) + 1}: " + ("…" if first else "") + _plain(line[first:start])
    found, rest = _cut(_plain(line[start:stop])), _cut(_plain(line[stop : stop + WIDTH]))
    yield head + found + rest
    yield " " * _columns(head) + "^" * max(1, _columns(found))


def _columns(text: str) -> int:
    from crisis.text.japanese import display_width

    return display_width(text)


def _cut(text: str) -> str:
    """What fits into half a line."""
    kept = text[:WIDTH]
    while _columns(kept) > WIDTH // 2:
        kept = kept[:-1]
    return kept if kept == text else kept + "…"


def _plain(text: str) -> str:
    """A text that does nothing to the screen: what is not printable becomes visible."""
    return "".join(char if char.isprintable() else "·" for char in text)
