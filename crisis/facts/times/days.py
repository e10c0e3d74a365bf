"""Days that a notice speaks of and no fact tells: what is said of a day to come must not be posted as if it held now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from crisis.facts import doubts
from crisis.facts.times.dates import Frame, Point, moment
from crisis.facts.unclear import Unclear
from crisis.facts.vocabulary import hits_of
from crisis.facts.wording.passages import Passage
from crisis.facts.wording.phrases import points_in, said_terms
from crisis.model.fact import Fact, Facts, Kind
from crisis.model.finding import Finding
from crisis.model.moment import Moment, Period
from crisis.model.notice_type import Field, NoticeType

USUAL = "as-usual"
_OF_A_PLACE = frozenset({Kind.SITE, Kind.SERVICE, Kind.AREA})


def untold(notice_type: NoticeType, facts: Facts, passages: Sequence[Passage], frame: Frame) -> tuple[Finding, ...]:
    """A doubt where the sentence that says how a place or a service is names a later day that none of the facts covers:
    "On 1 December the office will be open by appointment" is nothing of today."""
    if any(doubt.stops for doubt in facts.doubts):
        return ()
    told = set(_told(facts, frame))
    for field in notice_type.fields:
        fact = facts.get(field.name)
        if fact is None or field.kind is not Kind.TERM or field.topic or not (field.required or field.about):
            continue
        if field.required and field.about is None and not _OF_A_PLACE & {f.kind for f in notice_type.fields}:
            continue
        stating = [p for p in passages if _states(p, field, fact) and fact.where in {p.where, "title"}]
        stating = [p for p in stating if p.where != "title"] or stating  # a title only heads what is below
        if stating and all(set(_later(passage.text, frame)) - told for passage in stating):
            return (doubts.unclear("dated", field.name, fact.where),)
    return ()


def _states(passage: Passage, field: Field, fact: Fact) -> bool:
    """Whether a sentence says the term."""
    hits = hits_of(passage.text, said_terms(field, whole=True))
    return any(hit.term == fact.value and not hit.denied for hit in hits)


def of_the_first_day(passages: Sequence[Passage], notice_type: NoticeType, frame: Frame) -> Iterator[Passage]:
    """The sentences, less those that say of a later day only that people work as usual again: an instruction is for the day
    on which they do not (「本日は15時30分に終業。明日は通常勤務」)."""
    field = next((f for f in notice_type.fields if f.required and f.about is Kind.AREA), None)
    if field is None or all(term.id != USUAL for term in field.terms):
        yield from passages
        return
    terms = said_terms(field)
    said = [{hit.term for hit in hits_of(p.text, terms) if not hit.denied} for p in passages]
    ordering = {p.where for p, told in zip(passages, said, strict=True) if told - {USUAL}}
    first = [day for p in passages if p.where in ordering for day in _named(p.text, frame)]
    for passage, told in zip(passages, said, strict=True):
        later = set(_named(passage.text, frame)) | set(_weekdays(passage.text, frame))
        if not (told == {USUAL} and later and first and min(later) > max(first)):
            yield passage


def _told(facts: Facts, frame: Frame) -> Iterator[date]:
    for fact in facts.facts:
        if isinstance(fact.value, Moment):
            yield fact.value.at.astimezone(frame.zone).date()
        elif isinstance(fact.value, Period):
            ends = [each.at.astimezone(frame.zone).date() for each in (fact.value.start, fact.value.end) if each]
            yield from (ends[0] + timedelta(days=n) for n in range((ends[-1] - ends[0]).days + 1))


def _later(text: str, frame: Frame) -> Iterator[date]:
    """The days after the notice's that folded text names."""
    days = list(_named(text, frame))
    yield from (day for day in days if day > frame.today)
    known = {day.weekday() for day in (*days, frame.today)}
    if any(_is_weekday(p) and p.weekday and p.weekday.numbers[0] not in known for p in _points(text)):
        yield date.max  # of which week nobody knows


def _named(text: str, frame: Frame) -> Iterator[date]:
    """The days that folded text names. A time that cannot be read names none."""
    for point in _points(text):
        if _is_weekday(point):
            continue
        try:
            day = moment(point, frame).at.astimezone(frame.zone).date()
        except Unclear:
            continue
        yield day


def _weekdays(text: str, frame: Frame) -> Iterator[date]:
    """The days that folded text names by their weekday alone, the next such day from the notice's."""
    for point in _points(text):
        if _is_weekday(point) and point.weekday:
            yield frame.today + timedelta(days=(point.weekday.numbers[0] - frame.today.weekday()) % 7)


def _points(text: str) -> list[Point]:
    """The points of time of folded text that say a day; none where one of them cannot be."""
    try:
        return [p for p in points_in(text) if p.date or p.day or p.relative or p.weekday]
    except Unclear:
        return []


def _is_weekday(point: Point) -> bool:
    return not (point.date or point.day or point.relative)
