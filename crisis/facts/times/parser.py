"""Times of notices: one moment or one period out of a value's words, or the reason why not.

Everything in the value must be a word of time (or stand aside in brackets): what else is said there could change what the
time means, and a miss is better than an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from crisis.facts.times.dates import Frame, Lean, Point, moment
from crisis.facts.times.lexer import tokens
from crisis.facts.times.words import Tok, Token
from crisis.facts.unclear import Unclear
from crisis.model.moment import Moment, Period
from crisis.text.late import late

_SLOTS = {
    Tok.DATE: "date", Tok.DAY: "day", Tok.RELATIVE: "relative", Tok.WEEKDAY: "weekday", Tok.CLOCK: "clock",
    Tok.ZONE: "zone", Tok.ABOUT: "about",
}  # fmt: skip
_TELLING = {*_SLOTS, Tok.WRONG, Tok.VAGUE} - {Tok.ABOUT}
_SOURCE = late(r"発表|時点|現在の|出典|announced|according to")
_BRACKETS = late(r"\([^()]*\)")
_OWN_HOLIDAY = late(r"※[^※\n]*(?:もともと|元々|定休日|公休日)[^※\n]*")  # a note on a day that is off anyway
_RESTATED = late(r"(?<!\d)2[4-9](?:時(?:\d+分|半)?|:\d\d)\s*(\((?:翌|明)[^()]*\))")
Item = Point | Tok


@dataclass(frozen=True, slots=True)
class Words:
    """A value's points and the marks between them, in order; `rest` is whether anything else was said, `days` how many it
    counts (3日間), 0 where it does not."""

    items: tuple[Item, ...]
    rest: bool
    days: int = 0

    @property
    def points(self) -> list[Point]:
        """The points of time."""
        return [item for item in self.items if isinstance(item, Point)]

    @property
    def shape(self) -> str:
        """P for a point, J joins, S starts, E ends: `PJPE` is 「14日から18日まで」."""
        letters = {Tok.JOIN: "J", Tok.START: "S", Tok.END: "E"}
        return "".join("P" if isinstance(item, Point) else letters[item] for item in self.items)


def read_time(text: str, frame: Frame) -> Moment:
    """The one moment that folded text states. Raises `Unclear`."""
    words = _whole(text)
    if len(words.points) != 1 or words.days:
        raise Unclear("ambiguous-time" if words.points else "not-a-time")
    return moment(words.points[0], frame)


def read_stamp(text: str, frame: Frame) -> Moment:
    """The one moment of folded text that also names who wrote it (「10月9日 15:00 総務部」). Raises `Unclear`: `not-a-time` for a
    span or for no time at all."""
    words = gather(_without_asides(text))
    if words.shape != "P" or words.days:
        raise Unclear("not-a-time")
    return moment(words.points[0], frame)


def is_span(text: str) -> bool:
    """Whether folded text says from when, until when, or both."""
    try:
        words = gather(_without_asides(text))
    except Unclear:
        return False
    return bool(words.points) and words.shape != "P"


def is_later(text: str, frame: Frame) -> bool:
    """Whether folded text says a day after the notice's, and no clock time beside it."""
    try:
        words = gather(_without_asides(text))
        told = words.shape == "P" and not words.points[0].clock
        return told and moment(words.points[0], frame).at.date() > frame.today
    except Unclear:
        return False


def says_time(text: str) -> bool:
    """Whether folded text has any word of time."""
    return any(token.kind in _TELLING for token in tokens(text))


def says_day(text: str) -> bool:
    """Whether folded text says a day: a date, a weekday, today."""
    return any(token.kind in {Tok.DATE, Tok.DAY, Tok.RELATIVE, Tok.WEEKDAY} for token in tokens(text))


def read_period(text: str, frame: Frame) -> Period:
    """The one period that folded text states; a date alone is that whole day. Raises `Unclear`."""
    words = _whole(text)
    if not words.points:
        raise Unclear("not-a-time")
    return period(words, frame)


