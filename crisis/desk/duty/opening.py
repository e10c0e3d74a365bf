"""The opening of an incident: by a person, or by a telegram where the policy says so."""

from __future__ import annotations

from dataclasses import dataclass

from crisis.desk.desk import Desk
from crisis.desk.duty.alerting import raise_alert
from crisis.desk.notices.proposing import opened
from crisis.desk.outbox.queue import stop
from crisis.desk.outbox.stopped import Held
from crisis.desk.people import policies
from crisis.model.published import Incident
from crisis.model.role import Role
from crisis.model.speaking import BY_POLICY
from crisis.sentence import Sentence
from crisis.store.unit import Writing


@dataclass(frozen=True)
class Opened:
    """An incident that was opened, and what the stop on routine posts caught."""

    incident: Incident
    held: Held


def open_by_policy(desk: Desk, unit: Writing, kind: str, because: str) -> Opened | None:
    """Open what a telegram calls for, in the transaction given, where the policy lets the desk; people are told at once. None
    where it does not, or an incident of that kind is open."""
    runbook = desk.kit.runbooks().of_kind(kind)
    is_open = any(incident.kind == kind for incident in unit.find(Incident, closed_at=None))
    if runbook is None or is_open or kind not in policies.in_force(desk, unit).by_itself.opens:
        return None
    incident = Incident(
        desk.ids.new("I"), kind, dict(runbook.public), unit.at, severity=runbook.severity, runbook=runbook.id
    )
    made = open_in(desk, unit, incident, BY_POLICY)
    told = Sentence(
        "A telegram ({notice}) has opened an incident, as the policy says: {kind} ({incident}). Routine posts are held.",
        notice=because,
        kind=kind,
        incident=incident.id,
    )
    raise_alert(desk, unit, "incident-opened", told, tuple(Role), incident.id)
    return made


def open_in(desk: Desk, unit: Writing, incident: Incident, by: str | None) -> Opened:
    """Open an incident in the transaction given: it decides what was proposed, and every routine post of the desk is held."""
    unit.add(incident)
    opened(unit, incident.kind)
    unit.record("incident-opened", incident=incident.id, runbook=incident.kind, severity=incident.severity.value, by=by)
    return Opened(incident, stop(desk, unit, None, by=by, routine=True))
