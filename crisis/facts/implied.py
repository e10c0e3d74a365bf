"""What facts say together, or by themselves, of fields of which a notice says nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from crisis.facts import doubts
from crisis.facts.ties import Outcome
from crisis.facts.times.frames import AS_OF
from crisis.model.fact import Fact
from crisis.model.finding import Finding
from crisis.model.moment import Moment, Period
from crisis.model.notice_type import Field, NoticeType


def with_implied(notice_type: NoticeType, outcomes: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
    """The outcomes, with the term that facts imply of a field of which nothing is said: an old and a new date are a move."""
    facts = {o.name: o for o in outcomes if isinstance(o, Fact)}
    known = {*facts, *(doubts.field_of(o) for o in outcomes if isinstance(o, Finding))}
    implied = [
        Fact(field.name, field.kind, term.id, field.label, facts[term.implied_by[0]].where)
        for field in notice_type.fields
        if field.name not in known
        for term in field.terms
        if term.implied_by and all(name in facts for name in term.implied_by)
    ]
    return (*outcomes, *implied[:1], *_today(notice_type, facts, known))


def _today(notice_type: NoticeType, facts: Mapping[str, Fact], known: Collection[str]) -> Iterator[Fact]:
    """The periods that are the notice's own day, since what it says holds at once; only where it states when it was written."""
    written = facts.get(AS_OF)
    for field in notice_type.fields:
        said = facts.get(field.name)
        for term in field.terms:
            if said and term.id == said.value and written and written.where != "received":
                yield from (
                    _day_of(written, f) for f in notice_type.fields if f.name in term.today and f.name not in known
                )


def _day_of(written: Fact, field: Field) -> Fact:
    at = written.value
    assert isinstance(at, Moment)  # noqa: S101 - an as-of time
    day = Moment(at.at.replace(hour=0, minute=0), has_time=False)
    return Fact(field.name, field.kind, Period(day, day), field.label, written.where)
