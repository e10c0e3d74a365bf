"""Each trap is caught by careful players and leaks with careless ones: what decides is what the platforms were given."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import rehearsal_kit
from careless import careless

from crisis.model.delivery import State
from crisis.model.runbook import Fault
from crisis.rehearsal.improving import items
from crisis.rehearsal.run import play
from crisis.rehearsal.stage import Played
from crisis.rehearsal.traps import AWAY, PLATFORM, traps

KINDS = {"CONTRADICTION", "STALE", "EXERCISE-MIX", "RUMOUR", "DEADLINK", AWAY, PLATFORM, "REPORTER"}
"""Of the traps that are no leak of a class of their own."""

LEAKS = {
    "PII-name", "PII-contact", "PII-id", "HEALTH", "ROSTER", "SMALLCOUNT", "LOC-EXACT", "PLAN", "ACCESS", "INFRA", "VENDOR",
    "CUSTOMER", "FINANCE/IR", "LEGAL", "SPECULATION", "SECURITY-POSTURE", "WRONG-ACCOUNT",
}  # fmt: skip
"""Every class of what may not get out."""


@cache
def gone_wrong(name: str) -> Played:
    """A runbook as careless players play it."""
    with TemporaryDirectory() as folder:
        return play(rehearsal_kit.runbook(name), rehearsal_kit.kit(), 1, Path(folder), careless)


def sprung(played: Played) -> dict[str, bool]:
    """Trap → whether it leaked."""
    return {trap.id: trap.leaked for trap in traps(played)}


@pytest.mark.parametrize("name", rehearsal_kit.RUNBOOKS)
def test_every_trap_is_caught_by_careful_players_and_leaks_with_careless_ones(name: str) -> None:
    careful, wrong = sprung(rehearsal_kit.played_of(name, 1)), sprung(gone_wrong(name))
    assert careful
    assert {trap for trap, leaked in careful.items() if leaked} == set()
    assert {trap for trap, leaked in wrong.items() if not leaked} == set()
    assert all(trap.endswith("platform") for trap in careful.keys() ^ wrong.keys()), "who is late may meet no fault"


def test_every_kind_of_trap_leaks_somewhere() -> None:
    leaked = {trap.kind for name in rehearsal_kit.RUNBOOKS for trap in traps(gone_wrong(name)) if trap.leaked}
    assert leaked >= KINDS | LEAKS
    assert {fault.how for name in rehearsal_kit.RUNBOOKS for fault in _faults(gone_wrong(name))} == {"down", "silent"}


def _faults(played: Played) -> list[Fault]:
    return [trap.fault for trap in traps(played) if trap.fault and trap.leaked]


def test_each_trap_that_leaked_is_something_to_improve_with_an_owner() -> None:
    played = gone_wrong("earthquake")
    leaked = {trap for trap, yes in sprung(played).items() if yes}
    proposed = {item.about: item for item in items(played) if item.cause == "leak"}
    assert set(proposed) == leaked
    assert proposed["I6-contradiction"].says.told("en").startswith("Settle who asks back")
    assert proposed["I9-approver-away"].says.told("en").startswith("Name who clears")


def test_the_ids_of_traps_are_each_their_own() -> None:
    for name in rehearsal_kit.RUNBOOKS:
        ids = Counter(trap.id for trap in traps(rehearsal_kit.played_of(name, 1)))
        assert [trap for trap, times in ids.items() if times > 1] == []


def test_a_notice_that_may_not_be_said_leaks_in_whatever_words_it_went_out() -> None:
    """The post says nothing of what was planted; that it was made of that notice is enough."""
    played = rehearsal_kit.played()
    (work,) = [work for work in played.arrivals if work.id == "I6"]
    first = played.recorded[0]
    said = replace(played, sources={**played.sources, first.post: work.outcomes[0].notice})
    assert [trap for trap, leaked in sprung(said).items() if leaked] == ["I6-contradiction"]


def test_an_approver_who_is_away_leaks_a_second_after_the_slowest_time_that_is_allowed() -> None:
    played = rehearsal_kit.played()
    inject = next(inject for inject in played.runbook.injects if inject.approver_away)
    work = played.work_on(inject)
    assert work is not None
    posts = {post for outcome in work.outcomes for post in outcome.posts}
    for late, leaked in ((timedelta(), False), (timedelta(seconds=1), True)):
        at = work.at + timedelta(minutes=20) + late  # the earthquake's slowest notice takes twenty minutes at most
        moved = tuple(replace(one, at=at) if one.post in posts else one for one in played.recorded)
        assert sprung(replace(played, recorded=moved))[f"{inject.id}-approver-away"] is leaked
    never = tuple(one for one in played.recorded if one.post not in posts)
    assert sprung(replace(played, recorded=never))[f"{inject.id}-approver-away"]
    ended = replace(played, recorded=never, ended=work.at + timedelta(minutes=10))
    assert f"{inject.id}-approver-away" not in sprung(ended), "there was still time"


def test_a_platform_in_trouble_leaks_where_a_post_is_there_twice_or_lost() -> None:
    played = rehearsal_kit.played_of("march2011", 1)
    assert sprung(played)["F1-platform"] is False
    heard = played.troubles[0]
    (one,) = [one for one in played.recorded if (one.post, one.account) == (heard.post, heard.account)]
    assert sprung(replace(played, recorded=(*played.recorded, one)))["F1-platform"]
    key = (heard.post, heard.account)
    for state in (State.UNKNOWN, State.FAILED, State.QUEUED, State.HELD):
        assert sprung(replace(played, states={**played.states, key: frozenset({state})}))["F1-platform"], state
    without = tuple(other for other in played.recorded if other is not one)
    assert sprung(replace(played, recorded=without))["F1-platform"], "the desk says published, and it is not there"
    taken_back = replace(played, recorded=without, states={**played.states, key: frozenset({State.WITHDRAWN})})
    assert not sprung(taken_back)["F1-platform"], "a newer one took its place while it waited"
