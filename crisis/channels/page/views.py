"""What the page's templates show: plain values, made from the shelf for one language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from crisis.channels.page.unknowns import unknown
from crisis.channels.page.words import written
from crisis.model.names import name_in
from crisis.model.published import Incident, PublishedPost, Shelf

FULL = 10
"""Posts outside any incident that the index shows in full; older ones are links."""
FRESH = timedelta(days=3)
"""A post outside any incident may still be what is happening: as long, no page says that nothing is."""
TOGETHER = timedelta(minutes=10)
"""Languages of one release leave within this time of each other: no language is then "newer" than the other."""
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_APART = re.compile(
    r"(?P<link>https?://[A-Za-z0-9][A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*)"
    r"|(?P<whole>(?<![0-9-])(?:\+?[0-9]{1,4}(?:-[0-9]{1,4}){2,3}(?![0-9-])"
    r"|(?:[0-9]{1,2}月)?[0-9]{1,2}日[(（][月火水木金土日][)）]))"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time for people and for machines."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a post's text: `plain`, a `link`, or `whole` where a line must not break (telephone numbers, dates)."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class PostView:
    """A post in full, with the posts that correct it and that it corrects; `subject` is what kind of notice it is."""

    id: str
    subject: str
    language: str
    pieces: tuple[Piece, ...]
    first_line: str
    at: Stamp
    corrected_by: tuple[tuple[str, Stamp], ...]
    corrects: tuple[tuple[str, Stamp], ...]


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident in one language: `posts` newest first, never empty; `current` are those that nothing has replaced, `unknown`
    their sentences that say what is not known yet, each with its language, `next` when we speak again, `late` whether that
    time is over; `newer` names languages that are ahead of this one; `foreign` says that nothing is there in this language and
    another's posts are shown; `replaced` names for each post that holds no more the one that says it anew."""

    id: str
    name: str
    closed: Stamp | None
    posts: tuple[PostView, ...]
    current: tuple[PostView, ...]
    unknown: tuple[tuple[str, str], ...]
    next: Stamp | None
    late: bool
    newer: tuple[tuple[str, Stamp], ...]
    foreign: bool
    replaced: Mapping[str, tuple[str, Stamp]]


@dataclass(frozen=True, slots=True)
class OthersView:
    """Posts outside any incident in one language, newest first: those of the last days, those shown in full, and the older
    ones. `newer` and `foreign` as of an incident."""

    fresh: tuple[PostView, ...]
    recent: tuple[PostView, ...]
    earlier: tuple[PostView, ...]
    newer: tuple[tuple[str, Stamp], ...]
    foreign: bool


