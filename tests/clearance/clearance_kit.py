"""People, keys and a statement, the same in every run."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from crisis.clearance import keys
from crisis.clearance.approvals import approve, check
from crisis.clearance.statements import encode
from crisis.clearance.ways.way import Signers
from crisis.errors import Refused, VerificationFailed
from crisis.model.card import Card
from crisis.model.release import Accepted, Approval, Person, Rule, StatedPost, Statement, Target
from crisis.model.role import Role
from crisis.model.settings import Mode

NOW = datetime(2026, 10, 9, 6, 20, tzinfo=UTC)
ORIGIN = "kitahama.example/actual"


class Seeded:
    """Entropy from a word: each call gives the next bytes of a hash chain."""

    def __init__(self, word: str) -> None:
        self.state = word.encode()

    def token(self, size: int) -> bytes:
        self.state = hashlib.sha512(self.state).digest()
        return self.state[:size]


def key_of(name: str) -> Ed25519PrivateKey:
    return keys.load(keys.generate(Seeded(name)).private_openssh, None)


def person(name: str, *roles: Role, **more: Any) -> Person:
    public = keys.generate(Seeded(name)).public
    made = Person(name, name.title(), roles or (Role.DRAFTER, Role.APPROVER), public, NOW - timedelta(days=30))
    return replace(made, **more)


PEOPLE = {name: person(name) for name in ("drafter", "approver", "third")} | {
    "lawyer": person("lawyer", Role.LEGAL),
    "lead": person("lead", Role.APPROVER, Role.LEGAL, Role.LEAD),
    "trainee": person("trainee", Role.DRAFTER),
}

TARGET = Target("x-main", "x", "@kitahama_jp", None, "https://x.com/kitahama_jp")
POST = StatedPost("P-1", "ja", "仙台事業所は閉鎖しています。\nか\u3099🙏🏽", TARGET, "drafter")
STATEMENT = Statement(
    release="R-1",
    mode=Mode.ACTUAL,
    origin=ORIGIN,
    nonce="bm9uY2U",
    created_at=NOW,
    created_by="drafter",
    notice_type="office-status",
    incident=None,
    notices=(("N-1", "hmac-sha256:00"),),
    released=("site", "status"),
    withheld=("damage",),
    accepted=(Accepted("P-1", "free-text", "drafter", "hmac-sha256:01"),),
    posts=(POST, replace(POST, post="P-2", language="en", text="Sendai Office is closed.")),
    not_before=NOW,
    not_after=NOW + timedelta(hours=2),
    provenance={"template": "sha256:02", "policy": "sha256:03"},
)

DATA = encode(STATEMENT)
MINUTE = timedelta(minutes=1)
GIVEN = approve(DATA, PEOPLE["approver"], key_of("approver"), NOW + MINUTE)
LEGAL = approve(DATA, PEOPLE["lawyer"], key_of("lawyer"), NOW + MINUTE)
THIRD = approve(DATA, PEOPLE["third"], key_of("third"), NOW + MINUTE)


def sent(
    data: bytes = DATA,
    given: Sequence[Approval] = (GIVEN,),
    people: dict[str, Person] = PEOPLE,
    rules: Sequence[Rule] = (Rule(),),
    at: datetime = NOW + 2 * MINUTE,
    cards: Mapping[str, Card] | None = None,
    **more: Any,
) -> Statement:
    """What the sender does, with everything as it should be unless told otherwise."""
    return check(
        data, given, Signers(people, cards or {}), rules, at, **{"mode": Mode.ACTUAL, "origin": ORIGIN, **more}
    )


def code_of(**changed: Any) -> str:
    with pytest.raises((VerificationFailed, Refused)) as failure:
        sent(**changed)
    return failure.value.code
