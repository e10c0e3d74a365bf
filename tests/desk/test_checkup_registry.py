"""The doctor looks ahead: credentials that end, and purposes that no notice type answers to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from desk_scene import ACCOUNT, Scene

from crisis.desk.duty import checkup


def told(scene: Scene, name: str) -> list[tuple[bool, bool, str]]:
    return [(c.ok, c.warning, str(c.what)) for c in checkup.examine(scene.desk) if c.name == name]


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (date(2026, 11, 9), []),
        (date(2026, 11, 8), [(True, True, "x-main: its credentials end on 2026-11-08. Renew them.")]),
        (date(2026, 10, 9), [(True, True, "x-main: its credentials end on 2026-10-09. Renew them.")]),
        (date(2026, 10, 8), [(False, False, "x-main: its credentials end on 2026-10-08. Renew them.")]),
    ],
)
def test_credentials_that_end_are_told_ahead(scene: Scene, ends: date, expected: list[tuple[bool, bool, str]]) -> None:
    assert told(scene.with_accounts(replace(ACCOUNT, credentials_expire=ends)), "credentials") == expected


def test_a_purpose_that_is_no_type_is_found(scene: Scene) -> None:
    account = replace(ACCOUNT, purpose=("office-status", "ofice-status"))
    assert told(scene.with_accounts(account), "purpose") == [
        (False, False, "x-main: there is no notice type ofice-status (purpose).")
    ]
