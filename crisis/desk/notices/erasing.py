"""Erasure: what came from inside goes, what proves the releases stays.

Of an erased notice the desk keeps its identifier, its times, its type, and the digest whose salt is gone, so that nobody can
try guesses against it. The statements of what was cleared, the approvals and the ledger stand as they were.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from crisis.clearance import statements
from crisis.desk.desk import Desk, found
from crisis.desk.reasons import keep_reason
from crisis.dispatch.states import OPEN
from crisis.errors import Refused
from crisis.model.delivery import Delivery
from crisis.model.published import Incident
from crisis.model.records import Review, StoredDraft, StoredNotice, StoredPost, StoredRelease
from crisis.model.release import Person
from crisis.model.role import Role
from crisis.store import notices, releases
from crisis.store.unit import Reading, Writing

MAY_DECIDE = frozenset({Role.LEGAL, Role.LEAD, Role.DEPUTY})
"""Who may have a notice erased, or keep it from being erased."""


@dataclass(frozen=True)
class Erased:
    """What was erased, and whether the files hold nothing of it any more: not while another process still reads an older
    state of the database."""

    notices: tuple[str, ...]
    compact: bool


HASHED = ("reason", "text")
"""Members of the ledger's entries that are the salted hash of words which the desk keeps."""


def erase(desk: Desk, notice_ids: Sequence[str], *, by: str, reason: str) -> Erased:
    """Erase the content of notices: bytes, text, salt, what was drafted and never cleared, and the free reasons about it.

    Raises `Refused`: `may-not-decide`, `delivery-open` (something of it may still go out), `retained`. All or none.
    """
    with desk.store.writing(desk.clock.now()) as unit:
        _may_decide(desk, unit, by)
        kept = [_held(unit, notice_id) for notice_id in dict.fromkeys(notice_ids)]
        for stored in kept:
            _refuse_needed(unit, stored)
        ids = {stored.id: _about(unit, stored) for stored in kept}
        _erase_reasons(unit, set().union(*ids.values()))
        why = keep_reason(desk, unit, reason)
        for stored in kept:
            _erase(unit, stored)
            unit.record("notice-erased", notice=stored.id, by=by, reason=why)
    return Erased(tuple(ids), desk.store.compact())


def due(desk: Desk) -> list[StoredNotice]:
    """Notices that have stood longer than the desk keeps them ([desk] keep_notices_days): since they came, or since their
    incident was closed. Empty where the desk sets no time."""
    days = desk.settings.keep_notices_days
    if days is None:
        return []
    with desk.store.reading() as unit:
        before = desk.clock.now() - timedelta(days=days)
        ended = {incident.id: incident.closed_at for incident in unit.find(Incident)}
        return [
            stored
            for stored in notices.find(unit, erased_at=None, retained_by=None)
            if (since := ended[stored.incident] if stored.incident else stored.received_at) is not None
            and since < before
            and not _open(unit, stored)
        ]


def retain(desk: Desk, notice_ids: Sequence[str], *, by: str, reason: str, lift: bool = False) -> None:
    """Keep notices from being erased, as for a lawsuit, until somebody lifts it (`lift`)."""
    with desk.store.writing(desk.clock.now()) as unit:
        _may_decide(desk, unit, by)
        why = keep_reason(desk, unit, reason)
        for notice_id in dict.fromkeys(notice_ids):
            notices.put(unit, replace(_held(unit, notice_id), retained_by=None if lift else by))
            unit.record("notice-retained", notice=notice_id, by=by, lifted=lift, reason=why)


def _may_decide(desk: Desk, unit: Reading, person_id: str) -> Person:
    person = desk.person(unit, person_id)
    if MAY_DECIDE.isdisjoint(person.roles):
        raise Refused(
            "may-not-decide",
            "{person} holds no role that decides on erasing.",
            "It takes one of: legal, lead, deputy. `crisis person list` shows who holds them.",
            person=person_id,
        )
    return person


