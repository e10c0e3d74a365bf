"""Which sentences of a post say what is not known yet: found by its own words, shown exactly as they were cleared."""

from __future__ import annotations

import re
from collections.abc import Iterator

_JAPANESE = re.compile(
    r"分かっていません|わかっていません|わかりません|(?:調査|確認|点検)中|未定|決まっていません"
    r"|(?:調べて|調\(しら\)べて|しらべて|確認して|調査して)います"
)
_ENGLISH = re.compile(
    r"\b(?:not (?:yet )?(?:known|decided|clear)|do not (?:yet )?know|unknown|investigat(?:e|ing)|under investigation"
    r"|(?:is|are|being) check(?:ed|ing)|we are looking into)\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"^(?:【[^】]*】\s*|(?:[A-Z]{4,}\.?\s+)?\[\d+\]\s*|[A-Z]{4,}\.\s+)+")
# A sentence ends with 。, or with a stop before a space; a time (15.20) or a host has none after its stop.
_END = re.compile(r"(?<=。)|(?<=[.!?])\s+(?=[A-Z])|\n+")


def unknown(text: str, language: str) -> Iterator[str]:
    """The sentences of a text that say what nobody knows yet, without the mark of the post before them."""
    pattern = _JAPANESE if language.split("-")[0] == "ja" else _ENGLISH
    for sentence in _END.split(text):
        if sentence and pattern.search(sentence):
            yield _MARK.sub("", sentence).strip()
