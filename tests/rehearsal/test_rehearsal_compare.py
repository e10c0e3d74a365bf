"""Finished reports are read back and set side by side."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
import rehearsal_kit
from hypothesis import given
from hypothesis import strategies as st

from crisis.errors import Mistake
from crisis.rehearsal.brought import Report, read
from crisis.rehearsal.compare import compare, document
from crisis.rehearsal.result import whole


@cache
def raw(name: str, seed: int) -> bytes:
    return json.dumps(whole(rehearsal_kit.played_of(name, seed), rehearsal_kit.kit().settings.zone)).encode()


def report(name: str = "earthquake", seed: int = 1) -> Report:
    return read(f"{name}-{seed}.json", raw(name, seed))


def changed(**parts: Any) -> Report:
    told = deepcopy(dict(report().told))
    told.update(parts)
    return read("changed.json", json.dumps(told).encode())


def test_two_seeds_stand_side_by_side() -> None:
    made = document(compare([report(), report(seed=2)]))
    assert [run["seed"] for run in made["runs"]] == [1, 2]
    assert {run["met"] for run in made["runs"]} == {len(made["objectives"])}
    first = [rehearsal_kit.played(seed) for seed in (1, 2)]
    assert made["figures"]["posts"] == [len(played.recorded) for played in first]
    assert [row["id"] for row in made["injects"]] == [inject.id for inject in first[0].runbook.injects]
    assert all(outcomes["outcome"] == ["caught", "caught"] for outcomes in made["traps"])


def test_what_came_again_what_is_new_and_what_is_gone() -> None:
    item = {
        "id": "slow:I1",
        "says": {"en": "A"},
        "owner": "OP",
        "owner_names": {"en": "Duty"},
        "days": 30,
        "due": None,
    }
    other = {**item, "id": "slow:I2", "says": {"en": "B"}}
    third = {**item, "id": "slow:I3", "says": {"en": "C"}}
    made = compare([changed(items=[item, other]), changed(items=[item, third])])
    assert {each.id: each.state for each in made.items} == {"slow:I1": "again", "slow:I2": "gone", "slow:I3": "new"}


def test_an_inject_that_ended_otherwise_differs() -> None:
    injects = [dict(each) for each in report().told["injects"]]
    injects[0]["seen"] = "published"
    made = compare([report(), changed(injects=injects)])
    assert [row.id for row in made.injects if row.differs] == [injects[0]["id"]]


def test_runs_of_two_runbooks_share_figures_and_objectives_only() -> None:
    made = compare([report(), report("fire")])
    assert (made.injects, made.traps) == ((), ())
    assert any(None in row.values for row in made.objectives) or all(len(row.values) == 2 for row in made.objectives)
    assert all(len(row.values) == 2 for row in made.figures)


def test_one_run_alone_is_a_mistake() -> None:
    with pytest.raises(Mistake, match="two reports"):
        compare([report()])


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"<html>",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"format": "crisis.rehearsal/2"}',
        b'{"format": "crisis.rehearsal/1"}',
    ],
)
def test_what_is_no_report_is_a_mistake(broken: bytes) -> None:
    with pytest.raises(Mistake, match=r"x\.json is no report.*\.json that lies beside"):
        read("x.json", broken)


@given(st.sampled_from(sorted(json.loads(raw("earthquake", 1)))), st.sampled_from([None, 0, "x", [], {}, [1], [{}]]))
def test_a_report_that_somebody_changed_is_read_or_a_mistake(key: str, value: Any) -> None:
    told = {**json.loads(raw("earthquake", 1)), key: value}
    try:
        made = read("x.json", json.dumps(told).encode())
    except Mistake:
        return
    document(compare([report(), made]))
