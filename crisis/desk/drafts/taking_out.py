"""Whole sentences out of a post: what may not go out, in one step."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from crisis.desk.desk import Desk, found
from crisis.desk.drafts.inspecting import inspected
from crisis.desk.drafts.saving import edit
from crisis.errors import Refused
from crisis.model.finding import Finding
from crisis.model.records import StoredDraft, StoredPost
from crisis.store import notices

SENTENCE_END = re.compile(r"[。！？]+[」』）)]*[ \u3000]*\n?|\n|[.!?]+[\"')]*\s+(?=[A-Z\"'(])")
"""A full stop, or an English one before a capital: a mark within a password ends nothing."""


def take_out(desk: Desk, post_id: str, *, by: str) -> StoredPost:
    """Take out of a post every sentence that may not go out as it is; whoever does so is its last editor.

    Raises `Refused` where nothing has to be taken out, or nothing would be left.
    """
    with desk.store.reading() as unit:
        post = found(unit.get(StoredPost, post_id), "post", post_id)
        draft = unit.need(StoredDraft, post.draft)
        stopping = [f for f in inspected(desk, unit, post, draft, notices.get(unit, draft.notice)) if f.stops]
    left = without(post.text, stopping)
    if left == post.text.strip():
        raise Refused("nothing-to-take-out", "No sentence of post {post} has to be taken out.", post=post_id)
    if not left:
        raise Refused(
            "nothing-left",
            "Nothing of post {post} would be left.",
            "Put another text in: `crisis edit {post} --text FILE`.",
            post=post_id,
        )
    return edit(desk, post_id, left, by=by)


def without(text: str, stopping: Sequence[Finding]) -> str:
    """A text less every sentence in which a finding stands; one that means the whole text takes nothing out."""
    places = [(f.start, f.end) for f in stopping if f.start is not None and f.end is not None]
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    sentences = pairwise([0, *ends, len(text)])
    kept = [text[a:b] for a, b in sentences if not any(start < b and a < end for start, end in places)]
    return "".join(kept).strip()
