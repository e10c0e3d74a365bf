"""Who may speak at a real desk: asked at drafting, clearing, sending; never for a stop; told long before anybody is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from desk_scene import ACCOUNT, Scene
from preclear_kit import agreed, told

from crisis.clearance import policy as policies
from crisis.desk.clearance import clearing, glass, precleared
from crisis.desk.duty import alerting, checkup
from crisis.desk.duty.board import board
from crisis.desk.duty.watching import watch
from crisis.desk.outbox import hand, queue, undoing
from crisis.desk.outbox.sending import tick
from crisis.desk.people import deciding, roster
from crisis.desk.people import policies as deskpolicies
from crisis.desk.record.book import verify_ledger
from crisis.duty.tasks import Kind
from crisis.errors import CrisisError, Mistake
from crisis.model.release import Rule
from crisis.model.settings import Account
from crisis.model.speaking import Lapsed, Openness, Speaking

DESIGNATED = Speaking(Openness.DESIGNATED)
ONE = Rule()
TRAINED = Speaking(training=timedelta(days=365), lapsed=Lapsed.REFUSE)


def adopt(scene: Scene, speaking: Speaking, rule: Rule = ONE) -> None:
    made = policies.made({"N": rule}, "N", (), speaking)
    scene.decided(deskpolicies.propose(scene.desk, made, scene.signer()))


def authorise(scene: Scene, person: str, *accounts: str, ends: timedelta | None = None) -> None:
    until = None if ends is None else scene.clock.now() + ends
    scene.decided(roster.authorise(scene.desk, person, scene.signer(), ends=until, accounts=accounts))


def code(act: Callable[[], Any]) -> str:
    with pytest.raises(CrisisError) as failure:
        act()
    return failure.value.code


def clear(scene: Scene, posts: list[Any], person: str = "approver") -> None:
    clearing.clear(scene.desk, [post.id for post in posts], scene.signer(person))


def test_where_operators_are_designated_nobody_else_drafts_clears_or_posts_by_hand(scene: Scene) -> None:
    adopt(scene, DESIGNATED)
    assert code(scene.posts) == "not-authorised"
    authorise(scene, "drafter")
    posts = scene.posts()
    assert code(lambda: clear(scene, posts)) == "not-authorised"
    assert code(lambda: glass.break_glass(scene.desk, [posts[0].id], scene.signer(), "night")) == "not-authorised"
    authorise(scene, "approver")
    clear(scene, posts)
    assert code(lambda: hand.take(scene.desk, posts[0].id, by="second")) == "not-authorised"
    assert code(lambda: hand.take(scene.desk, posts[0].id)) == "who-posts"
    assert hand.take(scene.desk, posts[0].id, by="drafter").text == posts[0].text
    assert verify_ledger(scene.desk).ok


def test_a_refusal_names_those_who_may_and_the_command(scene: Scene) -> None:
    adopt(scene, DESIGNATED)
    authorise(scene, "second")
    with pytest.raises(CrisisError, match=r"second.*crisis person authorise drafter") as refusal:
        scene.posts()
    assert isinstance(refusal.value, CrisisError)


def test_a_stop_and_a_withdrawal_are_never_refused(scene: Scene) -> None:
    posts = scene.cleared()
    adopt(scene, DESIGNATED)
    queue.hold(scene.desk, None, by="second")
    undoing.withdraw(scene.desk, [posts[0].id], by="second", reason="wrong")
    assert scene.states() == {"withdrawn"}


def test_an_authority_ends_and_is_bound_to_its_accounts(scene: Scene) -> None:
    adopt(scene, DESIGNATED)
    authorise(scene, "drafter", ends=timedelta(days=2))
    authorise(scene, "approver", "x-main")
    posts = scene.posts()
    clear(scene, posts)
    other = Account("m-main", "mastodon", languages=("ja",), credentials="env:M")
    wider = scene.with_accounts(ACCOUNT, other)
    assert code(lambda: clear(wider, wider.posts(next_update="17:00"))) == "not-authorised-there"
    scene.later(days=3)
    assert code(scene.posts) == "not-authorised"


def test_training_refuses_after_its_grace_and_one_other_person_mends_it(scene: Scene) -> None:
    adopt(scene, TRAINED)
    posts = scene.posts()
    scene.later(days=31)
    assert code(lambda: clear(scene, scene.posts(next_update="19:00"))) == "not-trained"
    proposed = roster.trained(scene.desk, "approver", scene.signer("second"), scene.clock.now())
    assert proposed.missing == 0
    assert (
        code(lambda: roster.trained(scene.desk, "second", scene.signer("second"), scene.clock.now()))
        == "may-not-decide"
    )
    to_come = scene.clock.now() + timedelta(days=1)
    assert code(lambda: roster.trained(scene.desk, "second", scene.signer(), to_come)) == "training-to-come"
    clear(scene, scene.posts(next_update="19:30"))
    assert posts
    assert verify_ledger(scene.desk).ok


def test_what_a_training_overtakes_is_named(scene: Scene) -> None:
    waits = roster.authorise(scene.desk, "second", scene.signer())
    assert waits.missing == 1
    assert deciding.overtaken(scene.desk, waits.stored) == []
    done = roster.trained(scene.desk, "approver", scene.signer("second"), scene.clock.now())
    assert [each.code for each in deciding.overtaken(scene.desk, done.stored)] == [waits.stored.code]


def test_who_is_alone_breaks_the_glass_untrained(scene: Scene) -> None:
    adopt(scene, TRAINED, Rule(break_glass=True))
    scene.later(days=31)
    (post,) = scene.posts(next_update="19:00")
    glass.break_glass(scene.desk, [post.id], scene.signer(), "nobody answers")
    tick(scene.desk)
    assert scene.states() == {"published"}


def test_everybody_acknowledges_for_themselves_and_a_new_policy_asks_again(scene: Scene) -> None:
    adopt(scene, Speaking(acknowledge=True, lapsed=Lapsed.REFUSE))
    assert roster.acknowledge(scene.desk, scene.signer()).missing == 0
    scene.later(days=31)
    clear(scene, scene.posts(next_update="19:00"))
    assert code(lambda: clear(scene, scene.posts(next_update="19:30"), "second")) == "policy-not-acknowledged"
    adopt(scene, Speaking(acknowledge=True, lapsed=Lapsed.REFUSE), Rule(quorum=1, by_phone=True))
    clear(scene, scene.posts(next_update="20:00"), "second")
    scene.later(days=31)
    assert code(lambda: clear(scene, scene.posts(next_update="19:00"))) == "policy-not-acknowledged"


def test_pre_cleared_texts_are_sent_by_those_who_may_speak(scene: Scene) -> None:
    agreed(scene)
    posts = told(scene)
    adopt(scene, DESIGNATED)
    assert code(lambda: precleared.prepare(scene.desk, posts, "drafter")) == "not-authorised"


def test_closed_drafts_for_our_own_pages_alone_and_stops_what_was_cleared(scene: Scene) -> None:
    cleared = scene.cleared()
    page = Account("page", "page", languages=("ja",), url="https://www.kitahama.example/")
    wider = scene.with_accounts(ACCOUNT, page)
    waiting = wider.posts(next_update="17:00")
    assert {post.account for post in waiting} == {"x-main", "page"}
    adopt(wider, Speaking(Openness.CLOSED))
    for person in ("drafter", "approver"):
        authorise(wider, person)
    assert code(lambda: clear(wider, [p for p in waiting if p.account == "x-main"])) == "account-shut"
    tick(wider.desk)
    assert {(d.state.value, d.reason) for d in wider.deliveries() if d.post == cleared[0].id} == {
        ("held", "account-shut")
    }
    assert {post.account for post in wider.posts(next_update="17:30")} == {"page"}


def tasks(scene: Scene) -> list[str]:
    return [str(task.what) for task in board(scene.desk).tasks if task.kind is Kind.SPEAKING]


def alerts(scene: Scene) -> list[str]:
    watch(scene.desk)
    with scene.desk.store.reading() as unit:
        return [each.code for each in alerting.unseen(unit) if each.code.startswith("speaking")]


def test_what_lapses_is_told_on_the_board_by_doctor_and_to_the_lead_well_ahead(scene: Scene) -> None:
    adopt(scene, replace(TRAINED, grace=timedelta(days=90)))
    assert (tasks(scene), alerts(scene)) == ([], [])
    scene.later(days=61)
    assert len(tasks(scene)) == 3
    assert "trained by 2027-01-07" in tasks(scene)[0]
    assert alerts(scene) == ["speaking-soon"] * 3
    looked = [check for check in checkup.examine(scene.desk) if check.name == "speaking"]
    assert [(check.ok, check.warning) for check in looked] == [(True, True)] * 3
    for person, by in (("approver", "second"), ("second", "approver"), ("drafter", "approver")):
        roster.trained(scene.desk, person, scene.signer(by), scene.clock.now())
    assert tasks(scene) == []
    scene.later(minutes=2)
    assert alerts(scene) == []
    scene.later(days=365)
    scene.later(minutes=2)
    assert alerts(scene) == ["speaking-over"] * 3
    looked = [check for check in checkup.examine(scene.desk) if check.name == "speaking"]
    assert not all(check.ok for check in looked)


def test_nobody_is_enrolled_under_the_name_of_the_policy() -> None:
    with pytest.raises(Mistake):
        roster.usable_id("policy")
