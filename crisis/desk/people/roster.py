"""People: enrolment and every other change of the roster. Each is a decision that people sign (crisis.desk.people.deciding)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from crisis.clearance import keys
from crisis.clearance import roster as rosters
from crisis.clearance.decisions import governs
from crisis.clearance.policy import single
from crisis.clearance.register import Register
from crisis.desk.desk import Desk, found
from crisis.desk.people import deciding
from crisis.desk.people.deciding import Standing
from crisis.desk.signer import Signer
from crisis.errors import Mistake, Refused
from crisis.model.decision import Subject
from crisis.model.release import Person, Policy, Rule
from crisis.model.role import Role
from crisis.model.speaking import BY_POLICY, Authority
from crisis.store import releases
from crisis.store.unit import Writing

SALT_BYTES = 16

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")

Edit = Callable[[Person, datetime], Person]


@dataclass(frozen=True)
class Edits:
    """What is to be different about a person; None stays as it is. Keys are OpenSSH lines."""

    roles: tuple[Role, ...] | None = None
    key: str | None = None
    spare: str | None = None
    valid_from: datetime | None = None
    valid_to: datetime | None = None

    def of(self, person: Person) -> Person:
        """The person as edited; a suspended key that is replaced is forgotten. Raises `Mistake` for a key that is none."""
        edited = replace(
            person,
            roles=self.roles or person.roles,
            public_key=keys.normalise_public(self.key) if self.key else person.public_key,
            spare_key=keys.normalise_public(self.spare) if self.spare else person.spare_key,
            valid_from=self.valid_from or person.valid_from,
            valid_to=self.valid_to or person.valid_to,
        )
        return replace(edited, suspended_keys=tuple(k for k in edited.suspended_keys if k in edited.every_key))


def usable_id(person_id: str) -> str:
    """The id, if one can be enrolled under it: it also names their key's file. Raises `Mistake` otherwise."""
    if not _ID.fullmatch(person_id) or person_id == BY_POLICY:
        raise Mistake(
            "person-id",
            "{person} is no id for a person.",
            'Write letters, digits, ".", "_" or "-", such as suzuki.',
            person=person_id,
        )
    return person_id


def newcomer(desk: Desk, person_id: str, name: str, roles: tuple[Role, ...], public_key: str) -> Person:
    """Somebody who is to be enrolled with an OpenSSH Ed25519 public key. Raises `Mistake` for an id or a key that is none."""
    salt = desk.entropy.token(SALT_BYTES).hex()
    return Person(
        usable_id(person_id), name, roles, keys.normalise_public(public_key), desk.clock.now(), name_salt=salt
    )


def add(desk: Desk, person: Person, signer: Signer) -> Standing:
    """Enrol a person. The first signs their own enrolment, the second is signed by the first; later it takes two.

    Raises `Refused` where the id or the key is taken, or the signer may not decide."""

    def content(current: Register) -> Any:
        if person.id in current.people:
            raise Refused(
                "already-enrolled",
                "{person} is enrolled already, or the key belongs to somebody else.",
                "`crisis person list` shows the roster; every person needs a key of their own.",
                person=person.id,
            )
        return rosters.content([*current.people.values(), person])

    return deciding.propose(desk, Subject.ROSTER, content, signer, newcomer=person)


def enrol(desk: Desk, person_id: str, name: str, roles: tuple[Role, ...], public_key: str) -> Person:
    """Enrol a person where everybody's key lies in the desk, as in a sample or a rehearsal: who has to sign does so."""
    person = newcomer(desk, person_id, name, roles, public_key)
    with desk.store.reading() as unit:
        able = [p.id for p in desk.register(unit).people.values() if governs(p) and p.valid_at(desk.clock.now())]
    first, *others = able or [person_id]
    standing = add(desk, person, Signer(first, desk.signing_key(first)))
    for other in others:
        if standing.missing:
            standing = deciding.confirm(desk, standing.stored.code, Signer(other, desk.signing_key(other)))
    return person


def change(desk: Desk, person_id: str, signer: Signer, edit: Edit) -> Standing:
    """Change a person's roles, times or keys: propose it and sign as the first."""

    def content(current: Register) -> Any:
        person = found(current.people.get(person_id), "person", person_id)
        edited = edit(person, desk.clock.now())
        if edited == person:
            raise Mistake("nothing-changes", "That changes nothing about {person}.", person=person_id)
        return rosters.content([*(p for p in current.people.values() if p.id != person_id), edited])

    return deciding.propose(desk, Subject.ROSTER, content, signer)


