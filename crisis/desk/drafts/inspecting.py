"""The guard over a post of the desk, with all that the desk knows around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from crisis.desk.desk import Desk
from crisis.desk.drafts.compose import Around, Words, inspect, siblings
from crisis.model.finding import Finding
from crisis.model.published import Incident
from crisis.model.records import Review, StoredDraft, StoredNotice, StoredPost
from crisis.store.told import out_beside
from crisis.store.unit import Reading

STANDS = timedelta(hours=24)
"""How long what is out counts against what would go out."""


def around(desk: Desk, unit: Reading, incident_id: str | None) -> Around:
    """The incident that a text belongs to."""
    incident = unit.get(Incident, incident_id) if incident_id else None
    return Around(incident.kind, incident.opened_at) if incident else Around()


def inspected(
    desk: Desk,
    unit: Reading,
    post: StoredPost,
    draft: StoredDraft | None,
    stored: StoredNotice | None,
    *,
    live: bool = False,
) -> tuple[Finding, ...]:
    """What the guard says of a post's exact text now. With `live` it is compared with what is out as well. Links are judged
    by what they answered lately (`desk.links.ask`)."""
    now = desk.clock.now()
    family = unit.find(StoredPost, draft=post.draft) if draft else []
    there = replace(
        around(desk, unit, draft.incident if draft else None),
        family=tuple(siblings([p for p in family if p.review is not Review.WITHDRAWN], post)),
        live=_live(unit, draft, desk) if live and draft else (),
        links=desk.links.answers(post.text, now),
    )
    words = Words(post.text, post.platform, post.language, post.account)
    return inspect(desk.kit, words, stored.notice if stored else None, draft.facts if draft else None, now, there)


def _live(unit: Reading, draft: StoredDraft, desk: Desk) -> tuple[str, ...]:
    """The texts that are out in the incident since yesterday, but for those of the same fact."""
    if draft.incident is None:
        return ()
    return out_beside(unit, draft.incident, draft.id, desk.clock.now() - STANDS)