class Viewer:
    """Makes views of one shelf in one language, at one time."""

    def __init__(self, shelf: Shelf, language: str, now: datetime, zone: ZoneInfo) -> None:
        self.shelf, self.language, self.zone = shelf, language, zone
        self.now = now.astimezone(zone)
        self._posts = {post.post: post for post in shelf.posts}
        self._corrections: dict[str | None, list[PublishedPost]] = {}
        for post in shelf.posts:
            self._corrections.setdefault(post.corrects, []).append(post)

    def stamp(self, at: datetime) -> Stamp:
        """A time as this page writes it."""
        local = at.astimezone(self.zone)
        return Stamp(local.isoformat(timespec="seconds"), written(local, self.now, self.language))

    def post(self, post: PublishedPost) -> PostView:
        """One post in full."""
        later = self._corrections.get(post.post, [])
        earlier = [self._posts[post.corrects]] if post.corrects in self._posts else []
        return PostView(
            id=post.post,
            subject=post.subject,
            language=post.language,
            pieces=tuple(pieces(post.text)),
            first_line=next((line.strip() for line in post.text.splitlines() if line.strip()), ""),
            at=self.stamp(post.published_at),
            corrected_by=tuple((other.post, self.stamp(other.published_at)) for other in later),
            corrects=tuple((other.post, self.stamp(other.published_at)) for other in earlier),
        )

    def incidents(self) -> tuple[IncidentView, ...]:
        """Incidents that have said something in public, newest first. One without a post is nobody's business yet."""
        found = sorted(self.shelf.incidents, key=lambda incident: incident.opened_at, reverse=True)
        return tuple(self.incident(each) for each in found if self._of(each.id))

    def incident(self, incident: Incident) -> IncidentView:
        """An incident that has posts."""
        said = self._of(incident.id)
        shown, foreign = self._in_language(said)
        current = standing(shown)
        spoken = next_time(current, self.now) if incident.closed_at is None else None
        return IncidentView(
            id=incident.id,
            name=name_in(incident.names, self.language) or incident.id,
            closed=self.stamp(incident.closed_at) if incident.closed_at else None,
            posts=tuple(self.post(post) for post in shown),
            current=tuple(self.post(post) for post in current),
            unknown=tuple(dict.fromkeys((each, p.language) for p in current for each in unknown(p.text, p.language))),
            next=self.stamp(spoken) if spoken else None,
            late=spoken is not None and spoken < self.now,
            newer=tuple(self._newer(said, shown)),
            foreign=foreign,
            replaced={old: (new.post, self.stamp(new.published_at)) for old, new in replacements(shown)},
        )

    def others(self) -> OthersView:
        """Posts outside any incident."""
        known = {incident.id for incident in self.shelf.incidents}
        said = [post for post in reversed(self.shelf.posts) if post.incident not in known]
        shown, foreign = self._in_language(said)
        views = tuple(self.post(post) for post in shown)
        fresh = sum(self.now - post.published_at < FRESH for post in shown)
        newer = tuple(self._newer(said, shown))
        return OthersView(views[:fresh], views[fresh : fresh + FULL], views[fresh + FULL :], newer, foreign)

    def _of(self, incident: str) -> list[PublishedPost]:
        return [post for post in reversed(self.shelf.posts) if post.incident == incident]

    def _in_language(self, posts: list[PublishedPost]) -> tuple[list[PublishedPost], bool]:
        """The posts in this language and False; where there are none, those of the nearest language and True: a reader
        helped by a translation is better served than one who is told nothing."""
        spoken = {post.language for post in posts}
        akin = [tag for tag in sorted(spoken) if tag.split("-")[0] == self.language.split("-")[0]]
        nearest = next(
            (tag for tag in (self.language, *akin, *self.shelf.languages, *sorted(spoken)) if tag in spoken), ""
        )
        return [post for post in posts if post.language == nearest], nearest != self.language and bool(posts)

    def _newer(self, said: list[PublishedPost], shown: list[PublishedPost]) -> Iterator[tuple[str, Stamp]]:
        for language in dict.fromkeys(post.language for post in said):
            newest = next(post for post in said if post.language == language)
            if newest.published_at - shown[0].published_at > TOGETHER:
                yield language, self.stamp(newest.published_at)


def replacements(posts: Sequence[PublishedPost]) -> Iterator[tuple[str, PublishedPost]]:
    """Of one incident's posts in one language, newest first, each that holds no more with the one that came in its place: the next
    of the same thing, else the last word. What was corrected has its correction."""
    newer: dict[str, PublishedPost] = {}
    last: PublishedPost | None = None
    corrected = {post.corrects for post in posts}
    for post in posts:
        about = post.topic or post.notice_type
        if post.post not in corrected and (later := newer.get(about, last)) is not None:
            yield post.post, later
        newer[about] = post
        last = post if post.final else last


def standing(posts: Sequence[PublishedPost]) -> tuple[PublishedPost, ...]:
    """Of one incident's posts in one language, newest first, those that hold: nothing newer speaks of the same thing or corrects
    them, and no last word came after them."""
    found: dict[str, PublishedPost] = {}
    corrected = {post.corrects for post in posts}
    for post in posts:
        if post.post not in corrected:
            found.setdefault(post.topic or post.notice_type, post)
        if post.final:
            break
    return tuple(found.values())


def next_time(posts: Sequence[PublishedPost], now: datetime) -> datetime | None:
    """When these posts say that we speak again: the earliest time to come, else the last that has passed."""
    times = sorted(post.next_update for post in posts if post.next_update is not None)
    return next((at for at in times if at >= now), times[-1] if times else None)


def pieces(text: str) -> Iterator[Piece]:
    """The text in runs that join to exactly the text; only http and https addresses are links, without the stop after them."""
    start = 0
    for found in _APART.finditer(text):
        whole = found.lastgroup == "whole"
        end = found.end() if whole else found.start() + len(_trimmed(found.group()))
        if found.start() > start:
            yield Piece(text[start : found.start()], "plain")
        yield Piece(text[found.start() : end], "whole" if whole else "link")
        start = end
    if start < len(text):
        yield Piece(text[start:], "plain")


def _trimmed(url: str) -> str:
    """Without the punctuation of the sentence around it; a bracket belongs to the address if it opens there."""
    while url[-1] in ".,;:!?'\"" or (url[-1] in ")]" and url.count(url[-1]) > url.count({")": "(", "]": "["}[url[-1]])):
        url = url[:-1]
    return url
