"""Every seed of every runbook is a simulation of the whole product: whatever the times, what must hold holds.

The limit is a thousand seeds of each, in `make bench`; here are so many as a person waits for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
import rehearsal_kit
from rehearsal_invariants import broken

from crisis.rehearsal import score

SEEDS = 50
AT_ONCE = 10
"""Seeds in one test: enough that a worker's warm caches pay, few enough that two workers end together."""


@pytest.mark.parametrize("first", range(1, SEEDS + 1, AT_ONCE))
@pytest.mark.parametrize("name", rehearsal_kit.RUNBOOKS)
def test_what_must_hold_holds(name: str, first: int) -> None:
    failed = [each for seed in range(first, first + AT_ONCE) for each in broken(rehearsal_kit.played_of(name, seed))]
    assert failed == [], "\n".join(failed)


def test_a_rehearsal_that_breaks_something_names_the_command_that_plays_it_again() -> None:
    """Each of the invariants is broken once."""
    played = rehearsal_kit.played(3)
    first, *rest = played.recorded
    again = "(crisis rehearse earthquake --seed 3)"
    for changed, what in (
        (replace(first, text=f"{first.text}!"), "uncleared"),
        (replace(first, text="no mark"), "without the mark"),
        (replace(first, text="【訓練】千葉 悠斗"), "I2 leaked"),
    ):
        said = broken(replace(played, recorded=(changed, *rest)))
        assert any(what in each and each.endswith(again) for each in said), what
    assert any("2 times" in each for each in broken(replace(played, recorded=(*played.recorded, first))))
    assert any("I1 was None" in each for each in broken(replace(played, arrivals=played.arrivals[1:])))
    kept = {post for work in played.told if work.id == "no-change" for each in work.outcomes for post in each.posts}
    silent = replace(played, recorded=tuple(one for one in played.recorded if one.post not in kept))
    assert any("none came" in each for each in broken(silent))
    forged = replace(played, verdict=replace(played.verdict, ok=False))
    assert any("ledger" in each for each in broken(forged))


def test_seeds_vary_when_things_come_and_how_long_people_take() -> None:
    one, other = rehearsal_kit.played(1), rehearsal_kit.played(2)
    assert [work.at for work in one.arrivals] != [work.at for work in other.arrivals]
    assert [work.done - work.at for work in one.arrivals] != [work.done - work.at for work in other.arrivals]
    assert {p.post for p in one.recorded}.isdisjoint({p.post for p in other.recorded})


def test_the_approver_who_is_away_is_waited_for() -> None:
    played = rehearsal_kit.played()
    away = next(inject for inject in played.runbook.injects if inject.approver_away)
    work = played.work_on(away)
    assert work is not None
    assert work.done - work.at > away.approver_away


def test_the_last_promise_reaches_beyond_the_end() -> None:
    """So the one before it was kept by a post, and the invariant over promises has something to look at."""
    promises = score.promises(rehearsal_kit.played())
    assert len(promises) >= 9
    assert promises[-1].kept is None
    assert promises[-1].due > rehearsal_kit.played().ended - timedelta(minutes=1)
