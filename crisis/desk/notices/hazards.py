"""Hazard telegrams at the desk: which of its sites one concerns, what it takes the place of, and the incident that it makes the
desk propose. Nothing opens by itself, and no exercise or test proposes anything that is real."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType

from crisis.desk.desk import Desk
from crisis.desk.drafts.compose import HAZARD
from crisis.errors import CrisisError
from crisis.facts.hazard import Match, Threshold, may_propose, relevant, standing
from crisis.intake.telegram import FORMS, hazard
from crisis.model.hazard import Grade, Hazard, Intensity, Peril
from crisis.model.proposal import Proposal
from crisis.model.published import Incident
from crisis.model.records import StoredNotice
from crisis.store import notices
from crisis.store.unit import Reading, Writing

KINDS = MappingProxyType(
    {
        Peril.EARTHQUAKE: "earthquake",
        Peril.TSUNAMI: "earthquake",
        Peril.TYPHOON: "typhoon",
        Peril.FLOOD: "typhoon",
        Peril.WEATHER: "typhoon",
        Peril.FIRE: "fire",
        Peril.VOLCANO: "other",
        Peril.OTHER: "other",
    }
)
"""The kind of incident for each peril: a tsunami belongs to its earthquake, rain and wind to the typhoon's runbook."""

MEMORY = timedelta(days=3)
"""How far back a telegram may be that a later one takes the place of."""
DECIDE = timedelta(hours=24)
"""How long a proposal waits where its telegram states no end."""
MOST = 300
"""Telegrams that are looked at, the newest: a gale of them must not stop the desk."""

_LEAST = MappingProxyType({"off": None} | {str(grade.name).lower(): grade for grade in Grade if grade})
_SHAKING = MappingProxyType({step.code: step for step in Intensity})


@dataclass(frozen=True)
class Bearing:
    """What one telegram means for the desk: `sites` that it concerns, notices that it `replaces` and the one that took its
    place, whether it is `in_force`, and the proposal that it made."""

    hazard: Hazard
    sites: tuple[Match, ...]
    replaces: tuple[str, ...]
    replaced_by: str | None
    in_force: bool
    proposal: Proposal | None


def bearing(desk: Desk, unit: Reading, stored: StoredNotice) -> Bearing | None:
    """What a telegram means for the desk; None for any other notice, and for one whose content was erased."""
    told = _hazard(stored)
    if told is None:
        return None
    held = _held(unit, stored.received_at)
    later = [(n, h) for n, h in held if _same_series(h, told) and set(h.replaces) & set(told.ids) and n.id > stored.id]
    earlier = tuple(
        n.id for n, h in held if _same_series(h, told) and set(told.replaces) & set(h.ids) and n.id < stored.id
    )
    made = unit.find(Proposal, notice=stored.id)
    return Bearing(
        told,
        concerned(desk, told),
        earlier,
        later[-1][0].id if later else None,
        told in standing([h for _, h in held], desk.clock.now()),
        made[-1] if made else None,
    )


def concerned(desk: Desk, told: Hazard) -> tuple[Match, ...]:
    """The desk's sites at which a telegram reaches the desk's threshold for its peril."""
    least = threshold(desk, told.kind)
    if least is None or desk.kit.areas is None:
        return ()
    return relevant(told, desk.settings.sites, desk.kit.areas, least)


def threshold(desk: Desk, peril: Peril) -> Threshold | None:
    """From which level a peril concerns a site here, as `[hazards]` says; None where it is switched off."""
    word = desk.settings.hazards.get(peril.value)
    if word is None:
        return Threshold()
    if word in _SHAKING:
        return Threshold(intensity=_SHAKING[word])
    grade = _LEAST[word]
    return None if grade is None else Threshold(grade=grade)


def weigh(desk: Desk, unit: Writing, stored: StoredNotice) -> None:
    """Propose what a telegram that has just come in calls for, and end what it withdraws or takes the place of."""
    told = _hazard(stored)
    if told is None or stored.type != HAZARD:
        return
    in_force = standing([h for _, h in _held(unit, stored.received_at)], unit.at)
    for proposal in unit.find(Proposal, ended_at=None):
        before = _hazard(notices.get(unit, proposal.notice))
        if before is not None and before not in in_force:
            end(unit, proposal, "withdrawn" if told.over else "superseded")
    sites = concerned(desk, told)
    kind = KINDS[told.kind]
    if told in in_force and sites and may_propose(told, desk.mode) and not _decided(unit, kind):
        until = told.expires or unit.at + DECIDE
        made = Proposal(desk.ids.new("H"), kind, stored.id, tuple(m.site for m in sites), unit.at, until)
        unit.add(made)
        unit.record("incident-proposed", proposal=made.id, runbook=kind, notice=stored.id, sites=list(made.sites))


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


def _held(unit: Reading, at: datetime) -> Sequence[tuple[StoredNotice, Hazard]]:
    """The telegrams of the last days that can be read, oldest first."""
    came = notices.since(unit, at - MEMORY, type=HAZARD, most=MOST)
    return [(stored, told) for stored in came if (told := _hazard(stored)) is not None]


def _hazard(stored: StoredNotice | None) -> Hazard | None:
    if stored is None or stored.notice.form not in FORMS or not stored.notice.raw:
        return None
    try:
        return hazard(stored.notice.raw, stored.notice.name)
    except CrisisError:
        return None


def _same_series(one: Hazard, other: Hazard) -> bool:
    return (one.form, one.series) == (other.form, other.series)
