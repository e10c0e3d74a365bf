"""A lost office: the desk comes up elsewhere as a declared epoch that verifies, and sends nothing that the old one may have."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest
from desk_scene import Scene
from sqlalchemy import text

from crisis.clearance import keys
from crisis.daemon import full_pass
from crisis.desk.outbox import hand, queue, resuming
from crisis.desk.outbox.hand import settle
from crisis.desk.outbox.sending import tick
from crisis.desk.record import book, moving
from crisis.errors import Refused, VerificationFailed
from crisis.model.delivery import Delivery, Parcel, State
from crisis.model.records import LedgerCheckpoint
from crisis.rehearsal.world import SeededEntropy
from crisis.store.store import COPY


@pytest.fixture
def scene(scene: Scene) -> Scene:
    """The desk, where the approver also leads."""
    scene.leads("approver")
    return scene


def moved(scene: Scene, *lost: str, seed: str = "new") -> tuple[Scene, moving.Moved]:
    """The scene at its new place, and what the move did."""
    pair = keys.generate(SeededEntropy(seed))
    done = moving.move(scene.desk, scene.signer(), pair.public, lost=lost, reason="flood")
    return replace(scene, desk=replace(scene.desk, ledger_key=lambda: pair.private_openssh)), done


def problems(scene: Scene) -> list[str]:
    return [problem.what for problem in book.verify_ledger(scene.desk).problems]


def test_a_moved_ledger_verifies_before_and_after_under_its_own_keys(scene: Scene) -> None:
    scene.cleared()
    book.write_checkpoint(scene.desk)
    there, _ = moved(scene)
    assert problems(there) == []
    book.write_checkpoint(there.desk)
    again, done = moved(there, seed="newer")
    book.write_checkpoint(again.desk)
    assert problems(again) == []
    assert done.epoch.number == 3


def test_the_old_key_signs_nothing_any_more(scene: Scene) -> None:
    there, _ = moved(scene)
    book.write_checkpoint(replace(there.desk, ledger_key=scene.desk.ledger_key))
    assert any("does not hold" in what for what in problems(there))


def test_the_ledger_cannot_be_taken_over_without_a_declaration(scene: Scene) -> None:
    scene.cleared()
    book.write_checkpoint(scene.desk)
    foreign = keys.generate(SeededEntropy("foreign"))
    stolen = replace(scene, desk=replace(scene.desk, ledger_key=lambda: foreign.private_openssh))
    assert problems(stolen) != []


def test_a_declaration_that_nobody_signed_is_found(scene: Scene) -> None:
    there, _ = moved(scene)
    with there.desk.store.writing(there.clock.now()) as unit:
        unit.put(
            replace(
                unit.need(type(there.desk.person(unit, "drafter")), "approver"),
                public_key=keys.generate(SeededEntropy("x")).public,
            )
        )
    assert any("does not hold" in what for what in problems(there))


def test_what_the_copy_had_open_is_unknown_and_nothing_is_sent(scene: Scene) -> None:
    scene.cleared()
    assert scene.states() == {"queued"}
    there, done = moved(scene)
    assert {delivery.state.value for delivery in done.unknown} == {"unknown"}
    assert there.states() == {"unknown"}
    tick(there.desk)
    assert there.platform.accepted == []
    assert there.states() == {"unknown"}
    assert problems(there) == []


def test_what_the_old_place_had_sent_is_found_by_reading_back(scene: Scene) -> None:
    scene.cleared()
    there, _ = moved(scene)
    scene.platform.accepted += [_sent(delivery) for delivery in scene.deliveries()]
    tick(there.desk)
    assert there.states() == {"published"}


def test_an_older_database_put_back_is_found_and_sends_nothing_again(scene: Scene) -> None:
    scene.cleared()
    database, before = sqlite3.connect(scene.desk.store.engine.url.database or ""), sqlite3.connect(":memory:")
    database.backup(before)
    full_pass(scene.desk)
    before.backup(database)
    assert (scene.states(), len(scene.platform.accepted)) == ({"queued"}, 1)
    with pytest.raises(VerificationFailed) as refusal:
        full_pass(scene.desk)
    assert (refusal.value.code, len(scene.platform.accepted)) == ("ledger-forked", 1)
    assert any("cut back" in what or "forked" in what for what in problems(scene))
    there, done = moved(scene)
    assert {delivery.state.value for delivery in done.unknown} == {"unknown"}
    full_pass(there.desk)
    assert (there.states(), len(there.platform.accepted), problems(there)) == ({"published"}, 1, [])


def test_what_is_set_back_in_its_table_goes_out_once_and_is_told(scene: Scene) -> None:
    scene.cleared()
    tick(scene.desk)
    with scene.desk.store.writing(scene.clock.now()) as unit:
        for out in unit.find(Delivery):
            unit.put(out.evolve(state=State.QUEUED, published_at=None, url=None, remote_id=None))
    scene.platform.accepted.clear()
    tick(scene.desk)
    assert (scene.states(), scene.platform.accepted) == ({"held"}, [])
    assert any("goes on after it was published" in what for what in problems(scene))


def _sent(delivery: Delivery) -> Parcel:
    """What the platform holds of it."""
    return Parcel(delivery.key, delivery.post, delivery.release, "…", "ja", delivery.account, None, delivery.due)


def test_what_waited_for_a_hand_is_unknown_too(scene: Scene) -> None:
    by_hand = replace(scene, desk=replace(scene.desk, automatic=lambda account: False))
    (post,) = by_hand.cleared()
    moved(by_hand)
    assert scene.states() == {"unknown"}
    with pytest.raises(Refused) as refusal:
        hand.take(by_hand.desk, post.id)
    assert refusal.value.code == "unknown-first"


def test_also_where_the_window_is_over_because_it_may_have_gone_in_time(scene: Scene) -> None:
    scene.cleared()
    scene.later(hours=9)
    there, done = moved(scene)
    assert len(done.unknown) == len(there.deliveries())
    assert there.states() == {"unknown"}


def test_an_account_goes_on_only_when_what_is_unknown_there_is_settled(scene: Scene) -> None:
    scene.cleared()
    there, _ = moved(scene)
    seen = resuming.resumable(there.desk, "x-main")
    with pytest.raises(Refused) as refused:
        resuming.resume(there.desk, "x-main", seen, there.signer())
    assert refused.value.code == "not-settled"
    for delivery in there.deliveries():
        settle(there.desk, delivery.post, by="drafter", published="https://x.com/1", reason=None)
    resuming.resume(there.desk, "x-main", resuming.resumable(there.desk, "x-main"), there.signer())


def test_nobody_declares_with_a_key_that_was_lost(scene: Scene) -> None:
    with pytest.raises(Refused) as refused:
        moved(scene, "approver", "drafter")
    assert refused.value.code == "lost-key"


def test_it_takes_a_lead(scene: Scene) -> None:
    pair = keys.generate(SeededEntropy("new"))
    with pytest.raises(Refused) as refused:
        moving.move(scene.desk, scene.signer("drafter"), pair.public, lost=(), reason="flood")
    assert refused.value.code == "may-not-declare"


def test_a_broken_ledger_does_not_move(scene: Scene) -> None:
    scene.cleared()
    with scene.desk.store.engine.begin() as connection:
        connection.execute(text("UPDATE ledger_entry SET kind = 'hold-set' WHERE seq = 3"))
    with pytest.raises(VerificationFailed):
        moved(scene)


def test_a_copy_can_be_read_and_nothing_else(scene: Scene) -> None:
    posts = scene.posts()
    with scene.desk.store.writing(scene.clock.now()) as unit:
        unit.set_meta(COPY, "2026-10-09T06:20:00Z")
    assert problems(scene) == []
    with pytest.raises(Refused) as refused:
        queue.hold(scene.desk, None, by="drafter")
    assert refused.value.code == "a-copy"
    assert posts
    there, _ = moved(scene)
    queue.hold(there.desk, None, by="drafter")


def test_the_checkpoint_before_a_move_is_not_taken_for_one_after(scene: Scene) -> None:
    scene.cleared()
    book.write_checkpoint(scene.desk)
    there, _ = moved(scene)
    scene.clock.until(scene.clock.now() + timedelta(minutes=1))
    made = book.write_checkpoint(there.desk)
    assert made is not None
    with there.desk.store.reading() as unit:
        notes = [row.note for row in unit.find(LedgerCheckpoint)]
    assert len(notes) == 2
    with there.desk.store.engine.begin() as connection:
        connection.execute(
            text("UPDATE ledger_checkpoint SET note = :n WHERE size = :s"), {"n": notes[0], "s": made.size}
        )
    assert problems(there) != []
