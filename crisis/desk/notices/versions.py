"""Versions of a notice: when it comes again changed, nothing that was made of an older one goes out by itself any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crisis.canon import salted_digest
from crisis.desk.outbox.queue import STALE, change
from crisis.desk.outbox.undoing import detach
from crisis.dispatch.timing import LEFT
from crisis.model.delivery import Delivery, State
from crisis.model.finding import Finding, Severity
from crisis.model.notice import Notice
from crisis.model.published import Incident
from crisis.model.records import ENDED, Review, StoredDraft, StoredNotice, StoredPost
from crisis.sentence import Sentence
from crisis.store import notices
from crisis.store.unit import Reading, Writing

if TYPE_CHECKING:
    from crisis.desk.desk import Desk

LATE = Sentence("This is an older version of a notice that has come before in a newer one.")
"""Why nothing is made of a version that arrives after the one that replaced it."""


def latest(unit: Reading, notice: Notice) -> StoredNotice | None:
    """The newest version of a notice that the desk holds."""
    held = _versions(unit, notice)
    return held[-1] if held else None


def newer(unit: Reading, stored: StoredNotice) -> StoredNotice | None:
    """What speaks now in place of a notice: its newest version, or a later notice of its department that took its place."""
    last, links = latest(unit, stored.notice), notices.links(unit)
    newest = max(stored.id, last.id if last else "")
    while newest in links:
        newest = links[newest]
    return notices.get(unit, newest) if newest > stored.id else None


def link(unit: Writing, notice: str, by: str) -> None:
    """Remember that a later notice took the place of another, so that what was made of the other is stale."""
    if notice < by:
        notices.link(unit, notice, by)


def same_again(desk: Desk, unit: Reading, notice: Notice, *, polled: bool) -> StoredNotice | None:
    """The notice that this one is again, None where it says something new. An old version that is handed in again is that
    old version; where a source itself goes back to it, it is the newest."""
    known = notices.known(unit, fingerprint(unit, notice, None))
    last = latest(unit, notice)
    if last is None:
        return known
    if _says_the_same(desk, last.notice, notice):
        return last
    return None if polled and not is_older(notice, last.notice) else known


def perhaps_new(unit: Reading, read: Sequence[Notice]) -> list[Notice]:
    """Those that are not, byte for byte, what the desk holds as their newest version: a quick look before the careful one."""
    key = _key(unit)
    prints = [salted_digest(key, _told(notice)) for notice in read]
    held = notices.newest(unit, set(prints))
    return [notice for notice, own in zip(read, prints, strict=True) if own not in held]


def is_older(notice: Notice, than: Notice) -> bool:
    """Whether its envelope states an earlier time: a mail overtaken on its way, a feed from an old cache."""
    return notice.written_at is not None and than.written_at is not None and notice.written_at < than.written_at


def fingerprint(unit: Reading, notice: Notice, before: StoredNotice | None) -> str:
    """What recognises a notice, keyed: its bytes, and which of the notices in them it is. One that comes back after others
    is told apart by the version before it."""
    key = _key(unit)
    own = salted_digest(key, _told(notice))
    if before is None or notices.known(unit, own) is None:
        return own
    return salted_digest(key, _told(notice) + b"\0" + before.id.encode())


def _key(unit: Reading) -> bytes:
    return bytes.fromhex(unit.meta("fingerprint_key") or "")


def _told(notice: Notice) -> bytes:
    return notice.raw + b"\0" + notice.text.encode("utf-8", "replace")


def incident_of(unit: Reading, before: StoredNotice | None) -> str | None:
    """The incident of an earlier version, while it is open."""
    incident = unit.get(Incident, before.incident) if before and before.incident else None
    return incident.id if incident is not None and incident.closed_at is None else None


def supersede(unit: Writing, before: StoredNotice, stored: StoredNotice) -> None:
    """Hold or take back everything that was made of the older versions, and record what is out already."""
    held = _versions(unit, stored.notice)
    old = [version.id for version in held if version.id < stored.id]
    overtake(unit, unit.find(StoredDraft, notice=old), before.id, stored.id)


def overtake(unit: Writing, drafts: Iterable[StoredDraft], notice: str, by: str) -> None:
    """Hold or take back everything that was made of a notice, because another one says otherwise."""
    told: dict[str, list[str]] = {"withdrawn": [], "held": [], "out": []}
    for post in unit.find(StoredPost, draft=[draft.id for draft in drafts]):
        if (became := _made_stale(unit, post)) is not None:
            told[became].append(post.id)
    unit.record("notice-superseded", notice=notice, by=by, **told)


def stale(unit: Reading, stored: StoredNotice) -> tuple[Finding, ...]:
    """What is said of everything made of a notice that has a newer version."""
    last = newer(unit, stored)
    if last is None:
        return ()
    mend = Sentence(
        "Its notice has changed: {newer} is newer. Draft from that one: crisis draft {newer} --save", newer=last.id
    )
    return (Finding(STALE, Severity.HOLD, mend),)


@dataclass(frozen=True)
class OutOfDate:
    """A post that is out, or may be, whose notice has a newer version of which nothing is out on the same account in its
    language."""

    post: str
    account: str
    notice: str
    newer: str


def out_of_date(unit: Reading) -> list[OutOfDate]:
    """What is out and says what its notice no longer says, oldest first."""
    told = []
    replaced = filter(None, (notices.get(unit, notice) for notice in notices.links(unit)))
    held = {stored.id: stored for stored in (*notices.changed(unit), *replaced)}
    for stored in (held[notice] for notice in sorted(held)):
        last = newer(unit, stored)
        if last is None:
            continue
        answered = {_place(unit, delivery) for delivery in _out(unit, last)}
        told += [
            OutOfDate(d.post, d.account, stored.id, last.id)
            for d in _out(unit, stored)
            if _place(unit, d) not in answered
        ]
    return told


def _place(unit: Reading, delivery: Delivery) -> tuple[str, str]:
    return delivery.account, unit.need(StoredPost, delivery.post).language


def to_draft_anew(unit: Reading) -> list[str]:
    """Notices of which an older version waits, stale, to go out, while nothing has been drafted of themselves."""
    waiting = [d for d in unit.find(Delivery, state=[State.HELD, State.BY_HAND]) if d.reason == STALE]
    told: dict[str, None] = {}
    for delivery in waiting:
        draft = unit.need(StoredDraft, unit.need(StoredPost, delivery.post).draft)
        stored = notices.get(unit, draft.notice)
        last = newer(unit, stored) if stored else None
        if last is not None and not alive(unit, last.id):
            told[last.id] = None
    return list(told)


def alive(unit: Reading, notice: str) -> bool:
    """Whether something is drafted of a notice that may still go out, or is out."""
    drafts = [draft.id for draft in unit.find(StoredDraft, notice=notice)]
    return any(post.review not in ENDED for post in unit.find(StoredPost, draft=drafts))


def _out(unit: Reading, stored: StoredNotice) -> list[Delivery]:
    """The deliveries of a notice that have left."""
    drafts = [draft.id for draft in unit.find(StoredDraft, notice=stored.id)]
    posts = [post.id for post in unit.find(StoredPost, draft=drafts)]
    return unit.find(Delivery, post=posts, state=LEFT)


def _versions(unit: Reading, notice: Notice) -> list[StoredNotice]:
    """All that came under its identity, oldest first. What is no address counts within one feed or file only."""
    if notice.source_id is None:
        return []
    everywhere = ":" in notice.source_id or "@" in notice.source_id
    came = notices.versions(unit, notice.source_id)
    return [v for v in came if v.refused != LATE and (everywhere or v.notice.name == notice.name)]


def _says_the_same(desk: Desk, one: Notice, other: Notice) -> bool:
    """Whether two versions read alike. Another time of the same day is none of what is said: portals stamp their entries
    anew, and mail comes over two ways; on another day 本日 is another day."""
    return _said(desk, one) == _said(desk, other)


def _said(desk: Desk, notice: Notice) -> tuple[object, ...]:
    day = notice.written_at and notice.written_at.astimezone(desk.settings.zone).date()
    return notice.title, notice.text, notice.entries, notice.owner, day


def _made_stale(unit: Writing, post: StoredPost) -> str | None:
    """What becomes of one post: `withdrawn`, `held`, `out`, or None where nothing of it could go out any more."""
    deliveries = unit.find(Delivery, post=post.id)
    if any(delivery.state in LEFT for delivery in deliveries):
        return "out"
    if post.review in (Review.DRAFT, Review.IN_REVIEW, Review.RETURNED):
        unit.put(replace(detach(unit, post), review=Review.WITHDRAWN))
        unit.record("post-withdrawn", post=post.id, by=None, reason="newer-version")
        return "withdrawn"
    stopped = [_stopped(unit, delivery) for delivery in deliveries]
    return "held" if any(stopped) else None


def _stopped(unit: Writing, delivery: Delivery) -> bool:
    """Hold a delivery that could still go. One in a person's hands stays there, marked, so that it can be told what
    became of it."""
    if delivery.state not in (State.QUEUED, State.HELD, State.BY_HAND) or delivery.reason == STALE:
        return False
    state = State.HELD if delivery.state is State.QUEUED else delivery.state
    change(unit, delivery.evolve(state=state, reason=STALE), reason=STALE)
    return True
