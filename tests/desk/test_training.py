"""Who rehearsed what and when: kept once for each report, of enrolled people and guests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from desk_scene import Scene

from crisis.desk.people.training import Brought, keep, last_rehearsed, standing
from crisis.desk.record.book import verify_ledger
from crisis.errors import Mistake, Refused
from crisis.model.records import LedgerEntry
from crisis.model.training import Rehearsal, training

REPORT = Brought(b"{}", "march2011", 1, "2026-10-01", ("drafter", "総務 田中"), 10, 9, 1, stopped=False)


def test_it_is_kept_with_its_people_and_stands_in_the_ledger_without_names(scene: Scene) -> None:
    kept = keep(scene.desk, REPORT, by="approver")
    assert (kept.players, kept.guests) == (("drafter",), ("総務 田中",))
    with scene.desk.store.reading() as unit:
        assert unit.find(Rehearsal) == [kept]
        assert last_rehearsed(unit) == {"drafter": kept}
        (entry,) = unit.find(LedgerEntry, kind="rehearsal-kept")
    assert entry.told()["players"] == ["drafter"]
    assert entry.told()["guests"] == 1
    assert "田中" not in str(entry.told())
    assert verify_ledger(scene.desk).ok


def test_a_report_is_kept_once(scene: Scene) -> None:
    keep(scene.desk, REPORT, by="approver")
    with pytest.raises(Refused) as refusal:
        keep(scene.desk, REPORT, by="approver")
    assert refusal.value.code == "kept-already"


def test_one_that_nobody_played_and_one_that_a_stranger_brings_are_refused(scene: Scene) -> None:
    with pytest.raises(Refused, match="simulated"):
        keep(scene.desk, replace(REPORT, people=()), by="approver")
    with pytest.raises((Mistake, Refused)):
        keep(scene.desk, REPORT, by="nobody")
    with scene.desk.store.reading() as unit:
        assert unit.find(Rehearsal) == []


def test_who_never_rehearsed_stands_first_then_who_is_overdue(scene: Scene) -> None:
    today = scene.desk.clock.now().astimezone(scene.desk.settings.zone).date()
    keep(scene.desk, replace(REPORT, played_on=(today - timedelta(days=30)).isoformat()), by="approver")
    year = standing(scene.desk)
    assert [(one.person, one.overdue) for one in year if one.rehearsals] == [("drafter", False)]
    assert all(one.overdue and one.due is None for one in year if not one.rehearsals)
    assert year[-1].person == "drafter"
    assert all(one.overdue for one in standing(scene.desk, timedelta(days=29)))


def test_the_newest_rehearsal_counts_and_its_last_day_is_in_time(scene: Scene) -> None:
    old = keep(scene.desk, replace(REPORT, played_on="2025-01-01"), by="approver")
    new = replace(old, id="E-2", played_on="2026-01-01")
    day = timedelta(days=1)
    for today, overdue in ((date(2027, 1, 1), False), (date(2027, 1, 2), True)):
        stands = training("drafter", "D", [new, old], 365 * day, today)
        assert (stands.rehearsals, stands.due, stands.overdue) == ((old, new), date(2027, 1, 1), overdue)
