"""Whatever is changed in the tables behind the ledger's back, `ledger verify` finds it; and it needs the database alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from desk_scene import Scene, make_scene
from preclear_kit import agreed, sent

from crisis.clearance import keys
from crisis.desk.clearance import countersigning, glass, phoning
from crisis.desk.duty import incidents
from crisis.desk.notices import receive
from crisis.desk.outbox import outsiders, queue, resuming
from crisis.desk.outbox.sending import tick
from crisis.desk.people import carding
from crisis.desk.record.book import verify_ledger, write_checkpoint
from crisis.errors import Mistake
from crisis.model.owed import Countersignature
from crisis.model.release import Rule
from crisis.rehearsal.world import SeededEntropy

INTERNAL = "件名：合併の検討について\n来週の取締役会で合併を決めます。\n".encode()
EDITS = {
    "approval: another person": "UPDATE approval SET person = 'drafter' WHERE person = 'approver'",
    "approval: another key": "UPDATE approval SET key = 'SHA256:x'",
    "approval: another time": "UPDATE approval SET at = '2026-10-09 06:19:00.000000'",
    "approval: another signature": "UPDATE approval SET signature = 'x'",
    "approval: another way": "UPDATE approval SET how = 'key'",
    "approval: another reason": "UPDATE approval SET reason = 'x'",
    "approval: gone": "DELETE FROM approval WHERE how = 'phone'",
    "approval: one more": "INSERT INTO approval SELECT release, 'second', key, at, signature, how, reason FROM approval",
    "countersignature: later": "UPDATE countersignature SET due = '2027-10-09 06:19:00.000000'",
    "countersignature: told": "UPDATE countersignature SET escalated_at = '2026-10-09 06:19:00.000000'",
    "countersignature: by another": "UPDATE countersignature SET by = 'second' WHERE by IS NOT NULL",
    "countersignature: of another key": "UPDATE countersignature SET key = 'x' WHERE by IS NOT NULL",
    "countersignature: gone": "DELETE FROM countersignature",
    "pre-clearance: other words": "UPDATE preclearance SET statement = replace(statement, 'closed', 'open')",
    "pre-clearance: other digest": "UPDATE preclearance SET digest = 'x'",
    "pre-clearance: of another type": "UPDATE preclearance SET notice_type = 'holding'",
    "pre-clearance: revoked": "UPDATE preclearance SET revoked_at = '2026-10-09 06:19:00.000000'",
    "pre-clearance: not in force": "UPDATE preclearance SET in_force_at = NULL",
    "pre-clearance: by another": "UPDATE preclearance_approval SET person = 'drafter' WHERE person = 'second'",
    "pre-clearance: another time": "UPDATE preclearance_approval SET at = '2026-10-09 06:19:00.000000'",
    "pre-clearance: a signature less": "DELETE FROM preclearance_approval WHERE person = 'second'",
    "card: of another": "UPDATE card SET person = 'second'",
    "card: other codes": "UPDATE card SET codes = '[]'",
    "card: another signature": "UPDATE card SET signature = 'x'",
    "card: codes that are spent": "UPDATE card SET next = 1",
    "card: revoked": "UPDATE card SET revoked_at = '2026-10-09 06:19:00.000000'",
    "card: gone": "DELETE FROM card",
    "policy: loosened": "UPDATE policy SET body = replace(body, '\"quorum\":1', '\"quorum\":0')",
    "policy: gone": "DELETE FROM policy",
    "policy: one more": "INSERT INTO policy SELECT 'sha256:x', adopted_at, body FROM policy LIMIT 1",
    "policy: another in force": "UPDATE meta SET value = 'sha256:x' WHERE name = 'policy'",
    "person: more roles": "UPDATE person SET roles = '[\"lead\",\"approver\"]' WHERE id = 'second'",
    "person: another key": "UPDATE person SET public_key = 'x' WHERE id = 'second'",
    "person: valid sooner": "UPDATE person SET valid_from = '2020-10-09 06:19:00.000000' WHERE id = 'second'",
    "person: another name": "UPDATE person SET name = 'Somebody Else' WHERE id = 'second'",
    "person: gone": "DELETE FROM person WHERE id = 'second'",
    "decision: other words": "UPDATE decision SET statement = replace(statement, 'second', 'third')",
    "decision: gone": "DELETE FROM decision",
    "release: other words": "UPDATE release SET statement = replace(statement, '16:30', '17:30')",
    "release: made by another": "UPDATE release SET created_by = 'second'",
    "release: made sooner": "UPDATE release SET created_at = '2026-10-09 06:19:00.000000'",
    "release: uncleared": "UPDATE release SET cleared_at = NULL",
    "release: cleared sooner": "UPDATE release SET cleared_at = '2026-10-09 06:19:00.000000'",
    "delivery: published": "UPDATE delivery SET state = 'failed'",
    "delivery: at another address": "UPDATE delivery SET url = 'https://x.example/other' WHERE url IS NOT NULL",
    "delivery: on another account": "UPDATE delivery SET account = 'x-other'",
    "delivery: out sooner": "UPDATE delivery SET published_at = '2026-10-09 06:19:00.000000' WHERE published_at NOT NULL",
    "delivery: of another post": "UPDATE delivery SET post = (SELECT id FROM post WHERE id != delivery.post)",
    "delivery: of another release": "UPDATE delivery SET release = (SELECT id FROM release WHERE id != delivery.release)",
    "delivery: as a way of its own": "UPDATE delivery SET place = 1",
    "notice: other content": "UPDATE notice SET raw = x'00' WHERE refused IS NULL",
    "notice: as if it had been erased": "UPDATE notice SET raw = x'', salt = x'' WHERE refused IS NULL",
    "notice: another salt": "UPDATE notice SET salt = x'00'",
    "reason: other words": "UPDATE reason SET text = 'x'",
    "notice: refused no more": "UPDATE notice SET refused = NULL WHERE refused IS NOT NULL",
    "notice: refused for another reason": "UPDATE notice SET refused = replace(refused, '.', '!')",
    "notice: gone": "DELETE FROM notice WHERE refused IS NOT NULL",
    "notice: of another digest": "UPDATE notice SET digest = 'x'",
    "notice: from somebody else": "UPDATE notice SET received_by = 'second'",
    "notice: come sooner": "UPDATE notice SET received_at = '2026-10-09 06:19:00.000000'",
    "post: other words": "UPDATE post SET text = text || 'x'",
    "post: for another account": "UPDATE post SET account = 'x-other' WHERE release IS NOT NULL",
    "post: changed by another": "UPDATE post SET last_editor = 'second'",
    "incident: of another kind": "UPDATE incident SET kind = 'typhoon'",
    "incident: graded": "UPDATE incident SET severity = 'severe'",
    "incident: closed": "UPDATE incident SET closed_at = '2026-10-09 06:19:00.000000'",
    "stop: lifted": "UPDATE stop SET lifted_at = '2026-10-09 06:19:00.000000' WHERE lifted_at IS NULL",
    "stop: set by another": "UPDATE stop SET set_by = 'second'",
    "stop: lifted by another": "UPDATE stop SET lifted_by = 'second'",
    "stop: gone": "DELETE FROM stop",
    "alert: seen sooner": "UPDATE staff_alert SET seen_at = '2026-10-09 06:19:00.000000'",
    "alert: gone": "DELETE FROM staff_alert",
    "alert: to others": "UPDATE staff_alert SET roles = '[]'",
    "from outside: gone": "DELETE FROM outside_post",
    "from outside: another address": "UPDATE outside_post SET url = 'https://x.example/other'",
}
DAMAGE = {
    "person": "UPDATE person SET roles = 'x'",
    "person, no text": "UPDATE person SET voice = CAST(x'ff' AS TEXT)",
    "time of a person": "UPDATE person SET valid_from = x'ff'",
    "time of an entry": "UPDATE ledger_entry SET at = 'x' WHERE kind = 'person-enrolled'",
    "release": "UPDATE release SET cleared_at = -1",
    "state": "UPDATE delivery SET state = 'x'",
    "post": "UPDATE post SET findings = '{', text = x'ff'",
    "notice": "UPDATE notice SET raw = 1, salt = 'x'",
    "card": "UPDATE card SET codes = '[1]'",
    "decision": "UPDATE decision SET signatures = '{}'",
}
"""What no program of ours would write, so that the rows cannot even be read."""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """A desk on which everything was signed that can be."""
    scene = make_scene(tmp_path_factory.mktemp("agreement"))
    scene.adopt(Rule(by_phone=True, break_glass=True))
    agreed(scene)
    scene.later(minutes=5)
    sent(scene)
    _, codes = carding.new_card(scene.desk, scene.signer())
    (post,) = scene.posts(next_update="16:45")
    (call,) = phoning.call(scene.desk, [post.id], "approver", by="drafter")
    phoning.answer(scene.desk, call, codes[0], by="drafter")
    (post,) = scene.posts(next_update="17:00")
    glass.break_glass(scene.desk, [post.id], scene.signer("drafter"), "nobody answers")
    with scene.desk.store.reading() as unit:
        last = unit.find(Countersignature)[-1]
    countersigning.countersign(scene.desk, last.release, scene.signer())
    tick(scene.desk)
    receive.receive(scene.desk, INTERNAL, "notice.txt", by="drafter")
    incidents.open_incident(scene.desk, "earthquake", {"en": "Earthquake"}, by="drafter")
    outsiders.record(scene.desk, "x-main", "https://x.example/1", "said elsewhere", by="drafter", reason="too late")
    resuming.resume(scene.desk, None, resuming.resumable(scene.desk, None), scene.signer())
    queue.hold(scene.desk, None, by="drafter")
    scene.later(minutes=1)
    queue.hold(scene.desk, None, by="approver")  # who finds it stopped already
    write_checkpoint(scene.desk)
    yield scene
    scene.desk.store.close()


def told(scene: Scene) -> list[str]:
    return [problem.what for problem in verify_ledger(scene.desk).problems]


def test_what_was_left_alone_holds(played: Scene) -> None:
    assert told(played) == []


@pytest.mark.parametrize("edit", sorted(EDITS))
def test_an_edited_row_is_found(played: Scene, edit: str) -> None:
    with changed(played, EDITS[edit]):
        assert told(played), edit


@pytest.mark.parametrize("damage", sorted(DAMAGE))
def test_a_row_that_cannot_be_read_is_told_and_never_thrown(played: Scene, damage: str) -> None:
    with changed(played, DAMAGE[damage]):
        assert told(played), damage


@contextmanager
def changed(scene: Scene, edit: str) -> Iterator[None]:
    """The desk behind whose back somebody changed its database."""
    database, before = sqlite3.connect(scene.desk.store.engine.url.database or ""), sqlite3.connect(":memory:")
    database.backup(before)
    try:
        database.execute("PRAGMA ignore_check_constraints = ON")
        assert database.execute(edit).rowcount > 0
        database.commit()
        yield
    finally:
        database.rollback()
        before.backup(database)
        before.close()
        database.close()


def test_the_database_alone_is_checked_and_says_which_key_it_trusted(played: Scene) -> None:
    def missing() -> bytes:
        raise Mistake("no-key", "There is no key.")

    with_key = verify_ledger(played.desk)
    alone = verify_ledger(replace(played.desk, ledger_key=missing))
    assert (alone.ok, alone.on_trust, alone.key) == (True, True, with_key.key)
    assert not with_key.on_trust


def test_another_key_in_the_folder_is_found(played: Scene) -> None:
    other = keys.generate(SeededEntropy("other")).private_openssh
    problems = verify_ledger(replace(played.desk, ledger_key=lambda: other)).problems
    assert "The ledger was opened with another key than the one that signs here." in [p.what for p in problems]


def test_without_key_and_first_entry_it_says_so(tmp_path: Path) -> None:
    def missing() -> bytes:
        raise Mistake("no-key", "There is no key.")

    scene = make_scene(tmp_path)
    database = sqlite3.connect(scene.desk.store.engine.url.database or "")
    database.execute("DELETE FROM ledger_entry WHERE seq = 0")
    database.commit()
    database.close()
    with pytest.raises(Mistake, match="no key"):
        verify_ledger(replace(scene.desk, ledger_key=missing))
    scene.desk.store.close()
