"""A desk that has been at work for two months: so many deliveries and enquiries, put into its tables in one go."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from crisis.desk.desk import Desk
from crisis.desk.drafts import saving
from crisis.desk.duty.incidents import open_incident
from crisis.desk.notices import receive
from crisis.model.delivery import Delivery, State
from crisis.model.duty import Promise
from crisis.model.records import Enquiry, Review, StoredDraft, StoredPost, StoredRelease
from crisis.store.rows import ROWS, columns_of
from crisis.store.unit import Writing

AGE = timedelta(days=60)
ACCOUNTS = 4
"""Deliveries of one release."""

NOTICE = "拠点：仙台事業所\n状況：閉鎖\n理由：停電のため\n時点：{at:%H:%M}\n"


def fill(desk: Desk, deliveries: int, enquiries: int) -> None:
    """That many of each: nearly all published, a few of the last day queued, unsure, by hand and waiting; an incident with a
    promise; the enquiries open, some of them overdue."""
    incident = open_incident(desk, "earthquake", {"ja": "地震", "en": "Earthquake"}, by="drafter").incident.id
    text = NOTICE.format(at=desk.clock.now().astimezone(desk.settings.zone))
    (stored,) = receive.receive(desk, text.encode(), "notice.txt", by="drafter")
    kept, made = saving.draft(desk, stored.id)
    draft, (post, *_) = saving.save(desk, kept, made, by="drafter")
    with desk.store.writing(desk.clock.now()) as unit:
        _releases(unit, draft, post, deliveries, incident)
        _enquiries(unit, enquiries, incident)


def _releases(unit: Writing, draft: StoredDraft, post: StoredPost, deliveries: int, incident: str) -> None:
    rows: list[object] = []
    count = deliveries // ACCOUNTS
    for number in range(count):
        at = unit.at - AGE * (count - number) / count
        one, release = f"D-{number:026}", f"R-{number:026}"
        belongs = incident if number % 10 == 0 else None
        rows.append(replace(draft, id=one, made_at=at, incident=belongs))
        rows.append(StoredRelease(release, b"{}", "", at, "drafter", cleared_at=at))
        for place in range(ACCOUNTS):
            name = f"P-{number * ACCOUNTS + place:026}"
            waits = number > count - 4
            rows.append(
                replace(post, id=name, draft=one, release=release, review=Review.DRAFT if waits else Review.CLEARED)
            )
            rows.append(
                Delivery(
                    f"K-{number * ACCOUNTS + place:026}",
                    release,
                    name,
                    f"x-{place}",
                    _state(number, place, count),
                    at,
                    at + timedelta(hours=2),
                    belongs or release,
                    started_at=at,
                    published_at=at,
                )
            )
    last = f"R-{(count - 1) // 10 * 10:026}"
    rows.append(Promise(last, "P-1", incident, incident, unit.at + timedelta(minutes=20), unit.at, "drafter"))
    for kind in (StoredDraft, StoredPost, StoredRelease, Delivery, Promise):
        unit.session.add_all([ROWS[kind](**columns_of(row)) for row in rows if type(row) is kind])
        unit.session.flush()


def _state(number: int, place: int, count: int) -> State:
    """What the last releases' deliveries wait for; all before are out."""
    late = {count - 1: State.UNKNOWN, count - 5: State.BY_HAND, count - 6: State.QUEUED, count - 7: State.FAILED}
    return late.get(number, State.PUBLISHED) if place else State.PUBLISHED


def _enquiries(unit: Writing, count: int, incident: str) -> None:
    for number in range(count):
        at = unit.at - timedelta(minutes=2 * (count - number))
        row = Enquiry(
            f"E-{number:026}", at, "drafter", f"Daily {number}", "since when?", at + timedelta(hours=1), incident
        )
        unit.session.add(ROWS[Enquiry](**columns_of(row)))
    unit.session.flush()
