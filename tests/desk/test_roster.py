"""The roster as a desk keeps it: who has to sign what, and that neither table nor ledger can be changed unseen."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from desk_scene import Scene

from crisis.clearance import keys
from crisis.clearance.policy import single
from crisis.desk.outbox.sending import tick
from crisis.desk.people import deciding, policies, roster
from crisis.desk.people.roster import Edits
from crisis.desk.record import book
from crisis.desk.signer import Signer
from crisis.errors import CrisisError, Mistake, Refused, VerificationFailed
from crisis.model.release import Person, Rule
from crisis.model.role import Role
from crisis.rehearsal.world import SeededEntropy

OTHERS = SeededEntropy("others")
PAIR = keys.generate(OTHERS)
SPARE = keys.generate(OTHERS)


def newcomer(scene: Scene, name: str = "sato", *roles: Role, pair: keys.KeyPair = PAIR) -> Person:
    return roster.newcomer(scene.desk, name, "佐藤", roles or (Role.APPROVER,), pair.public)


def enrolled(scene: Scene, *roles: Role) -> Signer:
    scene.decided(roster.add(scene.desk, newcomer(scene, "sato", *roles), scene.signer()))
    return Signer("sato", PAIR.private_openssh)


def people(scene: Scene) -> dict[str, Person]:
    return {person.id: person for person in roster.roster(scene.desk)}


def with_spare(scene: Scene, name: str, pair: keys.KeyPair) -> None:
    edits = Edits(spare=pair.public)
    scene.decided(roster.change(scene.desk, name, scene.signer(), lambda person, now: edits.of(person)))


def code_of(act: Callable[[], Any]) -> str:
    with pytest.raises(CrisisError) as failure:
        act()
    return failure.value.code


def problems(scene: Scene) -> list[str]:
    return [problem.what for problem in book.verify_ledger(scene.desk).problems]


def spoil(scene: Scene, folder: Path, statement: str) -> None:
    scene.desk.store.close()
    with sqlite3.connect(folder / "test.db") as raw:
        raw.execute(statement)


def test_a_third_person_takes_two_who_decide(scene: Scene) -> None:
    proposed = roster.add(scene.desk, newcomer(scene), scene.signer())
    assert (proposed.missing, "sato" in people(scene)) == (1, False)
    assert code_of(lambda: deciding.confirm(scene.desk, proposed.stored.code, scene.signer())) == "signed-already"
    assert scene.decided(proposed).missing == 0
    assert people(scene)["sato"].name == "佐藤"
    assert code_of(lambda: scene.decided(proposed)) == "no-decision"
    assert problems(scene) == []


def test_who_may_not_decide_signs_nothing(scene: Scene) -> None:
    lawyer = enrolled(scene, Role.LEGAL)
    assert code_of(lambda: roster.revoke(scene.desk, "second", lawyer)) == "may-not-decide"
    proposed = roster.revoke(scene.desk, "second", scene.signer())
    assert code_of(lambda: deciding.confirm(scene.desk, proposed.stored.code, lawyer)) == "may-not-decide"
    stranger = Signer("nobody", PAIR.private_openssh)
    assert code_of(lambda: deciding.confirm(scene.desk, proposed.stored.code, stranger)) == "may-not-decide"
    thief = Signer("second", PAIR.private_openssh)
    assert code_of(lambda: deciding.confirm(scene.desk, proposed.stored.code, thief)) == "other-key"


def test_anybody_suspends_at_once_and_what_was_cleared_stops(scene: Scene) -> None:
    lawyer = enrolled(scene, Role.LEGAL)
    scene.cleared()
    assert roster.suspend(scene.desk, "approver", lawyer).missing == 0
    scene.later(seconds=1)
    assert tick(scene.desk).held == 1
    assert scene.platform.accepted == []
    assert code_of(lambda: roster.suspend(scene.desk, "second", scene.signer())) == "decision-not-valid"


def test_whoever_was_suspended_may_be_one_of_the_two_who_reinstate(scene: Scene) -> None:
    roster.suspend(scene.desk, "approver", scene.signer("drafter"))
    scene.later(minutes=1)
    proposed = roster.reinstate(scene.desk, "approver", scene.signer("approver"))
    assert proposed.missing == 1
    scene.decided(proposed)
    assert people(scene)["approver"].suspended_at is None
    assert problems(scene) == []


def test_nobody_rules_alone_by_suspending_or_revoking_the_others(scene: Scene) -> None:
    scene.decided(roster.revoke(scene.desk, "drafter", scene.signer()))
    assert code_of(lambda: roster.revoke(scene.desk, "second", scene.signer())) == "too-few-left"
    roster.suspend(scene.desk, "second", scene.signer())
    assert roster.add(scene.desk, newcomer(scene), scene.signer()).missing == 1
    drafter_only = Edits(roles=(Role.DRAFTER,))
    assert (
        code_of(lambda: roster.change(scene.desk, "second", scene.signer(), lambda p, now: drafter_only.of(p)))
        == "too-few-left"
    )


def test_a_spare_key_signs_as_the_same_person(scene: Scene) -> None:
    edits = Edits(spare=SPARE.public)
    scene.decided(roster.change(scene.desk, "approver", scene.signer(), lambda person, now: edits.of(person)))
    spare = Signer("approver", SPARE.private_openssh)
    proposed = roster.add(scene.desk, newcomer(scene), scene.signer())
    assert code_of(lambda: deciding.confirm(scene.desk, proposed.stored.code, spare)) == "signed-already"
    roster.suspend(scene.desk, "approver", scene.signer("drafter"), "main")
    assert code_of(lambda: roster.revoke(scene.desk, "second", scene.signer())) == "other-key"
    scene.decided(roster.revoke(scene.desk, "drafter", spare))
    assert people(scene)["drafter"].revoked_at is not None
    assert problems(scene) == []


def test_what_a_lost_key_cleared_stops_and_the_spare_clears_again(scene: Scene) -> None:
    edits = Edits(spare=SPARE.public)
    scene.decided(roster.change(scene.desk, "approver", scene.signer(), lambda person, now: edits.of(person)))
    scene.cleared()
    roster.suspend(scene.desk, "approver", scene.signer("drafter"), "main")
    scene.later(seconds=1)
    assert tick(scene.desk).held == 1
    from crisis.desk.clearance import clearing

    posts = scene.posts(next_update="17:30")
    clearing.clear(scene.desk, [post.id for post in posts], Signer("approver", SPARE.private_openssh))
    scene.later(seconds=1)
    assert tick(scene.desk).published == 1


def test_two_names_of_one_key_are_refused(scene: Scene) -> None:
    taken = newcomer(scene, "sato", pair=keys.KeyPair(b"", people(scene)["second"].public_key))
    assert code_of(lambda: roster.add(scene.desk, taken, scene.signer())) == "already-enrolled"
    known = replace(newcomer(scene), id="second")
    assert code_of(lambda: roster.add(scene.desk, known, scene.signer())) == "already-enrolled"


def test_a_decision_that_was_overtaken_or_is_old_is_proposed_again(scene: Scene) -> None:
    first = roster.add(scene.desk, newcomer(scene), scene.signer())
    roster.suspend(scene.desk, "drafter", scene.signer())
    assert code_of(lambda: scene.decided(first)) == "decision-overtaken"
    assert deciding.waiting(scene.desk) == []
    again = roster.add(scene.desk, newcomer(scene), scene.signer())
    scene.later(days=8)
    assert code_of(lambda: scene.decided(again)) == "decision-expired"


def test_a_person_counts_between_their_times_alone(scene: Scene) -> None:
    until = scene.clock.now() + timedelta(hours=1)
    edits = Edits(valid_to=until)
    scene.decided(roster.change(scene.desk, "drafter", scene.signer(), lambda person, now: edits.of(person)))
    scene.later(hours=2)
    assert code_of(lambda: roster.add(scene.desk, newcomer(scene), scene.signer("drafter"))) == "decision-not-valid"


def test_a_policy_takes_two_and_is_in_the_record(scene: Scene) -> None:
    strict = single(Rule(quorum=2))
    proposed = policies.propose(scene.desk, strict, scene.signer())
    with scene.desk.store.reading() as unit:
        assert policies.in_force(scene.desk, unit).version != strict.version
    scene.decided(proposed)
    with scene.desk.store.reading() as unit:
        assert policies.in_force(scene.desk, unit).version == strict.version
    assert code_of(lambda: policies.propose(scene.desk, strict, scene.signer())) == "policy-in-force"
    assert problems(scene) == []


FORGERIES = {
    "a key swapped": f"UPDATE person SET public_key = '{PAIR.public}' WHERE id = 'approver'",
    "a name changed": "UPDATE person SET name = 'somebody else' WHERE id = 'approver'",
    "a role added": "UPDATE person SET roles = '[\"lead\",\"approver\"]' WHERE id = 'drafter'",
    "a person gone": "DELETE FROM person WHERE id = 'second'",
    "a suspension lifted": "UPDATE person SET suspended_at = NULL WHERE id = 'second'",
    "a decision gone": "DELETE FROM decision WHERE number = 2",
    "a signature gone": "UPDATE decision SET signatures = '[]' WHERE number = 3",
    "a decision moved": "UPDATE decision SET entry = 0 WHERE number = 3",
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_changed_table_sends_nothing_and_is_found(scene: Scene, tmp_path: Path, forgery: str) -> None:
    scene.cleared()
    roster.suspend(scene.desk, "second", scene.signer())
    spoil(scene, tmp_path, FORGERIES[forgery])
    scene.later(seconds=1)
    assert tick(scene.desk).held == 1
    assert scene.platform.accepted == []
    with pytest.raises(VerificationFailed, match="not what was signed"), scene.desk.store.reading() as unit:
        scene.desk.register(unit)


def test_the_ledger_alone_tells_that_a_person_was_written_in(scene: Scene, tmp_path: Path) -> None:
    spoil(scene, tmp_path, f"UPDATE person SET public_key = '{PAIR.public}' WHERE id = 'approver'")
    assert "The table of people is not the roster that the ledger records." in problems(scene)


def test_an_entry_without_its_signatures_does_not_hold(scene: Scene) -> None:
    """Whoever holds the ledger's key and no person's can append, but enrols nobody."""
    with scene.desk.store.writing(scene.clock.now()) as unit:
        unit.record("person-enrolled", person="sato", statement="{}", signatures=[])
        unit.record("policy-adopted", policy="sha256:00")
    found = problems(scene)
    assert sum("does not hold" in what for what in found) == 2


def test_another_policy_in_the_table_is_found(scene: Scene, tmp_path: Path) -> None:
    scene.adopt(Rule(quorum=2))
    scene.adopt(Rule(quorum=3))
    version = single(Rule(quorum=2)).version
    spoil(scene, tmp_path, f"UPDATE meta SET value = '{version}' WHERE name = 'policy'")
    assert "The policy in force is not the one that the ledger records." in problems(scene)


def test_the_codes_of_decisions_are_named_by_their_beginnings(scene: Scene) -> None:
    proposed = roster.add(scene.desk, newcomer(scene), scene.signer())
    short = proposed.stored.code[:4].lower()
    assert deciding.confirm(scene.desk, short, scene.signer("second")).missing == 0
    with pytest.raises(Mistake):
        deciding.confirm(scene.desk, "", scene.signer("second"))


def test_the_first_person_has_to_be_one_who_decides(scene: Scene) -> None:
    from crisis.clearance.roster import change

    trainee = newcomer(scene, "trainee", Role.DRAFTER)
    with pytest.raises(Refused) as failure:
        change({}, {"trainee": trainee})
    assert failure.value.code == "nobody-decides"


def test_a_policy_that_became_stricter_stops_what_was_cleared(scene: Scene) -> None:
    scene.cleared()
    scene.adopt(Rule(quorum=2))
    scene.later(seconds=1)
    assert tick(scene.desk).held == 1
    assert scene.deliveries()[0].reason == "not-cleared"


def test_a_shorter_window_stops_what_waited_too_long(scene: Scene) -> None:
    scene.cleared()
    scene.adopt(Rule(window=timedelta(minutes=1)))
    scene.later(minutes=2)
    assert tick(scene.desk).held == 1
    assert scene.deliveries()[0].reason == "window-over"


def test_readiness_names_who_could_not_clear_from_home(scene: Scene) -> None:
    from crisis.desk.people import readiness

    assert "0 people could clear from home" in str(next(readiness.warnings(scene.desk)))
    with_spare(scene, "approver", SPARE)
    with_spare(scene, "drafter", PAIR)
    assert list(readiness.warnings(scene.desk)) == []
    scene.adopt(Rule(quorum=2, roles=(Role.APPROVER, Role.IR)))
    soon = Edits(valid_to=scene.clock.now() + timedelta(days=3))
    scene.decided(roster.change(scene.desk, "drafter", scene.signer(), lambda person, now: soon.of(person)))
    told = " ".join(map(str, readiness.warnings(scene.desk)))
    assert "drafter may act until 2026-10-12" in told
    assert "role ir and nobody holds it" in told
