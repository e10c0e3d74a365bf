"""The policy in force, and what clearing one release takes under it."""

from __future__ import annotations

from collections.abc import Sequence

from crisis.clearance.policy import tightened
from crisis.desk.desk import Desk
from crisis.errors import Refused
from crisis.model.published import Incident
from crisis.model.release import Policy, Rule, Statement
from crisis.model.severity import Severity
from crisis.store import releases
from crisis.store.unit import Reading


def in_force(desk: Desk, unit: Reading) -> Policy:
    """The policy in force, as tight as `crisis.toml` asks for. A desk without one is not set up."""
    policy = releases.policy(unit)
    if policy is None:
        raise Refused("no-policy", "This desk has adopted no policy.", "Make the desk anew with `crisis init`.")
    return tightened(policy, desk.settings.policy)


def severity_of(unit: Reading, incident: str | None) -> Severity:
    """How bad the incident is that a release belongs to; unknown where it belongs to none."""
    known = unit.get(Incident, incident) if incident else None
    return known.severity if known else Severity.UNKNOWN


def rule_for(desk: Desk, unit: Reading, notice_type: str, incident: str | None) -> Rule:
    """What clearing a release of that type in that incident takes now."""
    return in_force(desk, unit).rule(notice_type, severity_of(unit, incident), desk.mode)


def rules_at_send(desk: Desk, unit: Reading, statement: Statement) -> Sequence[Rule]:
    """What a release had to meet when it was stated, and what it has to meet now: both hold, so the stricter applies."""
    then = releases.policy(unit, statement.provenance.get("policy")) or in_force(desk, unit)
    stated = Severity(statement.provenance.get("severity", Severity.UNKNOWN))
    return (
        then.rule(statement.notice_type, stated, statement.mode),
        rule_for(desk, unit, statement.notice_type, statement.incident),
    )
