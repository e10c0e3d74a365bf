"""Proposals: incidents that what came in makes the desk propose to its people, who alone decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from crisis.desk.desk import Desk
from crisis.desk.drafts.compose import each_of
from crisis.model.fact import Facts
from crisis.model.proposal import Proposal
from crisis.model.published import Incident
from crisis.model.records import StoredNotice
from crisis.model.runbook import NoticeTrigger, Runbook, Trigger
from crisis.runbook.signs import NoticeCame, met
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


def of_notice(desk: Desk, unit: Writing, stored: StoredNotice) -> None:
    """Propose what a notice calls for, where nothing is going on: while an incident is open, it belongs to that."""
    triggers = [
        (runbook.kind, trigger)
        for runbook, trigger in waiting(desk)
        if isinstance(trigger, NoticeTrigger) and trigger.type == stored.type
    ]
    if not triggers or stored.refused is not None or unit.count(Incident, closed_at=None):
        return
    told = [as_sign(stored, facts) for facts in each_of(desk.kit, stored)]
    for kind, trigger in triggers:
        if any(met(trigger, sign) for sign in told):
            propose(desk, unit, kind, stored.id, sorted({sign.facts["site"] for sign in told if "site" in sign.facts}))


def as_sign(stored: StoredNotice, facts: Facts) -> NoticeCame:
    """What a notice states, as a sign that a trigger may wait for."""
    return NoticeCame(stored.id, stored.received_at, facts.type, plain(facts))


def plain(facts: Facts) -> dict[str, str]:
    """Facts by name: what has an id by that, all else as stated."""
    return {fact.name: fact.value if isinstance(fact.value, str) else "stated" for fact in facts.facts}


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
