"""What people agree on in calm times, and what one of them may send under it: that and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from desk_scene import ACCOUNT, Scene
from preclear_kit import ANSWERS, CLOSED, agreed, sent, told

from crisis.clearance import statements
from crisis.desk.clearance import clearing, precleared, preclearing
from crisis.desk.clearance.examples import examples
from crisis.desk.clearance.preclearing import Wish
from crisis.desk.drafts import saving
from crisis.desk.outbox.sending import tick
from crisis.desk.record import book
from crisis.errors import CrisisError, Held, Mistake, Refused
from crisis.model.finding import Finding, Severity
from crisis.model.records import StoredDraft, StoredPost, StoredRelease
from crisis.sentence import Sentence


def test_one_person_sends_what_two_agreed_to(scene: Scene) -> None:
    standing = agreed(scene)
    assert (standing.force.value, standing.signers, standing.lacks) == ("in-force", ("approver", "second"), ())
    (post,) = sent(scene)
    assert tick(scene.desk).published == 1
    assert "閉鎖" in scene.platform.accepted[0].text
    with scene.desk.store.reading() as unit:
        release = unit.need(StoredPost, post).release
        assert release is not None
        assert preclearing.answered(unit, release) == (("approver", "second"), ("drafter",))
    assert book.verify_ledger(scene.desk).ok


def test_who_signed_a_pre_clearance_may_send_under_it(scene: Scene) -> None:
    agreed(scene, by=("approver", "drafter"))
    sent(scene)
    assert tick(scene.desk).published == 1


def test_one_signature_is_none(scene: Scene) -> None:
    standing = agreed(scene, by=("drafter",))
    assert (standing.force.value, len(standing.lacks)) == ("waiting", 1)
    with pytest.raises(Refused, match="Nothing of office-status is pre-cleared"):
        sent(scene)
    with pytest.raises(Refused, match="signed this pre-clearance already"):
        preclearing.sign(scene.desk, standing.made, scene.signer("drafter"))
    waiting = preclearing.waiting_for(scene.desk, preclearing.state(scene.desk, CLOSED, "second"))
    assert waiting == standing.made


def test_clear_knows_no_pre_clearance(scene: Scene) -> None:
    agreed(scene, by=("approver", "drafter"))
    with pytest.raises(Refused, match="made the last change"):
        clearing.clear(scene.desk, told(scene), scene.signer("drafter"))


OUTSIDE = {
    "another value": ({"status": "一部のみ"}, "status may only be one of: closed"),
    "too far ahead": ({"next_update": "10月20日 16:30"}, "next_update lies too far"),
}


@pytest.mark.parametrize(("changed", "why"), OUTSIDE.values(), ids=OUTSIDE)
def test_what_lies_outside_its_domain_is_refused_and_waits_as_a_draft(
    scene: Scene, changed: dict[str, str], why: str
) -> None:
    agreed(scene)
    posts = told(scene, answers=ANSWERS | changed)
    with pytest.raises(Refused, match=why) as refused:
        precleared.prepare(scene.desk, posts, "drafter")
    assert "crisis clear" in str(refused.value.mend)
    clearing.clear(scene.desk, posts, scene.signer())
    assert tick(scene.desk).published == 1


def test_a_slot_that_was_left_out_is_not_said(scene: Scene) -> None:
    agreed(scene, replace(CLOSED, without=("reason",)))
    with pytest.raises(Refused, match="reason may not be said"):
        sent(scene)


def test_edited_words_are_not_pre_cleared(scene: Scene) -> None:
    agreed(scene)
    posts = told(scene)
    saving.edit(scene.desk, posts[0], "北浜電機 仙台事業所は閉鎖しています。15:20現在", by="drafter")
    with pytest.raises(Refused, match="not what the pre-cleared template makes"):
        precleared.prepare(scene.desk, posts, "drafter")


def test_a_pre_clearance_never_opens_the_guard(scene: Scene) -> None:
    agreed(scene)
    posts = told(scene)
    with scene.desk.store.writing(scene.clock.now()) as unit:
        draft = unit.need(StoredDraft, unit.need(StoredPost, posts[0]).draft)
        unit.put(replace(draft, findings=(Finding("ambiguous", Severity.HOLD, Sentence("Which one?")),)))
    with pytest.raises(Held, match="ambiguous"):
        precleared.prepare(scene.desk, posts, "drafter")


def test_a_pre_clearance_is_for_its_accounts_as_they_were(scene: Scene) -> None:
    agreed(scene)
    moved = scene.with_accounts(replace(ACCOUNT, handle="@somebody"))
    with pytest.raises(Refused, match="No account is as it was pre-cleared"):
        sent(moved)


def test_what_a_stop_has_caught_under_it_is_as_the_signers_said(scene: Scene) -> None:
    agreed(scene)
    sent(scene)
    with scene.desk.store.reading() as unit:
        (release,) = unit.find(StoredRelease)
    assert statements.decode(release.statement).after_stop is preclearing.standings(scene.desk)[0].made.after_stop


# In calm times


def test_free_words_have_no_domain_and_what_is_unknown_is_a_mistake(scene: Scene) -> None:
    made = agreed(scene).made
    assert all(domain.kind.value not in ("free", "text") for domain in made.slots.values())
    for wish in (
        replace(CLOSED, values={"status": ["burning"]}),
        replace(CLOSED, values={"nothing": ["x"]}),
        replace(CLOSED, without=("site",)),
        replace(CLOSED, values={"next_update": ["soon"]}),
        Wish("nothing"),
        replace(CLOSED, accounts=("nobody",)),
        replace(CLOSED, languages=("fr",)),
    ):
        with pytest.raises(Mistake):
            preclearing.state(scene.desk, wish, "approver")


def test_every_text_of_a_closed_office_is_shown(scene: Scene) -> None:
    shown = examples(scene.desk, preclearing.state(scene.desk, CLOSED, "approver"))
    assert shown
    assert all("閉鎖" in example.post.text for example in shown)


def test_a_foreign_key_signs_nothing(scene: Scene) -> None:
    made = preclearing.state(scene.desk, CLOSED, "approver")
    foreign = replace(scene.signer("approver"), key=scene.desk.signing_key("drafter"))
    with pytest.raises(CrisisError, match="not the key"):
        preclearing.sign(scene.desk, made, foreign)
