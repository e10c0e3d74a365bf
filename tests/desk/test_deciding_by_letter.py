"""A decision of two homes: out as a file, back as a few lines, and nothing else of it counts."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from desk_scene import Scene
from test_roster import code_of, newcomer, people

from crisis.canon import canonical
from crisis.clearance import decisions, keys, letters, proposals, sshsig
from crisis.clearance.payloads import namespace, payload
from crisis.clearance.policy import single
from crisis.desk.people import by_letter, deciding, policies, roster
from crisis.desk.record import book
from crisis.errors import VerificationFailed
from crisis.model.release import Approval, Rule
from crisis.rehearsal.world import SeededEntropy


def proposed(scene: Scene) -> bytes:
    """Somebody new, proposed by one; what goes to the other home."""
    standing = roster.add(scene.desk, newcomer(scene), scene.signer())
    return by_letter.hand_out(scene.desk, standing.stored.code)


def signed(scene: Scene, data: bytes, person: str = "second", signs_as: str | None = None) -> str:
    statement = proposals.decode(data).statement
    key = keys.load(scene.desk.signing_key(person), None)
    signature = decisions.signed(statement, signs_as or person, key, scene.clock.now())
    return letters.approval_letter(statement, signature, letters.DECISION)


def test_it_comes_into_force_by_a_few_lines(scene: Scene) -> None:
    data = proposed(scene)
    change = proposals.change_of(proposals.decode(data))
    assert change is not None
    assert (change.act.value, change.now.id, proposals.decode(data).name) == ("person-enrolled", "sato", "佐藤")
    (mailed,) = letters.statements_in(letters.statement_letter(data, letters.DECISION), letters.DECISION)
    (standing,) = by_letter.bring_in(scene.desk, signed(scene, mailed))
    assert standing.missing == 0
    assert "sato" in people(scene)
    assert book.verify_ledger(scene.desk).ok
    assert code_of(lambda: by_letter.bring_in(scene.desk, signed(scene, mailed))) == "letter-unknown"


def test_a_policy_comes_into_force_so_too(scene: Scene) -> None:
    standing = policies.propose(scene.desk, single(Rule(quorum=2)), scene.signer())
    data = by_letter.hand_out(scene.desk, standing.stored.code)
    assert proposals.change_of(proposals.decode(data)) is None
    by_letter.bring_in(scene.desk, signed(scene, data))
    with scene.desk.store.reading() as unit:
        assert policies.adopted(unit) == single(Rule(quorum=2))


@pytest.mark.parametrize(
    ("person", "signs_as", "code"),
    [
        ("approver", None, "signed-already"),
        ("second", "drafter", "signature-wrong"),
        ("second", "nobody", "may-not-decide"),
        ("second", "approver", "signature-wrong"),
    ],
)
def test_who_may_not_or_signs_as_another_does_nothing(
    scene: Scene, person: str, signs_as: str | None, code: str
) -> None:
    data = proposed(scene)
    assert code_of(lambda: by_letter.bring_in(scene.desk, signed(scene, data, person, signs_as))) == code
    assert "sato" not in people(scene)


def test_what_was_signed_for_something_else_is_no_signature_under_a_decision(scene: Scene) -> None:
    data, now = proposed(scene), scene.clock.now()
    statement, key = proposals.decode(data).statement, keys.load(scene.desk.signing_key("second"), None)
    name = keys.fingerprint(keys.public_of(key))
    other = sshsig.sign(key, namespace(scene.desk.mode), payload(statement, "second", name, now))
    text = letters.approval_letter(statement, Approval("second", name, now, other), letters.DECISION)
    assert code_of(lambda: by_letter.bring_in(scene.desk, text)) == "signature-wrong"


def test_what_stands_beside_it_is_what_it_rests_on(scene: Scene) -> None:
    data = proposed(scene)
    found = proposals.decode(data)
    other = by_letter.hand_out(
        scene.desk,
        roster.add(
            scene.desk, newcomer(scene, "ito", pair=keys.generate(SeededEntropy("ito"))), scene.signer()
        ).stored.code,
    )
    for forged in (
        replace(found, before=None),
        replace(found, before=proposals.decode(other).statement),
        replace(found, name="Somebody Else"),
    ):
        with pytest.raises(VerificationFailed, match="damaged"):
            proposals.decode(proposals.encode(forged))
    with pytest.raises(VerificationFailed):
        proposals.decode(canonical({**json.loads(data), "more": 1}))


def test_what_waits_no_more_is_not_handed_out(scene: Scene) -> None:
    standing = roster.add(scene.desk, newcomer(scene), scene.signer())
    scene.later(days=8)
    assert code_of(lambda: by_letter.hand_out(scene.desk, standing.stored.code)) == "decision-expired"
    assert deciding.waiting(scene.desk) == []
