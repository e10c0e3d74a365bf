"""When a delivery may go, and what keeps it back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis.dispatch import states, timing
from crisis.errors import Refused
from crisis.model.delivery import Delivery, Receipt, State

NOW = datetime(2026, 10, 9, 6, 20, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def delivery(key: str, state: State = State.QUEUED, **changes: object) -> Delivery:
    base = Delivery(key, f"R-{key}", f"P-{key}", "x-main", state, NOW, NOW + 60 * MINUTE, "I-1")
    return base.evolve(**changes)


def keys(found: list[Delivery]) -> list[str]:
    return [d.key for d in found]


def test_what_is_due_goes_in_order() -> None:
    rows = [delivery("b", due=NOW - MINUTE), delivery("a"), delivery("late", due=NOW + MINUTE)]
    assert keys(timing.due(rows, NOW)) == ["b", "a"]


def test_an_unknown_keeps_its_own_chain_back_and_no_other() -> None:
    rows = [
        delivery("1", State.UNKNOWN),
        delivery("2"),
        delivery("3", chain="I-2"),
        delivery("4", account="page"),
    ]
    assert keys(timing.due(rows, NOW)) == ["3", "4"]


def test_an_unknown_never_keeps_an_all_clear_back() -> None:
    rows = [delivery("1", State.UNKNOWN), delivery("2", final=True)]
    assert keys(timing.due(rows, NOW)) == ["2"]


def test_an_update_never_overtakes_what_it_updates() -> None:
    rows = [delivery("1", next_try=NOW + MINUTE), delivery("2", due=NOW)]
    assert keys(timing.due(rows, NOW)) == []
    assert keys(timing.due(rows, NOW + MINUTE)) == ["1", "2"]


def test_posts_of_one_release_do_not_wait_for_each_other() -> None:
    rows = [delivery("en", State.UNKNOWN, release="R"), delivery("ja", release="R")]
    assert keys(timing.due(rows, NOW)) == ["ja"]


def test_past_its_window_nothing_is_due_and_it_expires() -> None:
    row = delivery("1")
    late = row.not_after + timedelta(microseconds=1)
    assert timing.due([row], late) == []
    assert timing.expired([row], late) == [row]
    assert timing.expired([row], row.not_after) == []


def test_the_window_ends_at_the_earliest_end_that_lies_ahead() -> None:
    ends = [NOW - MINUTE, NOW + 30 * MINUTE, NOW + 90 * MINUTE]
    assert timing.default_not_after(NOW, ends) == NOW + 30 * MINUTE
    assert timing.default_not_after(NOW, []) == NOW + timing.WINDOW
    assert timing.default_not_after(NOW, [NOW + timedelta(days=2)]) == NOW + timing.WINDOW


@given(st.integers(0, 10_000), st.floats(0, 5000))
def test_a_retry_waits_at_least_as_long_as_asked_and_is_bounded(attempts: int, asked: float) -> None:
    wait = timing.retry_at(attempts, NOW, asked) - NOW
    assert wait >= timedelta(seconds=asked)
    assert timing.RETRY_FIRST <= wait <= max(timing.RETRY_LONGEST, timedelta(seconds=asked))


@given(st.lists(st.tuples(st.sampled_from(list(State)), st.integers(-90, 90), st.booleans()), max_size=12))
def test_what_is_due_is_queued_in_its_window_and_the_next_time_lies_ahead(rows: list[tuple[State, int, bool]]) -> None:
    made = [
        delivery(str(n), state, due=NOW + minutes * MINUTE, not_after=NOW + (minutes + 60) * MINUTE, final=final)
        for n, (state, minutes, final) in enumerate(rows)
    ]
    for row in timing.due(made, NOW):
        assert row.state is State.QUEUED
        assert row.due <= NOW <= row.not_after
    ahead = timing.next_time(made, NOW)
    assert ahead is None or ahead > NOW


@given(st.sampled_from(list(State)), st.sampled_from(list(State)))
def test_only_the_steps_of_the_table_are_taken(old: State, new: State) -> None:
    row = delivery("1", old)
    if new in states.ALLOWED[old]:
        assert states.moved(row, new).state is new
    else:
        with pytest.raises(Refused):
            states.moved(row, new)


def test_what_is_out_stays_out() -> None:
    out = states.published(delivery("1", State.SENDING), Receipt("42", "https://x.example/42", NOW))
    assert (out.state, out.remote_id, out.published_at) == (State.PUBLISHED, "42", NOW)
    assert states.ALLOWED[State.PUBLISHED] == frozenset()


def test_an_all_clear_waits_for_nothing_that_is_kept_back_itself() -> None:
    rows = [delivery("1", State.UNKNOWN), delivery("2"), delivery("3", final=True)]
    assert keys(timing.due(rows, NOW)) == ["3"]
    assert timing.may_go(rows[2], rows, NOW)


def test_an_all_clear_waits_for_an_open_socket_but_not_for_long() -> None:
    rows = [delivery("1", State.SENDING, next_try=NOW + timing.EXCHANGE), delivery("2", final=True)]
    assert keys(timing.due(rows, NOW)) == []
    assert keys(timing.due(rows, NOW + timing.EXCHANGE)) == ["2"]
    assert keys(timing.due(rows, NOW - timing.EXCHANGE)) == [], "not due yet"


def test_what_comes_before_an_all_clear_that_may_be_out_waits() -> None:
    rows = [delivery("1"), delivery("2", State.UNKNOWN, final=True)]
    assert keys(timing.due(rows, NOW)) == []
    assert keys(timing.overtaken(rows[0], rows)) == ["2"]


def test_what_is_due_with_what_has_overtaken_a_post_still_comes_after_both() -> None:
    """Releases of one moment: the first was held, the second is out, the third and fourth wait."""
    late, out, third, fourth = (delivery(str(n), State.PUBLISHED if n == 2 else State.QUEUED) for n in range(1, 5))
    placed = timing.behind(late, [out])
    rows = [placed, out, third, fourth]
    assert keys(timing.in_order(rows)) == ["2", "3", "4", "1"], "by itself it would come last"
    moved = timing.giving_way(late, placed, rows)
    assert keys(timing.in_order([placed, out, *moved])) == ["2", "1", "3", "4"]
    assert timing.giving_way(late, placed, [placed, out, *moved]) == [], "once"


def test_what_was_overtaken_takes_its_place_right_behind() -> None:
    one, other = delivery("1"), delivery("2", State.PUBLISHED, due=NOW + MINUTE)
    still = delivery("3", due=NOW + 2 * MINUTE, final=True)
    assert timing.behind(one, []) == one
    again = timing.behind(one, timing.overtaken(one, [one, other, still]))
    assert timing.overtaken(again, [other]) == []
    assert timing.in_order([still, again, other]) == [other, again, still]
