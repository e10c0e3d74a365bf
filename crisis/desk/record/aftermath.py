"""What is left of an incident when it is over: the figures and the course of it, read from the record. Nobody's name but those of
the desk stands in it, and nothing of what was withheld but how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from crisis.clearance import statements
from crisis.desk.desk import Desk, found
from crisis.model.delivery import Delivery, State
from crisis.model.duty import Promise
from crisis.model.published import Incident
from crisis.model.records import Enquiry, StoredNotice, StoredRelease
from crisis.runbook.figures import middle, minutes
from crisis.store import notices
from crisis.store.unit import Reading

TOLD = frozenset(
    {
        "incident-opened", "incident-graded", "incident-timed", "incident-closed", "incident-proposed", "notice-received",
        "notice-refused", "notice-superseded", "notice-contradicted", "step-taken", "release-cleared", "delivery-published",
        "delivery-unknown", "delivery-failed", "delivery-by-hand", "delivery-settled", "hold-set", "hold-lifted",
        "promise-broken", "promise-left", "enquiry-received", "enquiry-answered", "correction-made", "replies-counted",
    }
)  # fmt: skip
"""Entries of the ledger that tell the course of an incident."""


@dataclass(frozen=True)
class Event:
    """One thing that happened: its kind as the ledger has it, what it was about, by identifiers, and on which account."""

    at: datetime
    kind: str
    about: str
    by: str | None
    account: str | None = None


@dataclass(frozen=True)
class Course:
    """One release on its way: when its first notice came, when it was cleared, when its first post was out."""

    came: datetime
    cleared: datetime | None
    live: datetime | None


@dataclass(frozen=True)
class Aftermath:
    """An incident as the record tells it. Medians in minutes; `withheld` counts how often a field stayed inside; `questions` are
    those of callers, by when they came and when they were answered."""

    incident: Incident
    events: tuple[Event, ...]
    first: float | None
    to_cleared: float | None
    to_live: float | None
    promises: tuple[Promise, ...]
    withheld: Mapping[str, int]
    questions: tuple[tuple[datetime, datetime | None], ...]


def aftermath(desk: Desk, incident_id: str) -> Aftermath:
    """What the record tells of an incident. Raises `Mistake` (`not-found`)."""
    with desk.store.reading() as unit:
        incident = found(unit.get(Incident, incident_id), "incident", incident_id)
        out = unit.find(Delivery, chain=incident_id)
        released = {each.release: unit.need(StoredRelease, each.release) for each in out}
        came = notices.find(unit, incident=incident_id)
        courses = [_course(unit, each, out) for each in released.values()]
        asked = unit.find(Enquiry, incident=incident_id)
        live = [each.live for each in courses if each.live]
        return Aftermath(
            incident,
            tuple(_events(unit, incident, _known(incident, came, out, asked))),
            first=minutes(incident.opened_at, min(live)) if live else None,
            to_cleared=middle(minutes(each.came, each.cleared) for each in courses if each.cleared),
            to_live=middle(minutes(each.came, each.live) for each in courses if each.live),
            promises=tuple(unit.find(Promise, incident=incident_id)),
            withheld=Counter(name for each in released.values() for name in statements.decode(each.statement).withheld),
            questions=tuple((each.received_at, each.answered_at) for each in asked),
        )


def _course(unit: Reading, release: StoredRelease, out: list[Delivery]) -> Course:
    stated = statements.decode(release.statement)
    arrivals = [
        notice.received_at for name, _digest in stated.notices if (notice := notices.get(unit, name)) is not None
    ]
    live = [d.published_at for d in out if d.release == release.id and d.state is State.PUBLISHED and d.published_at]
    return Course(min(arrivals, default=release.created_at), release.cleared_at, min(live, default=None))


def _known(incident: Incident, came: list[StoredNotice], out: list[Delivery], asked: list[Enquiry]) -> frozenset[str]:
    """The identifiers by which entries belong to the incident."""
    deliveries = {name for each in out for name in (each.key, each.release, each.post)}
    return frozenset({incident.id, *(each.id for each in came), *(each.id for each in asked), *deliveries})


def _events(unit: Reading, incident: Incident, known: frozenset[str]) -> Iterator[Event]:
    for entry in unit.ledger_entries():
        if entry.kind not in TOLD or entry.at < incident.opened_at:
            continue
        if incident.closed_at is not None and entry.at > incident.closed_at:
            return
        told = entry.told()
        names = [value for value in told.values() if isinstance(value, str) and value in known]
        if names or entry.kind.startswith("hold-"):
            about = next((name for name in names if name != incident.id), "")
            yield Event(entry.at, entry.kind, str(told.get("step") or about), told.get("by"), told.get("account"))
