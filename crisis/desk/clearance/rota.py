"""Whether the one person who sends under a pre-clearance is on duty, where the desk has a rota.

It stands in the statement, which that person signs. Who is not on duty while others are goes on all the same, since at night
nobody knows who is awake: it is recorded, and the lead is told at once. `[policy] off_duty = false` asks them for a reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from crisis.desk.clearance.countersigning import LEADS
from crisis.desk.desk import Desk
from crisis.desk.duty.alerting import raise_alert
from crisis.desk.reasons import keep_reason
from crisis.duty.rota import on_duty
from crisis.errors import Refused
from crisis.model.release import Statement
from crisis.sentence import Sentence
from crisis.store.unit import Writing

MEMBER: Final = "on_duty"
"""The member of a statement's provenance that says it."""


class OnDuty(StrEnum):
    """Of a sender: on duty, not on duty while others are, or at an hour at which nobody is."""

    YES = "yes"
    NO = "no"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Watch:
    """Who is on duty at a moment, and whether the sender is one of them."""

    sender: OnDuty
    people: tuple[str, ...]


def watch(desk: Desk, person: str) -> Watch | None:
    """Who is on duty now; None where the desk has no rota."""
    duty = desk.settings.duty
    if not duty.shifts:
        return None
    people = on_duty(duty, desk.settings.zone, desk.clock.now())
    return Watch(OnDuty.YES if person in people else OnDuty.NO if people else OnDuty.NOBODY, people)


def stated(statement: Statement) -> OnDuty | None:
    """What a statement says of its sender; None where the desk had no rota, or it is no release under a pre-clearance."""
    return OnDuty(statement.provenance[MEMBER]) if MEMBER in statement.provenance else None


def refuse_without_reason(desk: Desk, person: str, seen: Watch | None, reason: str | None) -> None:
    """Raise `Refused` (`off-duty`) where `crisis.toml` asks whoever is not on duty for a reason and there is none."""
    if seen is None or seen.sender is not OnDuty.NO or desk.settings.policy.off_duty or (reason or "").strip():
        return
    raise Refused(
        "off-duty",
        "{person} is not on duty now; {others} is.",
        "Ask them to send it; or send it all the same, and the lead is told: add --reason TEXT.",
        person=person,
        others=", ".join(seen.people),
    )


def note(desk: Desk, unit: Writing, release: str, person: str, seen: Watch | None, reason: str | None) -> None:
    """Record that somebody sent who is not on duty while others are, and tell the lead."""
    if seen is None or seen.sender is not OnDuty.NO:
        return
    why = keep_reason(desk, unit, reason) if reason else None
    unit.record("sent-off-duty", release=release, by=person, others=list(seen.people), reason=why)
    raise_alert(desk, unit, "off-duty", _told(person, release, seen.people), LEADS, release)


def _told(person: str, release: str, others: tuple[str, ...]) -> Sentence:
    return Sentence(
        "{person} sent {release} under a pre-clearance and is not on duty; {others} is.",
        person=person,
        release=release,
        others=", ".join(others),
    )
