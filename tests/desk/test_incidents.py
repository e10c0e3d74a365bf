"""How bad an incident is: said again while it goes on, with the policy that follows from it."""

from __future__ import annotations

import pytest
from desk_scene import Scene

from crisis.clearance import policy
from crisis.desk.duty import incidents
from crisis.desk.outbox.sending import tick
from crisis.desk.people import policies
from crisis.errors import Refused
from crisis.model.published import Incident
from crisis.model.release import Case, Rule
from crisis.model.severity import Severity


@pytest.fixture
def opened(scene: Scene) -> str:
    """A moderate incident under a policy that asks for two approvers where one is severe."""
    lanes = {"N": Rule(), "H": Rule(quorum=2)}
    strict = policy.made(lanes, "N", [Case("H", severities=(Severity.SEVERE,))])
    scene.decided(policies.propose(scene.desk, strict, scene.signer()))
    made = incidents.open_incident(scene.desk, "fire", {"ja": "火災"}, by="drafter", severity=Severity.MODERATE)
    return made.incident.id


def grade(scene: Scene, incident: str, severity: Severity, by: str = "drafter") -> Incident:
    return incidents.grade(scene.desk, incident, severity, by=by, reason="two sites")


def test_what_was_cleared_by_fewer_waits_for_the_others(scene: Scene, opened: str) -> None:
    scene.cleared()
    assert grade(scene, opened, Severity.SEVERE).severity is Severity.SEVERE
    tick(scene.desk)
    assert scene.states() == {"held"}
    assert scene.platform.accepted == []


def test_what_is_as_bad_as_before_goes_out(scene: Scene, opened: str) -> None:
    scene.cleared()
    grade(scene, opened, Severity.MINOR)
    tick(scene.desk)
    assert scene.states() == {"published"}


def test_only_a_lead_makes_it_take_fewer(scene: Scene, opened: str) -> None:
    grade(scene, opened, Severity.SEVERE)
    with pytest.raises(Refused) as refused:
        grade(scene, opened, Severity.MODERATE)
    assert refused.value.code == "may-not-loosen"
    scene.leads("second")
    assert grade(scene, opened, Severity.MODERATE, by="second").severity is Severity.MODERATE


def test_the_record_tells_who_graded_it_and_keeps_the_reason_to_itself(scene: Scene, opened: str) -> None:
    grade(scene, opened, Severity.SEVERE)
    with scene.desk.store.reading() as unit:
        (told,) = [entry.told() for entry in unit.ledger_entries() if entry.kind == "incident-graded"]
    assert (told["incident"], told["severity"], told["by"]) == (opened, "severe", "drafter")
    assert "two sites" not in str(told)


def test_a_closed_incident_is_not_graded(scene: Scene, opened: str) -> None:
    incidents.close_incident(scene.desk, opened, by="drafter")
    with pytest.raises(Refused) as refused:
        grade(scene, opened, Severity.SEVERE)
    assert refused.value.code == "closed-already"
