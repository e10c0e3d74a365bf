"""Decisions between two places: what waits goes out as a file, a signature comes back as a few lines."""

from __future__ import annotations

from crisis.canon import digest
from crisis.clearance import decisions, letters, proposals
from crisis.clearance.proposals import Proposal
from crisis.desk.desk import Desk
from crisis.desk.people import deciding
from crisis.desk.people.deciding import Standing
from crisis.errors import CrisisError, Refused, VerificationFailed
from crisis.model.decision import StoredDecision
from crisis.model.release import Approval, How
from crisis.store.unit import Reading


def hand_out(desk: Desk, code: str) -> bytes:
    """What somebody elsewhere is to sign. Raises `Mistake` for no code of what waits, `Refused` for what cannot come into force
    any more."""
    with desk.store.reading() as unit:
        stored = deciding.named(unit, code)
        desk.register(unit).count(stored.statement, stored.signatures, desk.clock.now())
        before = decisions.decode(stored.statement).before
        earlier = (one.statement for one in unit.find(StoredDecision) if one.entry is not None)
        rests_on = next((one for one in earlier if digest(one) == before), None)
    return proposals.encode(Proposal(stored.statement, rests_on, stored.name, stored.name_salt))


def bring_in(desk: Desk, text: str) -> list[Standing]:
    """The signatures that came back, each verified, and the decisions that are in force by them.

    Raises `Mistake` for lines that were misread; `Refused` `letter-unknown`, and as `deciding.seal`."""
    standings = []
    for letter in letters.letters_in(text, letters.DECISION):
        with desk.store.reading() as unit:
            stored = _meant(unit, letter)
            signature = _signature(desk, unit, stored, letter)
        standings.append(deciding.seal(desk, stored, signature))
    return standings


def _meant(unit: Reading, letter: letters.Letter) -> StoredDecision:
    meant = [stored for stored in unit.find(StoredDecision, entry=None) if letter.means(stored.statement)]
    if not meant:
        raise Refused(
            "letter-unknown",
            "This signs a decision that does not wait at this desk: another desk's, or one that is over.",
            "`crisis person confirm` shows what waits; send it again with --export.",
        )
    return meant[0]


def _signature(desk: Desk, unit: Reading, stored: StoredDecision, letter: letters.Letter) -> Approval:
    """The signature under whichever of the person's keys it holds. Raises what its verification raises."""
    now, current = desk.clock.now(), desk.register(unit)
    person = deciding.asked(current, stored.statement, letter.person, now)
    fault: CrisisError = VerificationFailed("decision-signer", "Nobody is enrolled as {person}.", person=letter.person)
    for key in person.keys:
        signature = letters.approval_of(letter, key, desk.mode, How.KEY, stored.subject.value)
        try:
            decisions.signers(stored.statement, [signature], {person.id: person}, now)
        except CrisisError as failure:
            fault = failure
        else:
            return signature
    raise fault