def suspend(desk: Desk, person_id: str, signer: Signer, fingerprint: str | None = None) -> Standing:
    """Let a person, or one of their keys, count for nothing from now on: one signature is enough. What they approved and is
    not sent yet stops too."""

    def edit(person: Person, now: datetime) -> Person:
        if fingerprint is None:
            return replace(person, suspended_at=person.suspended_at or now)
        lost = key_named(person, fingerprint)
        return replace(person, suspended_keys=(*person.suspended_keys, *(k for k in [lost] if k in person.keys)))

    return change(desk, person_id, signer, edit)


def reinstate(desk: Desk, person_id: str, signer: Signer) -> Standing:
    """Let a suspended person, and every suspended key of theirs, count again: it takes two."""
    return change(desk, person_id, signer, lambda person, now: replace(person, suspended_at=None, suspended_keys=()))


def revoke(desk: Desk, person_id: str, signer: Signer) -> Standing:
    """End a person's right to act for good: it takes two. What they approved and is not sent yet stops too."""
    return change(desk, person_id, signer, lambda person, now: replace(person, revoked_at=person.revoked_at or now))


def authorise(
    desk: Desk,
    person_id: str,
    signer: Signer,
    *,
    starts: datetime | None = None,
    ends: datetime | None = None,
    accounts: tuple[str, ...] = (),
) -> Standing:
    """Let a person speak for the company, on these accounts or on all: it takes two. In place of what was granted before."""
    for account in accounts:
        found(desk.settings.account(account), "account", account)

    def edit(person: Person, now: datetime) -> Person:
        authority = Authority(signer.person, starts or now, ends, accounts)
        return replace(person, voice=replace(person.voice, authority=authority))

    return change(desk, person_id, signer, edit)


def trained(desk: Desk, person_id: str, signer: Signer, on: datetime) -> Standing:
    """Say that a person was trained on that day: one other person who decides signs it. Raises `Mistake` for a day to come."""
    if on > desk.clock.now():
        raise Mistake("training-to-come", "A training that is still to come counts once it was held.", "Write its day.")
    return change(desk, person_id, signer, lambda person, now: replace(person, voice=replace(person.voice, trained=on)))


def acknowledge(desk: Desk, signer: Signer) -> Standing:
    """A person says, with their own key, that they have read the policy in force."""
    with desk.store.reading() as unit:
        version = releases.policy_version(unit)
    return change(
        desk,
        signer.person,
        signer,
        lambda person, now: replace(person, voice=replace(person.voice, acknowledged=version)),
    )


def key_named(person: Person, name: str) -> str:
    """One of a person's keys: `main`, `spare` or the beginning of its fingerprint. Raises `Mistake` for none."""
    places = {"main": person.public_key, "spare": person.spare_key}
    matching = [key for key in person.every_key if keys.fingerprint(key).startswith(name)]
    chosen = places.get(name) or (matching[0] if len(matching) == 1 else None)
    if chosen is None:
        raise Mistake(
            "which-key-of",
            "{person} has no key {key}.",
            "Write main, spare, or its fingerprint (`crisis person list --json`).",
            person=person.id,
            key=name,
        )
    return chosen


def roster(desk: Desk) -> list[Person]:
    """Everybody ever enrolled, oldest first."""
    with desk.store.reading() as unit:
        return sorted(unit.find(Person), key=lambda person: person.valid_from)


def open_desk(unit: Writing, desk: Desk, origin: str, policy: Policy | None = None) -> None:
    """Write a new desk's first page: its origin, its mode, the key that recognises a notice, and the policy in force; without
    one, one approval clears anything."""
    policy = policy or single(Rule())
    unit.set_meta("origin", origin)
    unit.set_meta("mode", desk.mode.value)
    unit.set_meta("fingerprint_key", desk.entropy.token(32).hex())
    releases.adopt(unit, policy, unit.at)
    key = keys.public_of(keys.load(desk.ledger_key(), None))
    unit.record("desk-opened", origin=origin, mode=desk.mode.value, policy=policy.version, key=key)
