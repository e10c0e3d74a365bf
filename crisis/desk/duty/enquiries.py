"""Questions from outside: who asked, who answers, by when. What a caller says is data: it never flows into a post."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from crisis.desk.desk import Desk, found
from crisis.desk.notices.receive import only_open_incident
from crisis.desk.reasons import keep_reason
from crisis.errors import Refused
from crisis.model.published import Incident
from crisis.model.records import Enquiry, StoredPost
from crisis.store.unit import Reading, Writing


def add(
    desk: Desk, caller: str, question: str, *, by: str, due: datetime | None = None, incident: str | None = None
) -> Enquiry:
    """Note an enquiry, due within `[desk] answer_within` unless somebody says when; it belongs to the incident named, else to the
    only open one."""
    now = desk.clock.now()
    with desk.store.writing(now) as unit:
        desk.person(unit, by)
        if incident is not None:
            found(unit.get(Incident, incident), "incident", incident)
        enquiry = Enquiry(
            id=desk.ids.new("E"),
            received_at=now,
            received_by=by,
            caller=caller.strip(),
            question=question.strip(),
            due=due or now + desk.settings.answer_within,
            incident=incident or only_open_incident(unit),
        )
        unit.add(enquiry)
        asked = keep_reason(desk, unit, f"{enquiry.caller}\n{enquiry.question}")
        unit.record("enquiry-received", enquiry=enquiry.id, incident=enquiry.incident, by=by, reason=asked)
    return enquiry


def take(desk: Desk, enquiry_id: str, *, by: str) -> Enquiry:
    """Take an enquiry, so that nobody else answers it too. Raises `Refused` where somebody has."""
    with desk.store.writing(desk.clock.now()) as unit:
        desk.person(unit, by)
        taken = replace(_open_to(unit, enquiry_id, by), owner=by)
        unit.put(taken)
        unit.record("enquiry-taken", enquiry=enquiry_id, by=by)
    return taken


def answer(desk: Desk, enquiry_id: str, text: str, *, by: str, post: str | None = None) -> Enquiry:
    """Note what was answered, and the post that the caller was pointed to. Raises `Refused` where somebody else answers it."""
    now = desk.clock.now()
    with desk.store.writing(now) as unit:
        desk.person(unit, by)
        if post is not None:
            found(unit.get(StoredPost, post), "post", post)
        enquiry = _open_to(unit, enquiry_id, by)
        done = replace(enquiry, owner=by, answered_at=now, answered_by=by, answer=text.strip(), post=post)
        unit.put(done)
        _record_answer(desk, unit, done)
    return done


def _record_answer(desk: Desk, unit: Writing, done: Enquiry) -> None:
    said = keep_reason(desk, unit, done.answer or "")
    unit.record("enquiry-answered", enquiry=done.id, by=done.answered_by, post=done.post, reason=said)


def _open_to(unit: Reading, enquiry_id: str, by: str) -> Enquiry:
    """An enquiry that this person may answer."""
    enquiry = found(unit.get(Enquiry, enquiry_id), "enquiry", enquiry_id)
    if enquiry.answered_at is not None:
        raise Refused(
            "answered-already",
            "{person} has answered this already.",
            "crisis enquiry list --all shows what was said.",
            person=enquiry.answered_by,
        )
    if enquiry.owner not in (None, by):
        raise Refused(
            "taken-already",
            "{person} answers this one.",
            "Two answers are one too many: ask {person}.",
            person=enquiry.owner,
        )
    return enquiry


def enquiries(desk: Desk, *, answered: bool = False) -> list[Enquiry]:
    """Those that nobody has answered, the one that is due first first; with `answered` all of them."""
    with desk.store.reading() as unit:
        return sorted(
            unit.find(Enquiry) if answered else unanswered(unit),
            key=lambda each: (each.answered_at is not None, each.due),
        )


def unanswered(unit: Reading, incident: str | None = None) -> list[Enquiry]:
    """Enquiries that wait for an answer, of an incident or of all."""
    return [each for each in unit.find(Enquiry, answered_at=None) if incident in (None, each.incident)]
