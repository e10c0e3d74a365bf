"""Which way is next, as a value."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from crisis.dispatch.fallbacks import delivery_key, following
from crisis.model.delivery import Delivery, State
from crisis.model.release import StatedPost, Target

NOW = datetime(2026, 10, 9, 6, 20, tzinfo=UTC)


def target(account: str) -> Target:
    return Target(account, "x", None, None, None)


STATED = StatedPost("P-1", "ja", "text", target("a"), "drafter", (target("b"), target("c")))


def delivery(state: State, place: int = 0) -> Delivery:
    account = "abc"[place]
    return Delivery("K-1", "R-1", "P-1", account, state, NOW, NOW + timedelta(hours=1), "R-1", attempts=3, place=place)


def test_only_what_failed_has_a_next_way() -> None:
    assert {state for state in State if following(delivery(state), STATED, NOW)} == {State.FAILED}


@pytest.mark.parametrize(("place", "account"), [(0, "b"), (1, "c"), (2, None)])
def test_the_ways_are_taken_in_their_order_and_end(place: int, account: str | None) -> None:
    after = following(delivery(State.FAILED, place), STATED, NOW)
    assert (after and after.account) == account
    if after:
        assert (after.place, after.state, after.attempts) == (place + 1, State.QUEUED, 0)


def test_past_the_window_there_is_none() -> None:
    assert following(delivery(State.FAILED), STATED, NOW + timedelta(hours=1)) is not None
    assert following(delivery(State.FAILED), STATED, NOW + timedelta(hours=1, seconds=1)) is None


def test_each_way_has_a_key_of_its_own() -> None:
    keys = {delivery_key("R-1", "P-1", place) for place in range(3)}
    assert len(keys) == 3
    assert delivery_key("R-1", "P-1") == delivery_key("R-1", "P-1", 0)
