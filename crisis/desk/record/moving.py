"""A lost office: the desk goes on elsewhere, as a declared and signed new epoch of the same ledger.

What a copy had open, the old place may have sent after the copy was made: nobody knows, so it is read back or settled, and
until a person resumes them, account by account, nothing is sent at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crisis.canon import timestamp
from crisis.clearance import keys, sshsig
from crisis.clearance.approvals import namespace
from crisis.desk.desk import Desk
from crisis.desk.outbox.queue import MOVED, change
from crisis.desk.reasons import keep_reason
from crisis.desk.record import book
from crisis.desk.signer import Signer
from crisis.dispatch.states import in_doubt
from crisis.errors import Refused, VerificationFailed
from crisis.ledger.epochs import EPOCH, KIND, Epoch, encode
from crisis.model.delivery import Delivery, State
from crisis.model.records import Stop
from crisis.model.release import Person
from crisis.model.role import Role
from crisis.store.store import COPY
from crisis.store.unit import Reading, Writing

MAY_DECLARE = frozenset({Role.LEAD, Role.DEPUTY})
OPEN = (State.QUEUED, State.HELD, State.SENDING, State.BY_HAND)


@dataclass(frozen=True)
class Moved:
    """What a move did: the declaration, what nobody knows of now, and which accounts stand still."""

    epoch: Epoch
    unknown: tuple[Delivery, ...]
    stopped: tuple[str, ...]


def number(unit: Reading) -> int:
    """Which epoch a desk is in, from 1."""
    return int(unit.meta(EPOCH) or 1)


def move(desk: Desk, signer: Signer, new_key: str, *, lost: Sequence[str], reason: str) -> Moved:
    """Declare, as one person, that the desk goes on here. `new_key` is the ledger's new public key (OpenSSH line); `lost` are
    the people whose keys lay at the old place; whoever asks for the move ends those too.

    Raises `VerificationFailed` where the ledger does not hold, `Refused` for who may not declare it (`may-not-declare`,
    `foreign-key`) or signs with a key that was lost (`lost-key`).
    """
    verdict = book.verify_ledger(desk, shown=False)  # the old place may have shown more than this copy has
    if not verdict.ok:
        raise VerificationFailed(
            "ledger-broken",
            "The ledger of this copy does not hold.",
            "Restore another backup; crisis ledger verify says what.",
        )
    now = desk.clock.now()
    with desk.store.writing(now, of_copy=True) as unit:
        person = _may_declare(desk, unit, signer.person, lost)
        private = signer.private_of(person)
        why = keep_reason(desk, unit, reason)
        epoch = Epoch(
            origin=desk.origin(unit),
            mode=desk.mode.value,
            number=number(unit) + 1,
            entries=unit.ledger_size(),
            root=unit.ledger_root().hex(),
            old_key=keys.raw_public(keys.public_of(keys.load(desk.ledger_key(), None))).hex(),
            new_key=keys.raw_public(new_key).hex(),
            revoked=tuple(sorted(lost)),
            person=person.id,
            key=keys.fingerprint(keys.public_of(private)),
            at=timestamp(now),
            reason=why,
        )
        statement = encode(epoch)
        signature = sshsig.sign(private, namespace(desk.mode, "move"), statement)
        unit.record(KIND, statement=statement.decode(), signature=signature, by=person.id)
        unit.set_meta(EPOCH, str(epoch.number))
        unit.forget_meta(COPY)
        return Moved(epoch, _in_doubt(unit), _stop(desk, unit, person))


def _may_declare(desk: Desk, unit: Reading, person_id: str, lost: Sequence[str]) -> Person:
    person = desk.person(unit, person_id)
    if MAY_DECLARE.isdisjoint(person.roles):
        raise Refused(
            "may-not-declare",
            "{person} may not declare that the desk has moved.",
            "It takes a lead or a deputy: `crisis person list` shows who is.",
            person=person_id,
        )
    if person_id in lost:
        raise Refused(
            "lost-key",
            "The key of {person} lay at the old place and counts no more.",
            "Sign with a key that was elsewhere; or say --keys-safe if nobody can have taken them.",
            person=person_id,
        )
    return person


def _in_doubt(unit: Writing) -> tuple[Delivery, ...]:
    """What the copy had open is unknown here, also where its window is over: the old place may have sent it in time. So
    is what waited to be posted by hand: somebody there may have done it."""
    return tuple(
        change(unit, in_doubt(delivery, MOVED, unit.at), reason=MOVED) for delivery in unit.find(Delivery, state=OPEN)
    )


def _stop(desk: Desk, unit: Writing, person: Person) -> tuple[str, ...]:
    accounts = tuple(account.id for account in desk.settings.accounts)
    for account in accounts:
        stop = Stop(desk.ids.new("S"), account, unit.at, person.id)
        unit.add(stop)
        unit.record("hold-set", stop=stop.id, account=account, routine=False, by=person.id)
    return accounts
