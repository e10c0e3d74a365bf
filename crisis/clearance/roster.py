"""The roster: who may act, as a chain of signed decisions, each of which changes one person.

The first person is genesis and signs alone; the second is co-signed by the first; from then on two people decide. One
person is enough to suspend somebody, or one of their keys, at once; two reinstate. One other person who decides is enough to say
that somebody was trained, and everybody acknowledges the policy for themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final

from crisis.canon import salted_digest, timestamp
from crisis.clearance import keys, voices
from crisis.clearance.decisions import QUORUM, governs
from crisis.errors import CrisisError, Refused, VerificationFailed
from crisis.model.release import Person
from crisis.model.role import Role
from crisis.model.speaking import SILENT

People = Mapping[str, Person]

_TIME: Final = "%Y-%m-%dT%H:%M:%S.%fZ"


class Act(StrEnum):
    """What a decision does to one person; also the kind of the ledger's entry."""

    ENROL = "person-enrolled"
    CHANGE = "person-changed"
    SUSPEND = "person-suspended"
    REINSTATE = "person-reinstated"
    REVOKE = "person-revoked"
    TRAIN = "person-trained"
    ACKNOWLEDGE = "policy-acknowledged"


BY_ONE: Final = frozenset({Act.SUSPEND, Act.TRAIN, Act.ACKNOWLEDGE})
"""What one signature is enough for."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a decision changes: one person, as they were (None: not enrolled) and as they are to be."""

    act: Act
    was: Person | None
    now: Person


def content(people: Iterable[Person]) -> list[dict[str, Any]]:
    """The roster in JSON, by id. A name stands in it by its salted digest alone."""
    return [dict(_entry(person)) for person in sorted(people, key=lambda person: person.id)]


def people_of(said: Any) -> dict[str, Person]:
    """The people of a roster in JSON, whose names are their digests. Raises VerificationFailed `roster-malformed`."""
    try:
        people = [_person(entry) for entry in said]
        if content(people) == said and len({person.id for person in people}) == len(people):
            return {person.id: person for person in people}
    except (ValueError, TypeError, KeyError, CrisisError):
        pass
    raise VerificationFailed("roster-malformed", "This is not a roster, or it was damaged.", "Propose it again.")


@lru_cache(maxsize=1024)
def _entry(person: Person) -> Mapping[str, Any]:
    """Asked of everybody before every send."""
    salt = bytes.fromhex(person.name_salt)
    return {
        "id": person.id,
        "name": salted_digest(salt, person.name.encode()) if salt else person.name,
        "roles": [role.value for role in person.roles],
        "key": person.public_key,
        "spare": person.spare_key,
        "from": timestamp(person.valid_from),
        "to": _stamp(person.valid_to),
        "revoked": _stamp(person.revoked_at),
        "suspended": _stamp(person.suspended_at),
        "suspended_keys": list(person.suspended_keys),
        **({} if person.voice == SILENT else {"voice": voices.content(person.voice)}),
    }


def _person(said: Mapping[str, Any]) -> Person:
    return Person(
        id=said["id"],
        name=said["name"],
        roles=tuple(Role(role) for role in said["roles"]),
        public_key=keys.normalise_public(said["key"]),
        valid_from=_time(said["from"]),
        valid_to=said["to"] and _time(said["to"]),
        revoked_at=said["revoked"] and _time(said["revoked"]),
        spare_key=said["spare"] and keys.normalise_public(said["spare"]),
        suspended_at=said["suspended"] and _time(said["suspended"]),
        suspended_keys=tuple(said["suspended_keys"]),
        voice=voices.voice_of(said["voice"]) if "voice" in said else SILENT,
    )


def _stamp(at: datetime | None) -> str | None:
    return None if at is None else timestamp(at)


def _time(text: str) -> datetime:
    return datetime.strptime(text, _TIME).replace(tzinfo=UTC)


