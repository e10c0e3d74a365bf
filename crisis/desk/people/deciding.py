"""Decisions about the desk itself: proposed by one person, confirmed by another, in force from then on.

Signing happens outside of every transaction, since it may ask a person for a passphrase or a touch.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from crisis.canon import timestamp
from crisis.clearance import decisions, roster
from crisis.clearance.decisions import OPEN_FOR
from crisis.clearance.register import Counted, Register, policy_of
from crisis.desk.desk import Desk
from crisis.desk.signer import Signer
from crisis.errors import Mistake, Refused
from crisis.model.decision import StoredDecision, Subject
from crisis.model.release import Approval, Person
from crisis.store import releases
from crisis.store.unit import Reading, Writing

SHORTEST = 4
"""Letters of a code that are enough where they name one decision alone."""


@dataclass(frozen=True)
class Standing:
    """How a decision stands: what it does, and how many signatures it still needs; none: it is in force."""

    stored: StoredDecision
    counted: Counted

    @property
    def missing(self) -> int:
        """How many people have to sign it still."""
        return self.counted.missing


def propose(
    desk: Desk,
    subject: Subject,
    content: Callable[[Register], Any],
    signer: Signer,
    *,
    newcomer: Person | None = None,
) -> Standing:
    """Propose a decision and sign it as the first; what needs no second signature is in force at once.

    `content` makes the new roster or policy in JSON of what holds now. `newcomer` is who is enrolled, with name and salt.
    Raises `Refused` for who may not sign it.
    """
    now = desk.clock.now()
    with desk.store.reading() as unit:
        current = desk.register(unit)
    decision = current.next(subject, content(current), signer.person, now)
    statement = decisions.encode(decision)
    signature = _signature(current, statement, signer, now)
    stored = StoredDecision(
        decisions.code_of(statement),
        subject,
        decision.number,
        statement,
        now,
        (signature,),
        name=newcomer.name if newcomer else "",
        name_salt=newcomer.name_salt if newcomer else "",
    )
    with desk.store.writing(now) as unit:
        standing = Standing(stored, desk.register(unit).count(statement, stored.signatures, now))
        if standing.missing:
            unit.add(stored)
            unit.record("decision-proposed", decision=stored.code, subject=subject.value, by=signer.person)
            return standing
        return _in_force(unit, standing)


def confirm(desk: Desk, code: str, signer: Signer) -> Standing:
    """Sign a decision that waits; with enough signatures it comes into force. Raises `Refused` for who may not sign it."""
    now = desk.clock.now()
    with desk.store.reading() as unit:
        current, stored = desk.register(unit), named(unit, code)
    current.count(stored.statement, stored.signatures, now)
    _refuse_twice(stored, signer.person)
    return seal(desk, stored, _signature(current, stored.statement, signer, now))


def seal(desk: Desk, stored: StoredDecision, signature: Approval) -> Standing:
    """Put a second signature under a decision that waits: it comes into force. Raises `Refused` for who may not sign it, and for
    somebody who has."""
    now = desk.clock.now()
    _refuse_twice(stored, signature.person)
    with desk.store.writing(now) as unit:
        signed = replace(named(unit, stored.code), signatures=(*stored.signatures, signature))
        standing = Standing(signed, desk.register(unit).count(signed.statement, signed.signatures, now))
        if standing.missing:
            raise Refused(
                "signed-by-one",
                "{person} is the same person as {other}: one key counts as one person.",
                "It needs somebody else.",
                person=signature.person,
                other=stored.signatures[0].person,
            )
        return _in_force(unit, standing)


def _refuse_twice(stored: StoredDecision, person: str) -> None:
    if person in {signature.person for signature in stored.signatures}:
        raise Refused("signed-already", "{person} has signed this already.", "It needs somebody else.", person=person)


def waiting(desk: Desk) -> list[Standing]:
    """The decisions that still can come into force and wait for a signature, oldest first."""
    now = desk.clock.now()
    with desk.store.reading() as unit:
        current = desk.register(unit)
        open_ones = sorted(unit.find(StoredDecision, entry=None), key=lambda d: d.proposed_at)
    found = []
    for stored in open_ones:
        try:
            found.append(Standing(stored, current.count(stored.statement, stored.signatures, now)))
        except Refused:
            continue
    return found


def overtaken(desk: Desk, by: StoredDecision) -> list[StoredDecision]:
    """What waited and can come into force no more since that decision has: each follows the one before it."""
    with desk.store.reading() as unit:
        rivals = unit.find(StoredDecision, entry=None, subject=by.subject, number=by.number)
    return [each for each in rivals if each.code != by.code and desk.clock.now() - each.proposed_at <= OPEN_FOR]


def named(unit: Reading, code: str) -> StoredDecision:
    """The waiting decision of that code, or of the beginning of one. Raises `Mistake` for none or several."""
    wanted = code.upper().replace("-", "").replace(" ", "")
    matching = [
        stored
        for stored in unit.find(StoredDecision, entry=None)
        if len(wanted) >= SHORTEST and stored.code.replace("-", "").startswith(wanted)
    ]
    if len(matching) != 1:
        raise Mistake(
            "no-decision",
            "No decision waits under the code {code}.",
            "`crisis person list` and `crisis policy show` name those that wait.",
            code=code,
        )
    return matching[0]


def _signature(current: Register, statement: bytes, signer: Signer, now: datetime) -> Approval:
    """The person's signature, if it may count. Raises `Refused` where it may not."""
    person = asked(current, statement, signer.person, now)
    signature = decisions.sign(statement, person, signer.private(), now)
    decisions.signers(statement, [signature], {person.id: person}, now)
    return signature


def asked(current: Register, statement: bytes, name: str, now: datetime) -> Person:
    """The person, if their signature may count under a decision. Raises `Refused` `may-not-decide`."""
    change = current.count(statement, (), now).change
    person = (current.governing if change is None else roster.askable(current.people, change)).get(name)
    if person is None:
        raise Refused(
            "may-not-decide",
            "{person} may not sign this: it takes an enrolled approver, lead or deputy.",
            "Ask one of them: `crisis person list`.",
            person=name,
        )
    return person


def _in_force(unit: Writing, standing: Standing) -> Standing:
    """Write what a decision says into the desk's tables and the ledger, in one transaction."""
    stored, counted = standing.stored, standing.counted
    told = {
        "decision": stored.code,
        "statement": stored.statement.decode(),
        "signatures": [
            {"person": s.person, "key": s.key, "at": timestamp(s.at), "signature": s.signature}
            for s in stored.signatures
        ],
    }
    if counted.change is not None:
        person = _with_name(unit, counted.change.now, stored)
        unit.put(person)
        entry = unit.record(counted.change.act.value, person=person.id, **told)
    else:
        policy = policy_of(counted.decision)
        releases.adopt(unit, policy, unit.at)
        entry = unit.record("policy-adopted", policy=policy.version, **told)
    adopted = replace(stored, adopted_at=unit.at, entry=entry)
    unit.put(adopted)
    return replace(standing, stored=adopted)


def _with_name(unit: Reading, person: Person, stored: StoredDecision) -> Person:
    """The person with the name behind the digest: from the proposal for a newcomer, else as it stands."""
    known = unit.get(Person, person.id)
    if known is None:
        return replace(person, name=stored.name, name_salt=stored.name_salt)
    return replace(person, name=known.name, name_salt=known.name_salt)
