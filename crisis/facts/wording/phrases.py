"""What a notice type's own phrases find in a sentence: terms that it states, and times that stand where `{}` stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from crisis.facts.times.dates import Frame, Point, moment
from crisis.facts.times.lexer import tokens
from crisis.facts.times.parser import Words, gather, runs
from crisis.facts.times.words import Tok, Token
from crisis.facts.vocabulary import GAP, denied_at, words_of
from crisis.model.moment import Period
from crisis.model.notice_type import Field, Term
from crisis.text.folding import folded
from crisis.text.late import late

_POINT = {Tok.DATE, Tok.DAY, Tok.RELATIVE, Tok.WEEKDAY, Tok.CLOCK, Tok.ZONE, Tok.ABOUT, Tok.WRONG}
_AND_DAY = late(r"\s*(?:は終日、?|と|・|、|,|&|および|及び|,? ?and)\s*(?:on )?(?:the )?")
_WITHIN = ("", ",", "、", "の", "は", "は、", "at", "on", "of", "by")


def said_terms(field: Field, *, whole: bool = False) -> tuple[Term, ...]:
    """The field's terms with the phrases that state them in a sentence. `whole`: also their ordinary ones, for a field whose
    sentences are read strictly."""
    return _said_terms(tuple((t.id, (*t.prose, *t.matches) if whole else t.prose, t.blocks) for t in field.terms))


@lru_cache(maxsize=256)
def _said_terms(terms: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]) -> tuple[Term, ...]:
    return tuple(Term(term_id, matches, blocks=blocks) for term_id, matches, blocks in terms)


def after_phrase(text: str, phrases: Iterable[str]) -> str:
    """What folded text says after the first of the phrases; nothing where it has none, all of it where none is asked for."""
    starts = [found + len(phrase) for phrase in map(folded, phrases) if (found := text.find(phrase)) >= 0]
    if not phrases:
        return text
    return text[min(starts) :] if starts else ""


def before_phrase(text: str, phrases: Iterable[str]) -> str:
    """What folded text says before the first of the phrases; all of it where it has none."""
    return text[: min((found for phrase in map(folded, phrases) if (found := text.find(phrase)) >= 0), default=None)]


def spoken_times(phrases: Iterable[str], text: str) -> Iterator[Point]:
    """The points of time that stand where a phrase has `{}`, but for those that the sentence denies or leaves open. A clock
    time borrows the one date of its sentence. Raises `Unclear` for a time that cannot be one."""
    spans = list(_points(text)) if phrases else []
    for span in spans:
        start, end = span[0].start, span[-1].end
        for phrase in phrases:
            before, after = _sides(phrase)
            tail = after.match(text, end)
            lead = before.search(text[:start])
            if lead and any(lead.start() < other[0].start < start for other in spans):
                continue  # a gap does not reach over another time
            if lead and tail and not denied_at(text, end, tail.end()):
                yield from (_dated(point, spans) for point in _point(span))
                break


def points_in(text: str) -> Iterator[Point]:
    """Every point of time in folded text. Raises `Unclear`."""
    for span in _points(text):
        yield from _point(span)


def is_ahead(words: Words, frame: Frame, *, dated: bool = False) -> bool:
    """Whether words of time speak of what is yet to come: what is said of then does not hold now.
    `dated`: only what has a day counts."""
    return any(
        moment(point, frame).at > frame.anchor
        for point in words.points
        if point.date or point.day or (point.clock and not dated)
    )


def one_day(text: str, frame: Frame) -> Words | None:
    """The one day that a sentence is about, whatever hours it says; None for a span, for several or for none. Raises
    `Unclear`."""
    dated = [replace(p, clock=None, zone=None, about=None) for p in points_in(text) if p.date or p.day or p.relative]
    if any(set(words.shape) - {"P"} for words in _spans_of(text)):
        return None
    days = {moment(point, frame).at for point in dated} if len(dated) > 1 else set()
    return Words((dated[0],), rest=False) if len(dated) == 1 or len(days) == 1 else None


def days_in_a_row(text: str, frame: Frame) -> Period | None:
    """The days that folded text lists one after the other, without a gap: 「19日・20日」, "on Tuesday 24 and Wednesday 25
    November", 「5日は終日、6日は正午まで」. Raises `Unclear`."""
    spans = list(_points(text))
    for row in _listed(text, spans):
        points = [point for span in row for point in _point(span)]
        ends = text.startswith("まで", row[-1][-1].end)
        days = len(points) > 1 and all(p.date or p.day for p in points) and not any(p.clock for p in points[:-1])
        if days and (ends or not points[-1].clock):
            return _row([_lent_month(p, points) for p in points], frame)
    return None


