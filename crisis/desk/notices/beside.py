"""Notices beside each other: what others of the last day say of the same thing, and which department each comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from crisis.facts.changes import Change, changes, chief, subject
from crisis.model.fact import Facts, Kind
from crisis.model.records import STANDING, StoredDraft, StoredNotice, StoredPost
from crisis.store import notices
from crisis.store.unit import Reading
from crisis.text.folding import folded

if TYPE_CHECKING:
    from crisis.desk.desk import Desk

RECENT = timedelta(hours=24)
"""How long a statement of a place stands against another one."""

_BETWEEN = re.compile(r"[/／,、]")


@dataclass(frozen=True)
class Word:
    """What a draft that stands says of the thing of which another notice speaks: `changes` are the facts in which they
    differ (old: the draft's), `ours` whether both come from one department."""

    draft: StoredDraft
    notice: StoredNotice
    changes: tuple[Change, ...]
    ours: bool


def words(desk: Desk, unit: Reading, stored: StoredNotice, extracted: Facts) -> list[Word]:
    """What other notices of the last day were drafted to say of the same thing, oldest first, agreeing ones among them."""
    notice_type = desk.kit.types.get(extracted.type)
    if notice_type is None:
        return []
    about, owner = subject(extracted, notice_type), registered_owner(desk, extracted)
    found = []
    # A draft is no older than its notice, so that what was drafted before the day speaks of none within it.
    for draft in unit.since(StoredDraft, "made_at", stored.received_at - RECENT, type=extracted.type):
        if draft.notice == stored.id or subject(draft.facts, notice_type) != about or not stands(unit, draft):
            continue
        source = notices.get(unit, draft.notice)
        if source is not None and abs(stored.received_at - source.received_at) <= RECENT:
            differing = changes(draft.facts, extracted, notice_type)
            found.append(Word(draft, source, differing, _same_department(source, stored, owner)))
    return found


def chief_changes(desk: Desk, word: Word) -> tuple[Change, ...]:
    """The changes for which a post says that it is one, the chief one first."""
    return chief(word.changes, desk.kit.types[word.draft.type])


def stands(unit: Reading, draft: StoredDraft) -> bool:
    """Whether a draft is out or still on its way: not returned, not withdrawn."""
    posts = unit.find(StoredPost, draft=draft.id)
    return any(post.review in STANDING for post in posts)


def registered_owner(desk: Desk, extracted: Facts) -> str | None:
    """The department that the desk's registry names as owner of the site or service that a notice speaks of."""
    for fact in extracted.facts:
        if fact.kind in (Kind.SITE, Kind.SERVICE):
            key = str(fact.value)
            thing = desk.settings.site(key) if fact.kind is Kind.SITE else desk.settings.service(key)
            return thing.owner if thing else None
    return None


def owns(owner: str | None, stored: StoredNotice) -> bool:
    """Whether a notice comes from the owner; the registry may give its names side by side (「総務部 / GA」)."""
    return bool(owner) and any(same(name, stored.notice.owner) for name in names_of(owner or ""))


def names_of(department: str) -> list[str]:
    """The names that stand side by side for one department."""
    return [name.strip() for name in _BETWEEN.split(department) if name.strip()]


def same(one: str | None, other: str | None) -> bool:
    """Whether two names are one department's."""
    return bool(one and other) and folded(one or "").strip() == folded(other or "").strip()


def _same_department(source: StoredNotice, stored: StoredNotice, owner: str | None) -> bool:
    """Two versions of one notice come from one department, whatever each says of it."""
    version = stored.notice.source_id is not None and stored.notice.source_id == source.notice.source_id
    return version or same(source.notice.owner, stored.notice.owner) or (owns(owner, source) and owns(owner, stored))
