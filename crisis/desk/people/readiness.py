"""Whether people could clear tonight, from where they are: as far as a desk can know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from crisis.clearance import keys, quorum
from crisis.desk.desk import Desk
from crisis.desk.people import policies, roster
from crisis.errors import CrisisError
from crisis.model.card import Card
from crisis.model.release import Person
from crisis.model.role import Role
from crisis.sentence import Sentence
from crisis.store.unit import Reading

ENOUGH_PEOPLE = 2
SOON = timedelta(days=30)


def warnings(desk: Desk) -> Iterator[Sentence]:
    """What would stand in the way: too few people who could clear from home, times that end soon, a role that hangs on one."""
    now = desk.clock.now()
    able = [p for p in roster.roster(desk) if p.valid_at(now) and p.keys and quorum.may_clear(p)]
    with desk.store.reading() as unit:
        home = [person for person in able if _from_home(desk, unit, person)]
        needed = {role for rule in policies.in_force(desk, unit).every_rule() for role in rule.roles}
    if len(home) < ENOUGH_PEOPLE:
        yield Sentence(
            "{count} people could clear from home ({people}): nobody else has a key outside this desk's keys/, or a card. "
            "Give a spare key (crisis person change ID --spare FILE.pub) or a card.",
            count=len(home),
            people=" ".join(person.id for person in home) or "-",
        )
    for person in able:
        if person.valid_to is not None and person.valid_to - now < SOON:
            yield Sentence(
                "{person} may act until {until} only: crisis person change {person} --until TIME.",
                person=person.id,
                until=person.valid_to.astimezone(desk.settings.zone).strftime("%Y-%m-%d"),
            )
    yield from _thin(able, sorted(needed))


def _thin(able: Sequence[Person], needed: Sequence[Role]) -> Iterator[Sentence]:
    """Roles that the policy asks for and that hang on one person, or nobody."""
    for role in needed:
        holders = [person.id for person in able if role in person.roles]
        if not holders:
            yield Sentence("The policy asks for the role {role} and nobody holds it.", role=role.value)
        elif len(holders) == 1:
            yield Sentence(
                "Only {person} holds the role {role}, for which the policy asks.", person=holders[0], role=role.value
            )


def _from_home(desk: Desk, unit: Reading, person: Person) -> bool:
    """Whether a person has a way to approve that does not lie in the desk's folder: another key, or a card with codes left."""
    if any(key != _lying_here(desk, person) for key in person.keys):
        return True
    return any(card.left > 0 and card.revoked_at is None for card in unit.find(Card, person=person.id))


def _lying_here(desk: Desk, person: Person) -> str | None:
    """The public key of the private key in the desk's `keys/`, if there is one."""
    try:
        return keys.public_in(desk.signing_key(person.id)).line
    except CrisisError:
        return None
