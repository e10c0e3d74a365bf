"""Hazard telegrams at the desk: which of its sites one concerns, what it takes the place of, and the incident that it makes the
desk propose. Nothing opens by itself unless the policy says so, and no exercise or test proposes anything that is real."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from crisis.desk.desk import Desk
from crisis.desk.drafts.compose import HAZARD
from crisis.desk.duty.opening import open_by_policy
from crisis.desk.notices.proposing import end, propose, waiting
from crisis.errors import CrisisError
from crisis.facts.hazard import Match, may_propose, relevant, standing
from crisis.intake.telegram import FORMS, hazard
from crisis.model.hazard import Grade, Hazard, Intensity, Peril, Threshold
from crisis.model.proposal import Proposal
from crisis.model.records import StoredNotice
from crisis.model.runbook import HazardTrigger
from crisis.runbook.signs import HazardCame
from crisis.store import notices
from crisis.store.unit import Reading, Writing

UNPLANNED = frozenset({Peril.VOLCANO, Peril.OTHER})
"""Perils that propose an incident of the kind `other` from `severe` on, unless a runbook waits for them or is for that kind."""
OTHER = "other"

MEMORY = timedelta(days=3)
"""How far back a telegram may be that a later one takes the place of."""
MOST = 300
"""Telegrams that are looked at, the newest: a gale of them must not stop the desk."""


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
    """The desk's sites at which a telegram reaches a threshold that a runbook waits for, each once."""
    matches = {match.site: match for _, found in _calls(desk, told) for match in found}
    return tuple(matches.values())


def _calls(desk: Desk, told: Hazard) -> Iterator[tuple[str, tuple[Match, ...]]]:
    """The kinds of incident that a telegram calls for, with the sites that it reaches."""
    for kind, trigger in _awaited(desk, told.kind):
        sites = [site for site in desk.settings.sites if not trigger.sites or site.id in trigger.sites]
        if desk.kit.areas is not None and (found := relevant(told, sites, desk.kit.areas, trigger.least)):
            yield kind, found


def _awaited(desk: Desk, peril: Peril) -> Sequence[tuple[str, HazardTrigger]]:
    """The triggers that wait for a peril, with the kind of incident that each proposes."""
    awaited = [
        (runbook.kind, trigger)
        for runbook, trigger in waiting(desk)
        if isinstance(trigger, HazardTrigger) and trigger.peril is peril
    ]
    if awaited or peril not in UNPLANNED or desk.kit.runbooks().of_kind(OTHER):
        return awaited
    return [(OTHER, HazardTrigger(peril, Threshold()))]


def in_force(desk: Desk, unit: Reading) -> list[HazardCame]:
    """The telegrams in force that may belong to an incident here, with the areas that they name by the desk's sites in them."""
    held = _held(unit, desk.clock.now())
    standing_now = standing([h for _, h in held], desk.clock.now())
    return [
        HazardCame(stored.id, stored.received_at, told.kind, {m.site: m.areas for m in _anywhere(desk, told)})
        for stored, told in held
        if told in standing_now and may_propose(told, desk.mode)
    ]


def _anywhere(desk: Desk, told: Hazard) -> tuple[Match, ...]:
    """The desk's sites that a telegram names, at whatever level."""
    least = Threshold(Intensity.ZERO, Grade.MINOR)
    return relevant(told, desk.settings.sites, desk.kit.areas, least) if desk.kit.areas else ()


def weigh(desk: Desk, unit: Writing, stored: StoredNotice) -> None:
    """Propose what a telegram that has just come in calls for, or open it, and end what it withdraws or takes the place of."""
    told = _hazard(stored)
    if told is None or stored.type != HAZARD:
        return
    now = standing([h for _, h in _held(unit, stored.received_at)], unit.at)
    for proposal in unit.find(Proposal, ended_at=None):
        before = _hazard(notices.get(unit, proposal.notice))
        if before is not None and before not in now:
            end(unit, proposal, "withdrawn" if told.over else "superseded")
    if told in now and may_propose(told, desk.mode):
        for kind, found in _calls(desk, told):
            propose(desk, unit, kind, stored.id, [match.site for match in found], told.expires)
            open_by_policy(desk, unit, kind, stored.id)


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
