"""What stands between an incident and its end: what has to be done first, and what whoever closes it should know."""

from __future__ import annotations

from dataclasses import dataclass

from crisis.desk.clearance.countersigning import owed
from crisis.desk.desk import Desk, found
from crisis.desk.duty import steps
from crisis.model.delivery import Delivery, State
from crisis.model.duty import Ending, Promise
from crisis.model.fact import Kind
from crisis.model.names import Names
from crisis.model.owed import Countersignature
from crisis.model.published import Incident
from crisis.model.records import StoredDraft
from crisis.runbook.agenda import steps_due
from crisis.store.unit import Reading

MISSED = (Ending.LATE, Ending.DROPPED)


@dataclass(frozen=True)
class Closing:
    """An incident before its end. `final` tells whether its last post is out; `promises` bind still, `missed` were kept late or
    not at all; `owed` waits for a countersignature; `standing` are its newest posts on platforms, which somebody may have pinned;
    `steps` of the runbook are open, `ends` is when it is over in its words."""

    incident: Incident
    final: bool
    promises: tuple[Promise, ...]
    missed: tuple[Promise, ...]
    owed: tuple[Countersignature, ...]
    standing: tuple[Delivery, ...]
    steps: tuple[str, ...]
    ends: tuple[Names, ...]

    @property
    def asks(self) -> bool:
        """Whether somebody has to say yes all the same."""
        return not self.final or bool(self.promises or self.owed)


def closing(desk: Desk, incident_id: str) -> Closing:
    """How an incident stands before its end. Raises `Mistake` (`not-found`)."""
    with desk.store.reading() as unit:
        incident = found(unit.get(Incident, incident_id), "incident", incident_id)
        made = unit.find(Promise, incident=incident_id)
        out = unit.find(Delivery, chain=incident_id, state=State.PUBLISHED)
        runbook = steps.runbook_of(desk, incident)
        now = desk.clock.now()
        due = steps_due(runbook, steps.state_of(desk, unit, incident, runbook), now) if runbook else ()
        return Closing(
            incident,
            final=_final(out),
            promises=tuple(each for each in made if each.ended_at is None),
            missed=tuple(each for each in made if each.broken_at is not None or each.ending in MISSED),
            owed=tuple(_owed(unit, out)),
            standing=tuple(_newest(out)),
            steps=tuple(item.step.id for item in due),
            ends=runbook.ends if runbook else (),
        )


def spoken_of(desk: Desk, incident_id: str) -> dict[str, str]:
    """The one site and the one service of which an incident's posts spoke, by field; neither where they spoke of several."""
    with desk.store.reading() as unit:
        facts = [fact for draft in unit.find(StoredDraft, incident=incident_id) for fact in draft.facts.facts]
    found = {kind.value: {str(fact.value) for fact in facts if fact.kind is kind} for kind in (Kind.SITE, Kind.SERVICE)}
    return {name: next(iter(values)) for name, values in found.items() if len(values) == 1}


def _final(out: list[Delivery]) -> bool:
    """Whether what went out last said that it is the last."""
    return bool(out) and max(out, key=lambda each: each.published_at or each.due).final


def _owed(unit: Reading, out: list[Delivery]) -> list[Countersignature]:
    releases = {each.release for each in out}
    return [each for each in owed(unit) if each.release in releases]


def _newest(out: list[Delivery]) -> list[Delivery]:
    """The newest post of each account that has an address."""
    newest = {each.account: each for each in sorted(out, key=lambda one: one.published_at or one.due) if each.url}
    return list(newest.values())
