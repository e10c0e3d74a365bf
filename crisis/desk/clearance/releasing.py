"""Who may release a finding that holds: a person with the role that its code asks for, then and at the send."""

from __future__ import annotations

from collections.abc import Mapping

from crisis.errors import Refused
from crisis.guard.codes import released_by
from crisis.model.release import Person, Statement


def may_release(person: Person | None, code: str) -> bool:
    """Whether a person holds a role that releases findings of this code."""
    return person is not None and not set(released_by(code)).isdisjoint(person.roles)


def released(statement: Statement, post: str, people: Mapping[str, Person]) -> set[str]:
    """The codes that count as released for a post: each by a person who holds the role for it."""
    mine = (accepted for accepted in statement.accepted if accepted.post == post)
    return {accepted.code for accepted in mine if may_release(people.get(accepted.person), accepted.code)}


def refuse_unless_released_by(people: Mapping[str, Person], by: str, code: str) -> None:
    """Raise `Refused` where this person may not release the finding, naming those who may."""
    if may_release(people.get(by), code):
        return
    raise Refused(
        "wrong-role",
        "{person} may not release {code}: it takes the role {roles}.",
        "Those who may: {who}. Or change the text: `crisis edit`.",
        person=by,
        code=code,
        roles=", ".join(role.value for role in released_by(code)),
        who=", ".join(person.id for person in people.values() if may_release(person, code)) or "-",
    )
