"""The register: roster and policy as the signed decisions make them, replayed from the first one on.

The desk replays what its tables hold before it counts an approval; an auditor replays the same out of the ledger alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from crisis.canon import digest
from crisis.clearance import policy as policies
from crisis.clearance import roster
from crisis.clearance.decisions import OPEN_FOR, QUORUM, decode, governs, signers
from crisis.errors import Refused, VerificationFailed
from crisis.model.decision import Decision, StoredDecision, Subject
from crisis.model.release import Approval, Person, Policy
from crisis.model.settings import Mode

POLICY: Final = "policy-adopted"
KINDS: Final = (*(act.value for act in roster.Act), POLICY)
"""The ledger's entries that carry a decision with its signatures."""

_NOBODY: Final[Mapping[str, Person]] = MappingProxyType({})
_NOTHING: Final[Mapping[Subject, tuple[int, str]]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Counted:
    """What a decision would do: the change of one person, None for a policy; and how many signatures it still needs."""

    decision: Decision
    change: roster.Change | None
    missing: int


@dataclass(frozen=True, slots=True)
class Register:
    """A desk's roster after some decisions. `heads` are number and digest of the last decision of each subject."""

    mode: Mode
    origin: str
    people: Mapping[str, Person] = field(default_factory=lambda: _NOBODY)
    heads: Mapping[Subject, tuple[int, str]] = field(default_factory=lambda: _NOTHING)

    @property
    def governing(self) -> dict[str, Person]:
        """Those who decide about the desk, by id."""
        return {person.id: person for person in self.people.values() if governs(person)}

    @property
    def last(self) -> dict[str, str]:
        """The digest of the last decision of each subject: with these named, none can be left out unseen."""
        return {subject.value: head for subject, (_, head) in self.heads.items()}

    def next(self, subject: Subject, content: Any, by: str, at: datetime) -> Decision:
        """A decision that follows the last one of its subject."""
        number, before = self.heads.get(subject, (0, None))
        return Decision(subject, self.mode, self.origin, number + 1, before, at, by, content)

    def count(self, statement: bytes, signatures: Sequence[Approval], at: datetime) -> Counted:
        """What a decision would do here, and what it lacks. Raises Refused `decision-overtaken` or `decision-expired`, what
        `roster.change` and `decisions.signers` raise, and VerificationFailed for one of another desk or mode."""
        decision = decode(statement)
        self._refuse_foreign(decision, at)
        if decision.subject is Subject.POLICY:
            policy_of(decision)
            given = signers(statement, signatures, self.governing, at)
            return Counted(decision, None, max(QUORUM - len(given), 0))
        change = roster.change(self.people, roster.people_of(decision.content))
        given = signers(statement, signatures, roster.askable(self.people, change), at)
        return Counted(decision, change, max(roster.takes(self.people, change) - len(given), 0))

    def adopt(self, statement: bytes, signatures: Sequence[Approval], at: datetime) -> Register:
        """The register after a decision came into force at that time. Raises as `count`, and Refused `decision-unsigned`."""
        counted = self.count(statement, signatures, at)
        if counted.missing:
            raise Refused("decision-unsigned", "This decision lacks {count} signatures.", count=counted.missing)
        decision = counted.decision
        people = {**self.people, counted.change.now.id: counted.change.now} if counted.change else self.people
        heads = {**self.heads, decision.subject: (decision.number, digest(statement))}
        return replace(self, people=people, heads=heads)

    def _refuse_foreign(self, decision: Decision, at: datetime) -> None:
        if (decision.mode, decision.origin) != (self.mode, self.origin):
            raise VerificationFailed("decision-foreign", "This decision belongs to another desk.", "Propose it here.")
        number, before = self.heads.get(decision.subject, (0, None))
        if (decision.number, decision.before) != (number + 1, before):
            raise Refused(
                "decision-overtaken",
                "Another decision came into force since this one was proposed.",
                "Propose it again over what holds now.",
            )
        if at - decision.proposed_at > OPEN_FOR:
            raise Refused(
                "decision-expired",
                "This was proposed more than seven days ago.",
                "Propose it again if it is still meant.",
            )


def policy_of(decision: Decision) -> Policy:
    """The policy that a decision puts in force. Raises VerificationFailed `policy-malformed`."""
    try:
        policy = policies.of_content(decision.content)
        if policies.content(policy) == decision.content:
            return policy
    except (ValueError, TypeError, KeyError, AttributeError):
        pass
    raise VerificationFailed("policy-malformed", "This is not a policy, or it was damaged.", "Propose it again.")


def signatures_in(body: Mapping[str, Any]) -> tuple[Approval, ...]:
    """The signatures that an entry of these kinds carries. Raises KeyError, TypeError or ValueError where it carries none."""
    return tuple(
        Approval(s["person"], s["key"], datetime.fromisoformat(s["at"]), s["signature"]) for s in body["signatures"]
    )


def replayed(mode: Mode, origin: str, adopted: Iterable[StoredDecision]) -> Register:
    """The register after these decisions, in the order in which they came into force. Raises VerificationFailed
    `roster-altered` where one of them does not hold."""
    return _replayed(mode, origin, tuple(adopted))


@lru_cache(maxsize=8)
def _replayed(mode: Mode, origin: str, adopted: tuple[StoredDecision, ...]) -> Register:
    register = Register(mode, origin)
    for stored in adopted:
        try:
            register = register.adopt(stored.statement, stored.signatures, stored.adopted_at or stored.proposed_at)
        except (Refused, VerificationFailed) as fault:
            raise altered(str(fault.sentence)) from None
    return register


def altered(why: str) -> VerificationFailed:
    """The roster in the database is not what people signed."""
    return VerificationFailed(
        "roster-altered",
        "The roster is not what was signed: {why}",
        "Nothing goes out until it is. `crisis ledger verify` says more; compare with a copy of this desk.",
        why=why,
    )
