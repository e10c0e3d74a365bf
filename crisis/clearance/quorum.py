"""How many people, of which roles, have to approve, and who may count as one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from crisis.model.release import Person, Rule, Statement
from crisis.model.role import Role
from crisis.sentence import Sentence

CLEARING: Final = frozenset(Role) - {Role.DRAFTER}
"""The roles that may approve. Which of them a post needs is the rule's to say."""


def may_clear(person: Person) -> bool:
    """Whether a person holds any role that approves."""
    return not CLEARING.isdisjoint(person.roles)


def last_editors(statement: Statement) -> tuple[str, ...]:
    """The ids of whoever last edited any of the posts, sorted."""
    return tuple(sorted({post.last_editor for post in statement.posts}))


def is_last_editor(person: Person, statement: Statement, people: Mapping[str, Person]) -> bool:
    """Whether a person last edited any of the posts, under this name or another one with the same key."""
    editors = last_editors(statement)
    return person.id in editors or any(people[editor].is_also(person) for editor in editors if editor in people)


def lacking(
    statement: Statement, approvers: Iterable[Person], people: Mapping[str, Person], rule: Rule
) -> tuple[Sentence, ...]:
    """What a rule still needs beside these approvers, in words; empty if it is met.

    Each of the rule's roles wants an approver of its own (one person does not stand for two), `quorum` wants as many
    different approvers, and at least two different people must have seen the final texts. One key counts as one person.
    """
    present = different(approvers)
    open_roles, others = unfilled(present, rule)
    if not others and not open_roles and len(_seen_by(statement, present, people)) < 2:
        others = 1
    return tuple(_in_words(open_roles, others, ", ".join(last_editors(statement))))


def could_meet(rule: Rule, people: Iterable[Person]) -> bool:
    """Whether these people, all of them approving, would be enough for a rule."""
    present = different(people)
    return len(present) >= max(rule.quorum, len(rule.roles)) and not _open_roles(rule.roles, present)


def unfilled(present: Sequence[Person], rule: Rule) -> tuple[list[Role], int]:
    """The roles of a rule that stay open with these different people, and how many others it wants beside those."""
    open_roles = _open_roles(rule.roles, present)
    return open_roles, max(rule.quorum - len(present) - len(open_roles), 0)


def _in_words(roles: Iterable[Role], others: int, editors: str) -> Iterator[Sentence]:
    """A sentence for each role that is open, and one for the other approvers that are wanted."""
    for role in roles:
        yield Sentence(
            "One more approval by a person with the role {role}, other than {editors}.",
            role=role.value,
            editors=editors,
        )
    if others == 1:
        yield Sentence("One more approval by a person who may clear, other than {editors}.", editors=editors)
    elif others:
        yield Sentence(
            "{count} more approvals by people who may clear, other than {editors}.", count=others, editors=editors
        )


def different(people: Iterable[Person]) -> list[Person]:
    """The people among them: whoever shares a key with one before is the same, whatever the name."""
    present: list[Person] = []
    for person in people:
        if not any(person.is_also(other) for other in present):
            present.append(person)
    return present


def _seen_by(statement: Statement, approvers: Sequence[Person], people: Mapping[str, Person]) -> list[Person]:
    """The enrolled people who have seen the final texts: last editors and approvers."""
    editors = [people[editor] for editor in last_editors(statement) if editor in people]
    return different((*editors, *approvers))


def _open_roles(roles: Sequence[Role], approvers: Sequence[Person]) -> list[Role]:
    """The roles that stay open when each approver fills one at most, and as many are filled as can be (augmenting paths)."""
    filled: dict[int, int] = {}
    """Place of an approver → place of the role that he or she fills."""

    def fill(role: int, tried: set[int]) -> bool:
        for place, person in enumerate(approvers):
            if roles[role] in person.roles and place not in tried:
                tried.add(place)
                if place not in filled or fill(filled[place], tried):
                    filled[place] = role
                    return True
        return False

    return [roles[role] for role in range(len(roles)) if not fill(role, set())]
