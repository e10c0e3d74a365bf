"""What a text carries, however it is written there: clock times and dates, told apart from the words around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import tzinfo

from crisis.facts.times.lexer import tokens
from crisis.facts.times.words import Tok
from crisis.model.fact import Value
from crisis.model.moment import Moment, Period
from crisis.text.folding import folded

_READING = re.compile(r"\([ぁ-んー]+\)")  # 午後(ごご)8時

Clock = tuple[int, int]
Day = tuple[int, int]
"""Month and day; month 0 where a text says the day alone."""


@dataclass(frozen=True, slots=True)
class Times:
    """Clock times (hour, minute) and days, as a text says them or as a value means them."""

    clocks: frozenset[Clock] = frozenset()
    days: frozenset[Day] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.clocks or self.days)

    def carried_by(self, text: Times) -> bool:
        """Whether a text says all of it: every clock time, and every day where it says any day at all."""
        if not self.clocks <= text.clocks:
            return False
        unsaid = bool(self.clocks) and not text.days
        return unsaid or all(any(_agree(own, said) for said in text.days) for own in self.days)


def times_in(text: str) -> Times:
    """The clock times and days of a text: 20:00, 午後8時, 8 pm and 20時 are one."""
    found = list(tokens(_READING.sub("", folded(text))))
    clocks = (token.numbers for token in found if token.kind is Tok.CLOCK)
    dates = (token.numbers for token in found if token.kind is Tok.DATE)
    alone = (token.numbers for token in found if token.kind is Tok.DAY)
    return Times(
        frozenset((numbers[0], numbers[1]) for numbers in clocks),
        frozenset((numbers[1], numbers[2]) for numbers in dates) | frozenset((0, numbers[0]) for numbers in alone),
    )


def times_of(value: Value, zone: tzinfo) -> Times:
    """The clock time and day that a value means on the desk's clocks; the day of a clock time is left to the text."""
    if isinstance(value, Period):
        both = [times_of(moment, zone) for moment in (value.start, value.end) if moment is not None]
        return Times(frozenset().union(*(t.clocks for t in both)), frozenset().union(*(t.days for t in both)))
    if not isinstance(value, Moment):
        return Times()
    if not value.has_time:
        return Times(days=frozenset({(value.at.month, value.at.day)}))
    local = value.at.astimezone(zone)
    return Times(frozenset({(local.hour, local.minute)}))


def _agree(one: Day, other: Day) -> bool:
    return one[1] == other[1] and (one[0] == other[0] or 0 in (one[0], other[0]))
