"""How people name posts: by identifier, by its last letters, or all that wait of a notice by the notice's identifier."""

from __future__ import annotations

from collections.abc import Sequence

from crisis.desk.desk import found
from crisis.errors import Mistake
from crisis.model.records import Review, StoredDraft, StoredPost
from crisis.store import notices
from crisis.store.unit import Reading

NOTICE = "N-"
SHORTEST = 4
"""Letters of an ending that are enough, where they name one post alone."""

WAITING = (Review.DRAFT, Review.IN_REVIEW, Review.RETURNED)


def posts_named(unit: Reading, names: Sequence[str]) -> list[str]:
    """The identifiers of the posts that are meant, without doubles. Raises `Mistake` for a name of none or of several."""
    return list(dict.fromkeys(post for name in names for post in _named(unit, name)))


def _named(unit: Reading, name: str) -> list[str]:
    if name.startswith(NOTICE):
        return _of_notice(unit, name)
    if unit.get(StoredPost, name) is not None:
        return [name]
    ending = name.upper().removeprefix("P-").removeprefix("…")
    matching = [post.id for post in unit.find(StoredPost) if len(ending) >= SHORTEST and post.id.endswith(ending)]
    if len(matching) > 1:
        raise Mistake("several-posts", "{name} is the end of several posts.", "Write more of it.", name=name)
    return [found(matching[0] if matching else None, "post", name)]


def _of_notice(unit: Reading, name: str) -> list[str]:
    found(notices.get(unit, name), "notice", name)
    drafts = {draft.id for draft in unit.find(StoredDraft, notice=name)}
    posts = [p.id for p in unit.find(StoredPost, draft=drafts, review=WAITING) if p.account is not None]
    if not posts:
        raise Mistake(
            "nothing-waits",
            "No post of notice {notice} waits.",
            "Draft it first: `crisis draft {notice} --save --as ID`.",
            notice=name,
        )
    return posts