def change(before: People, after: People) -> Change:
    """What becomes of whom. Raises Refused `roster-change` unless exactly one person is added or changed, and nobody removed,
    brought back or left without the two people whom every later decision takes."""
    ids = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    if len(ids) != 1 or ids[0] not in after:
        raise Refused("roster-change", "A decision about the roster changes one person.", "Propose one at a time.")
    was, now = before.get(ids[0]), after[ids[0]]
    _refuse_unfit(before, was, now)
    _refuse_too_few(needed(before), needed(after))
    return Change(_act(was, now), was, now)


def _act(was: Person | None, now: Person) -> Act:
    if was is None:
        return Act.ENROL
    if was.revoked_at is None and now == replace(was, revoked_at=now.revoked_at):
        return Act.REVOKE
    if now == replace(was, voice=replace(was.voice, trained=now.voice.trained)):
        return Act.TRAIN
    if now == replace(was, voice=replace(was.voice, acknowledged=now.voice.acknowledged)):
        return Act.ACKNOWLEDGE
    if now == replace(was, suspended_at=now.suspended_at, suspended_keys=now.suspended_keys):
        return Act.SUSPEND if _counts_less(was, now) else Act.REINSTATE
    return Act.CHANGE


def _counts_less(was: Person, now: Person) -> bool:
    """Whether no moment and no key counts that did not count before: a suspension that is moved to later gives some back."""
    until = [person.suspended_at for person in (was, now)]
    sooner = until[0] is None or (until[1] is not None and until[1] <= until[0])
    return sooner and set(was.suspended_keys) <= set(now.suspended_keys)


def _refuse_unfit(before: People, was: Person | None, now: Person) -> None:
    """Refuse a revoked person who comes back, and a key that is another's."""
    if was is not None and was.revoked_at is not None:
        raise Refused(
            "revoked-for-good",
            "{person} was revoked, which stands for good.",
            "Enrol them anew under another id, with a new key.",
            person=now.id,
        )
    if not now.roles:
        raise Refused("no-role", "{person} needs at least one role.", "Name it with --role.", person=now.id)
    for other in before.values():
        if other.id != now.id and other.is_also(now):
            raise Refused(
                "already-enrolled",
                "{person} is enrolled already, or the key belongs to somebody else.",
                "`crisis person list` shows the roster; every person needs a key of their own.",
                person=now.id,
            )


def _refuse_too_few(before: int, after: int) -> None:
    if after == 0:
        raise Refused(
            "nobody-decides",
            "Somebody has to be able to decide about this desk: a person with the role approver, lead or deputy.",
            "Give the first person one of these roles.",
        )
    if after < before:
        raise Refused(
            "too-few-left",
            "Only one person would be left who may decide about this desk, and it takes two.",
            "Enrol a successor first: `crisis person add`.",
        )


def needed(people: People) -> int:
    """How many of these people have to sign a decision: two, as soon as there have been two. Who is suspended or whose time is
    over still counts here, so that nobody becomes sole ruler by suspending the others."""
    return min(QUORUM, sum(governs(person) and person.revoked_at is None for person in people.values()))


def askable(before: People, what: Change) -> dict[str, Person]:
    """Whose signatures may count under a change, with the keys that count for it.

    The first person signs their own enrolment. Anybody on the roster may suspend. Whoever is to be reinstated may be one of
    the two who say so, so that a suspension by mistake can be undone where there are but two. Nobody says of themselves that they
    were trained, and nobody but they that they have acknowledged the policy.
    """
    if not before:
        return {what.now.id: what.now}
    if what.act is Act.SUSPEND:
        return dict(before)
    if what.act is Act.ACKNOWLEDGE:
        return {what.now.id: before[what.now.id]}
    asked = {person.id: person for person in before.values() if governs(person)}
    if what.act is Act.REINSTATE and what.now.id in asked:
        asked[what.now.id] = replace(asked[what.now.id], suspended_at=None)
    if what.act is Act.TRAIN:
        asked.pop(what.now.id, None)
    return asked


def takes(before: People, what: Change) -> int:
    """How many different people have to sign a change."""
    return 1 if what.act in BY_ONE else max(1, needed(before))
