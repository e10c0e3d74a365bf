"""A post's way through review: which step leads where, and which are refused."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from crisis.errors import Refused
from crisis.model.records import Review as ReviewState

__all__ = ["ReviewEvent", "ReviewState", "move"]


class ReviewEvent(StrEnum):
    """What happens to a post in review. `propose`: a statement with it is laid before the approvers (again); `approve`: one
    of them signed and more are needed; `clear`: the last one that is needed signed; `edit`: its text or its account changed;
    `return`: an approver sends it back; `reject`: an approver refuses it for good; `withdraw`: nobody wants it any more."""

    PROPOSE = "propose"
    APPROVE = "approve"
    CLEAR = "clear"
    EDIT = "edit"
    RETURN = "return"
    REJECT = "reject"
    WITHDRAW = "withdraw"


_S = ReviewState
_E = ReviewEvent

TRANSITIONS: Final[Mapping[tuple[ReviewState, ReviewEvent], ReviewState]] = MappingProxyType(
    {
        (_S.DRAFT, _E.PROPOSE): _S.IN_REVIEW,
        (_S.DRAFT, _E.EDIT): _S.DRAFT,
        (_S.DRAFT, _E.RETURN): _S.RETURNED,
        (_S.DRAFT, _E.REJECT): _S.REJECTED,
        (_S.DRAFT, _E.WITHDRAW): _S.WITHDRAWN,
        # A new statement takes the place of the old one, whose approvals are void.
        (_S.IN_REVIEW, _E.PROPOSE): _S.IN_REVIEW,
        (_S.IN_REVIEW, _E.APPROVE): _S.IN_REVIEW,
        (_S.IN_REVIEW, _E.CLEAR): _S.CLEARED,
        (_S.IN_REVIEW, _E.EDIT): _S.DRAFT,
        (_S.IN_REVIEW, _E.RETURN): _S.RETURNED,
        (_S.IN_REVIEW, _E.REJECT): _S.REJECTED,
        (_S.IN_REVIEW, _E.WITHDRAW): _S.WITHDRAWN,
        # Cleared once, and stopped before it went out: the account moved, the time ran out, the policy grew stricter.
        (_S.CLEARED, _E.PROPOSE): _S.IN_REVIEW,
        (_S.CLEARED, _E.EDIT): _S.DRAFT,
        (_S.CLEARED, _E.RETURN): _S.RETURNED,
        (_S.CLEARED, _E.WITHDRAW): _S.WITHDRAWN,
        (_S.RETURNED, _E.PROPOSE): _S.IN_REVIEW,
        (_S.RETURNED, _E.EDIT): _S.DRAFT,
        (_S.RETURNED, _E.REJECT): _S.REJECTED,
        (_S.RETURNED, _E.WITHDRAW): _S.WITHDRAWN,
    }
)
"""Every step that exists; all others are refused. What has left for a platform is no matter of review any more: it is
corrected by another post."""


def move(state: ReviewState, event: ReviewEvent) -> ReviewState:
    """Where an event leads. Raises Refused `no-such-step` where it leads nowhere."""
    try:
        return TRANSITIONS[state, event]
    except KeyError:
        raise _refusal(state, event) from None


def _refusal(state: ReviewState, event: ReviewEvent) -> Refused:
    if state is _S.WITHDRAWN:
        return Refused(
            "no-such-step", "This post was withdrawn: nothing more can be done with it.", "Draft the notice again."
        )
    if state is _S.REJECTED:
        return Refused(
            "no-such-step", "This post was rejected: nothing more can be done with it.", "Draft the notice again."
        )
    if event is _E.RETURN:
        return Refused(
            "no-such-step",
            "Only a post that waits for clearance or is cleared can be returned; this one is {state}.",
            "Edit or withdraw it instead.",
            state=state.value,
        )
    if state is _S.CLEARED:
        return Refused(
            "no-such-step", "This post is cleared already.", "Look at `crisis queue` to see when it goes out."
        )
    return Refused(
        "no-such-step",
        "This post is not in review, so it cannot be approved; it is {state}.",
        "Lay it before the approvers first: `crisis clear`.",
        state=state.value,
    )
