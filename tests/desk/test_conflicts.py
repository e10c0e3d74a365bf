"""Two departments, one place."""

from __future__ import annotations

import pytest
from desk_scene import Scene

from crisis.desk import clearing, drafts, receive
from crisis.desk.clearing import Acceptance
from crisis.errors import Held
from crisis.model.records import Review, StoredPost

SAYS = """発信部署：{owner}
拠点：仙台事業所
状況：{status}
時点：10月9日 15:18
次回：16:30
"""


def said(scene: Scene, owner: str, status: str) -> tuple[list[str], StoredPost]:
    """The codes of what a notice's draft is told, and its post."""
    (stored,) = receive.receive(scene.desk, SAYS.format(owner=owner, status=status).encode(), "n.txt", by="drafter")
    kept, made = drafts.draft(scene.desk, stored.id)
    assert kept.notice.owner == owner
    told = [f"{f.code} {f.severity.value}" for f in made.findings]
    return told, drafts.save(scene.desk, kept, made, by="drafter")[1][0]


def test_the_owner_may_go_and_the_other_is_held(scene: Scene) -> None:
    told, sales = said(scene, "東北営業部", "通常どおり")
    assert told == []
    told, owner = said(scene, "総務部", "閉鎖")
    assert told == ["conflict advise"]
    with pytest.raises(Held, match="conflict"):
        clearing.clear(scene.desk, [sales.id], scene.signer())
    assert clearing.clear(scene.desk, [owner.id], scene.signer())[0].review is Review.CLEARED


def test_a_person_may_decide_otherwise_with_a_reason(scene: Scene) -> None:
    said(scene, "総務部", "閉鎖")
    told, sales = said(scene, "東北営業部", "通常どおり")
    assert told == ["conflict hold"]
    accepted = [Acceptance("conflict", "GA confirmed by phone that it has reopened")]
    assert clearing.clear(scene.desk, [sales.id], scene.signer(), accept=accepted)[0].review is Review.CLEARED


def test_the_owners_newer_word_is_an_update(scene: Scene) -> None:
    said(scene, "総務部", "閉鎖")
    assert said(scene, "総務部", "通常どおり")[0] == []


def test_the_same_word_from_two_is_no_conflict(scene: Scene) -> None:
    said(scene, "総務部", "閉鎖")
    assert said(scene, "東北営業部", "閉鎖")[0] == []


def test_a_changed_word_of_the_same_department_says_that_it_changes(scene: Scene) -> None:
    _told, first = said(scene, "総務部", "閉鎖")
    assert first.text.startswith("北浜電機")
    _told, waiting = said(scene, "総務部", "通常どおり")
    assert waiting.text.startswith("北浜電機"), "the first word has not gone out"
    clearing.clear(scene.desk, [first.id], scene.signer())
    (stored,) = receive.receive(scene.desk, SAYS.format(owner="総務部", status="一部").encode(), "n.txt", by="drafter")
    _stored, made = drafts.draft(scene.desk, stored.id)
    assert made.posts[0].text.startswith("【変更】")
