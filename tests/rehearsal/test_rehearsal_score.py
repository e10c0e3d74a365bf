"""Scores over rehearsals that went wrong, made from one that went well."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import rehearsal_kit

from crisis.errors import Mistake
from crisis.ledger.verify import Problem
from crisis.model.runbook import Objective
from crisis.rehearsal import score
from crisis.rehearsal.rehearse import Rehearsed
from crisis.rehearsal.result import document
from crisis.rehearsal.stage import Played
from crisis.rehearsal.traps import AWAY, traps


def measured(played: Played, name: str) -> float | None:
    return score.MEASURES[name](played)


def without_updates(played: Played) -> Played:
    """As if nobody had said that nothing has changed."""
    kept = {post for work in played.told if work.id == "no-change" for each in work.outcomes for post in each.posts}
    told = tuple(work for work in played.told if work.id != "no-change")
    return replace(played, told=told, recorded=tuple(one for one in played.recorded if one.post not in kept))


def saying(played: Played, text: str) -> Played:
    first, *rest = played.recorded
    return replace(played, recorded=(replace(first, text=text), *rest))


def test_a_promise_with_nothing_newer_by_its_time_is_broken() -> None:
    played = without_updates(rehearsal_kit.played())
    assert measured(played, "broken-promises") == 1
    assert [promise.kept for promise in score.promises(played)][-1] is False


def test_a_promise_is_kept_to_the_second_and_broken_a_second_later() -> None:
    played = rehearsal_kit.played()
    final = played.told[-1].outcomes[0].posts
    due = score.promises(without_updates(played))[-1].due
    for late, broken in ((timedelta(), 0), (timedelta(seconds=1), 1)):
        moved = tuple(replace(one, at=due + late) if one.post in final else one for one in played.recorded)
        assert measured(replace(played, recorded=moved), "broken-promises") == broken


def test_a_sibling_of_the_promising_post_does_not_keep_the_promise() -> None:
    """One release goes to six accounts, some of them later; that is no news."""
    played = without_updates(rehearsal_kit.played())
    last = played.recorded[-1]
    late = replace(played, recorded=(*played.recorded[:-1], replace(last, at=last.at + timedelta(minutes=3))))
    assert measured(late, "broken-promises") == 1


def test_a_promise_beyond_the_end_is_neither_kept_nor_broken() -> None:
    played = rehearsal_kit.played()
    assert score.promises(played)[-1].due > played.ended
    assert score.promises(played)[-1].kept is None


@pytest.mark.parametrize(
    "text", ["【訓練】千葉 悠斗 さん", "【訓練】千葉悠斗", "【訓練】千葉　悠斗", "【訓練】千\n葉悠斗"]
)
def test_a_planted_name_leaks_however_it_is_spaced(text: str) -> None:
    played = saying(rehearsal_kit.played(), text)
    assert [trap.id for trap in traps(played) if trap.leaked] == ["I2"]
    assert measured(played, "leaks") == 1


@pytest.mark.parametrize(
    "text", ["【訓練】負傷者は３名です", "[EXERCISE] FS03 is down", "【訓練】損害は１，２００万円"]
)
def test_a_planted_word_leaks_in_any_width_and_case(text: str) -> None:
    assert measured(saying(rehearsal_kit.played(), text), "leaks")


def test_words_of_one_trap_in_the_post_of_another_leak_too() -> None:
    played = rehearsal_kit.played()
    later = replace(played.recorded[-1], text="【訓練】プロジェクト瑠璃")
    leaked = [trap.id for trap in traps(replace(played, recorded=(later,))) if trap.leaked and trap.kind != AWAY]
    assert leaked == ["I13", "I14"]


def test_what_goes_wrong_is_counted() -> None:
    played = rehearsal_kit.played()
    first = played.recorded[0]
    assert measured(saying(played, "no mark"), "unmarked") == 1
    assert measured(saying(played, "【訓練】 other words"), "uncleared") == 1
    assert measured(replace(played, recorded=(*played.recorded, first)), "repeated") == 1
    problem = Problem(3, "entry 3 is changed")
    broken = replace(played.verdict, ok=False, problems=(problem,))
    assert measured(replace(played, verdict=broken), "ledger-problems") == 1


def test_an_inject_that_was_not_reached_and_a_step_that_did_not_get_out_are_surprises() -> None:
    played = rehearsal_kit.played()
    assert measured(replace(played, arrivals=played.arrivals[1:]), "surprises") == 1
    assert measured(replace(played, told=played.told[1:]), "surprises") == 1


def test_a_trap_that_nobody_got_to_is_not_caught() -> None:
    played = rehearsal_kit.played()
    unsprung = replace(played, arrivals=tuple(work for work in played.arrivals if work.id != "I2"))
    assert "I2" not in {trap.id for trap in traps(unsprung)}
    assert "I2" not in {trap["id"] for trap in document(unsprung)["traps"]}
    assert [inject.id for inject in score.unreached(unsprung)] == ["I2"]
    assert not Rehearsed(unsprung, Path("report.html")).passed
    leaked = saying(unsprung, "【訓練】千葉 悠斗")
    assert [trap.id for trap in traps(leaked) if trap.leaked] == ["I2"]


def test_a_figure_that_could_not_be_measured_is_a_miss() -> None:
    silent = replace(rehearsal_kit.played(), recorded=())
    missed = {reached.objective.name for reached in score.objectives(silent) if not reached.met}
    assert {"first-post", "notice-to-live", "slowest-notice"} <= missed
    assert measured(silent, "first-post-minutes") is None


def test_an_objective_over_an_unknown_measure_is_refused_before_anything_is_played() -> None:
    strange = Objective("calm", "calmness", {"en": "Calm"}, at_most=1)
    with pytest.raises(Mistake, match=r"measure calmness.*first-post-minutes"):
        score.check(replace(rehearsal_kit.earthquake(), objectives=(strange,)))
