"""The register as a desk's tables hold it, and whether they still say what people signed."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.clearance import roster
from crisis.clearance.register import KINDS, Register, altered, replayed, signatures_in
from crisis.desk.plain import time
from crisis.errors import CrisisError
from crisis.model.decision import StoredDecision
from crisis.model.release import Person
from crisis.model.settings import Mode
from crisis.store import releases
from crisis.store.unit import Reading


def signed(unit: Reading, mode: Mode, origin: str) -> Register:
    """Roster and policy as they were signed. Raises VerificationFailed `roster-altered` where the table of people says
    something else."""
    adopted = sorted((d for d in unit.find(StoredDecision) if d.entry is not None), key=lambda d: d.entry or 0)
    register = replayed(mode, origin, adopted)
    if roster.content(unit.find(Person)) != roster.content(register.people.values()):
        raise altered("the table of people says something else.")
    return register


def faults(unit: Reading, mode: Mode, origin: str) -> Iterator[tuple[int | None, str]]:
    """Replay roster and policy out of the ledger alone: each entry whose decision does not hold, and tables that say something
    else than the ledger; the entry's number with an English sentence."""
    register, policy = Register(mode, origin), _first_policy(unit)
    for entry in unit.ledger.told(KINDS):
        seq, body = entry.get("seq"), entry["body"]
        try:
            register = register.adopt(body["statement"].encode(), signatures_in(body), time(entry["at"]))
        except CrisisError as fault:
            yield seq, f"Entry {seq} does not hold: {fault.sentence}"
            continue
        except (KeyError, TypeError, ValueError, AttributeError):
            yield seq, f"Entry {seq} does not hold: it carries no decision that people signed."
            continue
        policy = body.get("policy", policy)
    if roster.content(unit.find(Person)) != roster.content(register.people.values()):
        yield None, "The table of people is not the roster that the ledger records."
    if unit.meta(releases.IN_FORCE) != policy:
        yield None, "The policy in force is not the one that the ledger records."


def _first_policy(unit: Reading) -> str | None:
    opened = unit.ledger.opened()
    return str(opened.get("policy")) if opened else None
