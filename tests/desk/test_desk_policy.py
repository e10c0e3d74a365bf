"""A hold is released by the right role with a reason; a block by another text alone, and the next safe post stands ready."""

from __future__ import annotations

from dataclasses import replace

import pytest
from desk_scene import Scene

from crisis.clearance import keys
from crisis.desk.clearance import clearing
from crisis.desk.clearance.accepting import Acceptance
from crisis.desk.clearance.clearing import Asked
from crisis.desk.desk import Desk
from crisis.desk.drafts import saving
from crisis.desk.outbox.sending import tick
from crisis.desk.people import roster
from crisis.desk.people.roster import Edits
from crisis.desk.signer import Signer
from crisis.errors import Held, Refused
from crisis.model.finding import Severity
from crisis.model.records import LedgerEntry, StoredPost
from crisis.model.role import Role
from crisis.model.settings import GuardSettings, Mode
from crisis.rehearsal.world import SeededEntropy

LEGAL = "仙台事業所は閉鎖しています。当社の責任です。15:20現在 次回16:30"
SECRET = "仙台事業所は閉鎖しています。暗証番号は4071です。15:20現在 次回16:30"


def edited(scene: Scene, text: str) -> StoredPost:
    (post,) = scene.posts()
    return saving.edit(scene.desk, post.id, text, by="drafter")


def enrolled(scene: Scene, name: str, *roles: Role) -> Signer:
    pair = keys.generate(SeededEntropy(name))
    roster.enrol(scene.desk, name, name, (Role.APPROVER, *roles), pair.public)
    return Signer(name, pair.private_openssh)


def test_legal_releases_a_legal_claim_and_an_approver_does_not(scene: Scene) -> None:
    post, reason = edited(scene, LEGAL), Acceptance("legal", "agreed with counsel")
    signer = enrolled(scene, "counsel", Role.LEGAL)
    with pytest.raises(Refused, match="counsel") as refused:
        clearing.clear(scene.desk, [post.id], scene.signer(), Asked(accept=(reason,)))
    assert refused.value.code == "wrong-role"
    assert scene.deliveries() == []
    clearing.clear(scene.desk, [post.id], signer, Asked(accept=(reason,)))
    tick(scene.desk)
    assert scene.states() == {"published"}
    with scene.desk.store.reading() as unit:
        assert "finding-accepted" in [entry.kind for entry in unit.find(LedgerEntry)]


def test_a_release_of_a_person_who_lost_the_role_stops_at_the_send(scene: Scene) -> None:
    post, signer = edited(scene, LEGAL), enrolled(scene, "counsel", Role.LEGAL)
    clearing.clear(scene.desk, [post.id], signer, Asked(accept=(Acceptance("legal", "agreed"),)))
    edits = Edits(roles=(Role.APPROVER,))
    scene.decided(roster.change(scene.desk, "counsel", scene.signer(), lambda known, now: edits.of(known)))
    tick(scene.desk)
    assert scene.states() == {"held"}
    assert scene.platform.accepted == []


def test_a_hold_says_who_may_release_it(scene: Scene) -> None:
    with pytest.raises(Held, match="role legal"):
        clearing.clear(scene.desk, [edited(scene, LEGAL).id], scene.signer())


def test_no_reason_releases_a_block_and_the_safe_post_is_filled(scene: Scene) -> None:
    post = edited(scene, SECRET)
    with pytest.raises(Held) as held:
        clearing.clear(
            scene.desk, [post.id], scene.signer(), Asked(accept=(Acceptance("access-secret", "they know it"),))
        )
    assert held.value.code == "blocked"
    told = str(held.value)
    assert "4071" not in told
    assert "crisis say holding --answer 'what=地震' --answer next_update=16:20" in told
    assert "北浜電機" in told
    assert "16:20" in told


def stricter(desk: Desk, **severity: Severity | None) -> Desk:
    table = {code.replace("_", "-"): each for code, each in severity.items()}
    guard = replace(desk.settings.guard, severity={Mode.ACTUAL: table})
    return replace(desk, kit=replace(desk.kit, settings=replace(desk.settings, guard=guard)))


def test_a_desk_that_is_stricter_holds_at_clearance_and_at_the_send(scene: Scene) -> None:
    text = "仙台事業所は閉鎖しています。至急、確認してください。15:20現在 次回16:30"
    post = edited(scene, text)
    with pytest.raises(Held, match="tone"):
        clearing.clear(stricter(scene.desk, tone=Severity.HOLD), [post.id], scene.signer())
    clearing.clear(scene.desk, [post.id], scene.signer())
    tick(stricter(scene.desk, tone=Severity.HOLD))
    assert scene.states() == {"held"}


def test_the_other_mode_keeps_its_own(scene: Scene) -> None:
    guard = GuardSettings(severity={Mode.EXERCISE: {"tone": Severity.BLOCK}})
    kit = replace(scene.desk.kit, settings=replace(scene.desk.settings, guard=guard))
    post = edited(scene, "仙台事業所は閉鎖しています。至急、確認してください。15:20現在 次回16:30")
    clearing.clear(replace(scene.desk, kit=kit), [post.id], scene.signer())
    assert scene.states() == {"queued"}
