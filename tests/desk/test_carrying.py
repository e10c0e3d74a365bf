"""Everything that still says 16:30."""

from __future__ import annotations

from desk_scene import Scene

from crisis.desk.drafts.carrying import carrying
from crisis.desk.outbox.sending import tick


def test_live_to_come_and_waiting_are_found_and_nothing_else(scene: Scene) -> None:
    (live,) = scene.cleared(next_update="16:30")
    tick(scene.desk)
    scene.later(minutes=1)
    (to_come,) = scene.cleared(next_update="16：30")
    (waiting,) = scene.posts(next_update="16時30分")
    scene.posts(next_update="17:00")
    assert [(c.post.id, c.where) for c in carrying(scene.desk, ["１６：３０"])] == [
        (live.id, "live"),
        (to_come.id, "to-come"),
        (waiting.id, "waiting"),
    ]
    assert carrying(scene.desk, ["20:00", " "]) == []
