"""Where what the desk keeps in words is not what was recorded: notices as they came, free reasons, and the texts of posts that
were cleared. The ledger holds their digests, the statement the text."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.canon import salted_digest
from crisis.clearance import statements
from crisis.ledger.verify import Problem
from crisis.model.records import StoredRelease
from crisis.store import notices, releases
from crisis.store.tables import PostRow
from crisis.store.unit import Reading

ERASED = "notice-erased"
POST = ("release", "id", "text", "language", "account", "platform")


def disagreements(unit: Reading) -> Iterator[Problem]:
    """Every notice, reason and cleared post whose words are not those that were recorded."""
    yield from _notices(unit)
    yield from _reasons(unit)
    yield from _posts(unit)


def _notices(unit: Reading) -> Iterator[Problem]:
    gone = set()
    for name, digest, salt, raw in notices.contents(unit):
        if not raw and not salt:
            gone.add(name)
        elif salted_digest(salt, raw) != digest:
            yield Problem(None, f"The content of notice {name} is not what was taken in.")
    if gone:  # asked only then: the kinds of a long ledger have no index
        erased = {entry["body"]["notice"] for entry in unit.ledger.told([ERASED])}
        for name in sorted(gone - erased):
            yield Problem(None, f"The content of notice {name} is gone, and the ledger tells of nobody who erased it.")


def _reasons(unit: Reading) -> Iterator[Problem]:
    for digest, salt, words in releases.reasons(unit):
        if salted_digest(salt, words.encode()) != digest:
            yield Problem(None, f"The words kept for the reason {digest[:24]} are not those that were given.")


def _posts(unit: Reading) -> Iterator[Problem]:
    """A post that stands in a cleared release says what that says; one that was taken out of it stands there no more."""
    cleared = {release.id: release.statement for release in unit.find(StoredRelease) if release.cleared_at}
    for release, *post in unit.streamed(PostRow, POST):
        if release in cleared and tuple(post) not in _stated(cleared[release]):
            yield Problem(None, f"Post {post[0]} is not as it was cleared.")


def _stated(statement: bytes) -> set[tuple[str, ...]]:
    return {
        (post.post, post.text, post.language, post.target.account, post.target.platform)
        for post in statements.decode(statement).posts
    }
