"""A department's later word: what waits or is queued stops at once, and the new post names the old value once, as cancelled."""

from __future__ import annotations

from dataclasses import replace

import pytest
from desk_scene import ACCOUNT, Scene

from crisis.desk.clearance import clearing
from crisis.desk.drafts import saving
from crisis.desk.drafts.carrying import carrying, carrying_old
from crisis.desk.drafts.updates import heard
from crisis.desk.duty.status import status
from crisis.desk.notices import receive
from crisis.desk.outbox.sending import tick
from crisis.model.records import Review, StoredNotice, StoredPost

LEAVING = """件名：勤務について
発信部署：人事部
地域：首都圏
対象日：10月9日
勤務形態：早退
終業：{leave}
計画運休：{trains}
時点：10月9日 {at}
次回：18:30
"""
OFFICE = """発信部署：総務部
拠点：仙台事業所
状況：{status}
再開：{reopens}
時点：10月9日 15:18
次回：16:30
"""


@pytest.fixture
def three(scene: Scene) -> Scene:
    """The same desk in three languages."""
    account = replace(ACCOUNT, languages=("ja", "en", "ja-x-plain"))
    settings = replace(scene.desk.settings, accounts=(account,), languages=account.languages)
    return replace(scene, desk=replace(scene.desk, kit=replace(scene.desk.kit, settings=settings)))


def add(scene: Scene, text: str) -> StoredNotice:
    return receive.receive(scene.desk, text.encode(), "n.txt", by="drafter")[0]


def posts(scene: Scene, text: str) -> dict[str, StoredPost]:
    kept, made = saving.draft(scene.desk, add(scene, text).id)
    saved = saving.save(scene.desk, kept, made, by="drafter")[1]
    return {post.language: post for post in saved}


def leaving(scene: Scene, leave: str = "17:00", trains: str = "20:00", at: str = "15:00") -> dict[str, StoredPost]:
    return posts(scene, LEAVING.format(leave=leave, trains=trains, at=at))


def cleared(scene: Scene, made: dict[str, StoredPost]) -> dict[str, StoredPost]:
    clearing.clear(scene.desk, [post.id for post in made.values()], scene.signer())
    scene.later(minutes=4)
    return made


def test_the_new_time_comes_first_and_the_old_one_once_as_cancelled(three: Scene) -> None:
    cleared(three, leaving(three))
    update = leaving(three, "15:30", "18:00", "15:05")
    ja, en, plain = (update[language].text for language in ("ja", "en", "ja-x-plain"))
    assert ja.startswith("【変更】")
    assert ja.index("15:30") < ja.index("変更前の17:00は取り消します")
    assert en.startswith("CHANGED")
    assert en.index("15:30") < en.index("17:00 no longer holds.")
    assert plain.startswith("【かわりました】")
    assert plain.index("15:30") < plain.index("17:00では ありません")
    assert [text.count("17:00") for text in (ja, en, plain)] == [1, 1, 1]


def test_a_status_that_changed_is_said_to_hold_no_longer(three: Scene) -> None:
    cleared(three, posts(three, OFFICE.format(status="通常どおり", reopens="")))
    update = posts(three, OFFICE.format(status="閉鎖", reopens=""))
    assert "先のお知らせ（通常どおり開いています）は、もう当てはまりません。" in update["ja"].text
    assert 'Our earlier word ("is open as usual") no longer holds.' in update["en"].text
    assert "「いつもと 同(おな)じです」は もう ちがいます。" in update["ja-x-plain"].text


def test_a_third_report_names_the_second_and_a_repetition_names_nothing(scene: Scene) -> None:
    cleared(scene, leaving(scene, "17:00"))
    cleared(scene, leaving(scene, "16:00", at="15:05"))
    assert "変更前の16:00は取り消します" in cleared(scene, leaving(scene, "15:30", at="15:10"))["ja"].text
    again = leaving(scene, "15:30", at="15:15")["ja"].text
    assert "取り消します" not in again
    assert "変更" not in again


