"""The next safe post, filled already, for a text that may not go out: that something has happened, and when we speak again."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass

from crisis.desk.desk import Desk
from crisis.desk.drafts.compose import compose
from crisis.desk.duty.pace import next_word
from crisis.desk.notices import telling
from crisis.model.names import name_in
from crisis.model.notice_type import NoticeType
from crisis.model.post import Occasion
from crisis.model.published import Incident
from crisis.model.records import StoredDraft
from crisis.store.unit import Reading

HOLDING = "holding"
OF_TYPE = {"security-advisory": "cyber", "service-status": "outage", "health": "infection", "supply": "product defect"}
"""What has happened, by notice type, where neither the notice nor the incident says it."""
OTHERWISE = "outage"


@dataclass(frozen=True)
class Safe:
    """A command that drafts the safe post, and what it would say."""

    command: str
    text: str


def safe_post(desk: Desk, unit: Reading, draft: StoredDraft, language: str) -> Safe:
    """The holding statement for what a draft is about, in its language. Stores nothing."""
    holding, now = desk.kit.types[HOLDING], desk.clock.now()
    local = now.astimezone(desk.settings.zone)
    incident = unit.get(Incident, draft.incident) if draft.incident else None
    soon = next_word(desk, incident, now).astimezone(desk.settings.zone)
    next_update = f"{soon:%H:%M}" if soon.date() == local.date() else f"{soon:%Y-%m-%d %H:%M}"
    answers = {"what": _what(desk, unit, draft, holding), "next_update": next_update}
    made = compose(
        desk.kit, telling.call(holding, list(answers.items()), role="-", at=now), now, Occasion(desk.mode), HOLDING
    )
    said = " ".join(f"--answer {shlex.quote(f'{name}={answer}')}" for name, answer in answers.items())
    text = next((post.text for post in made.posts if post.language == language), "")
    return Safe(f"crisis say {HOLDING} {said}", " ".join(text.split()))


def _what(desk: Desk, unit: Reading, draft: StoredDraft, holding: NoticeType) -> str:
    """What has happened, in words that the holding statement understands: the first that it does."""
    field = holding.field_named("what")
    for words in _guesses(desk, unit, draft):
        if field and telling.misunderstood(desk.kit, holding, field, words, desk.clock.now()) is None:
            return words
    return OTHERWISE


def _guesses(desk: Desk, unit: Reading, draft: StoredDraft) -> Iterator[str]:
    reason, known = draft.facts.get("reason"), desk.kit.types.get(draft.type)
    field = known.field_named("reason") if known else None
    yield from (term.matches[0] for term in (field.terms if field else ()) if reason and term.id == reason.value)
    incident = unit.get(Incident, draft.incident) if draft.incident else None
    if incident is not None:
        yield incident.kind
        yield name_in(incident.names, "ja")
    yield OF_TYPE.get(draft.type, OTHERWISE)
