"""Releases that wait for a word: letting them go once it has been announced, and what still waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crisis.canon import timestamp
from crisis.clearance import announcements, statements
from crisis.desk.desk import Desk
from crisis.desk.outbox.queue import AWAITS, on_its_way, stated_post
from crisis.desk.signer import Signer
from crisis.dispatch.states import moved
from crisis.dispatch.timing import in_order
from crisis.errors import Refused
from crisis.model.delivery import Delivery, State
from crisis.model.records import StoredPost, StoredRelease
from crisis.store import releases
from crisis.store.unit import Reading, Writing


@dataclass(frozen=True)
class Awaited:
    """A release that waits: for what (None once the words are erased), and its deliveries, each with its post."""

    release: str
    words: str | None
    deliveries: tuple[Delivery, ...]
    posts: tuple[StoredPost, ...]


def awaited(unit: Reading) -> list[Awaited]:
    """What waits for a word, the earliest due first."""
    waiting = in_order(unit.find(Delivery, state=State.HELD, reason=AWAITS))
    found = []
    for release in dict.fromkeys(delivery.release for delivery in waiting):
        mine = tuple(delivery for delivery in waiting if delivery.release == release)
        posts = tuple(unit.need(StoredPost, delivery.post) for delivery in mine)
        found.append(Awaited(release, awaited_words(unit, release), mine, posts))
    return found


def awaited_words(unit: Reading, release: str) -> str | None:
    """For what a release waits, or has waited."""
    awaits = statements.decode(unit.need(StoredRelease, release).statement).awaits
    return releases.reason(unit, awaits) if awaits else None


def waiting_for(desk: Desk, post_ids: Sequence[str]) -> list[Awaited]:
    """The releases of these posts that wait for a word. Raises `Refused` for a post that waits for none."""
    with desk.store.reading() as unit:
        known = awaited(unit)
    for post in post_ids:
        if not any(post in [each.id for each in one.posts] for one in known):
            raise Refused(
                "awaits-nothing",
                "Post {post} waits for no announcement.",
                "`crisis queue` shows where each post stands.",
                post=post,
            )
    return [one for one in known if {post.id for post in one.posts} & set(post_ids)]


def announce(desk: Desk, seen: Sequence[Awaited], signer: Signer) -> list[Delivery]:
    """It has been announced: the person signs so for each release, and its posts leave when they are due. A stop that
    stands holds them on."""
    with desk.store.writing(desk.clock.now()) as unit:
        return [delivery for one in seen for delivery in _announce(desk, unit, one.release, signer)]


def _announce(desk: Desk, unit: Writing, release_id: str, signer: Signer) -> list[Delivery]:
    release, person = unit.need(StoredRelease, release_id), desk.person(unit, signer.person)
    word = announcements.announce(release_id, release.statement, person, signer.private_of(person), unit.at, desk.mode)
    unit.add(word)
    unit.record(
        "release-announced",
        release=release_id,
        by=word.person,
        key=word.key,
        at=timestamp(word.at),
        signature=word.signature,
    )
    waiting = in_order(unit.find(Delivery, release=release_id, state=State.HELD, reason=AWAITS))
    return [_let_go(desk, unit, delivery) for delivery in waiting]


def _let_go(desk: Desk, unit: Writing, delivery: Delivery) -> Delivery:
    queued = moved(delivery, State.QUEUED, reason=None, due=max(delivery.due, unit.at))
    unit.put(queued)
    unit.record("delivery-queued", delivery=queued.key, post=queued.post, account=queued.account)
    stated = stated_post(unit, queued)
    return on_its_way(desk, unit, queued, stated) if stated else queued