def _listed(text: str, spans: list[list[Token]]) -> Iterator[list[list[Token]]]:
    """The points of time that folded text lists in one breath, several at least."""
    row: list[list[Token]] = []
    for span in spans:
        if row and not _AND_DAY().fullmatch(text[row[-1][-1].end : span[0].start]):
            if len(row) > 1:
                yield row
            row = []
        row.append(span)
    if len(row) > 1:
        yield row


def _lent_month(point: Point, points: list[Point]) -> Point:
    """A day alone in such a row, with the month of one that says it ("24 and 25 November", 「11月24日と25日」)."""
    dates = [p.date for p in points if p.date]
    if point.date or not point.day or not dates:
        return point
    year, month, _, _ = dates[0].numbers
    return replace(
        point, day=None, date=replace(point.day, kind=Tok.DATE, numbers=(year, month, point.day.numbers[0], 0))
    )


def _row(points: list[Point], frame: Frame) -> Period | None:
    days = [moment(point, frame) for point in points]
    apart = {(later.at.date() - earlier.at.date()).days for earlier, later in pairwise(days)}
    return Period(days[0], days[-1]) if apart == {1} else None


def _spans_of(text: str) -> Iterator[Words]:
    """The stretches of time in folded text that say a day."""
    return (words for _, words in runs(text, lenient=True) if any(p.date or p.day or p.relative for p in words.points))


def _point(span: list[Token]) -> Iterator[Point]:
    words: Words = gather(span)
    if words.shape == "P":
        yield words.points[0]


def _dated(point: Point, spans: list[list[Token]]) -> Point:
    """The point with the date of its sentence, where it has none and that says one alone."""
    dating = (Tok.DATE, Tok.DAY, Tok.RELATIVE)
    dated = [span for span in spans if any(token.kind in dating for token in span)]
    if point.clock and not (point.date or point.day or point.relative or point.weekday) and len(dated) == 1:
        words = {token.kind.value: token for token in dated[0] if token.kind in (*dating, Tok.WEEKDAY)}
        return replace(point, **words)  # 「明日11日（金）は始業を11時に」
    return point


def _points(text: str) -> Iterator[list[Token]]:
    """Stretches of tokens that make one point of time each."""
    span: list[Token] = []
    for token in tokens(text):
        if token.kind in _POINT:
            span.append(token)
        elif not span or text[token.start : token.end].strip() not in _WITHIN:
            if _says(span):
                yield span
            span = []
    if _says(span):
        yield span


def _says(span: list[Token]) -> bool:
    return any(token.kind in _POINT - {Tok.ABOUT, Tok.ZONE} for token in span)


@lru_cache(maxsize=512)
def _sides(phrase: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What must stand before and after the time; `…` is a gap within the clause."""
    before, after = (
        r"\s*".join(GAP.join(map(re.escape, word.split("…"))) for word in words_of(side) or [""])
        for side in phrase.split("{}")
    )
    before = re.sub(
        r"(?<=[a-z])\\s\*(?:at|on)$", r"\\s*(?:at|on)?", before
    )  # "opens again tomorrow", "opens again on Friday"
    return re.compile(before + r"\s*(?:the\s+)?$"), re.compile(r"[\s、,]*" + after)
