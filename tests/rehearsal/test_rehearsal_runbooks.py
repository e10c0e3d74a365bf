"""Every shipped runbook is played: its traps are caught, its objectives met, and one seed is one rehearsal."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import rehearsal_kit

from crisis.catalogue import runbooks
from crisis.rehearsal import score
from crisis.rehearsal.report import render
from crisis.rehearsal.result import document
from crisis.rehearsal.run import play
from crisis.rehearsal.traps import traps
from crisis.shipped import shipped

OTHERS = sorted(path.stem for path in shipped("runbooks").glob("*.yaml") if path.stem != "earthquake")


@pytest.mark.parametrize("name", OTHERS)
def test_it_ends_as_its_owners_expect(name: str) -> None:
    played = rehearsal_kit.played_of(name, 1)
    assert {i.id: score.seen(i, played) for i in played.runbook.injects} == {
        i.id: i.expect for i in played.runbook.injects
    }
    assert [(r.objective.name, r.measured) for r in score.objectives(played) if not r.met] == []
    assert {trap.inject.id for trap in traps(played) if trap.inject} >= {i.id for i in played.runbook.injects if i.trap}
    assert played.verdict.ok, played.verdict.problems


@pytest.mark.parametrize("name", OTHERS)
def test_every_fault_of_its_platforms_is_felt(name: str) -> None:
    played = rehearsal_kit.played_of(name, 1)
    felt = [(heard.account, heard.at - played.started) for heard in played.troubles]
    for fault in played.runbook.faults:
        assert any(account == fault.account and fault.at <= at < fault.until for account, at in felt), fault.id


@pytest.mark.parametrize("name", rehearsal_kit.RUNBOOKS)
def test_its_players_are_told_how_it_begins_and_nothing_of_what_comes(name: str) -> None:
    runbook = rehearsal_kit.runbook(name)
    assert set(runbook.situation) == {"ja", "en"}
    planted = [word for inject in runbook.injects for word in inject.must_not]
    assert [word for word in planted if any(word in told for told in runbook.situation.values())] == []


def test_the_same_seed_is_the_same_rehearsal_though_platforms_fail() -> None:
    once = rehearsal_kit.played_of("outage", 1)
    with TemporaryDirectory() as folder:
        again = play(once.runbook, rehearsal_kit.kit(), 1, Path(folder))
    assert document(again) == document(once)
    assert render(again, rehearsal_kit.kit().settings, "ja") == render(once, rehearsal_kit.kit().settings, "ja")


def test_a_platform_that_is_down_gets_its_posts_when_it_is_back() -> None:
    played = rehearsal_kit.played_of("outage", 1)
    fault = next(fault for fault in played.runbook.faults if fault.how == "down")
    given = [one.at - played.started for one in played.recorded if one.account == fault.account]
    assert [gone for gone in given if fault.at <= gone < fault.until] == []
    late = [gone for gone in given if fault.until <= gone < fault.until * 1.2]
    assert late


def test_a_platform_that_loses_its_answers_gets_nothing_twice() -> None:
    played = rehearsal_kit.played_of("outage", 1)
    fault = next(fault for fault in played.runbook.faults if fault.how == "silent")
    given = [one for one in played.recorded if one.account == fault.account]
    assert any(fault.at <= one.at - played.started < fault.until for one in given)
    assert len(given) == len({one.post for one in given})


def test_nobody_is_promised_an_update_at_night() -> None:
    played = rehearsal_kit.played_of("march2011", 1)
    hours = {promise.due.astimezone(played.started.tzinfo).hour for promise in score.promises(played)}
    assert hours
    assert hours <= set(range(7, 22))


def test_every_runbook_is_read_by_its_name() -> None:
    assert {runbooks.load(runbooks.find(name, shipped("runbooks"))).id for name in OTHERS} == set(OTHERS)
