"""What two values of one field say together."""

from __future__ import annotations

from collections.abc import Sequence

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


def together(spans: Sequence[Period]) -> Period | None:
    """The one stretch of which several are parts: each begins before the one ahead of it is over, or on the day after
    (「18日17時に閉館、19日・20日は終日閉館」). None where there is a gap, or one has no beginning."""
    parts = [(span.start, span.end) for span in spans if span.start]
    ordered = sorted(parts, key=lambda part: part[0].at)
    if not ordered or len(ordered) < len(spans):
        return None
    start, end = ordered[0]
    for begins, ends in ordered[1:]:
        if (begins.at.date() - (end or start).at.date()).days > 1:
            return None
        end = _later(end, ends)
    return Period(start, end)


def _later(one: Moment | None, other: Moment | None) -> Moment | None:
    """The later of two ends; an open one is closed by the other."""
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda end: (end.at.date(), not end.has_time, end.at))


def _joined(first: Period, last: Period) -> Period | None:
    """A start and an end that were given apart."""
    if first.start is None or first.end is not None or last.start is not None or last.end is None:
        return None
    return Period(first.start, last.end) if first.start.at < last.end.at else None
