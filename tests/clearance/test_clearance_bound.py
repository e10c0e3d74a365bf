"""An account that moved after clearance stops the send and says what moved."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from clearance_kit import TARGET

from crisis.clearance.bound import same_target, target_of
from crisis.errors import Refused
from crisis.model.settings import Account

ACCOUNT = Account("x-main", "x", handle="@kitahama_jp", url="https://x.com/kitahama_jp")


def test_the_account_as_it_was_cleared() -> None:
    same_target(TARGET, ACCOUNT)
    assert target_of(ACCOUNT) == TARGET


def test_what_is_no_matter_of_clearance_may_change() -> None:
    same_target(
        TARGET, replace(ACCOUNT, owner="Press", credentials="env:CRISIS_X", purpose=("holding",), languages=("ja",))
    )


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"handle": "@kitahama_en"}, "handle @kitahama_jp → @kitahama_en."),
        ({"handle": None}, "handle @kitahama_jp → -."),
        ({"platform": "mastodon"}, "platform x → mastodon."),
        ({"url": "https://x.com/other"}, "url https://x.com/kitahama_jp → https://x.com/other."),
        ({"api_base": "https://gateway.example:8443/2"}, "api_base - → gateway.example:8443."),
        ({"api_base": "https://me:secret@gateway.example"}, "api_base - → gateway.example."),
        ({"id": "x-other"}, "account x-main → x-other."),
        ({"handle": "@kitahama_jp "}, "handle @kitahama_jp → @kitahama_jp ."),
    ],
)
def test_what_changed_is_named(change: dict[str, Any], told: str) -> None:
    with pytest.raises(Refused) as failure:
        same_target(TARGET, replace(ACCOUNT, **change))
    assert failure.value.code == "retargeted"
    assert str(failure.value.sentence).endswith(told)
    assert "secret" not in str(failure.value)


def test_all_changes_are_named_together() -> None:
    with pytest.raises(Refused, match=r"platform x → page; handle @kitahama_jp → -"):
        same_target(TARGET, replace(ACCOUNT, platform="page", handle=None))
