"""What is out, as the messages of CAP: one for each release, each naming those that it follows.

A message never changes once it is out. A language that leaves long after the others makes another message, which updates
the first and holds all languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import groupby

from crisis.model.names import Names
from crisis.model.published import Incident, PublishedPost, Shelf
from crisis.model.settings import Mode

TOGETHER = timedelta(minutes=10)
"""Languages of one release that leave within this time are one message."""
HOLDS = timedelta(hours=24)
"""How long a message counts where nothing follows it: no reader may lose a closure at the very minute of the next update."""
MINUTE = timedelta(minutes=1)


class MessageType(StrEnum):
    """CAP's `msgType`, the ones that a company sends."""

    ALERT = "Alert"
    UPDATE = "Update"
    CANCEL = "Cancel"


@dataclass(frozen=True, slots=True)
class Message:
    """One CAP message. `posts` are its infos, one a language; `follows` are the messages that it updates or cancels, the
    oldest first; `incident` is what happened, None outside any."""

    identifier: str
    sent: datetime
    kind: MessageType
    posts: tuple[PublishedPost, ...]
    follows: tuple[Message, ...]
    incident: Incident | None
    organisation: Names
    mode: Mode

    @property
    def expires(self) -> datetime:
        """From when it counts no longer."""
        return self.sent + HOLDS

    @property
    def final(self) -> bool:
        """Whether it says that all is over."""
        return any(post.final for post in self.posts)


def messages(shelf: Shelf) -> tuple[Message, ...]:
    """Every message of the state, the oldest first; each release's languages in the order of the outlet."""
    made: list[Message] = []
    incidents = {incident.id: incident for incident in shelf.incidents}
    for identifier, sent, posts in sorted(_waves(shelf), key=lambda wave: (wave[1], wave[0])):
        newest = posts[-1]
        kind, follows = _place(posts, made, sent)
        ordered = sorted(posts, key=lambda post: (_rank(shelf.languages, post.language), post.language))
        incident = incidents.get(newest.incident or "")
        made.append(Message(identifier, sent, kind, tuple(ordered), follows, incident, shelf.organisation, shelf.mode))
    return tuple(made)


def _waves(shelf: Shelf) -> Iterator[tuple[str, datetime, tuple[PublishedPost, ...]]]:
    """Identifier, time and posts of each message: those of a release that left together, then those and the late ones."""
    for release, posts in _by_release(shelf):
        began = posts[0].published_at
        yield release, posts[0].not_before or began, tuple(p for p in posts if p.published_at <= began + TOGETHER)
        late = [post for post in posts if post.published_at > began + TOGETHER]
        for number, post in enumerate(late, 2):
            so_far = [p for p in posts if p.published_at <= post.published_at]
            yield f"{release}.{number}", post.published_at, tuple(so_far)


def _by_release(shelf: Shelf) -> Iterator[tuple[str, Sequence[PublishedPost]]]:
    """The posts of each release, the earliest first, with those that are about to leave with them."""
    ordered = sorted(shelf.posts, key=lambda post: (_release(post), post.published_at, post.post))
    for release, group in groupby(ordered, key=_release):
        out = list(group)
        yield release, [*out, *_joining(shelf, release, out)]


def _joining(shelf: Shelf, release: str, out: Sequence[PublishedPost]) -> Iterator[PublishedPost]:
    known = {post.post for post in out}
    for post in shelf.coming:
        if post.release == release and post.post not in known and post.published_at <= out[0].published_at + TOGETHER:
            yield post


def _release(post: PublishedPost) -> str:
    return post.release or post.post


def _place(
    posts: Sequence[PublishedPost], before: Sequence[Message], sent: datetime
) -> tuple[MessageType, tuple[Message, ...]]:
    """What kind of message it is, and which it follows: every related one that still counts (CAP 1.2, 3.2.1 references)."""
    newest = posts[-1]
    withdrawn = next((m for m in reversed(before) if _takes_back(newest, m)), None)
    if withdrawn is not None:
        return MessageType.CANCEL, (withdrawn,)
    follows = tuple(m for m in before if _corrected(newest, m) or (m.expires > sent and _related(newest, m)))
    return MessageType.UPDATE if follows else MessageType.ALERT, follows


def _takes_back(post: PublishedPost, earlier: Message) -> bool:
    """Whether the post withdraws the message whole: it names the minute in which that one was made."""
    said = post.takes_back
    if said is None or post.incident != earlier.posts[0].incident:
        return False
    return any(said <= each.published_at < said + MINUTE for each in earlier.posts)


def _corrected(post: PublishedPost, earlier: Message) -> bool:
    return post.corrects is not None and any(each.post == post.corrects for each in earlier.posts)


def _related(post: PublishedPost, earlier: Message) -> bool:
    """Of the same release or the same thing; the last word on an incident follows all of it."""
    other = earlier.posts[-1]
    if post.release and post.release == other.release:
        return True
    if post.incident != other.incident:
        return False
    return (post.topic != "" and post.topic == other.topic) or (post.final and post.incident is not None)


def _rank(languages: Sequence[str], language: str) -> int:
    return languages.index(language) if language in languages else len(languages)
