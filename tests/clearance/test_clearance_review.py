"""The review of a post: every pair of state and event, told one way or the other."""

from __future__ import annotations

import pytest

from crisis.clearance.review import TRANSITIONS, ReviewEvent, ReviewState, move
from crisis.errors import Refused

ENDS = (ReviewState.WITHDRAWN, ReviewState.REJECTED)


@pytest.mark.parametrize("state", ReviewState)
@pytest.mark.parametrize("event", ReviewEvent)
def test_every_step_leads_somewhere_or_is_refused_with_a_mend(state: ReviewState, event: ReviewEvent) -> None:
    if (state, event) in TRANSITIONS:
        assert move(state, event) is TRANSITIONS[state, event]
        return
    with pytest.raises(Refused) as failure:
        move(state, event)
    assert failure.value.code == "no-such-step"
    assert str(failure.value.sentence)
    assert str(failure.value.mend)


def test_the_straight_way() -> None:
    state = ReviewState.DRAFT
    for event in (ReviewEvent.PROPOSE, ReviewEvent.APPROVE, ReviewEvent.CLEAR):
        state = move(state, event)
    assert state is ReviewState.CLEARED


@pytest.mark.parametrize("state", [state for state in ReviewState if state not in ENDS])
def test_any_edit_voids_what_was_cleared(state: ReviewState) -> None:
    assert move(state, ReviewEvent.EDIT) is ReviewState.DRAFT


def test_only_a_post_in_review_is_ever_cleared() -> None:
    assert {state for (state, _), after in TRANSITIONS.items() if after is ReviewState.CLEARED} == {
        ReviewState.IN_REVIEW
    }


def test_withdrawn_and_rejected_are_the_end() -> None:
    assert not any(state in ENDS for state, _ in TRANSITIONS)


def test_what_is_cleared_is_taken_back_and_not_rejected() -> None:
    with pytest.raises(Refused, match="cleared already"):
        move(ReviewState.CLEARED, ReviewEvent.REJECT)


def test_no_other_state_is_a_dead_end() -> None:
    for state in ReviewState:
        if state in ENDS:
            continue
        assert move(state, ReviewEvent.WITHDRAW) is ReviewState.WITHDRAWN
        assert move(state, ReviewEvent.PROPOSE) is ReviewState.IN_REVIEW
