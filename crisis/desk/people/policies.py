"""The policy in force, and what clearing one release takes under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crisis.clearance import policy as policies
from crisis.clearance import speaking
from crisis.clearance.decisions import QUORUM, decode
from crisis.clearance.quorum import could_meet, may_clear
from crisis.clearance.register import Register, policy_of
from crisis.clearance.roster import needed
from crisis.desk.desk import Desk
from crisis.desk.people import deciding
from crisis.desk.people.deciding import Standing
from crisis.desk.signer import Signer
from crisis.errors import Mistake, Refused
from crisis.model.decision import Subject
from crisis.model.published import Incident
from crisis.model.release import Policy, Rule, Statement
from crisis.model.settings import Mode
from crisis.model.severity import Severity
from crisis.store import releases
from crisis.store.unit import Reading


def in_force(desk: Desk, unit: Reading) -> Policy:
    """The policy in force, as tight as `crisis.toml` asks for. A desk without one is not set up."""
    return policies.tightened(adopted(unit), desk.settings.policy)


def adopted(unit: Reading) -> Policy:
    """The policy in force as people signed it, without what `crisis.toml` asks for besides."""
    policy = releases.policy(unit)
    if policy is None:
        raise Refused("no-policy", "This desk has adopted no policy.", "Make the desk anew with `crisis init`.")
    return policy


def proposed(unit: Reading, code: str) -> Policy:
    """The policy that waits for a signature under a code. Raises `Mistake` where none does."""
    waiting = deciding.named(unit, code)
    if waiting.subject is not Subject.POLICY:
        raise Mistake("no-policy-there", "What waits under {code} is no policy.", "`crisis person confirm`.", code=code)
    return policy_of(decode(waiting.statement))


def severity_of(unit: Reading, incident: str | None) -> Severity:
    """How bad the incident is that a release belongs to; unknown where it belongs to none."""
    known = unit.get(Incident, incident) if incident else None
    return known.severity if known else Severity.UNKNOWN


def rule_for(desk: Desk, unit: Reading, notice_type: str, incident: str | None) -> Rule:
    """What clearing a release of that type in that incident takes now."""
    return in_force(desk, unit).rule(notice_type, severity_of(unit, incident), desk.mode)


def rules_at_send(desk: Desk, unit: Reading, statement: Statement) -> Sequence[Rule]:
    """What a release had to meet when it was stated, and what it has to meet now: both hold, so the stricter applies."""
    then = releases.policy(unit, statement.provenance.get("policy")) or in_force(desk, unit)
    stated = Severity(statement.provenance.get("severity", Severity.UNKNOWN))
    return (
        then.rule(statement.notice_type, stated, statement.mode),
        rule_for(desk, unit, statement.notice_type, statement.incident),
    )


def propose(desk: Desk, policy: Policy, signer: Signer) -> Standing:
    """Propose a policy and sign it as the first; it is in force once a second person has (`deciding.confirm`).

    Raises `Refused` where fewer than two people could sign it, or this policy is in force already."""

    def content(current: Register) -> Any:
        if needed(current.people) < QUORUM:
            raise Refused(
                "policy-takes-two",
                "A policy takes the signatures of two people, and there is one who may decide.",
                "Enrol another approver, lead or deputy first: `crisis person add`.",
            )
        with desk.store.reading() as unit:
            if unit.meta(releases.IN_FORCE) == policy.version:
                raise Refused("policy-in-force", "This policy is in force already.", "`crisis policy show` shows it.")
        return policies.content(policy)

    return deciding.propose(desk, Subject.POLICY, content, signer)


def looser(desk: Desk, policy: Policy) -> list[str]:
    """The notice types for which a policy asks less than the one in force, in whatever severity or mode; and `speaking` or
    `by_itself` where it lets more people speak, or the desk do more."""
    with desk.store.reading() as unit:
        now = adopted(unit)
    every = [(severity, mode) for severity in Severity for mode in Mode]
    rules = [
        kind
        for kind in postable(desk)
        if any(policies.looser(policy.rule(kind, *case), now.rule(kind, *case)) for case in every)
    ]
    return [*rules, *policies.looser_besides(policy, now)]


def eased(desk: Desk, unit: Reading, before: Severity, after: Severity) -> list[str]:
    """The notice types for which the policy in force asks less in an incident of the one severity than of the other."""
    now = in_force(desk, unit)
    return [
        kind
        for kind in postable(desk)
        if policies.looser(now.rule(kind, after, desk.mode), now.rule(kind, before, desk.mode))
    ]


def unmet(desk: Desk, policy: Policy) -> list[str]:
    """The notice types that nobody who is enrolled and valid now could clear under a policy, in whatever severity."""
    now = desk.clock.now()
    with desk.store.reading() as unit:
        people = [p for p in desk.people(unit).values() if p.valid_at(now) and p.keys and may_clear(p)]
    able = [person for person in people if speaking.refused(person, policy, now, now) is None]
    return [
        kind
        for kind in postable(desk)
        if any(not could_meet(policy.rule(kind, severity, desk.mode), able) for severity in Severity)
    ]


def postable(desk: Desk) -> list[str]:
    """The notice types that have posts, sorted."""
    return sorted(kind for kind, known in desk.kit.types.items() if known.posts)
