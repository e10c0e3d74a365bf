"""How a post says it: promises, dates, tone, mentions, hashtags. Advice, but for what reaches a person directly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from crisis.guard.context import Background, GuardContext
from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Reading
from crisis.guard.registry import Hit, detector, situated
from crisis.model.names import PLAIN_JAPANESE

MENTION = Pattern(r"(?<![\w.@/+-])@(?:[a-z0-9_]{2,30})(?:@[a-z0-9.-]{3,60})?(?![\w@])")
HASHTAG = Expression(r"(?<![\w&])[#＃](?=\w*[^\W\d_])\w{1,60}")
EXCLAMATION = Expression(r"[!！‼]{2,}|[!！?？]{3,}")
SHOUTED = Expression(r"(?<![A-Za-z])[A-Z]{2,}(?:[ ,.'’-]+[A-Z]{2,}){5,}")
UNFILLED = Pattern(
    r"\{\{|\}\}|\{%|%\}|[○〇]{2}(?=[事支本工店県市町部さ時月日分])|(?<![a-z])(?:xx:xx|hh:mm|yyyy|tbd|todo|lorem ipsum)(?![a-z])"
    r"|\[(?:time|date|site|name|place|日時|時刻|拠点|名前|場所)\]|\d{1,2}月xx日|xx時"
)
ONE_HASHTAG = 1
STAYING = timedelta(hours=72)
PROMISED = Pattern(
    r"第[0-9一二三四五六七八九十]{1,3}報(?:にて|で)(?:お知らせ|ご案内|ご連絡|発表|公表)(?!した|済)|(?:改めて|あらためて)(?:お知らせ|ご案内|ご連絡)"
)
CLOCK_NEAR = Expression(r"\d{1,2}:\d\d|\d{1,2}時|\d{1,2}日")


@detector
def promises(reading: Reading, context: Background) -> Iterator[Hit]:
    """Promises without a time, days without a date, words of urgency."""
    for code in ("untimed-promise", "undated-word", "tone"):
        yield from (Hit(code, *span) for span in reading.phrases.get(code, ()))


@detector
def later_reports(reading: Reading, context: Background) -> Iterator[Hit]:
    """第3報にて, 改めてお知らせ: a report to come, and no time for it in the clause before."""
    for found in reading.find(PROMISED):
        if not CLOCK_NEAR.search(found.match.string, max(0, found.match.start() - 20), found.match.start()):
            yield Hit("untimed-promise", found.start, found.end)


@detector
def shouting(reading: Reading, context: Background) -> Iterator[Hit]:
    """Runs of exclamation marks, sentences in capitals."""
    for pattern in (EXCLAMATION, SHOUTED):
        yield from (Hit("tone", *match.span()) for match in pattern.finditer(reading.text))


@situated
def going_home(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """Telling people to go home within 72 hours of an earthquake (Cabinet Office guideline on stranded commuters): in such
    an incident, or in a text that speaks of one."""
    over = context.since is not None and context.now is not None and context.now - context.since >= STAYING
    if not over and (context.incident == "earthquake" or reading.phrases.get("quake")):
        yield from (Hit("go-home", *span) for span in reading.phrases.get("go-home", ()))


@detector
def benign_causes(reading: Reading, context: Background) -> Iterator[Hit]:
    """Words that suggest an accident, in an incident that is an attack."""
    if context.incident == "cyber":
        yield from (Hit("accident-word", *span) for span in reading.phrases.get("accident", ()))


@detector
def unfilled(reading: Reading, context: Background) -> Iterator[Hit]:
    """A slot that nobody has filled in."""
    yield from (Hit("placeholder", found.start, found.end) for found in reading.find(UNFILLED))


@detector
def mentions(reading: Reading, context: Background) -> Iterator[Hit]:
    """A person or account addressed."""
    for found in reading.find(MENTION):
        if not reading.is_public(found.start, found.end):
            yield Hit("mention", found.start, found.end)


@detector
def hashtags(reading: Reading, context: Background) -> Iterator[Hit]:
    """More than one hashtag, or any in plain Japanese, where it breaks the sentence that people spell out."""
    allowed = 0 if context.language == PLAIN_JAPANESE else ONE_HASHTAG
    for match in list(HASHTAG.finditer(reading.text))[allowed:]:
        yield Hit("hashtags", *match.span())
