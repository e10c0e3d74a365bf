"""What the terms of a notice ask of its other fields: maintenance has its hours, and what is planned has not begun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crisis.facts import doubts
from crisis.model.fact import Fact, Withheld
from crisis.model.finding import Finding
from crisis.model.notice_type import NoticeType, Term

Outcome = Fact | Withheld | Finding


def tied(notice_type: NoticeType, found: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """The outcomes, less those of fields that mean nothing beside a term that is said, with a doubt for each that it needs."""
    terms = tuple(_terms(notice_type, found))
    idle = {name for term in terms for name in term.without}
    kept = tuple(outcome for outcome in found if _field_of(outcome) not in idle)
    told = {_field_of(outcome) for outcome in kept if not isinstance(outcome, Withheld)}
    needed = dict.fromkeys(name for term in terms for name in term.needs if name not in told)
    fields = filter(None, map(notice_type.field_named, needed))
    return (*kept, *(doubts.missing_field(field) for field in fields))


def _terms(notice_type: NoticeType, found: Sequence[Outcome]) -> Iterator[Term]:
    for outcome in found:
        field = notice_type.field_named(outcome.name) if isinstance(outcome, Fact) else None
        yield from (term for term in (field.terms if field else ()) if term.id == getattr(outcome, "value", None))


def _field_of(outcome: Outcome) -> str:
    return doubts.field_of(outcome) if isinstance(outcome, Finding) else outcome.name
