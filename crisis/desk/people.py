"""People: enrolment, roster, and the policy that says who must clear what."""

from __future__ import annotations

from dataclasses import replace

from crisis.clearance import keys
from crisis.clearance.policy import single
from crisis.desk.desk import Desk, found
from crisis.errors import Refused
from crisis.model.release import Person, Policy, Role, Rule
from crisis.store import releases
from crisis.store.unit import Writing


def enrol(desk: Desk, person_id: str, name: str, roles: tuple[Role, ...], public_key: str) -> Person:
    """Enrol a person with an OpenSSH Ed25519 public key. Raises `Refused` where the id or the key is taken."""
    now = desk.clock.now()
    person = Person(person_id, name, roles, keys.normalise_public(public_key), valid_from=now)
    with desk.store.writing(now) as unit:
        for other in unit.find(Person):
            if other.id == person_id or (other.public_key == person.public_key and other.revoked_at is None):
                raise Refused(
                    "already-enrolled",
                    "{person} is enrolled already, or the key belongs to somebody else.",
                    "`crisis person list` shows the roster; every person needs a key of their own.",
                    person=person_id,
                )
        unit.add(person)
        unit.record(
            "person-enrolled",
            person=person_id,
            roles=[role.value for role in roles],
            key=keys.fingerprint(person.public_key),
        )
    return person


def revoke(desk: Desk, person_id: str) -> Person:
    """End a person's right to act, from now on; what they approved and is not sent yet stops too."""
    now = desk.clock.now()
    with desk.store.writing(now) as unit:
        person = found(unit.get(Person, person_id), "person", person_id)
        revoked = replace(person, revoked_at=person.revoked_at or now)
        unit.put(revoked)
        unit.record("person-revoked", person=person_id)
    return revoked


def roster(desk: Desk) -> list[Person]:
    """Everybody ever enrolled, oldest first."""
    with desk.store.reading() as unit:
        return sorted(unit.find(Person), key=lambda person: person.valid_from)


def adopt(desk: Desk, policy: Policy) -> None:
    """Put a policy in force."""
    with desk.store.writing(desk.clock.now()) as unit:
        releases.adopt(unit, policy, unit.at)
        unit.record("policy-adopted", policy=policy.version)


def open_desk(unit: Writing, desk: Desk, origin: str, policy: Policy | None = None) -> None:
    """Write a new desk's first page: its origin, its mode, the key that recognises a notice, and the policy in force; without
    one, one approval clears anything."""
    policy = policy or single(Rule())
    unit.set_meta("origin", origin)
    unit.set_meta("mode", desk.mode.value)
    unit.set_meta("fingerprint_key", desk.entropy.token(32).hex())
    releases.adopt(unit, policy, unit.at)
    unit.record("desk-opened", origin=origin, mode=desk.mode.value, policy=policy.version)
