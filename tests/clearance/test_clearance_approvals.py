"""Approvals: what they bind, what is missing, and what the sender makes of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from clearance_kit import DATA, GIVEN, LEGAL, MINUTE, NOW, PEOPLE, POST, STATEMENT, THIRD, code_of, key_of, person, sent
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis.clearance import approvals, keys, sshsig
from crisis.clearance.approvals import approve, missing, namespace, payload
from crisis.clearance.statements import encode
from crisis.clearance.ways.way import Signers
from crisis.errors import CrisisError, Refused
from crisis.model.release import Approval, Person, Rule
from crisis.model.role import Role
from crisis.model.settings import Mode


def needs(
    rule: Rule, *given: Approval, at: datetime = NOW + 2 * MINUTE, people: dict[str, Person] = PEOPLE
) -> list[str]:
    return [str(sentence) for sentence in missing(STATEMENT, given, Signers(people), rule, at)]


def test_a_release_with_its_approval_may_go() -> None:
    assert sent() == STATEMENT


def test_the_signed_payload_is_the_contract() -> None:
    assert payload(b"x", "approver", "SHA256:k", NOW) == (
        b'{"at":"2026-10-09T06:20:00.000000Z","format":"crisis.approval/1","how":"key","key":"SHA256:k","person":"approver",'
        b'"statement":"sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"}'
    )
    signed = payload(DATA, GIVEN.person, GIVEN.key, GIVEN.at, GIVEN.how)
    sshsig.verify(PEOPLE["approver"].public_key, "clearance-actual@crisis", signed, GIVEN.signature)


def test_each_mode_has_its_own_namespace() -> None:
    assert [namespace(mode) for mode in Mode] == ["clearance-actual@crisis", "clearance-exercise@crisis"]


# What is missing, in words.


def test_what_is_missing_in_words() -> None:
    assert needs(Rule()) == ["One more approval by a person with the role approver, other than drafter."]
    assert needs(Rule(), GIVEN) == []
    assert needs(Rule(3, ())) == ["3 more approvals by people who may clear, other than drafter."]
    assert needs(Rule(2), GIVEN) == ["One more approval by a person who may clear, other than drafter."]
    assert needs(Rule(2, (Role.APPROVER, Role.LEGAL)), GIVEN) == [
        "One more approval by a person with the role legal, other than drafter."
    ]
    assert needs(Rule(2, (Role.APPROVER, Role.LEGAL)), GIVEN, LEGAL) == []


def test_one_person_does_not_stand_for_two_roles() -> None:
    both = Rule(1, (Role.APPROVER, Role.LEGAL))
    lead = approve(DATA, PEOPLE["lead"], key_of("lead"), NOW)
    assert len(needs(both, lead)) == 1
    assert needs(both, lead, GIVEN) == []
    assert needs(both, GIVEN, lead) == []
    assert needs(both, lead, LEGAL) == []


def test_the_same_person_counts_once() -> None:
    again = approve(DATA, PEOPLE["approver"], key_of("approver"), NOW + 2 * MINUTE)
    assert len(needs(Rule(2), GIVEN, again)) == 1
    assert code_of(given=[GIVEN, again], rules=[Rule(2)]) == "not-cleared"


def test_even_a_rule_without_a_quorum_wants_two_pairs_of_eyes() -> None:
    nobody = Rule(0, ())
    assert needs(nobody) == ["One more approval by a person who may clear, other than drafter."]
    assert needs(nobody, GIVEN) == []
    assert code_of(given=[], rules=[nobody]) == "not-cleared"


def test_a_last_editor_who_is_not_enrolled_has_seen_nothing() -> None:
    posts = tuple(replace(post, last_editor="somebody") for post in STATEMENT.posts)
    data = encode(replace(STATEMENT, posts=posts))
    given = [approve(data, PEOPLE[name], key_of(name), NOW) for name in ("approver", "third")]
    assert code_of(data=data, given=given[:1]) == "not-cleared"
    assert sent(data, given)


def test_an_approval_that_does_not_hold_is_named_and_not_counted() -> None:
    people = PEOPLE | {"approver": replace(PEOPLE["approver"], revoked_at=NOW + MINUTE * 2)}
    first, second = needs(Rule(), GIVEN, people=people)
    assert first.startswith("The approval by approver does not count: approver is not enrolled at this time")
    assert second.startswith("One more approval")


# What the sender refuses.


def test_mode_origin_and_window() -> None:
    assert code_of(mode=Mode.EXERCISE) == "wrong-mode"
    assert code_of(origin="elsewhere") == "wrong-origin"
    assert code_of(at=STATEMENT.not_after + timedelta(microseconds=1)) == "expired"
    assert sent(at=STATEMENT.not_after)


def test_an_approval_from_an_exercise_is_none_in_earnest() -> None:
    exercise = encode(replace(STATEMENT, mode=Mode.EXERCISE))
    given = approve(exercise, PEOPLE["approver"], key_of("approver"), NOW)
    assert sent(exercise, [given], mode=Mode.EXERCISE)
    assert code_of(data=DATA, given=[given]) == "signature-namespace"


def test_any_edit_or_retarget_voids_the_approval() -> None:
    for post in (
        replace(POST, text=POST.text + " "),
        replace(POST, target=replace(POST.target, handle="@other")),
        replace(POST, target=replace(POST.target, api_base="https://gateway.example")),
    ):
        changed = encode(replace(STATEMENT, posts=(post, STATEMENT.posts[1])))
        assert code_of(data=changed) == "signature-wrong"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"person": "third"}, "approval-key"),
        ({"person": "nobody"}, "signer-unknown"),
        ({"key": "SHA256:other"}, "approval-key"),
        ({"key": keys.fingerprint(PEOPLE["third"].public_key)}, "approval-key"),
        ({"at": NOW + 2 * MINUTE}, "signature-wrong"),
        ({"at": NOW + MINUTE + timedelta(microseconds=1)}, "signature-wrong"),
        ({"how": "signal"}, "approval-how"),
        ({"how": "phone"}, "code-unknown"),
        ({"how": "break-glass"}, "approval-reason"),
        ({"how": "break-glass", "reason": "hmac-sha256:00"}, "signature-wrong"),
        ({"reason": "hmac-sha256:00"}, "signature-wrong"),
        ({"signature": THIRD.signature}, "signature-other-key"),
        ({"signature": ""}, "signature-malformed"),
    ],
)
def test_each_column_of_an_approval_is_bound(change: dict[str, Any], code: str) -> None:
    assert code_of(given=[replace(GIVEN, **change)]) == code


def test_an_approval_moved_to_another_person_with_the_same_key_is_found() -> None:
    twin = replace(PEOPLE["approver"], id="twin")
    assert code_of(given=[replace(GIVEN, person="twin")], people=PEOPLE | {"twin": twin}) == "signature-wrong"


def test_one_bad_approval_stops_the_release_even_beside_good_ones() -> None:
    assert code_of(given=[GIVEN, replace(THIRD, how="signal")]) == "approval-how"


@pytest.mark.parametrize(
    "more", [{"revoked_at": NOW + 2 * MINUTE}, {"valid_to": NOW + 2 * MINUTE}, {"valid_from": NOW + 90 * MINUTE}]
)
def test_a_signer_must_be_valid_then_and_now(more: dict[str, Any]) -> None:
    assert code_of(people=PEOPLE | {"approver": replace(PEOPLE["approver"], **more)}) == "not-valid"


def test_a_signer_who_lost_the_role_or_the_key() -> None:
    gone = PEOPLE | {"approver": replace(PEOPLE["approver"], roles=(Role.DRAFTER,))}
    assert code_of(people=gone) == "no-clearing-role"
    rekeyed = PEOPLE | {"approver": replace(PEOPLE["approver"], public_key=PEOPLE["third"].public_key)}
    assert code_of(people=rekeyed) == "approval-key"
    broken = PEOPLE | {"approver": replace(PEOPLE["approver"], public_key="no key")}
    assert code_of(people=broken) == "approval-key"


def forced(name: str, at: datetime = NOW, mode: Mode = Mode.ACTUAL) -> Approval:
    """An approval as somebody would make it who has the key and passes by `approve`."""
    who = PEOPLE[name]
    mark = keys.fingerprint(who.public_key)
    signature = sshsig.sign(key_of(name), namespace(mode), payload(DATA, name, mark, at))
    return Approval(name, mark, at, signature)


def test_the_sender_knows_what_approve_would_have_refused() -> None:
    assert code_of(given=[forced("drafter")]) == "last-editor"
    assert code_of(given=[forced("trainee")]) == "no-clearing-role"
    assert code_of(given=[forced("approver", mode=Mode.EXERCISE)]) == "signature-namespace"


def test_backdated_and_postdated_approvals() -> None:
    assert code_of(given=[forced("approver", at=NOW - timedelta(minutes=6))]) == "approval-time"
    assert code_of(given=[forced("approver", at=NOW + timedelta(minutes=8))]) == "approval-time"


def test_a_last_editor_under_a_second_name_is_still_the_last_editor() -> None:
    alias = person("drafter", id="alias")
    mark = keys.fingerprint(alias.public_key)
    signature = sshsig.sign(key_of("drafter"), namespace(Mode.ACTUAL), payload(DATA, "alias", mark, NOW))
    assert code_of(given=[Approval("alias", mark, NOW, signature)], people=PEOPLE | {"alias": alias}) == "last-editor"


def test_the_stricter_of_policy_then_and_now_applies() -> None:
    strict = Rule(2, (Role.APPROVER, Role.LEGAL))
    assert code_of(rules=[Rule(), strict]) == code_of(rules=[strict, Rule()]) == "not-cleared"
    assert sent(given=[GIVEN, LEGAL], rules=[Rule(), strict])
    assert code_of(given=[LEGAL], rules=[Rule(1, (Role.LEGAL,)), Rule()]) == "not-cleared"


def test_no_rule_is_no_licence() -> None:
    assert code_of(given=[], rules=[]) == "not-cleared"


def test_what_is_missing_is_told_once() -> None:
    with pytest.raises(Refused) as failure:
        sent(given=[], rules=[Rule(), Rule()])
    assert str(failure.value).count("One more approval") == 1


rules = st.builds(Rule, st.integers(0, 3), st.lists(st.sampled_from(Role), max_size=2).map(tuple))
EVERYBODY = [forced(name, NOW + MINUTE) for name in PEOPLE]


@given(rules, st.lists(st.sampled_from(EVERYBODY), max_size=4), st.sampled_from([None, *PEOPLE]))
@settings(max_examples=150, deadline=None)
def test_nothing_is_missing_exactly_where_the_sender_agrees(
    rule: Rule, given: list[Approval], revoked: str | None
) -> None:
    people = dict(PEOPLE)
    if revoked:
        people[revoked] = replace(people[revoked], revoked_at=NOW + MINUTE)
    try:
        agreed = sent(given=given, people=people, rules=[rule]) == STATEMENT
    except CrisisError:
        agreed = False
    assert agreed is (needs(rule, *given, people=people) == [])


@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
@settings(max_examples=300, deadline=None)
def test_any_flipped_byte_of_the_statement_stops_the_send(place: int, bits: int) -> None:
    bent = bytearray(DATA)
    bent[place] ^= bits
    assert code_of(data=bytes(bent))


def test_two_thousand_flipped_bytes_of_signatures_stop_the_send() -> None:
    text = GIVEN.signature
    for place in range(2000):
        at, bit = place % len(text), place // len(text)
        bent = text[:at] + chr(ord(text[at]) ^ 1 << bit) + text[at + 1 :]
        assert code_of(given=[replace(GIVEN, signature=bent)]).startswith("signature-")


def test_approvals_are_the_same_each_time() -> None:
    assert approvals.approve(DATA, PEOPLE["approver"], key_of("approver"), NOW + MINUTE) == GIVEN
