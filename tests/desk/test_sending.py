"""What goes out, exactly once or with the word that nobody knows."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from desk_scene import Platform, Scene

from crisis.desk.outbox import hand, queue, resuming
from crisis.desk.outbox.lanes import Lanes
from crisis.desk.outbox.sending import Pass, tick
from crisis.desk.people import roster
from crisis.desk.record import book
from crisis.errors import Refused
from crisis.model.delivery import Delivery, Parcel, Receipt, State
from crisis.model.records import StoredPost, StoredRelease


def test_what_was_cleared_goes_out_as_it_was_cleared_and_once(scene: Scene) -> None:
    (post,) = scene.cleared()
    assert tick(scene.desk) == Pass(published=1)
    assert tick(scene.desk) == Pass()
    assert [parcel.text for parcel in scene.platform.accepted] == [post.text]
    assert scene.deliveries()[0].url == f"https://x.example/{post.id}"


def test_nothing_goes_out_that_nobody_cleared(scene: Scene) -> None:
    scene.posts()
    assert tick(scene.desk) == Pass()
    assert scene.platform.accepted == []


def test_the_bytes_sent_are_those_of_the_statement_not_of_the_row(scene: Scene) -> None:
    (post,) = scene.cleared()
    with scene.desk.store.writing(scene.clock.now()) as unit:
        stored = unit.need(StoredPost, post.id)
        unit.put(replace(stored, text="全員無事です"))
    tick(scene.desk)
    assert scene.platform.accepted[0].text == post.text


def test_an_altered_statement_does_not_go_out(scene: Scene) -> None:
    scene.cleared()
    with scene.desk.store.writing(scene.clock.now()) as unit:
        (release,) = unit.find(StoredRelease)
        altered = release.statement.replace("閉鎖しています".encode(), "営業しています".encode())
        assert altered != release.statement
        unit.put(replace(release, statement=altered))
    assert tick(scene.desk).held == 1
    assert scene.platform.accepted == []
    assert not book.verify_ledger(scene.desk).ok


@pytest.mark.parametrize(
    "changed",
    [
        {"handle": "@somebody_else"},
        {"api_base": "http://127.0.0.1:9"},
        {"platform": "mastodon"},
        {"url": "https://x.example"},
    ],
)
def test_an_account_that_changed_since_stops_the_send(scene: Scene, changed: dict[str, str]) -> None:
    scene.cleared()
    account = scene.desk.settings.accounts[0]
    moved = scene.with_accounts(
        replace(
            account,
            handle=changed.get("handle", account.handle),
            api_base=changed.get("api_base", account.api_base),
            platform=changed.get("platform", account.platform),
            url=changed.get("url", account.url),
        )
    )
    assert tick(moved.desk).held == 1
    assert scene.platform.accepted == []
    assert scene.deliveries()[0].reason == "retargeted"


def test_a_signer_revoked_after_clearance_stops_the_send(scene: Scene) -> None:
    scene.cleared()
    scene.decided(roster.revoke(scene.desk, "approver", scene.signer("drafter")))
    scene.later(seconds=1)
    assert tick(scene.desk).held == 1
    assert scene.platform.accepted == []


def test_past_its_window_a_post_is_expired_and_never_sent_late(scene: Scene) -> None:
    scene.cleared(next_update="16:30")
    scene.later(minutes=71)
    assert tick(scene.desk) == Pass(failed=1)
    assert scene.states() == {"expired"}
    assert scene.platform.accepted == []


def test_a_lost_answer_is_unknown_then_found_and_not_sent_again(scene: Scene) -> None:
    scene.cleared()
    scene.platform.faults = ["answer-lost"]
    assert tick(scene.desk) == Pass(unknown=1)
    assert tick(scene.desk) == Pass(published=1)
    assert len(scene.platform.accepted) == 1


def test_absence_is_no_proof_where_repetition_is_not_safe(scene: Scene) -> None:
    (post,) = scene.cleared()
    scene.platform.faults = ["lost"]
    tick(scene.desk)
    for _pass in range(5):
        scene.later(minutes=5)
        tick(scene.desk)
    assert scene.states() == {"unknown"}
    assert scene.platform.accepted == []
    with pytest.raises(Refused, match="Nobody knows"):
        hand.take(scene.desk, post.id)
    settled = hand.settle(scene.desk, post.id, published=None, reason="looked: it is not there", by="drafter")
    assert settled.state is State.FAILED
    assert tick(scene.desk) == Pass()
    assert scene.platform.accepted == []


def test_absence_is_repeated_where_repetition_is_a_no_op(scene: Scene) -> None:
    scene.cleared()
    scene.platform.repeats = True
    scene.platform.faults = ["lost", "answer-lost"]
    assert tick(scene.desk) == Pass(unknown=1)
    for _pass in range(4):
        scene.later(minutes=1)
        tick(scene.desk)
    assert scene.states() == {"published"}
    assert len(scene.platform.accepted) == 1


def test_an_unknown_is_not_read_back_in_the_pass_that_made_it(scene: Scene) -> None:
    scene.cleared()
    scene.platform.faults = ["lost"]
    tick(scene.desk)
    assert scene.platform.asked == 0
    tick(scene.desk)
    assert scene.platform.asked == 1
    tick(scene.desk)
    assert scene.platform.asked == 1, "the next look waits"


def test_a_pause_that_the_platform_asks_for_is_kept(scene: Scene) -> None:
    scene.cleared()
    scene.platform.faults = ["busy"]
    assert tick(scene.desk) == Pass(), "it is queued again"
    scene.later(seconds=59)
    tick(scene.desk)
    assert scene.platform.accepted == []
    scene.later(seconds=2)
    assert tick(scene.desk) == Pass(published=1)


def test_a_refusal_for_good_ends_at_the_hand(scene: Scene) -> None:
    (post,) = scene.cleared()
    scene.platform.faults = ["refused"]
    assert tick(scene.desk) == Pass(failed=1)
    assert hand.take(scene.desk, post.id).text == post.text
    assert hand.done(scene.desk, post.id, "https://x.example/1", by="drafter").state is State.PUBLISHED
    assert tick(scene.desk) == Pass()


def test_a_sender_that_died_with_its_socket_open_leaves_an_unknown(scene: Scene) -> None:
    scene.cleared()
    scene.platform.faults = ["killed"]
    with pytest.raises(KeyboardInterrupt):
        tick(scene.desk)
    assert scene.states() == {"sending"}
    living = replace(scene.desk, alive=lambda sender: True)
    tick(living)
    assert scene.states() == {"sending"}, "it may still be at work"
    assert tick(scene.desk).unknown == 1
    assert tick(scene.desk).published == 1
    assert len(scene.platform.accepted) == 1


def test_a_stop_catches_what_waits_and_tells_what_had_left(scene: Scene) -> None:
    first = scene.cleared()
    scene.platform.faults = ["lost"]
    tick(scene.desk)
    second = scene.cleared(next_update="16:45")
    held = queue.hold(scene.desk, None, by=None)
    assert [d.post for d in held.caught] == [second[0].id]
    assert [d.post for d in held.left] == [first[0].id]
    third = scene.cleared(next_update="17:00")
    assert tick(scene.desk).published == 0
    seen = resuming.resumable(scene.desk, None)
    assert [d.post for d in seen] == [second[0].id, third[0].id]
    with pytest.raises(Refused, match="changed while"):
        resuming.resume(scene.desk, None, seen[:1], scene.signer())
    assert scene.platform.accepted == []
    resuming.resume(scene.desk, None, seen, scene.signer())
    assert tick(scene.desk).published == 2


def test_a_key_that_is_not_the_persons_resumes_nothing(scene: Scene) -> None:
    scene.cleared()
    queue.hold(scene.desk, None, by=None)
    foreign = replace(scene.signer("approver"), key=scene.desk.signing_key("drafter"))
    with pytest.raises(Refused, match="not the key"):
        resuming.resume(scene.desk, None, resuming.resumable(scene.desk, None), foreign)
    assert tick(scene.desk) == Pass()


def test_two_broadcasters_at_once_send_each_post_once(scene: Scene) -> None:
    for minute in range(30, 50):
        scene.cleared(next_update=f"16:{minute}")
    both = [replace(scene.desk, sender=name, alive=lambda sender: True, lanes=Lanes()) for name in ("one", "other")]
    threads = [threading.Thread(target=tick, args=[desk]) for desk in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    posts = [parcel.post for parcel in scene.platform.accepted]
    assert len(posts) == len(set(posts)) == 20
    assert scene.states() == {"published"}
    assert book.verify_ledger(scene.desk).ok


def test_the_ledger_tells_every_state_that_a_delivery_has_had(scene: Scene) -> None:
    scene.cleared()
    scene.platform.faults = ["answer-lost"]
    tick(scene.desk)
    tick(scene.desk)
    with scene.desk.store.reading() as unit:
        kinds = [entry.kind for entry in unit.ledger_entries() if entry.kind.startswith("delivery-")]
    assert kinds == ["delivery-queued", "delivery-sending", "delivery-unknown", "delivery-published"]


def test_a_delivery_moved_behind_the_ledgers_back_is_found(scene: Scene) -> None:
    scene.cleared()
    with scene.desk.store.writing(scene.clock.now()) as unit:
        (delivery,) = unit.find(Delivery)
        unit.put(delivery.evolve(state=State.PUBLISHED))
    problems = book.verify_ledger(scene.desk).problems
    assert [p.what for p in problems if delivery.post in p.what]


def test_a_stop_holds_the_hand_too(scene: Scene) -> None:
    (post,) = scene.cleared()
    scene.platform.faults = ["refused"]
    tick(scene.desk)
    queue.hold(scene.desk, None, by=None)
    with pytest.raises(Refused, match="stopped"):
        hand.take(scene.desk, post.id)
    resuming.resume(scene.desk, None, [], scene.signer())
    assert hand.take(scene.desk, post.id).text == post.text


class Stopping(Platform):
    """A platform that is busy, while somebody stops everything."""

    scene: Scene

    def publish(self, parcel: Parcel) -> Receipt:
        queue.hold(self.scene.desk, None, by=None)
        return super().publish(parcel)


def test_what_comes_back_from_its_socket_under_a_stop_stays(scene: Scene) -> None:
    scene.cleared()
    platform = Stopping(scene.clock, faults=["busy"])
    platform.scene = scene
    desk = replace(scene.desk, channel=lambda account: platform)
    tick(desk)
    assert scene.states() == {"queued"}, "it came back to be tried again"
    scene.later(minutes=5)
    tick(desk)
    assert scene.states() == {"held"}
    assert platform.accepted == []
