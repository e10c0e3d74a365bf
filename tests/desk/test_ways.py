"""Approving from elsewhere: by telephone, by a file and a few lines, and alone; and what each leaves to be done."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from desk_scene import Scene

from crisis.clearance import approvals, cards, keys, letters, sshsig
from crisis.clearance.payloads import namespace
from crisis.desk.clearance import by_letter, clearing, countersigning, glass, phoning
from crisis.desk.clearance.clearing import Asked
from crisis.desk.drafts import saving
from crisis.desk.duty import alerting
from crisis.desk.outbox import queue, resuming, undoing
from crisis.desk.outbox.sending import tick
from crisis.desk.people import carding
from crisis.desk.record.book import verify_ledger
from crisis.errors import CrisisError, Held, Mistake
from crisis.model.card import Card
from crisis.model.owed import Countersignature
from crisis.model.records import Review, StoredPost, StoredRelease
from crisis.model.release import AfterStop, Rule
from crisis.model.role import Role
from crisis.store import releases

RULE = Rule(by_phone=True, break_glass=True)
REASON = "nobody answers, and the water rises"


def allow(scene: Scene, rule: Rule = RULE) -> None:
    scene.adopt(rule)


def card_of(scene: Scene, person: str = "approver") -> tuple[Card, tuple[str, ...]]:
    return carding.new_card(scene.desk, scene.signer(person))


def phoned(scene: Scene, post: StoredPost, code: str, person: str = "approver") -> Review:
    by = "approver" if person == "drafter" else "drafter"
    (call,) = phoning.call(scene.desk, [post.id], person, by=by)
    (outcome,) = phoning.answer(scene.desk, call, code, by=by)
    return outcome.review


def refused(code: str, step: object) -> None:
    assert callable(step)
    with pytest.raises(CrisisError) as failure:
        step()
    assert failure.value.code == code


def entries(scene: Scene) -> bytes:
    with scene.desk.store.reading() as unit:
        return b"\n".join(entry.body for entry in unit.ledger_entries())


# By telephone


def test_a_code_clears_is_marked_and_is_owed_a_key(scene: Scene) -> None:
    allow(scene)
    _, codes = card_of(scene)
    (post,) = scene.posts()
    assert phoned(scene, post, cards.grouped(codes[0])) is Review.CLEARED
    tick(scene.desk)
    assert len(scene.platform.accepted) == 1
    with scene.desk.store.reading() as unit:
        (owed,) = countersigning.owed(unit)
    assert (owed.person, owed.how, owed.due) == ("approver", "phone", scene.clock.now() + RULE.countersign_within)
    assert verify_ledger(scene.desk).ok
    assert not any(code.encode() in entries(scene) for code in codes)


def test_the_policy_is_asked_before_anybody_dials(scene: Scene) -> None:
    card_of(scene)
    (post,) = scene.posts()
    refused("by-phone", lambda: phoning.call(scene.desk, [post.id], "approver", by="drafter"))


def test_no_card_no_call(scene: Scene) -> None:
    allow(scene)
    (post,) = scene.posts()
    refused("no-card", lambda: phoning.call(scene.desk, [post.id], "approver", by="drafter"))
    refused("last-editor", lambda: (card_of(scene, "drafter"), phoned(scene, post, "1", "drafter")))


def test_if_the_approver_edits_the_drafter_may_phone(scene: Scene) -> None:
    allow(scene)
    _, codes = card_of(scene, "drafter")
    (post,) = scene.posts()
    saving.edit(scene.desk, post.id, post.text.replace("16:30", "17:00"), by="approver")
    assert phoned(scene, post, codes[0], "drafter") is Review.CLEARED


def test_what_was_misheard_is_not_spent_and_what_was_wrong_counts(scene: Scene) -> None:
    allow(scene)
    card, codes = card_of(scene)
    _, others = card_of(scene, "second")
    (post,) = scene.posts()
    (call,) = phoning.call(scene.desk, [post.id], "approver", by="drafter")
    with pytest.raises(Mistake, match="misheard"):
        phoning.answer(scene.desk, call, codes[0][:-1] + str((int(codes[0][-1]) + 1) % 10), by="drafter")
    for code in others[: cards.MOST_WRONG]:
        refused("code-wrong", lambda code=code: phoning.answer(scene.desk, call, code, by="drafter"))
    refused("card-locked", lambda: phoning.answer(scene.desk, call, codes[0], by="drafter"))
    with scene.desk.store.reading() as unit:
        assert unit.need(Card, card.id).next == 1


def test_a_code_is_spent_once_and_a_skipped_one_spends_those_before(scene: Scene) -> None:
    allow(scene)
    _, codes = card_of(scene)
    first, second = scene.posts()[0], scene.posts(next_update="16:45")[0]
    (call,) = phoning.call(scene.desk, [first.id], "approver", by="drafter")
    refused("code-skipped", lambda: phoning.answer(scene.desk, call, codes[2], by="drafter"))
    assert phoning.next_number(scene.desk, "approver") == 4
    for spent in codes[:3]:
        refused("code-wrong", lambda spent=spent: phoning.answer(scene.desk, call, spent, by="drafter"))
    assert phoning.answer(scene.desk, call, codes[3], by="drafter")[0].review is Review.CLEARED
    (again,) = phoning.call(scene.desk, [second.id], "approver", by="drafter")
    refused("code-wrong", lambda: phoning.answer(scene.desk, again, codes[3], by="drafter"))


def test_a_code_given_for_texts_that_changed_is_spent_and_clears_nothing(scene: Scene) -> None:
    allow(scene)
    _, codes = card_of(scene)
    (post,) = scene.posts()
    (call,) = phoning.call(scene.desk, [post.id], "approver", by="drafter")
    saving.edit(scene.desk, post.id, post.text.replace("16:30", "17:00"), by="drafter")
    refused("changed-meanwhile", lambda: phoning.answer(scene.desk, call, codes[0], by="drafter"))
    assert phoning.next_number(scene.desk, "approver") == 2
    assert scene.deliveries() == []


def test_a_revoked_card_gives_nothing_and_stops_what_is_not_out(scene: Scene) -> None:
    allow(scene)
    card, codes = card_of(scene)
    (post,) = scene.posts()
    phoned(scene, post, codes[0])
    carding.revoke_card(scene.desk, card.id, by="drafter")
    tick(scene.desk)
    assert scene.platform.accepted == []
    assert [d.reason for d in scene.deliveries()] == ["card-revoked"]
    refused("no-card", lambda: phoning.next_number(scene.desk, "approver"))


def test_an_overdue_countersignature_escalates_once_and_stops_that_telephone(scene: Scene) -> None:
    allow(scene)
    _, codes = card_of(scene)
    (post,) = scene.posts()
    phoned(scene, post, codes[0])
    assert countersigning.escalate(scene.desk) == []
    scene.later(hours=5)
    assert len(countersigning.escalate(scene.desk)) == 1
    assert countersigning.escalate(scene.desk) == []
    (later,) = scene.posts(next_update="21:30")
    refused("countersign-first", lambda: phoning.call(scene.desk, [later.id], "approver", by="drafter"))
    with scene.desk.store.reading() as unit:
        (alert,) = alerting.unseen(unit)
        release = alert.about or ""
    refused("last-editor", lambda: countersigning.countersign(scene.desk, release, scene.signer("drafter")))
    countersigning.countersign(scene.desk, release, scene.signer())
    with scene.desk.store.reading() as unit:
        assert alerting.unseen(unit) == []
        assert countersigning.overdue(unit, scene.clock.now()) == []
    assert phoning.call(scene.desk, [later.id], "approver", by="drafter")


# Alone


def test_one_key_and_a_reason_where_the_policy_lets_it(scene: Scene) -> None:
    (post,) = scene.posts()
    refused("no-glass", lambda: glass.break_glass(scene.desk, [post.id], scene.signer("drafter"), REASON))
    allow(scene, replace(RULE, quorum=2, roles=(Role.APPROVER,)))
    (outcome,) = glass.break_glass(scene.desk, [post.id], scene.signer("drafter"), REASON)
    assert outcome.review is Review.CLEARED
    tick(scene.desk)
    assert len(scene.platform.accepted) == 1
    assert REASON.encode() not in entries(scene)
    with scene.desk.store.reading() as unit:
        (alert,) = alerting.unseen(unit)
        (owed,) = countersigning.owed(unit)
    assert (alert.code, alert.roles, alert.about) == ("break-glass", (Role.LEAD, Role.DEPUTY), owed.release)
    assert REASON not in str(alert.sentence)
    refused("alone-again", lambda: countersigning.countersign(scene.desk, owed.release, scene.signer("drafter")))
    (given,) = countersigning.countersign(scene.desk, owed.release, scene.signer())
    assert given.by == "approver"
    refused("nothing-owed", lambda: countersigning.countersign(scene.desk, owed.release, scene.signer()))


def test_it_opens_the_quorum_and_never_a_block(scene: Scene) -> None:
    allow(scene)
    (post,) = scene.posts()
    saving.edit(scene.desk, post.id, "社外秘 " + post.text, by="drafter")
    with pytest.raises(Held):
        glass.break_glass(scene.desk, [post.id], scene.signer("drafter"), REASON)


def test_who_approved_by_key_may_break_the_glass_when_nobody_else_comes(scene: Scene) -> None:
    allow(scene, replace(RULE, quorum=2, roles=()))
    (post,) = scene.posts()
    assert clearing.clear(scene.desk, [post.id], scene.signer())[0].review is Review.IN_REVIEW
    assert glass.break_glass(scene.desk, [post.id], scene.signer(), REASON)[0].review is Review.CLEARED


def test_a_countersignature_is_bound_to_its_approval(scene: Scene) -> None:
    from crisis.clearance import countersign as confirming

    allow(scene)
    (post,) = scene.posts()
    glass.break_glass(scene.desk, [post.id], scene.signer("drafter"), REASON)
    with scene.desk.store.reading() as unit:
        (owed,) = countersigning.owed(unit)
    (given,) = countersigning.countersign(scene.desk, owed.release, scene.signer())
    with scene.desk.store.reading() as unit:
        release, signers = unit.need(StoredRelease, owed.release), scene.desk.signers(unit)
        (approval,) = releases.approvals(unit, owed.release)
    confirming.verify(release.statement, approval, given, signers, scene.desk.mode)
    wrong: list[tuple[bytes, object, Countersignature]] = [
        (release.statement + b" ", approval, given),
        (release.statement, replace(approval, signature="x"), given),
        (release.statement, approval, replace(given, by="second")),
        (release.statement, approval, replace(given, at=scene.clock.now() + timedelta(seconds=1))),
        (release.statement, approval, replace(given, signature=None)),
    ]
    for data, over, confirmed in wrong:
        with pytest.raises(CrisisError):
            confirming.verify(data, over, confirmed, signers, scene.desk.mode)  # type: ignore[arg-type]


# By a file and a few lines


def letter(scene: Scene, data: bytes, person: str = "approver", signs_as: str | None = None) -> str:
    key = keys.load(scene.desk.signing_key(person), None)
    return letters.approval_letter(data, approvals.sign(data, signs_as or person, key, scene.clock.now()))


def test_a_file_goes_out_and_a_few_lines_come_back(scene: Scene) -> None:
    (post,) = scene.posts()
    (data,) = by_letter.lay(scene.desk, [post.id], by="drafter")
    mailed = "Hello,\n" + letters.statement_letter(data).replace("\n", "\r\n> ")
    assert letters.statements_in(mailed) == [data]
    ((approval, (outcome,)),) = by_letter.bring_in(scene.desk, letter(scene, data).lower())
    assert (approval.person, outcome.review) == ("approver", Review.CLEARED)
    tick(scene.desk)
    assert len(scene.platform.accepted) == 1
    refused("cleared-already", lambda: by_letter.bring_in(scene.desk, letter(scene, data, "second")))


def test_nothing_internal_is_in_the_file(scene: Scene) -> None:
    (post,) = scene.posts()
    (data,) = by_letter.lay(scene.desk, [post.id], by="drafter")
    assert "天井".encode() not in data
    assert "負傷".encode() not in data


def test_approvals_that_are_not_of_these_texts_by_this_person(scene: Scene) -> None:
    (post,) = scene.posts()
    (data,) = by_letter.lay(scene.desk, [post.id], by="drafter")
    refused("last-editor", lambda: by_letter.bring_in(scene.desk, letter(scene, data, "drafter")))
    refused("signature-wrong", lambda: by_letter.bring_in(scene.desk, letter(scene, data, "second", "approver")))
    other = data.replace(b"16:30", b"17:30")
    refused("letter-unknown", lambda: by_letter.bring_in(scene.desk, letter(scene, other)))
    early = letter(scene, data)
    saving.edit(scene.desk, post.id, post.text.replace("16:30", "17:00"), by="drafter")
    refused("letter-void", lambda: by_letter.bring_in(scene.desk, early))
    assert scene.deliveries() == []


def test_a_line_that_was_misread_is_named(scene: Scene) -> None:
    (post,) = scene.posts()
    (data,) = by_letter.lay(scene.desk, [post.id], by="drafter")
    title, *rows = letter(scene, data).strip().split("\n")
    worse = rows[2][:-4] + ("0" if rows[2][-4] != "0" else "1") + rows[2][-3:]
    with pytest.raises(Mistake, match="Line 3 was misread"):
        letters.letters_in("\n".join([title, *rows[:2], worse, *rows[3:]]))
    with pytest.raises(Mistake, match="Line 2 is missing"):
        letters.letters_in("\n".join([title, rows[0], *rows[2:]]))
    with pytest.raises(Mistake, match="missing at the end"):
        letters.letters_in("\n".join([title, *rows[:-1]]))
    exchanged = [title, "1" + rows[1][1:], "2" + rows[0][1:], *rows[2:]]
    with pytest.raises(Mistake, match=r"Line [12] was misread"):
        letters.letters_in("\n".join(exchanged))
    assert len(letter(scene, data)) < 300, "two text messages"


def test_the_bare_signature_makes_the_same_sshsig_again(scene: Scene) -> None:
    key = keys.load(scene.desk.signing_key("approver"), None)
    signature = sshsig.sign(key, namespace(scene.desk.mode), b"x")
    assert sshsig.closed(sshsig.opened(signature)) == signature


# Back, rejected, and after a stop


def test_what_comes_back_says_why_and_what_is_rejected_is_over(scene: Scene) -> None:
    (post,) = scene.posts()
    undoing.send_back(scene.desk, [post.id], by="approver", reason="the wrong site")
    with scene.desk.store.reading() as unit:
        told = undoing.told(unit, [post.id])[post.id]
    assert (told.by, told.became, told.why) == ("approver", Review.RETURNED, "the wrong site")
    undoing.reject(scene.desk, [post.id], by="approver", reason="not ours to say")
    refused("no-such-step", lambda: clearing.clear(scene.desk, [post.id], scene.signer()))
    refused("no-such-step", lambda: saving.edit(scene.desk, post.id, "x", by="drafter"))
    assert b"wrong site" not in entries(scene)
    assert b"not ours" not in entries(scene)


@pytest.mark.parametrize("after", AfterStop)
def test_a_stop_does_what_the_statement_says(scene: Scene, after: AfterStop) -> None:
    (post,) = scene.posts()
    clearing.clear(scene.desk, [post.id], scene.signer(), Asked(after_stop=after))
    queue.hold(scene.desk, None, by="drafter")
    going = resuming.resumable(scene.desk, None)
    resuming.resume(scene.desk, None, going, scene.signer())
    tick(scene.desk)
    if after is AfterStop.GOES:
        assert scene.states() == {"published"}
        return
    assert (going, [d.reason for d in scene.deliveries()]) == ([], ["clear-again"])
    clearing.clear(scene.desk, [post.id], scene.signer())
    tick(scene.desk)
    assert len(scene.platform.accepted) == 1
