"""A decision about the desk on its way to somebody elsewhere: what is signed, and what shows its reader what it changes.

Canonical JSON (RFC 8785) of the format `crisis.proposal/1`: the `statement`, the statement `before` it (null: there is none),
whose digest it names, and the `name` of a newcomer with the `salt` of its digest in the roster.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from crisis.canon import canonical, digest, salted_digest
from crisis.clearance import roster
from crisis.clearance.decisions import decode as decision_of
from crisis.errors import VerificationFailed
from crisis.model.decision import Decision, Subject
from crisis.model.release import Person

FORMAT: Final = "crisis.proposal/1"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A decision's bytes, those of the decision before, and who a newcomer is."""

    statement: bytes
    before: bytes | None
    name: str = ""
    salt: str = ""

    @property
    def decision(self) -> Decision:
        """What is decided. Raises VerificationFailed for bytes that are no decision."""
        return decision_of(self.statement)


def encode(proposal: Proposal) -> bytes:
    """The canonical bytes."""
    before = None if proposal.before is None else proposal.before.decode()
    members = {"statement": proposal.statement.decode(), "before": before, "name": proposal.name, "salt": proposal.salt}
    return canonical({"format": FORMAT, **members})


def decode(data: bytes) -> Proposal:
    """The inverse of `encode`. Raises VerificationFailed `proposal-malformed`, also where what stands beside the statement is
    not what the statement rests on."""
    try:
        said = json.loads(data)
        before = said["before"]
        found = Proposal(said["statement"].encode(), before and before.encode(), said["name"], said["salt"])
        if encode(found) == data and found.decision.before == (found.before and digest(found.before)) and _named(found):
            return found
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    raise VerificationFailed(
        "proposal-malformed",
        "This is not a decision that waits for a signature, or it was damaged.",
        "Ask for it again: `crisis person confirm CODE --export FILE` writes it.",
    )


def change_of(proposal: Proposal) -> roster.Change | None:
    """What becomes of whom; None for a policy. Raises Refused or VerificationFailed for what changes nobody as it should."""
    if proposal.decision.subject is not Subject.ROSTER:
        return None
    return roster.change(_people(proposal.before), _people(proposal.statement))


def _people(statement: bytes | None) -> dict[str, Person]:
    return {} if statement is None else roster.people_of(decision_of(statement).content)


def _named(proposal: Proposal) -> bool:
    """Whether the name is the one behind a digest of the roster; none has to be given."""
    if not proposal.name:
        return True
    hashed = salted_digest(bytes.fromhex(proposal.salt), proposal.name.encode())
    return any(person.name == hashed for person in _people(proposal.statement).values())
