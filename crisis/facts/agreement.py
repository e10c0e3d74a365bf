"""What two values of one field say together."""

from __future__ import annotations

from crisis.facts.vocabulary import joined
from crisis.model.fact import Kind, Value
from crisis.model.moment import Moment, Period
from crisis.model.notice_type import Field


def joined_term(field: Field, first: Value, second: Value) -> str | None:
    """The term that is true where a field's lines say two."""
    if field.kind is not Kind.TERM or first == second:
        return None
    return joined({str(first), str(second)}, field.terms)


def agreed(first: Value, second: Value) -> Value | None:
    """The value that both say: the same, or the more exact of a date and a time on it. None where they differ."""
    if isinstance(first, Moment) and isinstance(second, Moment) and first.has_time != second.has_time:
        exact, date = (first, second) if first.has_time else (second, first)
        return exact if exact.at.astimezone(date.at.tzinfo).date() == date.at.date() else None
    if isinstance(first, Period) and isinstance(second, Period) and first != second:
        return _joined(first, second) or _joined(second, first)
    return first if first == second else None


def _joined(first: Period, last: Period) -> Period | None:
    """A start and an end that were given apart."""
    if first.start is None or first.end is not None or last.start is not None or last.end is None:
        return None
    return Period(first.start, last.end) if first.start.at < last.end.at else None
