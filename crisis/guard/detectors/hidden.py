"""Characters that hide something from the reader's eye."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import name

from crisis.guard.context import Background
from crisis.guard.expressions import Expression
from crisis.guard.reading import Reading
from crisis.guard.registry import Hit, detector
from crisis.text.escapes import says
from crisis.text.lookalikes import LOOKALIKES

INVISIBLE = Expression(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f]"
    "|(?<![\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u0900-\u0dff])[\u200c\u200d]"
)
"""Format and control characters (UTS #39, Trojan Source); joiners within emoji and Indic words are honest."""

FLAG_TAGS = Expression("\U0001f3f4[\U000e0020-\U000e007f]{1,16}")
"""Tag characters after a black flag spell a region's flag (UTS #51)."""

RIGHT_TO_LEFT = Expression("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
MARKS = "\u200e\u200f\u061c"
"""Direction marks are honest within Hebrew and Arabic texts."""

CODED = Expression(r"(?:%[0-9A-Fa-f]{2}){4,}|(?:&#x?[0-9A-Fa-f]{2,6};)+|(?:\\u[0-9A-Fa-f]{4}){2,}")
BASE64 = re.compile(r"(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{16,4096}={0,2}(?![A-Za-z0-9+/_=-])")
WORD = Expression(r"[^\W\d_]{2,40}")


@detector
def hidden_characters(reading: Reading, context: Background) -> Iterator[Hit]:
    """Zero-width, format, direction and control characters."""
    script = RIGHT_TO_LEFT.search(reading.text)
    flags = {place for flag in FLAG_TAGS.finditer(reading.text) for place in range(flag.start(), flag.end())}
    for match in INVISIBLE.finditer(reading.text):
        if match.start() not in flags and not (script and match[0] in MARKS):
            yield Hit("hidden-character", match.start(), match.end())


@detector
def coded_text(reading: Reading, context: Background) -> Iterator[Hit]:
    """Runs of percent, HTML or Unicode escapes outside links: nobody writes so to people."""
    for match in CODED.finditer(reading.text):
        line = reading.text[max(0, match.start() - 200) : match.start()].split()
        if not (line and "://" in line[-1] and not reading.text[match.start() - 1].isspace()):
            yield Hit("encoded", match.start(), match.end())
    for match in BASE64.finditer(reading.text):
        if not match[0].isalpha() and says(match[0]):
            yield Hit("encoded", match.start(), match.end())


@detector
def mixed_alphabets(reading: Reading, context: Background) -> Iterator[Hit]:
    """Words in which letters of another alphabet stand for Latin ones that they look like (UTS #39, mixed scripts)."""
    if reading.text.isascii():
        return
    for match in WORD.finditer(reading.text):
        if not match[0].isascii() and _mixed(match[0].casefold()):
            yield Hit("lookalike", match.start(), match.end())


def _mixed(word: str) -> bool:
    """Whether Latin letters stand beside those that only look so. Accents and units (μSv) do not count."""
    alike = [
        char for char in word if ord(char) in LOOKALIKES and char != "μ" and not name(char, "").startswith("LATIN")
    ]
    return bool(alike) and any(char.isascii() for char in word)