def test_another_day_or_another_area_is_no_change(scene: Scene) -> None:
    first = cleared(scene, leaving(scene))
    for other in ("首都圏", "東北"), ("10月9日\n勤務", "10月13日\n勤務"):
        text = LEAVING.format(leave="15:30", trains="18:00", at="15:05").replace(*other)
        assert heard(scene.desk, add(scene, text)).changes == ()
    assert {d.state.value for d in scene.deliveries() if d.post == first["ja"].id} == {"queued"}


def test_the_newer_word_stops_what_is_queued_before_anybody_drafts_of_it(scene: Scene) -> None:
    first = cleared(scene, leaving(scene))["ja"]
    newer = add(scene, LEAVING.format(leave="15:30", trains="18:00", at="15:05"))
    assert [(d.post, d.state.value, d.reason) for d in scene.deliveries()] == [(first.id, "held", "stale")]
    assert status(scene.desk).changed == (newer.id,)
    assert tick(scene.desk).published == 0


def test_what_is_out_is_told_to_be_out_of_date_until_the_update_is_out(scene: Scene) -> None:
    first = cleared(scene, leaving(scene))["ja"]
    tick(scene.desk)
    newer = add(scene, LEAVING.format(leave="15:30", trains="18:00", at="15:05"))
    assert [(old.post, old.newer) for old in status(scene.desk).outdated] == [(first.id, newer.id)]
    kept, made = saving.draft(scene.desk, newer.id)
    saved = saving.save(scene.desk, kept, made, by="drafter")[1]
    clearing.clear(scene.desk, [post.id for post in saved], scene.signer())
    tick(scene.desk)
    assert status(scene.desk).outdated == ()


def test_what_nobody_has_cleared_is_taken_back_when_the_newer_word_comes(scene: Scene) -> None:
    first = leaving(scene)["ja"]
    scene.later(minutes=1)
    add(scene, LEAVING.format(leave="15:30", trains="18:00", at="15:05"))
    with scene.desk.store.reading() as unit:
        assert unit.need(StoredPost, first.id).review is Review.WITHDRAWN


# Everything that still says it


@pytest.mark.parametrize("asked", ["20:00", "午後8時", "8 pm", "20時", "２０：００", "夜8時"])
def test_a_time_is_found_however_it_is_asked_for_and_written(three: Scene, asked: str) -> None:
    first = cleared(three, leaving(three))
    late = three.posts("発信部署：総務部\n拠点：大阪支社\n状況：閉鎖\n時点：10月9日 15:18\n次回：{next}\n", "21:00")
    saving.edit(three.desk, late[0].id, "大阪支社は午後8時に閉まります。", by="drafter")
    found = {carrier.post.id for carrier in carrying(three.desk, [asked])}
    assert found == {*(post.id for post in first.values()), late[0].id}


def test_a_term_is_found_in_every_language(three: Scene) -> None:
    made = posts(three, OFFICE.format(status="閉鎖", reopens=""))
    for asked in ("閉鎖", "closed", "しまっています"):
        assert {c.post.id for c in carrying(three.desk, [asked])} >= {post.id for post in made.values()}, asked
    assert carrying(three.desk, ["limited"]) == []


def test_an_update_that_names_the_old_time_as_cancelled_does_not_carry_it(three: Scene) -> None:
    first = cleared(three, leaving(three))
    tick(three.desk)
    leaving(three, "15:30", "18:00", "15:05")
    assert {c.post.id for c in carrying(three.desk, ["17:00"])} == {post.id for post in first.values()}


def test_a_notice_lists_what_still_carries_what_it_changed(three: Scene) -> None:
    first = cleared(three, leaving(three))
    tick(three.desk)
    newer = add(three, LEAVING.format(leave="15:30", trains="18:00", at="15:05"))
    update, found = carrying_old(three.desk, newer.id)
    told = {change.name: (change.old.plain(), change.new.plain()) for change in update.changes}
    assert told == {
        "leave_at": ("2026-10-09T17:00+09:00", "2026-10-09T15:30+09:00"),
        "trains_stop_at": ("2026-10-09T20:00+09:00", "2026-10-09T18:00+09:00"),
    }
    assert {(c.post.id, c.where) for c in found} == {(post.id, "live") for post in first.values()}
