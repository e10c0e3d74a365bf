"""How a post says it: promises, dates, tone, mentions, hashtags. Advice, but for what reaches a person directly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crisis.guard.context import GuardContext
from crisis.guard.reading import Reading
from crisis.guard.registry import Hit, Pattern, detector

MENTION = Pattern(r"(?<![\w.@/+-])@(?:[a-z0-9_]{2,30})(?:@[a-z0-9.-]{3,60})?(?![\w@])", needs="@")
HASHTAG = re.compile(r"(?<![\w&])[#＃](?=\w*[^\W\d_])\w{1,60}")
EXCLAMATION = re.compile(r"[!！‼]{2,}|[!！?？]{3,}")
SHOUTED = re.compile(r"(?<![A-Za-z])[A-Z]{2,}(?:[ ,.'’-]+[A-Z]{2,}){5,}")
TIME = re.compile(
    r"(?<!\d)(?:[01]?\d|2[0-4])[::][0-5]\d(?!\d)|(?<!\d)\d{1,2}時|(?<![a-z0-9])\d{1,2}\s?(?:a\.?m|"
    r"p\.?m)(?![a-z])|正午|noon|midnight|(?<!\d)[0-2]\d[0-5]\d (?:hrs|jst|utc|gmt)"
)
ONE_HASHTAG = 1


@detector
def promises(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """Promises without a time, days without a date, words of urgency."""
    for code in ("untimed-promise", "undated-word", "tone"):
        yield from (Hit(code, *span) for span in reading.phrases.get(code, ()))


@detector
def shouting(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """Runs of exclamation marks, sentences in capitals."""
    for pattern in (EXCLAMATION, SHOUTED):
        yield from (Hit("tone", *match.span()) for match in pattern.finditer(reading.text))


@detector
def going_home(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """Telling people to go home after an earthquake (Cabinet Office guideline on stranded commuters: 72 hours)."""
    if context.incident == "earthquake" or reading.phrases.get("quake"):
        yield from (Hit("go-home", *span) for span in reading.phrases.get("go-home", ()))


@detector
def missing_parts(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """A post without any time, or without anything that is so or is to be done."""
    if reading.text.strip() and not TIME.search(reading.folded.text):
        yield Hit("no-time")
    if reading.text.strip() and not reading.phrases.get("action"):
        yield Hit("no-action")


@detector
def mentions(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """A person or account addressed."""
    for found in reading.find(MENTION):
        if not reading.is_public(found.start, found.end):
            yield Hit("mention", found.start, found.end)


@detector
def hashtags(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """More than one hashtag."""
    for match in list(HASHTAG.finditer(reading.text))[ONE_HASHTAG:]:
        yield Hit("hashtags", *match.span())
