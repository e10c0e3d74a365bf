"""By telephone: the approver reads the text back and gives the next one-time code of a card made in calm times.

The approval is signed by the key that comes of the code (crisis.clearance.cards), and the card by the person's own key.
"""

from __future__ import annotations

from typing import Final

from crisis.clearance import cards as carding
from crisis.clearance.enrolment import enrolled
from crisis.clearance.ways.way import Cards, Way
from crisis.errors import Refused
from crisis.model.card import Card
from crisis.model.release import Approval, How, Person
from crisis.model.settings import Mode


def _verifying_key(approval: Approval, person: Person, cards: Cards, mode: Mode) -> str:
    card, number = card_of(approval, cards)
    if card.person != person.id:
        raise carding.unknown_code(person.id)
    if card.revoked_at is not None:
        raise Refused(
            "card-revoked",
            "The approval by {person} was given with a code of a card that is revoked.",
            "Clear the posts again with a key, or with a new card.",
            person=person.id,
        )
    carding.holding(card, enrolled(person, card.key), mode)
    return card.codes[number - 1]


def card_of(approval: Approval, cards: Cards) -> tuple[Card, int]:
    """The card that the code of an approval stands on, and the code's number. Raises VerificationFailed `code-unknown`."""
    for card in cards.values():
        if (number := carding.number_of(card, approval.key)) is not None:
            return card, number
    raise carding.unknown_code(approval.person)


WAY: Final = Way(How.PHONE, allowed=lambda rule: rule.by_phone, verifying_key=_verifying_key, owes=True)
