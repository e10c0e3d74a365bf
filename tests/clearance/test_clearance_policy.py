"""The policy as data: which lane a release takes, what a file may say, and that crisis.toml only tightens."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from crisis.catalogue.checks import At
from crisis.catalogue.policy_file import read_policy, write_policy
from crisis.catalogue.policy_table import POLICY
from crisis.clearance import policy as policies
from crisis.errors import Mistake
from crisis.model.release import Rule
from crisis.model.role import Role
from crisis.model.settings import Mode, Tightening
from crisis.model.severity import Severity
from crisis.shipped import shipped

DEFAULT = read_policy(shipped("data") / "policies" / "default.toml")


@pytest.mark.parametrize(
    ("kind", "severity", "mode", "lane"),
    [
        ("safety-check", Severity.UNKNOWN, Mode.ACTUAL, "F"),
        ("office-status", Severity.MODERATE, Mode.ACTUAL, "N"),
        ("office-status", Severity.SEVERE, Mode.ACTUAL, "F"),
        ("security-advisory", Severity.EXTREME, Mode.ACTUAL, "H"),
        ("security-advisory", Severity.EXTREME, Mode.EXERCISE, "F"),
        ("event-change", Severity.UNKNOWN, Mode.ACTUAL, "N"),
    ],
)
def test_type_severity_and_mode_choose_the_lane(kind: str, severity: Severity, mode: Mode, lane: str) -> None:
    assert DEFAULT.case(kind, severity, mode).lane == lane


def test_a_case_names_roles_besides_its_lanes() -> None:
    assert DEFAULT.rule("health").roles == (Role.APPROVER, Role.LEGAL)
    assert DEFAULT.rule("supply").roles == (Role.APPROVER, Role.LEGAL, Role.IR)


@pytest.mark.parametrize("name", ["default.toml", "sample.toml"])
def test_what_ships_is_written_and_read_again_the_same(tmp_path: Path, name: str) -> None:
    policy = read_policy(shipped("data") / "policies" / name)
    again = tmp_path / "policy.toml"
    again.write_text(write_policy(policy), "utf-8")
    assert read_policy(again) == policy == policies.decode(policies.encode(policy))


def test_every_word_of_a_policy_is_in_its_version() -> None:
    rules = [
        Rule(),
        Rule(quorum=2),
        Rule(roles=(Role.LEAD,)),
        Rule(by_phone=True),
        Rule(break_glass=True),
        Rule(countersign_within=timedelta(hours=1)),
        Rule(window=timedelta(hours=1)),
    ]
    assert len({policies.single(rule).version for rule in rules}) == len(rules)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (("quorum = 1", "quorum = 0"), "quorum"),
        (('roles = ["approver"]', 'roles = ["drafter"]'), "roles"),
        (('otherwise = "N"', 'otherwise = "X"'), "otherwise"),
        (('lane = "H"', 'lane = "Z"'), "lane"),
        (('"supply"]', '"supplies"]'), "types"),
        (('"extreme", "severe"', '"dreadful"'), "severities"),
        (('mode = "exercise"', 'mode = "test"'), "mode"),
        (('window = "2h"', 'window = "2 hours"'), "window"),
        (("by_phone = true", 'by_phone = "yes"'), "by_phone"),
        (('also = ["ir"]', 'more = ["ir"]'), "more"),
        (('mode = "exercise"', ""), "when"),
    ],
)
def test_a_mistake_in_a_policy_names_its_key(tmp_path: Path, change: tuple[str, str], key: str) -> None:
    text = (shipped("data") / "policies" / "default.toml").read_text("utf-8")
    assert change[0] in text
    (tmp_path / "policy.toml").write_text(text.replace(*change, 1), "utf-8")
    with pytest.raises(Mistake) as mistake:
        read_policy(tmp_path / "policy.toml", {"security-advisory", "supply", "relief", "health"} | set(DEFAULT_TYPES))
    assert f": {key}: " in str(mistake.value)


DEFAULT_TYPES = {kind for case in DEFAULT.cases for kind in case.types}


def test_the_configuration_only_tightens() -> None:
    tight = policies.tightened(
        DEFAULT,
        Tightening(2, ("lead",), by_phone=False, break_glass=False, window_at_most=timedelta(hours=3)),
    )
    for before, after in zip(DEFAULT.every_rule(), tight.every_rule(), strict=True):
        assert not policies.looser(after, before)
        assert after.quorum >= 2
        assert Role.LEAD in after.roles
        assert after.window == min(before.window, timedelta(hours=3))
    assert policies.tightened(DEFAULT, Tightening()) == DEFAULT


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("by_phone", True),
        ("break_glass", True),
        ("quorum_at_least", 0),
        ("also_roles", ["drafter"]),
        ("window_at_most", 2),
    ],
)
def test_a_loosening_is_a_mistake(tmp_path: Path, key: str, value: object) -> None:
    with pytest.raises(Mistake, match=key):
        POLICY[key](value, At(tmp_path, "[policy]", key))


@pytest.mark.parametrize(
    "looser",
    [
        Rule(quorum=1, roles=(Role.APPROVER, Role.LEGAL)),
        Rule(quorum=2, roles=(Role.APPROVER,)),
        Rule(2, (Role.APPROVER, Role.LEGAL), by_phone=True),
        Rule(2, (Role.APPROVER, Role.LEGAL), break_glass=True),
        Rule(2, (Role.APPROVER, Role.LEGAL), window=timedelta(hours=9)),
    ],
)
def test_what_is_looser_is_named(looser: Rule) -> None:
    strict = Rule(2, (Role.APPROVER, Role.LEGAL))
    assert policies.looser(looser, strict)
    assert not policies.looser(strict, strict)
