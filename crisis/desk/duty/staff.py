"""Telling the staff: what waits goes out on every way of `[[staff_alert]]`, together, until that way has taken it.

The services behind give no id of what they took, so it is sent at least once: a way that fails, and one in whose attempt this
process ends, is tried again, and a message may come twice. The ways run beside the accounts, so a slow one delays no post.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from crisis.desk.desk import Desk
from crisis.dispatch.timing import retry_at
from crisis.errors import CrisisError
from crisis.model.owed import StaffAlert, Telling
from crisis.model.ports import Alerts, NotTold
from crisis.sentence import Sentence
from crisis.store.unit import Reading

STAFF = "staff-alert"
"""The code of a way to the staff that fails."""

AT_ONCE = 20
"""Alerts in one message; more would be cut by the services, and read by nobody."""


def hand_over(desk: Desk, patience: float | None = None) -> None:
    """Tell on every way what waits for it and is due, and wait for the ways at most so many seconds (None: to their end)."""
    alerts = desk.alerts
    if alerts is None:
        return
    with desk.store.reading() as unit:
        waiting = [way for way in alerts.ways if _is_due(_waiting(unit, way), desk.clock.now())]
    desk.lanes.run({f"{STAFF} {way}": partial(_tell, desk, alerts, way) for way in waiting}, desk.workers, patience)


def test(desk: Desk) -> Iterator[tuple[str, Sentence | None]]:
    """Send a test on every way, one after the other; why it did not take it, None where it did."""
    title = Sentence("{desk}: a test", desk=desk.settings.name)
    body = Sentence("This is a test of the staff alerts. Nothing has happened, and nothing has to be done.")
    alerts = desk.alerts
    if alerts is None:
        return
    for way in alerts.ways:
        try:
            alerts.tell(way, desk.words(title), desk.words(body))
        except NotTold as failure:
            yield way, failure.reason
        else:
            yield way, None


def failing(desk: Desk, unit: Reading) -> list[Sentence]:
    """Why ways do not take what waits for them, one sentence a way."""
    names = [way.id for way in desk.settings.staff]
    tried = [telling for way in names for _, telling in _waiting(unit, way) if telling.failed is not None]
    reasons = {telling.way: telling.failed for telling in tried}
    return [Sentence("Staff alerts do not arrive: {why}", why=reason) for reason in reasons.values()]


def troubles(desk: Desk) -> list[CrisisError]:
    """The failures as errors, for whoever tells troubles."""
    with desk.store.reading() as unit:
        return [CrisisError(STAFF, each.template, **each.details) for each in failing(desk, unit)]


def _waiting(unit: Reading, way: str) -> list[tuple[StaffAlert, Telling]]:
    """What this way has not taken and nobody has seen."""
    open_now = unit.find(StaffAlert, seen_at=None)
    known = {each.alert: each for each in unit.find(Telling, way=way, alert=[alert.id for alert in open_now])}
    pairs = [(alert, known.get(alert.id, Telling(alert.id, way))) for alert in open_now]
    return [(alert, telling) for alert, telling in pairs if telling.told_at is None]


def _is_due(waiting: Sequence[tuple[StaffAlert, Telling]], now: datetime) -> bool:
    """A new alert waits for nothing, and takes along what failed before."""
    return any(telling.next_try is None or telling.next_try <= now for _, telling in waiting)


def _tell(desk: Desk, alerts: Alerts, way: str) -> None:
    """One message, outside of any transaction, and then what became of it."""
    with desk.store.reading() as unit:
        waiting = _waiting(unit, way)[:AT_ONCE]
    if not waiting:
        return
    try:
        alerts.tell(way, *_message(desk, [alert for alert, _ in waiting]))
        reason = None
    except NotTold as failure:
        reason = failure.reason
    with desk.store.writing(desk.clock.now()) as unit:
        for alert, telling in waiting:
            unit.put(_after(telling, unit.at, reason))
            now = unit.need(StaffAlert, alert.id)
            if reason is None and now.told_at is None:
                unit.put(replace(now, told_at=unit.at))


def _after(telling: Telling, at: datetime, reason: Sentence | None) -> Telling:
    attempts = telling.attempts + 1
    if reason is None:
        return replace(telling, attempts=attempts, told_at=at, next_try=None, failed=None)
    return replace(telling, attempts=attempts, next_try=retry_at(attempts, at, None), failed=reason)


def _message(desk: Desk, alerts: Sequence[StaffAlert]) -> tuple[str, str]:
    """Title and body, in the words of whoever runs the daemon. An alert's sentence holds no free text, so neither do these."""
    title = Sentence("{desk}: {count} to know at once", desk=desk.settings.name, count=len(alerts))
    lines = [f"{each.at.astimezone(desk.settings.zone):%H:%M} {desk.words(each.sentence)}" for each in alerts]
    seen = Sentence("Seen? crisis alerts --seen {alert} --as ID", alert=alerts[0].id)
    return desk.words(title), "\n".join([*lines, "", desk.words(seen)])
