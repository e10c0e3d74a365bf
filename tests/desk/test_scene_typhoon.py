"""Trains stop two hours earlier than was posted: stop everything, find what says the old time, one draft, the Japanese at once, and what
goes when it goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from desk_scene import ACCOUNT, NOW, Scene

from crisis.desk.clearance import clearing
from crisis.desk.clearance.clearing import NOTHING_MORE, Asked
from crisis.desk.drafts.carrying import carrying
from crisis.desk.duty.board import board
from crisis.desk.duty.incidents import open_incident
from crisis.desk.outbox import queue, resuming
from crisis.desk.outbox.sending import tick
from crisis.desk.outbox.stopped import staying
from crisis.duty.tasks import Kind
from crisis.model.records import StoredPost

WORK = """件名：台風に伴う勤務について
発信：人事部
地域：首都圏
対象日：10月9日（金）
勤務：早期退社
終業：{leave}
理由：計画運休
次回：18:30
10月9日{at}現在
"""
CLOSED = """件名：東京本社の閉館
発信：総務部
拠点：東京本社
状況：閉鎖
理由：計画運休
次回：18:30
10月9日15:20現在
"""


def cleared(scene: Scene, posts: list[StoredPost], asked: Asked = NOTHING_MORE) -> list[StoredPost]:
    clearing.clear(scene.desk, [post.id for post in posts], scene.signer(), asked)
    return posts


def test_suspension_two_hours_earlier_after_posts_were_queued(scene: Scene) -> None:
    desk = replace(
        scene.desk, kit=replace(scene.desk.kit, settings=replace(scene.desk.settings, languages=("ja", "en")))
    )
    scene = replace(scene, desk=desk).with_accounts(replace(ACCOUNT, languages=("ja", "en")))
    open_incident(scene.desk, "typhoon", {"ja": "台風"}, by="drafter")
    live = cleared(scene, scene.posts(WORK.format(leave="17:30", at="15:20")))
    tick(scene.desk)
    unaffected = cleared(scene, scene.posts(CLOSED), Asked(not_before=NOW + timedelta(hours=1)))

    held = queue.hold(scene.desk, None, by="drafter")
    assert ({each.post for each in held.caught}, {each.post for each in held.left}) == (
        {post.id for post in unaffected},
        {post.id for post in live},
    )
    assert {carrier.post.id for carrier in carrying(scene.desk, ["17:30"])} == {post.id for post in live}

    scene.later(minutes=2)
    change = scene.posts(WORK.format(leave="16:00", at="15:22"))
    first = board(scene.desk, "approver").tasks[0]
    assert (first.kind, first.command[0]) == (Kind.CLEAR, "clear")
    japanese = [post for post in change if post.language == "ja"]
    (english,) = [post for post in change if post.language == "en"]
    assert japanese[0].text.startswith("【変更")
    assert japanese[0].text.index("16:00") < japanese[0].text.index("17:30")
    assert japanese[0].text.count("17:30") == 1
    cleared(scene, japanese)

    going = resuming.resumable(scene.desk, None)
    now = scene.clock.now()
    assert [each.post for each in going if each.due <= now] == [japanese[0].id]
    assert {each.post for each in going if each.due > now} == {post.id for post in unaffected}
    assert staying(scene.desk, going) == {}
    resuming.resume(scene.desk, None, going, scene.signer())
    tick(scene.desk)
    assert scene.platform.accepted[-1].text == japanese[0].text
    assert english.text.startswith("CHANGED")
