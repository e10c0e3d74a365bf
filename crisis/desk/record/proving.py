"""Makes the bundle that proves a notice or a release to somebody outside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NoReturn

from crisis.canon import digest
from crisis.clearance import keys, statements
from crisis.clearance.policy import encode as policy_bytes
from crisis.clearance.precleared import PRECLEARANCE
from crisis.clearance.register import KINDS
from crisis.clearance.ways.phone import card_of
from crisis.desk.desk import Desk, found
from crisis.desk.plain import plain
from crisis.desk.record.book import newest_checkpoint, write_checkpoint
from crisis.desk.record.proven import without_state
from crisis.errors import Mistake
from crisis.ledger import tree
from crisis.ledger.bundle import Bundle, Proven
from crisis.ledger.checkpoint import Checkpoint
from crisis.model.card import Card
from crisis.model.delivery import Delivery
from crisis.model.owed import Countersignature
from crisis.model.preclearance import StoredPreclearance
from crisis.model.records import StoredPost, StoredRelease
from crisis.model.release import Announcement, Approval, How, Statement
from crisis.store import notices, releases
from crisis.store.unit import Reading


def prove(desk: Desk, name: str, older: Sequence[Checkpoint] = (), *, with_salts: bool = False) -> Bundle:
    """The bundle of a notice (N-…), a release (R-…) or a post (P-…), under a checkpoint that is signed now.

    `older` are checkpoints that its reader has: the bundle leads from each to the newest. `with_salts` adds the salts of the
    notices: for a reader who may see them. Raises Mistake `not-found`.
    """
    write_checkpoint(desk)
    newest = newest_checkpoint(desk)
    key = keys.public_of(keys.load(desk.ledger_key(), None))
    with desk.store.reading() as unit:
        meant = list(_releases(unit, name))
        stated = [statements.decode(release.statement) for release in meant]
        given = {release.id: releases.approvals(unit, release.id) for release in meant}
        under = [unit.need(StoredPreclearance, named) for named in _preclearances(stated)]
        cards = _cards(desk, unit, [one for each in given.values() for one in each])
        wanted = _wanted(unit, name, stated, (*(one.id for one in cards), *(one.id for one in under)))
        proven = [
            Proven(data, tuple(tree.inclusion(seq, newest.size, unit.ledger.ledger_node)))
            for seq, data in _entries(unit, newest.size, wanted)
        ]
        return Bundle(
            name,
            key,
            newest.note,
            {
                one.size: tuple(tree.consistency(one.size, newest.size, unit.ledger.ledger_node))
                for one in older
                if one.size <= newest.size
            },
            tuple(proven),
            tuple(_release(unit, release, given[release.id]) for release in meant),
            tuple(_preclearance(unit, one) for one in under),
            tuple(_policies(unit)),
            tuple(plain(without_state(card)) for card in cards),
            _salts(unit, name, stated) if with_salts else {},
        )


def _releases(unit: Reading, name: str) -> Iterator[StoredRelease]:
    """The cleared releases that are meant. Raises Mistake for a name that nothing bears."""
    if name.startswith("P-"):
        name = found(unit.get(StoredPost, name), "post", name).release or _uncleared(name)
    if name.startswith("N-"):
        found(notices.get(unit, name), "notice", name)
        for release in unit.find(StoredRelease):
            if release.cleared_at and name in dict(statements.decode(release.statement).notices):
                yield release
    else:
        release = found(unit.get(StoredRelease, name), "release", name)
        yield release if release.cleared_at else _uncleared(name)


def _uncleared(name: str) -> NoReturn:
    raise Mistake(
        "uncleared",
        "{name} is not cleared, so there is nothing to prove of it.",
        "What became of its notice can be proven: `crisis ledger prove N-…`",
        name=name,
    )


def _preclearances(stated: Iterable[Statement]) -> list[str]:
    """The pre-clearances that these releases went out under."""
    named = (statement.provenance.get(PRECLEARANCE) for statement in stated)
    return sorted({one for one in named if one})


def _cards(desk: Desk, unit: Reading, given: Iterable[Approval]) -> list[Card]:
    """The cards whose codes were used."""
    cards = desk.signers(unit).cards
    used = {card_of(approval, cards)[0].id for approval in given if approval.how == How.PHONE}
    return [cards[one] for one in sorted(used)]


def _wanted(unit: Reading, name: str, stated: Sequence[Statement], more: Iterable[str]) -> set[str]:
    """What the entries of this subject name."""
    ids = {name, *more}
    for statement in stated:
        ids |= {statement.release, digest(statements.encode(statement))}
        ids |= {*(notice for notice, _ in statement.notices), *(post.post for post in statement.posts)}
        ids |= {delivery.key for delivery in unit.find(Delivery, release=statement.release)}
    return ids


def _entries(unit: Reading, size: int, wanted: set[str]) -> Iterator[tuple[int, bytes]]:
    """Number and bytes of every entry that names what is wanted, and of all that say who may sign, and by which policy: each
    decision rests on the one before."""
    subject = _naming(wanted)
    for seq, _, kind, data, _ in unit.ledger.ledger_entry_rows():
        if seq >= size:
            return
        if seq == 0 or kind in KINDS or subject.search(data):
            yield seq, data


def _naming(ids: Iterable[str]) -> re.Pattern[bytes]:
    return re.compile(b"|".join(re.escape(f'"{one}'.encode()) + rb'\\?"' for one in sorted(ids)) or b"(?!)")


def _release(unit: Reading, release: StoredRelease, given: Sequence[Approval]) -> dict[str, object]:
    """A release with all that was signed for it; the word that it waited for only where one was given."""
    word = unit.get(Announcement, release.id)
    return {
        **({"announcement": plain(word)} if word else {}),
        "statement": release.statement.decode(),
        "approvals": [plain(approval) for approval in given],
        "countersignatures": [
            plain(replace(one, escalated_at=None)) for one in unit.find(Countersignature, release=release.id)
        ],
    }


def _preclearance(unit: Reading, stored: StoredPreclearance) -> dict[str, object]:
    signatures = releases.signatures(unit, stored.id)
    return {"statement": stored.statement.decode(), "signatures": [plain(one) for one in signatures]}


def _policies(unit: Reading) -> Iterator[str]:
    """Every policy that was ever in force."""
    for version in releases.versions(unit):
        if (adopted := releases.policy(unit, version)) is not None:
            yield policy_bytes(adopted).decode()


def _salts(unit: Reading, name: str, stated: Sequence[Statement]) -> dict[str, str]:
    """Salts by what they belong to; a notice that was erased has none left."""
    ids = {notice for statement in stated for notice, _ in statement.notices} | (
        {name} if name.startswith("N-") else set()
    )
    kept = [stored for id_ in sorted(ids) if (stored := notices.get(unit, id_)) is not None]
    return {stored.id: stored.salt.hex() for stored in kept if stored.salt}
