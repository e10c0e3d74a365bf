"""The next safe post, filled already, for a text that may not go out: that something has happened, and when we speak again."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crisis.desk.desk import Desk
from crisis.desk.drafts.compose import compose
from crisis.desk.duty.pace import next_word, when
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
    incident = unit.get(Incident, draft.incident) if draft.incident else None
    return _safe(
        desk, incident, [*_of_draft(desk, draft), *_of_incident(incident), OF_TYPE.get(draft.type, OTHERWISE)], language
    )


def safe_word(desk: Desk, types: Iterable[str | None]) -> Safe | None:
    """The holding statement where nothing of notices of these types may be posted: of the only open incident, else of what the
    types tell of, in the desk's first language. None where neither says what has happened: that is asked, and never guessed."""
    with desk.store.reading() as unit:
        open_now = unit.find(Incident, closed_at=None)
    incident = open_now[0] if len(open_now) == 1 else None
    guesses = [*_of_incident(incident), *(OF_TYPE[known] for known in types if known in OF_TYPE)]
    return _safe(desk, incident, guesses, desk.settings.languages[0]) if guesses else None


def _safe(desk: Desk, incident: Incident | None, guesses: Sequence[str], language: str) -> Safe:
    holding, now = desk.kit.types[HOLDING], desk.clock.now()
    answers = {"what": _what(desk, guesses, holding), "next_update": when(desk, next_word(desk, incident, now))}
    call = telling.call(holding, list(answers.items()), role="-", at=now)
    made = compose(desk.kit, call, now, Occasion(desk.mode), HOLDING)
    said = " ".join(f"--answer {shlex.quote(f'{name}={answer}')}" for name, answer in answers.items())
    text = next((post.text for post in made.posts if post.language == language), "")
    return Safe(f"crisis say {HOLDING} {said}", " ".join(text.split()))


def _what(desk: Desk, guesses: Sequence[str], holding: NoticeType) -> str:
    """What has happened, in words that the holding statement understands: the first that it does."""
    field = holding.field_named("what")
    for words in guesses:
        if field and telling.misunderstood(desk.kit, holding, field, words, desk.clock.now()) is None:
            return words
    return OTHERWISE


def _of_draft(desk: Desk, draft: StoredDraft) -> Iterator[str]:
    reason, known = draft.facts.get("reason"), desk.kit.types.get(draft.type)
    field = known.field_named("reason") if known else None
    yield from (term.matches[0] for term in (field.terms if field else ()) if reason and term.id == reason.value)


def _of_incident(incident: Incident | None) -> Iterator[str]:
    if incident is not None:
        yield incident.kind
        yield name_in(incident.names, "ja")
