"""Erasure: nothing that came from inside is left in any byte of the desk, and the record stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from desk_scene import NOTICE, Scene

from crisis.desk.clearance import clearing
from crisis.desk.drafts import saving
from crisis.desk.notices import erasing, receive
from crisis.desk.outbox import undoing
from crisis.desk.outbox.queue import hold
from crisis.desk.outbox.sending import tick
from crisis.desk.record import book
from crisis.desk.record.disclosures import disclosures
from crisis.errors import Refused
from crisis.model.delivery import State
from crisis.store import notices

CANARIES = ("天井が落下", "負傷者", "CANARY-EDIT", "CANARY-RETURN", "CANARY-WITHDRAWN", "CANARY-ACCEPTED")


@pytest.fixture
def scene(scene: Scene) -> Scene:
    """The desk, where the approver also leads."""
    scene.leads("approver")
    return scene


def _only(scene: Scene) -> str:
    with scene.desk.store.reading() as unit:
        return notices.find(unit)[0].id


def _published(scene: Scene) -> str:
    """A notice with a post that is out; its posts were returned, edited and one taken back before."""
    first, *_ = scene.posts()
    undoing.send_back(scene.desk, [first.id], by="approver", reason="CANARY-RETURN")
    saving.edit(scene.desk, first.id, first.text + " CANARY-EDIT", by="drafter")
    undoing.withdraw(scene.desk, [first.id], by="drafter", reason="CANARY-WITHDRAWN")
    stored, made = saving.draft(scene.desk, _only(scene))
    posts = [post for post in saving.save(scene.desk, stored, made, by="drafter")[1] if post.account]
    clearing.clear(scene.desk, [post.id for post in posts], scene.signer())
    tick(scene.desk)
    assert scene.states() == {"published"}
    return stored.id


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_no_byte_of_what_came_from_inside_is_left(scene: Scene, tmp_path: Path) -> None:
    notice = _published(scene)
    (unposted,) = receive.receive(scene.desk, "CANARY-ACCEPTED 食堂".encode(), "menu.txt", by="drafter")
    scene.desk.store.compact()
    before = _bytes(tmp_path)
    assert all(canary.encode() in before for canary in CANARIES)
    erased = erasing.erase(scene.desk, [notice, unposted.id], by="approver", reason="over")
    assert erased.compact
    after = _bytes(tmp_path)
    assert [canary for canary in CANARIES if canary.encode() in after] == []


def test_the_record_stands_and_so_do_the_releases(scene: Scene) -> None:
    notice = _published(scene)
    before = disclosures(scene.desk)
    erasing.erase(scene.desk, [notice], by="approver", reason="over")
    assert disclosures(scene.desk) == before
    verdict = book.verify_ledger(scene.desk)
    assert verdict.ok, verdict.problems


def test_salt_and_fingerprint_go_so_that_no_guess_can_be_tried(scene: Scene) -> None:
    notice = _published(scene)
    with scene.desk.store.reading() as unit:
        stood = notices.get(unit, notice)
        assert stood is not None
        salt = stood.salt
    erasing.erase(scene.desk, [notice], by="approver", reason="over")
    with scene.desk.store.reading() as unit:
        gone = notices.get(unit, notice)
    assert gone is not None
    assert (gone.salt, gone.notice.raw, gone.digest) == (b"", b"", stood.digest)
    assert salt


def test_nothing_is_drafted_or_erased_twice(scene: Scene) -> None:
    notice = _published(scene)
    erasing.erase(scene.desk, [notice], by="approver", reason="over")
    with pytest.raises(Refused, match="erased"):
        saving.draft(scene.desk, notice)
    with pytest.raises(Refused, match="erased"):
        erasing.erase(scene.desk, [notice], by="approver", reason="over")


@pytest.mark.parametrize("state", [State.QUEUED, State.HELD, State.UNKNOWN])
def test_what_may_still_go_out_is_not_erased(scene: Scene, state: State) -> None:
    if state is State.UNKNOWN:
        scene.platform.faults = ["lost"]
    scene.cleared()
    if state is State.UNKNOWN:
        tick(scene.desk)
    if state is State.HELD:
        hold(scene.desk, None, by="drafter")
    assert scene.states() == {state.value}
    with pytest.raises(Refused) as refused:
        erasing.erase(scene.desk, [_only(scene)], by="approver", reason="over")
    assert refused.value.code == "delivery-open"


def test_a_lawsuit_keeps_it_until_somebody_lifts_that(scene: Scene) -> None:
    notice = _published(scene)
    erasing.retain(scene.desk, [notice], by="approver", reason="law")
    with pytest.raises(Refused) as refused:
        erasing.erase(scene.desk, [notice], by="approver", reason="over")
    assert refused.value.code == "retained"
    erasing.retain(scene.desk, [notice], by="approver", reason="law", lift=True)
    erasing.erase(scene.desk, [notice], by="approver", reason="over")


def test_it_takes_a_role_that_decides(scene: Scene) -> None:
    notice = _published(scene)
    with pytest.raises(Refused) as refused:
        erasing.erase(scene.desk, [notice], by="drafter", reason="over")
    assert refused.value.code == "may-not-decide"


def test_what_is_due_is_what_stood_long_enough(scene: Scene) -> None:
    settings = replace(scene.desk.settings, keep_notices_days=10)
    desk = replace(scene.desk, kit=replace(scene.desk.kit, settings=settings))
    notice = _published(scene)
    assert erasing.due(scene.desk) == []
    scene.later(days=9)
    assert erasing.due(desk) == []
    scene.later(days=2)
    assert [stored.id for stored in erasing.due(desk)] == [notice]
    erasing.retain(desk, [notice], by="approver", reason="law")
    assert erasing.due(desk) == []


def test_the_notice_may_come_again_afterwards(scene: Scene) -> None:
    text = NOTICE.format(next="16:30").encode()
    (first,) = receive.receive(scene.desk, text, "n.txt", by="drafter")
    erasing.erase(scene.desk, [first.id], by="approver", reason="over")
    (again,) = receive.receive(scene.desk, text, "n.txt", by="drafter")
    assert again.id != first.id
