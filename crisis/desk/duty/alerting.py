"""Alerts to people of the staff: kept with the change that they tell of, shown until seen, handed over by the next pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crisis.desk.desk import Desk, found
from crisis.model.owed import StaffAlert
from crisis.model.role import Role
from crisis.sentence import Sentence
from crisis.store.unit import Reading, Writing


def raise_alert(
    desk: Desk, unit: Writing, code: str, sentence: Sentence, roles: Sequence[Role], about: str | None = None
) -> StaffAlert:
    """Alert the people with one of these roles, in the transaction of what it tells of. The sentence holds no free text."""
    alert = StaffAlert(desk.ids.new("A"), unit.at, code, sentence, tuple(roles), about)
    unit.add(alert)
    unit.record("alert-raised", alert=alert.id, code=code, about=about, roles=[role.value for role in roles])
    return alert


def unseen(unit: Reading) -> list[StaffAlert]:
    """What nobody has seen yet, oldest first."""
    return unit.find(StaffAlert, seen_at=None)


def see(desk: Desk, alert_id: str, *, by: str) -> StaffAlert:
    """A person has seen an alert: it is shown no more."""
    with desk.store.writing(desk.clock.now()) as unit:
        desk.person(unit, by)
        alert = found(unit.get(StaffAlert, alert_id), "alert", alert_id)
        return _seen(unit, alert, by) if alert.seen_at is None else alert


def settle(unit: Writing, about: str, by: str) -> None:
    """What the alerts about something asked for is done: they are seen."""
    for alert in unit.find(StaffAlert, about=about, seen_at=None):
        _seen(unit, alert, by)


def _seen(unit: Writing, alert: StaffAlert, by: str) -> StaffAlert:
    seen = replace(alert, seen_at=unit.at, seen_by=by)
    unit.put(seen)
    unit.record("alert-seen", alert=alert.id, by=by)
    return seen


def close(unit: Writing, alert: StaffAlert) -> None:
    """What an alert told of is over and nobody has to know any more: it is shown and told no more."""
    unit.put(replace(alert, seen_at=unit.at))
    unit.record("alert-over", alert=alert.id)
