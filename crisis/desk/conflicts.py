"""Two departments that say different things of one place: both are shown, and the one that owns the fact may go."""

from __future__ import annotations

import re
from datetime import timedelta

from crisis.desk.desk import Desk
from crisis.model.fact import Facts, Kind
from crisis.model.finding import Finding, Severity
from crisis.model.records import Review, StoredDraft, StoredNotice, StoredPost
from crisis.sentence import Sentence
from crisis.store import notices
from crisis.store.unit import Reading
from crisis.text.folding import folded

CONFLICT = "conflict"
SUBJECTS = ("site", "service")
SAYS = "status"
RECENT = timedelta(hours=24)
"""How long a statement of a place stands against another one."""

CHANGING = frozenset({Kind.TIME, Kind.PERIOD, Kind.TERM})
EVERY_TIME = frozenset({"as_of", "next_update"})

_BETWEEN = re.compile(r"[/／,、]")


def conflicts(desk: Desk, unit: Reading, stored: StoredNotice, extracted: Facts) -> tuple[Finding, ...]:
    """What other notices of the last day say otherwise of the same site or service, from another department.

    The department that the registry names as owner is told of it (advise), any other is held until a person has looked.
    An owner's own newer word is an update and no conflict.
    """
    about, status = _subject(extracted), extracted.get(SAYS)
    if about is None or status is None:
        return ()
    owner = _registered_owner(desk, *about)
    found = []
    for other in unit.find(StoredDraft, type=extracted.type):
        said = other.facts.get(SAYS)
        if other.notice == stored.id or said is None or _subject(other.facts) != about or said.value == status.value:
            continue
        source = notices.get(unit, other.notice)
        if source is None or not stands(unit, other) or stored.received_at - source.received_at > RECENT:
            continue
        if stored.notice.source_id is not None and stored.notice.source_id == source.notice.source_id:
            continue  # a newer version of itself, and no other department
        if _same(stored.notice.owner, source.notice.owner) or (_owns(owner, source) and _owns(owner, stored)):
            continue
        found.append(_finding(desk, owner, stored, source, said.value))
    return tuple(found)


def overtaken(desk: Desk, unit: Reading, stored: StoredNotice, extracted: Facts) -> list[StoredDraft]:
    """The drafts of the last day in which the notice's own department said otherwise of the same place."""
    about = _subject(extracted)
    if about is None:
        return []
    owner = _registered_owner(desk, *about)
    return [
        draft
        for draft in unit.find(StoredDraft, type=extracted.type)
        if draft.notice != stored.id
        and _subject(draft.facts) == about
        and _says_otherwise(draft.facts, extracted)
        and stands(unit, draft)
        and _from_the_same(unit, draft, stored, owner)
    ]


def changes(desk: Desk, unit: Reading, stored: StoredNotice, extracted: Facts) -> bool:
    """Whether a notice says otherwise than what its own department had cleared: then its posts say that it is a change."""
    drafts = [draft.id for draft in overtaken(desk, unit, stored, extracted)]
    return bool(drafts and unit.find(StoredPost, draft=drafts, review=Review.CLEARED))


def _says_otherwise(before: Facts, now: Facts) -> bool:
    """Whether a time or a word of ours that both state differs; as-of and next update differ in every report."""
    told = {fact.name: fact.value for fact in before.facts if fact.kind in CHANGING and fact.name not in EVERY_TIME}
    return any(fact.name in told and told[fact.name] != fact.value for fact in now.facts)


def _from_the_same(unit: Reading, draft: StoredDraft, stored: StoredNotice, owner: str | None) -> bool:
    source = notices.get(unit, draft.notice)
    if source is None or not timedelta(0) <= stored.received_at - source.received_at <= RECENT:
        return False
    return _same(source.notice.owner, stored.notice.owner) or (_owns(owner, source) and _owns(owner, stored))


def _subject(extracted: Facts) -> tuple[str, str] | None:
    for name in SUBJECTS:
        if (fact := extracted.get(name)) is not None:
            return name, str(fact.value)
    return None


def _registered_owner(desk: Desk, kind: str, key: str) -> str | None:
    thing = desk.settings.site(key) if kind == "site" else desk.settings.service(key)
    return thing.owner if thing else None


def _owns(owner: str | None, stored: StoredNotice) -> bool:
    """Whether a notice comes from the owner; the registry may give its names side by side (「総務部 / GA」)."""
    return bool(owner) and any(_same(name, stored.notice.owner) for name in _BETWEEN.split(owner or ""))


def _same(one: str | None, other: str | None) -> bool:
    return bool(one and other) and folded(one or "").strip() == folded(other or "").strip()


def stands(unit: Reading, draft: StoredDraft) -> bool:
    """Whether a draft is out or still on its way: not returned, not withdrawn."""
    posts = unit.find(StoredPost, draft=draft.id)
    return any(post.review in (Review.DRAFT, Review.IN_REVIEW, Review.CLEARED) for post in posts)


def _finding(desk: Desk, owner: str | None, stored: StoredNotice, source: StoredNotice, status: object) -> Finding:
    at = source.received_at.astimezone(desk.settings.zone)
    details = {
        "other": source.notice.owner or source.notice.name,
        "status": status,
        "time": f"{at:%H:%M}",
        "notice": source.id,
        "owner": owner or "-",
    }
    if _owns(owner, stored):
        mend = Sentence(
            "{other} says {status} ({time}, {notice}). This notice comes from the owner, {owner}, and may go.",
            **details,
        )
        return Finding(CONFLICT, Severity.ADVISE, mend)
    mend = Sentence(
        "{other} says {status} ({time}, {notice}). The owner is {owner}: ask there, or accept with the reason.",
        **details,
    )
    return Finding(CONFLICT, Severity.HOLD, mend)
