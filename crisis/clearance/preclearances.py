"""The statement of a pre-clearance as bytes, and the signatures under it.

RFC 8785 JSON with `format` "crisis.preclearance/1". A person signs the payload of `payloads` over it, in the SSHSIG namespace
`preclearance-actual@crisis` (or `-exercise`): an approval of a post is none, and what was rehearsed counts in rehearsals only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from crisis.canon import canonical, timestamp
from crisis.clearance import enrolment, keys, quorum, sshsig
from crisis.clearance.payloads import namespace, payload
from crisis.errors import VerificationFailed
from crisis.model.fact import Kind
from crisis.model.preclearance import Bounds, Choice, Domain, Preclearance
from crisis.model.release import AfterStop, Approval, How, Person, Rule, Target
from crisis.model.role import Role
from crisis.model.settings import Mode
from crisis.sentence import Sentence

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FORMAT: Final = "crisis.preclearance/1"
ACT: Final = "preclearance"
FEWEST: Final = 2
"""People who sign at least, whatever the policy asks for."""


def encode(value: Preclearance) -> bytes:
    """The canonical bytes."""
    return canonical(_value(value))


@lru_cache(maxsize=64)
def decode(data: bytes) -> Preclearance:
    """The pre-clearance of canonical bytes, and nothing that `encode` would not have written.

    Raises VerificationFailed `preclearance-malformed`."""
    try:
        value = json.loads(data.decode("utf-8"))
        made = _preclearance(value)
        same = value.keys() == _value(made).keys() and encode(made) == data
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        same = False
    if not same:
        raise VerificationFailed(
            "preclearance-malformed",
            "This is not the statement of a pre-clearance, or it was damaged.",
            "Pre-clear it again.",
        )
    return made


def _value(p: Preclearance) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "preclearance": p.id,
        "mode": p.mode.value,
        "origin": p.origin,
        "nonce": p.nonce,
        "created_at": timestamp(p.created_at),
        "created_by": p.created_by,
        "notice_type": p.notice_type,
        "template": p.template,
        "organisation": dict(p.organisation),
        "languages": list(p.languages),
        "variants": list(p.variants),
        "slots": {name: _slot(domain) for name, domain in p.slots.items()},
        "targets": [{name: getattr(t, name) for name in Target.__dataclass_fields__} for t in p.targets],
        "policy": p.policy,
        "valid_from": timestamp(p.valid_from),
        "valid_to": timestamp(p.valid_to),
        "after_stop": p.after_stop.value,
    }


def _slot(domain: Domain) -> dict[str, Any]:
    if isinstance(domain, Bounds):
        return {"kind": domain.kind.value, "earliest": domain.earliest, "latest": domain.latest}
    names = {value: dict(names) for value, names in domain.names.items()}
    return {"kind": domain.kind.value, "values": list(domain.values), "names": names}


def _preclearance(v: Mapping[str, Any]) -> Preclearance:
    return Preclearance(
        id=v["preclearance"],
        mode=Mode(v["mode"]),
        origin=v["origin"],
        nonce=v["nonce"],
        created_at=_time(v["created_at"]),
        created_by=v["created_by"],
        notice_type=v["notice_type"],
        template=v["template"],
        organisation=v["organisation"],
        languages=tuple(v["languages"]),
        variants=tuple(v["variants"]),
        slots={name: _domain(slot) for name, slot in v["slots"].items()},
        targets=tuple(Target(**target) for target in v["targets"]),
        policy=v["policy"],
        valid_from=_time(v["valid_from"]),
        valid_to=_time(v["valid_to"]),
        after_stop=AfterStop(v["after_stop"]),
    )


def _domain(slot: Mapping[str, Any]) -> Domain:
    kind = Kind(slot["kind"])
    if "values" in slot:
        return Choice(kind, tuple(slot["values"]), slot["names"])
    return Bounds(kind, int(slot["earliest"]), int(slot["latest"]))


def _time(value: str) -> datetime:
    return datetime.strptime(value, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)


def same_content(one: Preclearance, other: Preclearance) -> bool:
    """Whether both allow the same, whoever proposed them and when."""
    passing = ("id", "nonce", "created_at", "created_by", "valid_from", "valid_to")
    return replace(one, **{name: getattr(other, name) for name in passing}) == other


def sign(statement: bytes, person: Person, key: Ed25519PrivateKey | keys.Holder, at: datetime) -> Approval:
    """The person's signature under a pre-clearance. Raises Refused `other-key`, `not-valid` or `no-clearing-role`."""
    made = decode(statement)
    public = enrolment.own_key(person, key)
    _may_sign(person, at)
    name = keys.fingerprint(public)
    signature = sshsig.sign(key, namespace(made.mode, ACT), payload(statement, person.id, name, at))
    return Approval(person.id, name, at, signature, How.KEY)


def signer(statement: bytes, approval: Approval, people: Mapping[str, Person], at: datetime) -> Person:
    """Who signed, if the signature holds and they might sign then and count now. Raises VerificationFailed or Refused."""
    person = enrolment.named(approval.person, people)
    public = enrolment.enrolled(person, approval.key)
    signed = payload(statement, approval.person, approval.key, approval.at, approval.how)
    sshsig.verify(public, namespace(decode(statement).mode, ACT), signed, approval.signature)
    _may_sign(person, approval.at)
    _may_sign(person, at)
    return person


def lacking(signers: Iterable[Person], rules: Sequence[Rule]) -> tuple[Sentence, ...]:
    """What the signatures still lack under all of these rules, in words: each role filled by a person of its own, the full
    number, and never fewer than two different people. Empty if nothing."""
    present = quorum.different(signers)
    needs: list[Sentence] = []
    for rule in rules:
        roles, others = quorum.unfilled(present, rule)
        if not roles and len(present) + others < FEWEST:
            others = FEWEST - len(present)
        needs += [*map(_of_role, roles), *([_of_others(others)] if others else [])]
    return tuple(dict.fromkeys(needs))


def _of_role(role: Role) -> Sentence:
    return Sentence("One more signature by a person with the role {role}.", role=role.value)


def _of_others(count: int) -> Sentence:
    return Sentence("{count} more signatures by other people.", count=count)


def _may_sign(person: Person, at: datetime) -> None:
    enrolment.need_valid(person, "Have it pre-cleared again: `crisis preclear`.", at)
    enrolment.need_clearing_role(person)