def _held(unit: Reading, notice_id: str) -> StoredNotice:
    stored = found(notices.get(unit, notice_id), "notice", notice_id)
    if stored.erased_at is not None:
        raise erased_already(stored)
    return stored


def erased_already(stored: StoredNotice) -> Refused:
    """What is said where somebody wants the content of an erased notice."""
    return Refused(
        "erased",
        "The content of notice {notice} was erased.",
        "What was cleared of it stands in the record: crisis ledger releases",
        notice=stored.id,
    )


def _refuse_needed(unit: Reading, stored: StoredNotice) -> None:
    if stored.retained_by is not None:
        raise Refused(
            "retained",
            "Notice {notice} is kept from being erased, by {person}.",
            "Ask them. When it may go: crisis notice retain {notice} --lift --reason TEXT --as ID",
            notice=stored.id,
            person=stored.retained_by,
        )
    if opened := _open(unit, stored):
        raise Refused(
            "delivery-open",
            "Post {post} of notice {notice} is {state}: something of it may still go out.",
            "Wait for it, settle it or withdraw it: crisis queue",
            post=opened[0].post,
            notice=stored.id,
            state=opened[0].state.value,
        )


def _open(unit: Reading, stored: StoredNotice) -> list[Delivery]:
    return unit.find(Delivery, post=[post.id for post in _posts(unit, stored)], state=OPEN)


def _posts(unit: Reading, stored: StoredNotice) -> list[StoredPost]:
    return unit.find(StoredPost, draft=[draft.id for draft in unit.find(StoredDraft, notice=stored.id)])


def _about(unit: Reading, stored: StoredNotice) -> set[str]:
    """The identifiers under which the ledger speaks of a notice and what was made of it."""
    posts = _posts(unit, stored)
    cleared = {post.release for post in posts if post.release}
    proposed = {release.id for release in _proposals(unit, stored)}
    return {stored.id, *(post.id for post in posts), *(post.draft for post in posts), *cleared, *proposed}


def _proposals(unit: Reading, stored: StoredNotice) -> list[StoredRelease]:
    """The releases over this notice that were laid before the approvers and never cleared."""
    return [
        release
        for release in unit.find(StoredRelease, cleared_at=None)
        if release.statement and stored.id in dict(statements.decode(release.statement).notices)
    ]


def _erase_reasons(unit: Writing, ids: Collection[str]) -> None:
    """Erase the words behind each hashed reason that the ledger gives about any of these."""
    wanted = {name.encode() for name in ids}
    for entry in unit.ledger_entries():
        if b'":"hmac-sha256:' in entry.body and any(name in entry.body for name in wanted):
            body = entry.told()
            for hashed in (body.get(member) for member in HASHED):
                if hashed is not None:
                    releases.erase_reason(unit, hashed)


def _erase(unit: Writing, stored: StoredNotice) -> None:
    for release in _proposals(unit, stored):
        unit.put(replace(release, statement=b"", voided_at=release.voided_at or unit.at))
    notices.erase(unit, stored.id, unit.at)
    for draft in unit.find(StoredDraft, notice=stored.id):
        posts = unit.find(StoredPost, draft=draft.id)
        cleared = _cleared(unit, posts)
        for post in posts:
            if post.id not in cleared:
                unit.put(replace(post, text="", length=0, findings=(), review=Review.WITHDRAWN, release=None))
        facts = draft.facts if cleared else replace(draft.facts, facts=(), doubts=())
        unit.put(replace(draft, facts=facts, findings=()))


def _cleared(unit: Reading, posts: Iterable[StoredPost]) -> set[str]:
    """The posts whose very words were cleared."""
    cleared: set[str] = set()
    for post in posts:
        release = unit.get(StoredRelease, post.release) if post.release else None
        if release is not None and release.cleared_at is not None:
            cleared.add(post.id)
    return cleared
