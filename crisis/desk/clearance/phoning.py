"""Clearance by telephone: texts read back, the next code of a card, spent at once and bound to what was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from crisis.clearance import approvals as approving
from crisis.clearance import cards, keys
from crisis.clearance.word import check_word
from crisis.desk.clearance.clearing import NOTHING_MORE, Asked, accounts_of, lay, proposals, seal
from crisis.desk.clearance.countersigning import overdue
from crisis.desk.clearance.review import Outcome
from crisis.desk.desk import Desk
from crisis.desk.people import policies
from crisis.desk.people.carding import card_in_use
from crisis.desk.people.speaking import may_speak
from crisis.errors import Refused
from crisis.model.card import Card
from crisis.model.records import StoredRelease
from crisis.model.release import How, Person, Statement
from crisis.store.unit import Reading

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


@dataclass(frozen=True)
class Call:
    """A statement that is read to somebody on the telephone: its check word, and the posts in it."""

    release: str
    word: str
    person: str
    posts: tuple[str, ...]


def call(desk: Desk, post_ids: Sequence[str], approver: str, *, by: str, asked: Asked = NOTHING_MORE) -> list[Call]:
    """Lay before a person what is to be read to them, a statement for each fact. Nothing is approved yet.

    Raises `Refused` before anybody dials: `by-phone` (the policy does not allow it), `no-card`, `card-locked`,
    `countersign-first`, and whoever may not approve this; `Held` for a finding that nobody accepted."""
    made = proposals(desk, post_ids, by, asked)
    with desk.store.writing(desk.clock.now()) as unit:
        person = may_speak(desk, unit, approver, accounts_of(made))
        _refuse_overdue(unit, person, unit.at)
        card_in_use(unit, approver)
        for proposal in made:
            approving.may_sign(proposal.statement, person, desk.people(unit), unit.at)
            _allowed(desk, unit, proposal.statement)
            lay(unit, proposal)
    return [
        Call(p.statement.release, check_word(p.encoded), approver, tuple(post.id for post in p.family.posts))
        for p in made
    ]


def next_number(desk: Desk, person: str) -> int:
    """The number of the code to ask for."""
    with desk.store.reading() as unit:
        return card_in_use(unit, person).next


def answer(desk: Desk, spoken: Call, typed: str, *, by: str) -> list[Outcome]:
    """The code that was read aloud: spent at once, whatever follows, and if it is the one asked for the person's approval.

    Raises `Mistake` `code-misheard` (nothing is spent); `Refused`: `code-wrong` (it counts against the card), `code-skipped`
    (another code of the card: all up to it are spent), and as `crisis.desk.clearance.clearing.seal`."""
    code = cards.heard(typed)
    with desk.store.reading() as unit:
        person, card = desk.person(unit, spoken.person), card_in_use(unit, spoken.person)
        release = unit.need(StoredRelease, spoken.release)
    asked_for, number = card.next, _number(card, code)
    _note(desk, card, number, release, by)
    if number is None:
        raise Refused(
            "code-wrong",
            "That is not code {number} of the card of {person}.",
            "Ask for code {number} once more. After {most} wrong ones the card is locked.",
            number=asked_for,
            person=person.id,
            most=cards.MOST_WRONG,
        )
    if number != asked_for:
        raise Refused(
            "code-skipped",
            "That was code {number}, and code {asked} was asked for: all up to {number} are spent now.",
            "Ask for code {next}.",
            number=number,
            asked=asked_for,
            next=number + 1,
        )
    return _approve(desk, spoken, release, cards.key_of(code, card.salt, number), by)


def _approve(desk: Desk, spoken: Call, release: StoredRelease, key: Ed25519PrivateKey, by: str) -> list[Outcome]:
    """The approval that the code gives, over the statement that was read; its code is spent already."""
    approval = approving.sign(release.statement, spoken.person, key, desk.clock.now(), How.PHONE)
    (proposal,) = proposals(desk, spoken.posts, by)
    if proposal.statement.release != spoken.release:
        raise Refused(
            "changed-meanwhile",
            "The posts changed while they were being read; the code is spent.",
            "Read them again and ask for the next code.",
        )
    with desk.store.writing(desk.clock.now()) as unit:
        return seal(desk, unit, proposal, approval)


def _number(card: Card, code: str) -> int | None:
    """The number of a code on a card, looked for from the next one on; None where it is none that is left."""
    for number in range(card.next, len(card.codes) + 1):
        if keys.public_of(cards.key_of(code, card.salt, number)) == card.codes[number - 1]:
            return number
    return None


def _note(desk: Desk, card: Card, number: int | None, release: StoredRelease, by: str) -> None:
    """Write down what the code was, before anything is done with it. Raises `Refused` where another has used the card."""
    with desk.store.writing(desk.clock.now()) as unit:
        if unit.get(Card, card.id) != card:
            raise Refused(
                "card-in-use",
                "A code of this card was used at the same time.",
                "Ask for the next code.",
            )
        if number is None:
            unit.put(replace(card, wrong=card.wrong + 1))
            unit.record("code-refused", card=card.id, number=card.next, statement=release.digest, by=by)
        else:
            unit.put(replace(card, next=number + 1, wrong=0))
            unit.record("code-spent", card=card.id, number=number, statement=release.digest, by=by)


def _allowed(desk: Desk, unit: Reading, statement: Statement) -> None:
    if not policies.rule_for(desk, unit, statement.notice_type, statement.incident).by_phone:
        raise Refused(
            "by-phone",
            "The policy does not let {type} be approved by telephone.",
            "With a key at home: `crisis clear P-… --export FILE`.",
            type=statement.notice_type,
        )


def _refuse_overdue(unit: Reading, person: Person, now: datetime) -> None:
    late = [each for each in overdue(unit, now) if each.person == person.id and each.how == How.PHONE]
    if late:
        raise Refused(
            "countersign-first",
            "{person} has approved {release} by telephone, and no key has countersigned it in time.",
            "{person}, or another approver: `crisis countersign {release} --as ID`. Then by telephone again.",
            person=person.id,
            release=late[0].release,
        )