def period(words: Words, frame: Frame) -> Period:
    """The period of a shape of words. Raises `Unclear`, also where its end is not after its start."""
    shape, points = words.shape, words.points
    if words.days and len(points) < 2:
        raise Unclear("not-a-time")
    ahead, frame = frame, replace(frame, lean=Lean.OPEN)
    if shape in {"PJ", "PS", "SP"}:
        return Period(moment(points[0], frame), None)
    if shape in {"PE", "EP", "JP"}:
        return Period(None, moment(points[0], ahead))
    if shape == "P":
        day = moment(points[0], frame)
        if day.has_time:
            raise Unclear("ambiguous-time")
        return Period(day, day)
    if shape in {"PJP", "PJPE", "SPEP", "SPJP", "PSPE", "PEP", "SPJPE"}:
        span = _still_to_come(_span(points[0], points[1], frame), points, ahead)
        if (
            words.days
            and span.start
            and span.end
            and (span.end.at.date() - span.start.at.date()).days + 1 != words.days
        ):
            raise Unclear("ambiguous-time")
        return span
    raise Unclear("ambiguous-time")


def _still_to_come(span: Period, points: Sequence[Point], frame: Frame) -> Period:
    """Clock times alone that are all over by the notice's time could be another day's."""
    bare = not any((p.date, p.day, p.relative, p.weekday) != (None,) * 4 for p in points)
    if bare and frame.lean is Lean.FUTURE and span.end and span.end.at <= frame.anchor:
        raise Unclear("ambiguous-time")
    return span


def _span(first: Point, last: Point, frame: Frame) -> Period:
    """From first to last; a zone said once counts for both, and a start may borrow the end's day or month."""
    first.zone, last.zone = (
        first.zone or (last.zone if first.clock else None),
        last.zone or (first.zone if last.clock else None),
    )
    if first.clock and not first.date and not first.relative and not first.day and last.date:
        if not (last.clock and last.date.start > last.clock.start):
            raise Unclear("ambiguous-time")
        first.date, first.weekday = last.date, first.weekday or last.weekday  # "from 01:00 to 05:00 on 6 December"
    if not first.clock and last.clock and not (last.date or last.day or last.relative):
        raise Unclear("ambiguous-time")
    if first.day and not first.date and last.date:
        first.date, first.day = _lent(first.day, last.date), None
    start = moment(first, frame)
    end = moment(last, frame, after=start)
    if end.at < start.at or (end.at == start.at and (start.has_time or end.has_time)):
        raise Unclear("ambiguous-time")
    return Period(start, end)


def _lent(day: Token, date: Token) -> Token:
    """The start of "4-6 Feb": its day with the end's month and year."""
    year, month, _, _ = date.numbers
    return Token(Tok.DATE, day.start, day.end, (year, month, day.numbers[0], 0))


def _whole(text: str) -> Words:
    words = gather(_without_asides(text))
    if words.rest:
        raise Unclear("not-a-time")
    return words


def _without_asides(text: str) -> Sequence[Token]:
    """The tokens, less those in brackets that say nothing about the time."""
    text = _OWN_HOLIDAY().sub("", text)
    found = list(tokens(text))
    asides = [m.span() for m in _BRACKETS().finditer(text)]
    restated = {m.span(1) for m in _RESTATED().finditer(text)}  # 29時（翌5時）
    sources = {span for span in asides if _SOURCE().search(text, *span)}  # （JR・15:00発表） tells of its source's time
    telling = {span for span in asides for t in found if t.kind in _TELLING and _within(t, span)} - sources - restated
    idle = [span for span in asides if span not in telling]
    return [t for t in found if not any(_within(t, span) or _within_text(t, span) for span in idle)]


def _within(token: Token, span: tuple[int, int]) -> bool:
    return span[0] <= token.start and token.end <= span[1]


def _within_text(token: Token, span: tuple[int, int]) -> bool:
    return token.kind is Tok.OTHER and token.start < span[1] and span[0] < token.end


