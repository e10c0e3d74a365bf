"""People who agree in calm times, and the one on duty who sends: steps that the tests of pre-clearance take."""

from __future__ import annotations

from dataclasses import replace

from desk_scene import Scene

from crisis.desk.clearance import precleared, preclearing
from crisis.desk.clearance.preclearing import Standing, Wish
from crisis.desk.drafts import saving
from crisis.desk.notices import receive, telling
from crisis.model.notice_type import NoticeType

CLOSED = Wish("office-status", {"status": ["closed"]})
ANSWERS = {"site": "仙台事業所", "status": "閉鎖", "reason": "地震", "next_update": "16:30"}


def agreed(scene: Scene, wish: Wish = CLOSED, by: tuple[str, ...] = ("approver", "second")) -> Standing:
    made = preclearing.state(scene.desk, wish, by[0])
    return [preclearing.sign(scene.desk, made, scene.signer(person)) for person in by][-1]


def told(scene: Scene, type_id: str = "office-status", answers: dict[str, str] = ANSWERS) -> list[str]:
    """The posts of a call, drafted and kept by the one person on duty."""
    notice = telling.call(scene.desk.kit.types[type_id], list(answers.items()), role="GA", at=scene.clock.now())
    stored = receive.keep(scene.desk, notice, by="drafter", type_id=type_id)
    _, made = saving.draft(scene.desk, stored.id, plain=True)
    assert made.posts, made
    return [post.id for post in saving.save(scene.desk, stored, made, by="drafter")[1] if post.account]


def sent(scene: Scene, answers: dict[str, str] = ANSWERS) -> list[str]:
    posts = told(scene, answers=answers)
    ready = precleared.prepare(scene.desk, posts, "drafter")
    precleared.send(scene.desk, ready, scene.signer("drafter"))
    return posts


def reasons(scene: Scene) -> set[tuple[str, str | None]]:
    return {(d.state.value, d.reason) for d in scene.deliveries()}


def with_type(scene: Scene, changed: NoticeType) -> Scene:
    kit = scene.desk.kit
    return replace(scene, desk=replace(scene.desk, kit=replace(kit, types={**kit.types, changed.id: changed})))
