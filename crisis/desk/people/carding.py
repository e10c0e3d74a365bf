"""Cards of one-time codes at the desk: made with their owner's key in calm times, listed, revoked."""

from __future__ import annotations

from dataclasses import replace

from crisis.canon import digest
from crisis.clearance import cards, keys
from crisis.desk.desk import Desk, found
from crisis.desk.signer import Signer
from crisis.errors import Refused
from crisis.model.card import Card
from crisis.store.unit import Reading


def new_card(desk: Desk, signer: Signer) -> tuple[Card, tuple[str, ...]]:
    """A card of the signer, signed with their own key, and its codes, which exist nowhere else. From now on this is the card
    that is asked for; what was approved with an earlier one stands. Takes about a second."""
    now = desk.clock.now()
    with desk.store.reading() as unit:
        private = signer.private_of(desk.person(unit, signer.person))
    card, codes = cards.make(desk.ids.new("C"), signer.person, private, now, desk.mode, desk.entropy)
    with desk.store.writing(now) as unit:
        desk.person(unit, signer.person)
        unit.add(card)
        unit.record(
            "card-made",
            card=card.id,
            person=card.person,
            key=card.key,
            codes=[keys.fingerprint(code) for code in card.codes],
            signature=digest(card.signature.encode()),
        )
    return card, codes


def every_card(desk: Desk) -> list[Card]:
    """Every card ever made, oldest first."""
    with desk.store.reading() as unit:
        return unit.find(Card)


def revoke_card(desk: Desk, card_id: str, *, by: str) -> Card:
    """A card was lost or seen by others: no code of it counts any more, nor what was approved with it and is not out yet."""
    with desk.store.writing(desk.clock.now()) as unit:
        desk.person(unit, by)
        card = found(unit.get(Card, card_id), "card", card_id)
        if card.revoked_at is None:
            card = replace(card, revoked_at=unit.at)
            unit.put(card)
            unit.record("card-revoked", card=card.id, person=card.person, by=by)
        return card


def card_in_use(unit: Reading, person: str) -> Card:
    """The newest card of a person that is not revoked. Raises `Refused` where there is none, it is spent, or it is locked."""
    standing = unit.find(Card, person=person, revoked_at=None)
    if not standing or not standing[-1].left:
        raise Refused(
            "no-card",
            "{person} has no code left on a card.",
            "With a key at home: `crisis clear P-… --export FILE`. For the next time: `crisis card new --as {person}`.",
            person=person,
        )
    if standing[-1].wrong >= cards.MOST_WRONG:
        raise Refused(
            "card-locked",
            "The card of {person} is locked after {wrong} wrong codes.",
            "{person} makes a new one with the key: `crisis card new --as {person}`. Or: `crisis clear P-… --export FILE`.",
            person=person,
            wrong=standing[-1].wrong,
        )
    return standing[-1]
