"""Corrections: a new post that refers to the one that was wrong; what is out is never edited."""

from __future__ import annotations

from dataclasses import replace

from crisis.desk.desk import Desk, found
from crisis.desk.drafts.inspecting import inspected
from crisis.desk.outbox.hand import delivery_of
from crisis.desk.people.speaking import may_draft
from crisis.desk.reasons import keep_reason
from crisis.errors import Refused
from crisis.model.delivery import Delivery, State
from crisis.model.names import PLAIN_JAPANESE
from crisis.model.records import Review, StoredDraft, StoredPost
from crisis.store import notices
from crisis.text.lengths import measure

OUT = (State.PUBLISHED, State.UNKNOWN)
MARKS = {"ja": "【訂正】", PLAIN_JAPANESE: "【なおしました】", "en": "CORRECTION. "}
"""How a correction begins, by language; English elsewhere."""


def correct(desk: Desk, post_id: str, text: str, *, by: str) -> StoredPost:
    """Draft the correction of a post that is out: the right text for the same account and language, marked as a correction.

    Raises `Refused` for a post that has not left: that one is edited or withdrawn."""
    now = desk.clock.now()
    with desk.store.writing(now) as unit:
        may_draft(desk, unit, by)
        wrong = found(unit.get(StoredPost, post_id), "post", post_id)
        if delivery_of(unit, post_id).state not in OUT:
            raise Refused(
                "not-out",
                "Post {post} is not out: there is nothing to correct.",
                "Take it back with `crisis withdraw {post}` and draft again.",
                post=post_id,
            )
        before = unit.need(StoredDraft, wrong.draft)
        family = replace(before, id=desk.ids.new("D"), made_at=now, made_by=by, findings=(), corrects=post_id)
        words = _marked(text.strip("\n"), wrong.language)
        measured = measure(words, wrong.platform, limit=desk.settings.limit(wrong.account))
        stored = notices.get(unit, before.notice)
        corrected = replace(
            wrong,
            id=desk.ids.new("P"),
            draft=family.id,
            text=words,
            length=measured.length,
            limit=measured.limit,
            findings=(),
            last_editor=by,
            edited_at=now,
            review=Review.DRAFT,
            release=None,
        )
        corrected = replace(corrected, findings=inspected(desk, unit, corrected, family, stored))
        unit.add(family)
        unit.add(corrected)
        unit.record("correction-made", post=corrected.id, corrects=post_id, by=by, text=keep_reason(desk, unit, words))
    return corrected


def alike(desk: Desk, post_id: str) -> list[StoredPost]:
    """The posts of other accounts on which the same words are out, uncorrected."""
    with desk.store.reading() as unit:
        wrong = found(unit.get(StoredPost, post_id), "post", post_id)
        family = [post for post in unit.find(StoredPost, draft=wrong.draft) if post.id != wrong.id]
        return [
            post
            for post in family
            if (post.text, post.language) == (wrong.text, wrong.language)
            and any(each.state in OUT for each in unit.find(Delivery, post=post.id))
            and not unit.find(StoredDraft, corrects=post.id)
        ]


def _marked(text: str, language: str) -> str:
    mark = MARKS.get(language, MARKS["en"])
    return text if text.startswith(mark.strip()) else mark + text
