"""Incidents: opening one stops what is routine; closing one asks for its last post."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from crisis.desk.desk import Desk, found
from crisis.desk.duty.enquiries import unanswered
from crisis.desk.duty.opening import Opened, open_in
from crisis.desk.people import policies
from crisis.desk.reasons import keep_reason
from crisis.errors import Refused
from crisis.model.delivery import Delivery, State
from crisis.model.published import Incident
from crisis.model.records import StoredDraft
from crisis.model.role import Role
from crisis.model.severity import Severity
from crisis.store.unit import Reading

MAY_LOOSEN = frozenset({Role.LEAD, Role.DEPUTY})
"""Who may grade an incident so that its texts take less to clear."""


SETTLE = "crisis settle {posts} --as ID"
WAY_ON = {
    State.BY_HAND: "crisis hand {posts} --as ID",
    State.UNKNOWN: SETTLE,
    State.SENDING: SETTLE,
    State.QUEUED: "crisis withdraw {posts} --reason TEXT --as ID",
    State.HELD: "crisis withdraw {posts} --reason TEXT --as ID",
}
"""What ends a post of an incident that is to be closed, by its state: it is finished, looked for, or taken back."""


@dataclass(frozen=True)
class Course:
    """What an incident goes by: the runbook named (None: the one for its kind), counted from `begins` (None: from its opening)."""

    runbook: str | None = None
    begins: datetime | None = None


def only_open(desk: Desk) -> str:
    """The identifier of the one incident that is open. Raises `Refused` where none or several are."""
    with desk.store.reading() as unit:
        open_now = unit.find(Incident, closed_at=None)
    if not open_now:
        raise Refused("no-incident", "No incident is open.")
    if len(open_now) > 1:
        raise Refused(
            "several-incidents",
            "Several incidents are open: {incidents}.",
            "Name it: crisis incident close I-… --as ID",
            incidents=" ".join(each.id for each in open_now),
        )
    return open_now[0].id


def open_incident(
    desk: Desk,
    kind: str,
    names: Mapping[str, str],
    *,
    by: str | None,
    hashtag: str | None = None,
    severity: Severity = Severity.UNKNOWN,
    course: Course = Course(),
) -> Opened:
    """Open an incident: every routine post of the desk is held in the same transaction."""
    fitting = desk.kit.runbooks().of_kind(kind)
    runbook = course.runbook or (fitting.id if fitting else None)
    with desk.store.writing(desk.clock.now()) as unit:
        incident = Incident(
            desk.ids.new("I"), kind, dict(names), unit.at, None, hashtag, severity, runbook, course.begins
        )
        return open_in(desk, unit, incident, by)


def grade(desk: Desk, incident_id: str, severity: Severity, *, by: str, reason: str) -> Incident:
    """Say how bad an incident is now. What is queued already has to meet the stricter of the rules then and now.

    Raises `Refused` (`closed-already`), and `may-not-loosen` where the policy would ask less for some text then and somebody
    without the role lead or deputy says so."""
    with desk.store.writing(desk.clock.now()) as unit:
        incident = _open_one(unit, incident_id)
        person = desk.person(unit, by)
        eased = policies.eased(desk, unit, incident.severity, severity)
        if eased and MAY_LOOSEN.isdisjoint(person.roles):
            raise Refused(
                "may-not-loosen",
                "An incident that is {severity} takes less to clear: {types}. {person} may not decide that.",
                "It takes a lead or a deputy: `crisis person list` shows who is.",
                severity=severity.value,
                types=", ".join(eased),
                person=by,
            )
        graded = replace(incident, severity=severity)
        unit.put(graded)
        why = keep_reason(desk, unit, reason)
        unit.record("incident-graded", incident=incident_id, severity=severity.value, by=by, reason=why)
        return graded


def count_from(desk: Desk, incident_id: str, begins: datetime, *, by: str) -> Incident:
    """Say what an incident's runbook counts from. Raises `Refused` (`closed-already`)."""
    with desk.store.writing(desk.clock.now()) as unit:
        desk.person(unit, by)
        timed = replace(_open_one(unit, incident_id), begins=begins)
        unit.put(timed)
        unit.record("incident-timed", incident=incident_id, begins=begins.isoformat(timespec="seconds"), by=by)
        return timed


def close_incident(desk: Desk, incident_id: str, *, by: str | None) -> Incident:
    """Close an incident. Raises `Refused` while posts of it are still to go or unsure, or somebody waits for an answer, naming
    them."""
    with desk.store.writing(desk.clock.now()) as unit:
        incident = _open_one(unit, incident_id)
        _refuse_while_open(unit, incident_id)
        _refuse_while_asked(unit, incident_id)
        closed = replace(incident, closed_at=unit.at)
        unit.put(closed)
        unit.record("incident-closed", incident=incident_id, by=by, final=_has_final(unit, incident_id))
        return closed


def refuse_to_close(desk: Desk, incident_id: str, *, also_open: bool = True) -> None:
    """Raises `Refused` for what `close_incident` would refuse, before anybody is asked anything; without `also_open` only where it is
    closed already, since an all-clear waits for nothing."""
    with desk.store.reading() as unit:
        _open_one(unit, incident_id)
        if also_open:
            _refuse_while_open(unit, incident_id)
            _refuse_while_asked(unit, incident_id)


def _open_one(unit: Reading, incident_id: str) -> Incident:
    incident = found(unit.get(Incident, incident_id), "incident", incident_id)
    if incident.closed_at is not None:
        raise Refused("closed-already", "Incident {incident} is closed.", "", incident=incident_id)
    return incident


def _refuse_while_open(unit: Reading, incident_id: str) -> None:
    waiting = unit.find(Delivery, chain=incident_id, state=list(WAY_ON))
    if waiting:
        raise Refused(
            "posts-still-open",
            "Posts of this incident are still to go or unsure: {posts}.",
            "Finish them or take them back, then close: {ways}. The final post need not wait: crisis incident close {incident} --final "
            "--as ID",
            posts=" ".join(d.post for d in waiting),
            ways="; ".join(_ways_on(waiting)),
            incident=incident_id,
        )


def _ways_on(waiting: Sequence[Delivery]) -> Iterator[str]:
    """What can be done of what waits: each command once with its posts, `settle` for each post by itself."""
    posts: dict[str, list[str]] = {}
    for each in waiting:
        posts.setdefault(WAY_ON[each.state], []).append(each.post)
    for way, named in posts.items():
        yield from (way.format(posts=one) for one in (named if way == SETTLE else [" ".join(named)]))


def _refuse_while_asked(unit: Reading, incident_id: str) -> None:
    if waiting := unanswered(unit, incident_id):
        raise Refused(
            "unanswered",
            "People still wait for an answer: {enquiries}.",
            "Call them back, then: crisis enquiry answer E-… --text TEXT --as ID",
            enquiries=" ".join(each.id for each in waiting),
        )


def _has_final(unit: Reading, incident_id: str) -> bool:
    return any(draft.final for draft in unit.find(StoredDraft, incident=incident_id))


def incidents(desk: Desk) -> list[Incident]:
    """Every incident, oldest first."""
    with desk.store.reading() as unit:
        return unit.find(Incident)