def gather(found: Iterable[Token]) -> Words:
    """Tokens put together to points and marks. Raises `Unclear` for words that leave the time open or wrong."""
    items: list[Item] = []
    point, rest, days = Point(), False, 0
    for token in _ranged(list(found)):
        if token.kind is Tok.WRONG:
            raise Unclear(token.word)
        if token.kind is Tok.VAGUE:
            raise Unclear("undecided-time")
        if token.kind in _SLOTS:
            point = _put(point, token, items)
        elif token.kind in {Tok.JOIN, Tok.START, Tok.END}:
            point = _closed(point, items)
            items.append(token.kind)
        elif token.kind is Tok.DAYS:
            days = token.numbers[0]
        elif token.kind is not Tok.GLUE:
            rest = True
    _closed(point, items)
    return Words(_day_first(items), rest, days)


def _day_first(items: list[Item]) -> tuple[Item, ...]:
    """The items, where a day stands ahead of its hours ("on 22 November from 02:00 to 06:00") with the day as that of the first."""
    match items:
        case [Point() as day, Tok.START, Point() as first, *rest] if rest and _is_day(day) and _is_clock(first):
            dated = replace(first, date=day.date, day=day.day, relative=day.relative, weekday=day.weekday)
            return (Tok.START, dated, *rest)
    return tuple(items)


def _is_day(point: Point) -> bool:
    return point.clock is None and (point.date or point.day or point.relative or point.weekday) is not None


def _is_clock(point: Point) -> bool:
    return point.clock is not None and (point.date or point.day or point.relative or point.weekday) is None


def _put(point: Point, token: Token, items: list[Item]) -> Point:
    """The point with the token in it; a second word of a kind begins another point."""
    slot = _SLOTS[token.kind]
    if getattr(point, slot) is not None:
        point = _closed(point, items)
    setattr(point, slot, token)
    return point


def _closed(point: Point, items: list[Item]) -> Point:
    """Put the point among the items where it states anything, and begin an empty one."""
    if point.stated:
        items.append(point)
    return Point()


def _ranged(found: list[Token]) -> list[Token]:
    """Bare numbers beside a range of days become days ("4-6 Feb", 10/9-12); any other number is no word of time."""
    solid = [t for t in found if t.kind is not Tok.GLUE]
    kinds = [t.kind for t in solid]
    days = {
        id(token)
        for place, token in enumerate(solid)
        if token.kind is Tok.NUMBER
        and (kinds[place + 1 : place + 3] == [Tok.JOIN, Tok.DATE] or _ends_range(kinds[:place]))
    }
    return [_renamed(t, Tok.DAY if id(t) in days else Tok.OTHER) if t.kind is Tok.NUMBER else t for t in found]


def _ends_range(before: list[Tok]) -> bool:
    return before[-2:] == [Tok.DATE, Tok.JOIN] or before[-3:] == [Tok.DATE, Tok.WEEKDAY, Tok.JOIN]


def _renamed(token: Token, kind: Tok) -> Token:
    return Token(kind, token.start, token.end, token.numbers, token.word)


def runs(text: str, *, lenient: bool = False) -> Iterator[tuple[str, Words]]:
    """The stretches of a sentence that are words of time alone, as text and as words. Raises `Unclear` for what is wrong in
    one of them, unless `lenient`: then that one is left out."""
    for solid, stretch in groupby(_ranged(list(tokens(text))), key=lambda token: token.kind is not Tok.OTHER):
        run = _undashed(list(stretch))
        if solid and any(token.kind in _TELLING - {Tok.VAGUE} for token in run):
            try:
                words = gather(run)
            except Unclear:
                if lenient:
                    continue
                raise
            yield text[run[0].start : run[-1].end], words


def _undashed(run: list[Token]) -> list[Token]:
    """The tokens without a dash that only sets them apart from what follows: "Monday 23 November - please …"."""
    while run and (run[-1].kind is Tok.GLUE or (run[-1].kind is Tok.JOIN and run[-1].word == "-")):
        run = run[:-1]
    return run


def leading(text: str, *, last: bool = False) -> Sequence[Token]:
    """The tokens at a text's start (`last`: at its end) up to the first that is no word of time."""
    found = _ranged(list(tokens(text)))
    ordered = found[::-1] if last else found
    kept = list(takewhile(lambda token: token.kind is not Tok.OTHER, ordered))
    return kept[::-1] if last else kept
