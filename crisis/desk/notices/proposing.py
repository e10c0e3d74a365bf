"""Proposals: incidents that what came in makes the desk propose to its people, who alone decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from crisis.desk.desk import Desk
from crisis.model.proposal import Proposal
from crisis.model.published import Incident
from crisis.model.runbook import Runbook, Trigger
from crisis.store.unit import Reading, Writing

DECIDE = timedelta(hours=24)
"""How long a proposal waits where what made it states no end."""


def waiting(desk: Desk) -> Iterator[tuple[Runbook, Trigger]]:
    """Every trigger that proposes an incident here, with its runbook."""
    for runbook in desk.kit.runbooks().by_id.values():
        for trigger in runbook.triggers:
            yield runbook, trigger


def propose(
    desk: Desk, unit: Writing, kind: str, notice: str, sites: Iterable[str], until: datetime | None = None
) -> None:
    """Propose an incident of a kind because of a notice, where none is open or proposed already."""
    if _decided(unit, kind):
        return
    made = Proposal(desk.ids.new("H"), kind, notice, tuple(sites), unit.at, until or unit.at + DECIDE)
    unit.add(made)
    unit.record("incident-proposed", proposal=made.id, runbook=kind, notice=notice, sites=list(made.sites))


def _decided(unit: Writing, kind: str) -> bool:
    """Whether there is nothing to propose: such an incident is open, or proposed already."""
    is_open = any(incident.kind == kind for incident in unit.find(Incident, closed_at=None))
    return is_open or any(proposal.kind == kind for proposal in proposals(unit, unit.at))


def proposals(unit: Reading, now: datetime) -> list[Proposal]:
    """What is still to be decided, oldest first."""
    return [proposal for proposal in unit.find(Proposal, ended_at=None) if proposal.stands(now)]


def opened(unit: Writing, kind: str) -> None:
    """An incident of that kind was opened: what proposed it is decided."""
    for proposal in unit.find(Proposal, kind=kind, ended_at=None):
        end(unit, proposal, "opened")


def end(unit: Writing, proposal: Proposal, why: str) -> None:
    """End a proposal: `withdrawn`, `superseded` or `opened`."""
    unit.put(replace(proposal, ended_at=unit.at, ended_by=why))
    unit.record("proposal-ended", proposal=proposal.id, why=why)
