"""Break-glass: one key and a reason where nobody else can be reached. It opens the quorum, never a block of the guard."""

from __future__ import annotations

from typing import Final

from crisis.clearance.enrolment import enrolled
from crisis.clearance.ways.way import Cards, Way
from crisis.errors import VerificationFailed
from crisis.model.release import Approval, How, Person
from crisis.model.settings import Mode


def _verifying_key(approval: Approval, person: Person, cards: Cards, mode: Mode) -> str:
    if approval.reason is None:
        raise VerificationFailed(
            "approval-reason",
            "{person} broke the glass and gave no reason.",
            "Clear the posts again.",
            person=person.id,
        )
    return enrolled(person, approval.key)


WAY: Final = Way(
    How.BREAK_GLASS, allowed=lambda rule: rule.break_glass, verifying_key=_verifying_key, opens=True, owes=True
)
