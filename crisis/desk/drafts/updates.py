"""Updates: a department's later word on the same thing takes the place of its earlier one, and its posts say what changed."""

from __future__ import annotations

from dataclasses import dataclass

from crisis.desk.desk import Desk
from crisis.desk.drafts.compose import facts_of
from crisis.desk.notices.beside import Word, chief_changes, words
from crisis.desk.notices.versions import link, newer, overtake
from crisis.facts.changes import Change
from crisis.model.fact import Fact, Facts
from crisis.model.records import Review, StoredDraft, StoredNotice, StoredPost
from crisis.store.unit import Reading, Writing


@dataclass(frozen=True)
class Update:
    """What a notice changes of what its own department had said: the facts that differ, and the words that say the old."""

    type: str | None = None
    changes: tuple[Change, ...] = ()
    earlier: tuple[Word, ...] = ()


def update(desk: Desk, unit: Reading, stored: StoredNotice, extracted: Facts) -> Update:
    """What a notice changes. A fact that several said differently before is shown as the newest of them gave it."""
    earlier = [word for word in _earlier(desk, unit, stored, extracted) if word.changes]
    newest = {change.name: change for word in earlier for change in word.changes}
    return Update(extracted.type, tuple(newest.values()), tuple(earlier))


def replaced(desk: Desk, unit: Reading, stored: StoredNotice, extracted: Facts) -> tuple[Fact, ...]:
    """The facts of the newest cleared word of its department that a notice changes, the chief one first: a post about them
    is an update. What nobody cleared was never said."""
    cleared = [w for w in _earlier(desk, unit, stored, extracted) if _is_cleared(unit, w.draft)]
    return tuple(change.old for change in chief_changes(desk, cleared[-1])) if cleared else ()


def arrived(desk: Desk, unit: Writing, stored: StoredNotice, extracted: Facts) -> Update:
    """Take back or hold what says the old, from the moment in which the newer word is known; once, since what is made of
    the older notice afterwards is stale by itself."""
    found = update(desk, unit, stored, extracted)
    for word in found.earlier:
        if newer(unit, word.notice) is None:
            overtake(unit, unit.find(StoredDraft, notice=word.notice.id), word.notice.id, stored.id)
            link(unit, word.notice.id, stored.id)
    return found


def heard(desk: Desk, stored: StoredNotice) -> Update:
    """What a notice that the desk holds changes, for who looks at it."""
    extracted = facts_of(desk.kit, stored)
    if extracted is None:
        return Update()
    with desk.store.reading() as unit:
        return update(desk, unit, stored, extracted)


def _earlier(desk: Desk, unit: Reading, stored: StoredNotice, extracted: Facts) -> list[Word]:
    return [w for w in words(desk, unit, stored, extracted) if w.ours and w.notice.id < stored.id]


def _is_cleared(unit: Reading, draft: StoredDraft) -> bool:
    return bool(unit.find(StoredPost, draft=draft.id, review=Review.CLEARED))
