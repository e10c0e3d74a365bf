"""What makes, ends and asks for a promised update: decided from values alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from crisis.duty import promises
from crisis.duty.promises import Spoken, Stage
from crisis.model.duty import Duty, Ending, Promise, Shift

MADE = datetime(2026, 10, 9, 6, 20, tzinfo=UTC)
DUE = MADE + timedelta(hours=3)
PROMISE = Promise("R-1", "P-1", "I-1", "I-1", DUE, MADE, "tanaka")
UPDATE = Spoken("R-2", "I-1", "I-1", DUE, next=DUE + timedelta(hours=1))
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("spoken", "how"),
    [
        (UPDATE, Ending.KEPT),
        (replace(UPDATE, next=None), Ending.KEPT),
        (replace(UPDATE, at=DUE + MINUTE), Ending.LATE),
        (replace(UPDATE, at=MADE + MINUTE), Ending.MOVED),
        (replace(UPDATE, at=MADE + MINUTE, next=None), None),
        (replace(UPDATE, at=MADE + MINUTE, next=None, final=True), Ending.KEPT),
        (replace(UPDATE, incident="I-2", thread="I-2"), None),
        (replace(UPDATE, release="R-0"), None),
        (replace(UPDATE, incident=None, thread="routine", general=True), None),
    ],
)
def test_which_post_ends_a_promise_and_how(spoken: Spoken, how: Ending | None) -> None:
    assert promises.ending(PROMISE, spoken) is how


def test_that_nothing_has_changed_anywhere_keeps_what_belongs_to_no_incident() -> None:
    routine = replace(PROMISE, incident=None, thread="routine sendai")
    general = Spoken("R-2", None, "routine", DUE, general=True)
    assert promises.ending(routine, general) is Ending.KEPT
    assert promises.ending(routine, replace(general, general=False)) is None
    assert promises.ending(routine, replace(general, general=False, thread="routine sendai")) is Ending.KEPT


def test_it_is_with_whoever_is_on_duty_until_somebody_takes_it() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    duty = Duty((Shift(("suzuki",), time(18), time(9)),))
    assert promises.owner(PROMISE, Duty(), tokyo) == "tanaka"
    assert promises.owner(PROMISE, duty, tokyo) == "suzuki"
    assert promises.owner(replace(PROMISE, taken_at=MADE), duty, tokyo) == "tanaka"


def test_each_stage_comes_at_its_time() -> None:
    duty, seen, now = Duty(), [], MADE
    while (after := promises.next_time([PROMISE], duty, now)) is not None:
        now = after
        seen.append((promises.stage(PROMISE, duty, now), round((now - DUE) / MINUTE)))
    assert seen == [(Stage.SOON, -30), (Stage.NOW, -10), (Stage.BROKEN, 0), (Stage.ESCALATED, 15)]
    assert promises.stage(PROMISE, duty, DUE) is Stage.NOW
    assert promises.due([replace(PROMISE, ended_at=DUE)], duty, now) == []


@given(some.integers(-300, 300))
def test_what_is_due_is_due_until_the_next_time(minutes: int) -> None:
    now, duty = DUE + minutes * MINUTE, Duty()
    following = promises.next_time([PROMISE], duty, now)
    if following is not None:
        just_before = following - timedelta(microseconds=1)
        assert promises.due([PROMISE], duty, now) == promises.due([PROMISE], duty, just_before)
        assert promises.due([PROMISE], duty, following) != promises.due([PROMISE], duty, now)
