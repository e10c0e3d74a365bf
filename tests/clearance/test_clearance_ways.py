"""By telephone and with the glass broken: when such an approval counts, and every way of forging one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from clearance_kit import DATA, GIVEN, MINUTE, NOW, PEOPLE, STATEMENT, Seeded, code_of, key_of, sent

from crisis.clearance import cards, keys, sshsig
from crisis.clearance.approvals import approve, missing, sign
from crisis.clearance.payloads import namespace, payload
from crisis.clearance.statements import encode
from crisis.clearance.ways.way import Signers
from crisis.errors import Refused
from crisis.model.release import AfterStop, Approval, How, Rule
from crisis.model.role import Role
from crisis.model.settings import Mode

CARD, CODES = cards.make("C-1", "approver", key_of("approver"), NOW, Mode.ACTUAL, Seeded("card"), 2)
OTHERS, OTHER_CODES = cards.make("C-2", "third", key_of("third"), NOW, Mode.ACTUAL, Seeded("other card"), 1)
CARDS = {card.id: card for card in (CARD, OTHERS)}
CODE = cards.key_of(CODES[0], CARD.salt, 1)
PHONED = sign(DATA, "approver", CODE, NOW + MINUTE, How.PHONE)
REASON = "hmac-sha256:00"
ALONE = approve(DATA, PEOPLE["drafter"], key_of("drafter"), NOW + MINUTE, How.BREAK_GLASS, REASON)
BY_PHONE = Rule(by_phone=True)
GLASS = Rule(3, (Role.APPROVER, Role.LEGAL), break_glass=True)


def refused(given: Approval = PHONED, rule: Rule = BY_PHONE, **more: Any) -> str:
    """The code with which the sender refuses this approval where the policy would allow its way."""
    return code_of(**{"given": [given], "rules": [rule], "cards": CARDS, **more})


# By telephone


def test_a_code_is_an_approval_where_the_policy_lets_it() -> None:
    assert sent(given=[PHONED], rules=[BY_PHONE], cards=CARDS) == STATEMENT
    assert refused(rule=Rule()) == "not-cleared"
    assert refused(rules=[BY_PHONE, Rule()]) == "not-cleared", "the stricter of the policy then and now"


def test_what_is_missing_names_the_telephone() -> None:
    first, second = missing(STATEMENT, [PHONED], Signers(PEOPLE, CARDS), Rule(), NOW + MINUTE)
    assert str(first) == "The policy does not let approver approve this by telephone."
    assert str(second).startswith("One more approval")
    assert missing(STATEMENT, [PHONED, GIVEN], Signers(PEOPLE, CARDS), Rule(), NOW + MINUTE) == ()


OTHER_STATEMENTS = {
    "text": replace(STATEMENT, posts=(replace(STATEMENT.posts[0], text="開いています。"), STATEMENT.posts[1])),
    "account": replace(
        STATEMENT, posts=(replace(STATEMENT.posts[0], target=replace(STATEMENT.posts[0].target, handle="@b")),)
    ),
    "nonce": replace(STATEMENT, nonce="b3RoZXI"),
    "window": replace(STATEMENT, not_after=STATEMENT.not_after + timedelta(hours=1)),
    "after stop": replace(STATEMENT, after_stop=AfterStop.CLEAR_AGAIN),
    "creator": replace(STATEMENT, created_by="third"),
}


@pytest.mark.parametrize("changed", OTHER_STATEMENTS.values(), ids=OTHER_STATEMENTS)
def test_neither_a_code_nor_a_broken_glass_is_carried_to_another_statement(changed: Any) -> None:
    data = encode(changed)
    assert refused(data=data) == "signature-wrong"
    assert refused(ALONE, GLASS, data=data) == "signature-wrong"


def test_nor_into_another_mode() -> None:
    exercise = encode(replace(STATEMENT, mode=Mode.EXERCISE))
    for given, rule in ((PHONED, BY_PHONE), (ALONE, GLASS)):
        assert refused(given, rule, data=exercise, mode=Mode.EXERCISE).startswith("signature-")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"person": "third"}, "code-unknown"),
        ({"person": "nobody"}, "signer-unknown"),
        ({"how": "key"}, "approval-key"),
        ({"how": "break-glass", "reason": REASON}, "approval-key"),
        ({"key": "SHA256:other"}, "code-unknown"),
        ({"key": keys.fingerprint(CARD.codes[1])}, "signature-other-key"),
        ({"key": PEOPLE["approver"].public_key}, "code-unknown"),
        ({"at": NOW + 2 * MINUTE}, "signature-wrong"),
        ({"reason": REASON}, "signature-wrong"),
        ({"signature": GIVEN.signature}, "signature-other-key"),
    ],
)
def test_each_column_of_a_phoned_approval_is_bound(change: dict[str, Any], code: str) -> None:
    assert refused(replace(PHONED, **change)) == code


def test_the_card_must_be_the_person_s_own_and_stand() -> None:
    assert refused(cards={}) == "code-unknown"
    assert refused(cards={"C-1": replace(CARD, revoked_at=NOW)}) == "card-revoked"
    assert refused(cards={"C-1": replace(CARD, person="third")}) == "code-unknown"
    stolen = replace(OTHERS, person="approver")  # a card of another in this person's name
    given = sign(DATA, "approver", cards.key_of(OTHER_CODES[0], OTHERS.salt, 1), NOW, How.PHONE)
    assert refused(given, cards={"C-2": stolen}) == "approval-key"


def test_a_card_that_somebody_made_in_another_s_name_is_worth_nothing() -> None:
    made, codes = cards.make("C-3", "approver", key_of("third"), NOW, Mode.ACTUAL, Seeded("forged"), 1)
    mark = keys.fingerprint(PEOPLE["approver"].public_key)
    given = sign(DATA, "approver", cards.key_of(codes[0], made.salt, 1), NOW, How.PHONE)
    assert refused(given, cards={"C-3": made}) == "approval-key"
    assert refused(given, cards={"C-3": replace(made, key=mark)}) == "signature-other-key"


def test_a_code_added_to_a_card_afterwards_is_worth_nothing() -> None:
    mine = key_of("third")
    grown = replace(CARD, codes=(*CARD.codes, keys.public_of(mine)))
    given = sign(DATA, "approver", mine, NOW, How.PHONE)
    assert refused(given, cards={"C-1": grown}) == "signature-wrong"


def test_before_the_statement_and_after_its_time() -> None:
    early = sign_at(NOW - timedelta(minutes=6))
    assert refused(early) == "approval-time"
    assert refused(at=STATEMENT.not_after + MINUTE) == "expired"
    with pytest.raises(Refused, match="clock"):
        sign(DATA, "approver", CODE, NOW - timedelta(minutes=6), How.PHONE)
    with pytest.raises(Refused, match="past"):
        sign(DATA, "approver", CODE, STATEMENT.not_after + MINUTE, How.PHONE)


def sign_at(at: Any) -> Approval:
    """A phoned approval as somebody would make it who passes by `sign`."""
    signed = payload(DATA, "approver", PHONED.key, at, How.PHONE)
    return replace(PHONED, at=at, signature=sshsig.sign(CODE, namespace(Mode.ACTUAL), signed))


def test_the_last_editor_s_code_counts_no_more_than_the_key() -> None:
    own, codes = cards.make("C-4", "drafter", key_of("drafter"), NOW, Mode.ACTUAL, Seeded("own"), 1)
    given = sign(DATA, "drafter", cards.key_of(codes[0], own.salt, 1), NOW, How.PHONE)
    assert refused(given, cards={"C-4": own}) == "last-editor"


def test_if_the_approver_edits_the_first_drafter_may_phone() -> None:
    own, codes = cards.make("C-4", "drafter", key_of("drafter"), NOW, Mode.ACTUAL, Seeded("own"), 1)
    posts = tuple(replace(post, last_editor="approver") for post in STATEMENT.posts)
    data = encode(replace(STATEMENT, posts=posts))
    given = sign(data, "drafter", cards.key_of(codes[0], own.salt, 1), NOW, How.PHONE)
    assert sent(data, [given], rules=[BY_PHONE], cards={"C-4": own}).posts == posts


# With the glass broken


def test_one_key_and_a_reason_open_the_quorum_where_the_policy_lets_it() -> None:
    assert sent(given=[ALONE], rules=[GLASS]) == STATEMENT
    assert refused(ALONE, Rule()) == "not-cleared"
    assert refused(ALONE, GLASS, rules=[GLASS, Rule()]) == "not-cleared"
    (first, *_) = missing(STATEMENT, [ALONE], Signers(PEOPLE), Rule(), NOW + MINUTE)
    assert str(first) == "The policy lets nobody clear this alone, as drafter did."


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"reason": None}, "approval-reason"),
        ({"reason": "hmac-sha256:01"}, "signature-wrong"),
        ({"how": "key"}, "signature-wrong"),
        ({"how": "key", "reason": None}, "signature-wrong"),
        ({"how": "phone"}, "code-unknown"),
        ({"person": "approver"}, "approval-key"),
    ],
)
def test_each_column_of_a_broken_glass_is_bound(change: dict[str, Any], code: str) -> None:
    assert refused(replace(ALONE, **change), GLASS) == code


def test_who_may_not_clear_may_not_break_the_glass() -> None:
    with pytest.raises(Refused) as failure:
        approve(DATA, PEOPLE["trainee"], key_of("trainee"), NOW, How.BREAK_GLASS, REASON)
    assert failure.value.code == "no-clearing-role"


def test_an_ordinary_approval_does_not_become_a_broken_glass() -> None:
    assert refused(replace(GIVEN, how="break-glass", reason=REASON), GLASS) == "signature-wrong"
