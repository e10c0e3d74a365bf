"""Where a post goes instead when its account fails: chosen and checked when it is cleared, so that nobody has to ask then."""

from __future__ import annotations

from crisis.clearance.bound import by_hand, target_of
from crisis.desk.desk import Desk
from crisis.errors import Refused
from crisis.model.records import StoredPost
from crisis.model.release import Target
from crisis.model.settings import BY_HAND, Account
from crisis.sentence import Sentence
from crisis.text.lengths import measure


def ways(
    desk: Desk, posts: tuple[StoredPost, ...], post: StoredPost, account: Account, chosen: tuple[str, ...] | None
) -> tuple[Target, ...]:
    """The targets that are left for a post when its account fails, in order: those of `crisis.toml` that can carry its very
    bytes, or those chosen, of which every one has to. Raises `Refused` (`fallback-unfit`) for a chosen one that cannot."""
    names = account.fallback if chosen is None else tuple(name for name in chosen if name != account.id)
    for name in names if chosen is not None else ():
        if (why := _unfit(desk, posts, post, name)) is not None:
            raise Refused(
                "fallback-unfit",
                "{account} cannot stand in for post {post}: {why}",
                "Choose another account or `--fallback hand`, or shorten the text with `crisis edit {post} --text FILE`.",
                account=name,
                post=post.id,
                why=why,
            )
    return tuple(_target(desk, account, name) for name in names if _unfit(desk, posts, post, name) is None)


def _target(desk: Desk, account: Account, name: str) -> Target:
    other = desk.settings.account(name)
    return target_of(other) if other is not None and name != BY_HAND else by_hand(account)


def _unfit(desk: Desk, posts: tuple[StoredPost, ...], post: StoredPost, name: str) -> Sentence | None:
    """Why an account cannot carry a post's bytes; None where it can. A person's hand always can."""
    other = desk.settings.account(name)
    if name == BY_HAND:
        return None
    if other is None:
        return Sentence("crisis.toml has no such account.")
    if any(sibling.account == name and sibling.language == post.language for sibling in posts):
        return Sentence("it carries a post of this release already.")
    return _unable(desk, post, other)


def _unable(desk: Desk, post: StoredPost, other: Account) -> Sentence | None:
    if post.language not in (other.languages or desk.settings.languages):
        return Sentence("it does not post in {language}.", language=post.language)
    if other.purpose and post.template not in other.purpose:
        return Sentence("it is not there for {type}.", type=post.template)
    measured = measure(post.text, other.platform, limit=other.limit)
    if not measured.valid:
        return Sentence(
            "{length} of {limit}: the text is too long there.", length=measured.length, limit=measured.limit
        )
    return None
