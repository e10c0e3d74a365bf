"""A week of promised updates with two shifts: each is kept, moved, late, dropped or escalated, and none goes by in silence."""

from __future__ import annotations

import pytest
from desk_scene import Scene
from week_of_promises import lived

from crisis.desk.record.book import verify_ledger


def test_no_promise_of_a_week_goes_by_in_silence(scene: Scene) -> None:
    week = lived(scene, 0)
    assert week.made >= 30
    assert week.silent == []
    assert week.unmanned == []
    assert week.broken > 0, "the people of this week forget some"
    assert week.kept > week.broken
    assert verify_ledger(scene.desk).ok


def test_a_week_without_alerts_would_be_seen(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("week_of_promises.watch", lambda desk: None)
    assert lived(scene, 0, days=2).silent
