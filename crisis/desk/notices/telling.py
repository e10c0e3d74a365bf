"""A notice by telephone: the questions of a type, whether an answer is understood, and the draft in one step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from crisis import facts
from crisis.desk.drafts.kit import Kit
from crisis.intake.phone import by_phone
from crisis.intake.runbook import by_runbook
from crisis.model.fact import Facts, Kind, Label
from crisis.model.finding import Finding, Severity
from crisis.model.notice import Notice
from crisis.model.notice_type import Field, NoticeType
from crisis.model.speaking import BY_POLICY
from crisis.sentence import Sentence

PROMISE = "next_update"
MOST_QUESTIONS = 6
"""Questions of one call, that of who calls among them."""


NO_TIME = Finding(
    "no-time", Severity.HOLD, Sentence("That is no time. Write one, such as 16:30, or Enter alone to leave it out.")
)


def questions(notice_type: NoticeType) -> tuple[Field, ...]:
    """What to ask for a type: what is required first, then when the next update comes; with who calls at most six."""
    asked = [f for f in notice_type.fields if f.question and f.label is not Label.INTERNAL]
    ranked = sorted(asked, key=lambda f: (not f.required, f.name != PROMISE))
    return tuple(ranked[: MOST_QUESTIONS - 1])


def choices(kit: Kit, field: Field) -> tuple[tuple[str, str], ...]:
    """What can be answered by a number: (the answer, its id). Empty where the answer is free, such as a time."""
    if field.kind is Kind.TERM:
        return tuple((term.matches[0], term.id) for term in field.terms if term.matches)
    if field.kind is Kind.SITE:
        return tuple((site.id, site.id) for site in kit.settings.sites)
    if field.kind is Kind.SERVICE:
        return tuple((service.id, service.id) for service in kit.settings.services)
    return ()


def misunderstood(kit: Kit, notice_type: NoticeType, field: Field, answer: str, at: datetime) -> Finding | None:
    """What is wrong with one answer, if anything: it would hold the whole draft later, or be left out of it in silence."""
    extracted = _told(kit, notice_type, field, answer, at)
    if extracted.get(field.name) is not None:
        return None
    doubts = [doubt for doubt in extracted.doubts if doubt.code not in ("missing-fact", "free-text")]
    return doubts[0] if doubts else (NO_TIME if field.kind in (Kind.TIME, Kind.PERIOD) else None)


def choice(kit: Kit, notice_type: NoticeType, field: Field, words: str, at: datetime) -> tuple[str, str] | None:
    """The choice of a field that these words mean; None where they mean none, or where it has no choices."""
    extracted = _told(kit, notice_type, field, words, at).get(field.name)
    return next((one for one in choices(kit, field) if extracted is not None and one[1] == extracted.value), None)


def _told(kit: Kit, notice_type: NoticeType, field: Field, answer: str, at: datetime) -> Facts:
    notice = by_phone([(field.name, answer)], type_id=notice_type.id, role="-", at=at)
    return facts.extract(notice, notice_type, kit.settings, at, kit.areas)


def call(notice_type: NoticeType, answers: Sequence[tuple[str, str]], *, role: str, at: datetime) -> Notice:
    """The notice that a call makes."""
    return by_phone([(name, answer) for name, answer in answers if answer], type_id=notice_type.id, role=role, at=at)


def of_policy(notice_type: NoticeType, answers: Sequence[tuple[str, str]], *, at: datetime) -> Notice:
    """The notice that the desk gives by itself, as the policy lets it."""
    return by_runbook(answers, type_id=notice_type.id, role=BY_POLICY, at=at, step=BY_POLICY)


def of_step(
    notice_type: NoticeType, answers: Sequence[tuple[str, str]], *, role: str, at: datetime, step: str
) -> Notice:
    """The notice that a step of a runbook makes, under the step's name."""
    given = [(name, answer) for name, answer in answers if answer]
    return by_runbook(given, type_id=notice_type.id, role=role, at=at, step=step)
