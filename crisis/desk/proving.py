"""Makes the bundle that proves a notice or a release to somebody outside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from crisis.clearance import keys, statements
from crisis.clearance.policy import encode as policy_bytes
from crisis.clearance.ways.phone import card_of
from crisis.desk.book import newest_checkpoint, write_checkpoint
from crisis.desk.desk import Desk, found
from crisis.desk.proof import plain
from crisis.ledger import tree
from crisis.ledger.bundle import Bundle, Proven
from crisis.ledger.checkpoint import Checkpoint
from crisis.model.card import Card
from crisis.model.delivery import Delivery
from crisis.model.records import StoredPost, StoredRelease
from crisis.model.release import Approval, How, Person, Statement
from crisis.store import notices, releases
from crisis.store.unit import Reading

ROSTER = ("person-", "roster-", "card-", "policy-", "desk-")
"""Kinds of entries that say who may sign, and under which rules."""


def prove(desk: Desk, name: str, older: Sequence[Checkpoint] = (), *, with_salts: bool = False) -> Bundle:
    """The bundle of a notice (N-…), a release (R-…) or a post (P-…), under a checkpoint that is signed now.

    `older` are checkpoints that its reader has: the bundle leads from each to the newest. `with_salts` adds the salts of the
    notices and of the reasons, with the reasons themselves: for a reader who may see the notice. Raises Mistake `not-found`.
    """
    write_checkpoint(desk)
    newest = newest_checkpoint(desk)
    key = keys.public_of(keys.load(desk.ledger_key(), None))
    with desk.store.reading() as unit:
        meant = list(_releases(unit, name))
        stated = [statements.decode(release.statement) for release in meant]
        given = {release.id: releases.approvals(unit, release.id) for release in meant}
        people, cards = _signers(desk, unit, stated, [one for each in given.values() for one in each])
        wanted = _wanted(unit, name, stated)
        proven = [
            Proven(data, tuple(tree.inclusion(seq, newest.size, unit.ledger.ledger_node)))
            for seq, data in _entries(unit, newest.size, wanted, {person.id for person in people}, stated)
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
            tuple(plain(replace(person, name="", name_salt="")) for person in people),
            tuple(plain(card) for card in cards),
            _salts(unit, name, stated) if with_salts else {},
        )


def _releases(unit: Reading, name: str) -> Iterator[StoredRelease]:
    """The cleared releases that are meant. Raises Mistake for a name that nothing bears."""
    if name.startswith("P-"):
        name = found(unit.get(StoredPost, name), "post", name).release or ""
    if name.startswith("N-"):
        found(notices.get(unit, name), "notice", name)
        for release in unit.find(StoredRelease):
            if release.cleared_at and name in dict(statements.decode(release.statement).notices):
                yield release
    else:
        yield found(unit.get(StoredRelease, name), "release", name)


def _signers(
    desk: Desk, unit: Reading, stated: Iterable[Statement], given: Sequence[Approval]
) -> tuple[list[Person], list[Card]]:
    """The people that a checker has to know, and the cards whose codes were used."""
    ids = {approval.person for approval in given}
    for statement in stated:
        ids |= {statement.created_by, *(post.last_editor for post in statement.posts)}
    signers = desk.signers(unit)
    used = {card_of(approval, signers.cards)[0].id for approval in given if approval.how == How.PHONE}
    return [p for id_, p in signers.people.items() if id_ in ids], [
        c for id_, c in signers.cards.items() if id_ in used
    ]


def _wanted(unit: Reading, name: str, stated: Sequence[Statement]) -> set[str]:
    """What the entries of this subject name."""
    ids = {name}
    for statement in stated:
        ids |= {statement.release, *(notice for notice, _ in statement.notices), *(p.post for p in statement.posts)}
        ids |= {delivery.key for delivery in unit.find(Delivery, release=statement.release)}
    return ids


def _entries(
    unit: Reading, size: int, wanted: set[str], people: set[str], stated: Sequence[Statement]
) -> Iterator[tuple[int, bytes]]:
    """Number and bytes of every entry that names what is wanted, or that says who may sign and by which policy."""
    versions = {statement.provenance.get("policy", "") for statement in stated}
    subject, rules = _naming(wanted), _naming(people | versions)
    for seq, _, kind, data, _ in unit.ledger.ledger_entry_rows():
        if seq >= size:
            return
        if subject.search(data) or (kind.startswith(ROSTER) and (seq == 0 or rules.search(data))):
            yield seq, data


def _naming(ids: Iterable[str]) -> re.Pattern[bytes]:
    return re.compile(b"|".join(re.escape(f'"{one}'.encode()) + rb'\\?"' for one in sorted(ids)) or b"(?!)")


def _release(unit: Reading, release: StoredRelease, given: Sequence[Approval]) -> dict[str, object]:
    version = statements.decode(release.statement).provenance.get("policy")
    under = releases.policy(unit, version)
    return {
        "statement": release.statement.decode(),
        "approvals": [plain(approval) for approval in given],
        "policy": policy_bytes(under).decode() if under else "",
    }


def _salts(unit: Reading, name: str, stated: Sequence[Statement]) -> dict[str, str]:
    """Salts by what they belong to; a notice that was erased has none left."""
    ids = {notice for statement in stated for notice, _ in statement.notices} | (
        {name} if name.startswith("N-") else set()
    )
    kept = [stored for id_ in sorted(ids) if (stored := notices.get(unit, id_)) is not None]
    return {stored.id: stored.salt.hex() for stored in kept if stored.salt}
