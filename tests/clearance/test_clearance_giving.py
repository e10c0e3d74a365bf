"""Giving an approval: who may, and what each refusal says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from clearance_kit import DATA, MINUTE, NOW, PEOPLE, POST, STATEMENT, key_of, sent

from crisis.clearance.approvals import approve
from crisis.clearance.statements import encode
from crisis.errors import Refused, VerificationFailed
from crisis.model.release import Statement


def refusal(
    name: str, at: datetime = NOW, key: str | None = None, statement: Statement = STATEMENT, **more: Any
) -> str:
    with pytest.raises(Refused) as failure:
        approve(encode(statement), replace(PEOPLE[name], **more), key_of(key or name), at)
    assert str(failure.value.mend)
    return failure.value.code


def test_whoever_changed_the_text_last_is_refused() -> None:
    assert refusal("drafter") == "last-editor"


def test_the_drafter_may_approve_what_another_changed_last() -> None:
    posts = tuple(replace(post, last_editor="approver") for post in STATEMENT.posts)
    data = encode(replace(STATEMENT, posts=posts))
    given = approve(data, PEOPLE["drafter"], key_of("drafter"), NOW)
    assert sent(data, [given]).posts == posts


def test_one_post_of_the_family_is_enough_to_be_refused() -> None:
    posts = (POST, replace(POST, post="P-2", last_editor="approver"))
    assert refusal("approver", statement=replace(STATEMENT, posts=posts)) == "last-editor"


@pytest.mark.parametrize(
    "more",
    [{"valid_from": NOW + MINUTE}, {"valid_to": NOW}, {"revoked_at": NOW - MINUTE}],
    ids=["not yet", "no longer", "revoked"],
)
def test_signers_who_are_not_valid(more: dict[str, Any]) -> None:
    assert refusal("approver", **more) == "not-valid"


def test_other_refusals_to_sign() -> None:
    assert refusal("approver", key="third") == "other-key"
    assert refusal("trainee") == "no-clearing-role"
    assert refusal("approver", at=STATEMENT.not_after + MINUTE) == "too-late"
    assert refusal("approver", at=NOW - timedelta(minutes=6)) == "clock"


def test_clocks_of_two_homes_may_differ_a_little() -> None:
    early = approve(DATA, PEOPLE["approver"], key_of("approver"), NOW - timedelta(minutes=4))
    assert sent(given=[early], at=NOW - timedelta(minutes=4))


def test_only_a_statement_is_signed() -> None:
    with pytest.raises(VerificationFailed, match="not the statement"):
        approve(b"{}", PEOPLE["approver"], key_of("approver"), NOW)
