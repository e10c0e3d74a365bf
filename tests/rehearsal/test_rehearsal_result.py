"""The JSON beside the report: everything that the report tells, and nothing that a trap planted."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import rehearsal_kit

from crisis.rehearsal import rehearse as rehearsing
from crisis.rehearsal import score
from crisis.rehearsal.result import document, whole
from crisis.rehearsal.stage import Played, Sitting


def told(played: Played) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json.dumps(whole(played, rehearsal_kit.kit().settings.zone)))
    return made


def test_it_holds_the_contract_and_more() -> None:
    played = rehearsal_kit.played()
    made, contract = told(played), document(played)
    assert (made["format"], made["mark"]) == ("crisis.rehearsal/1", "【訓練】EXERCISE")
    assert {key: made[key] for key in ("runbook", "seed", "traps")} == {
        key: contract[key] for key in ("runbook", "seed", "traps")
    }
    for listed in ("objectives", "injects"):
        for short, long in zip(contract[listed], made[listed], strict=True):
            assert short.items() <= long.items()
    assert (made["stopped"], made["sitting"]) == (False, None)


def test_the_timeline_has_every_inject_clearance_post_and_promise_in_order() -> None:
    played = rehearsal_kit.played()
    events = told(played)["timeline"]
    kinds = {kind: [e for e in events if e["kind"] == kind] for kind in ("inject", "clearance", "post", "promise")}
    assert [e["id"] for e in kinds["inject"]] == [work.id for work in sorted(played.arrivals, key=lambda w: w.at)]
    assert [e["text"] for e in kinds["post"]] == [one.text for one in played.recorded]
    assert len(kinds["promise"]) == len(score.promises(played))
    assert {e["became"] for e in kinds["clearance"]} == {"published"}
    assert [e["at"] for e in events] == sorted(e["at"] for e in events)
    assert all(e["at"].endswith("+09:00") for e in events)


def test_what_a_trap_planted_stands_nowhere_in_it() -> None:
    played = rehearsal_kit.played()
    first, *rest = played.recorded
    leaked = replace(played, recorded=(replace(first, text="【訓練】未回答者は千葉 悠斗さんほか"), *rest))
    said = json.dumps(told(leaked), ensure_ascii=False)
    assert {word for inject in played.runbook.injects for word in inject.must_not if word in said} == set()
    assert told(leaked)["items"][0]["id"] == "leak:I2"
    assert next(e["text"] for e in told(leaked)["timeline"] if e["kind"] == "post") is None


@pytest.mark.parametrize("sitting", [None, Sitting(("suzuki",), date(2026, 11, 20))])
def test_it_lies_beside_the_report(sitting: Sitting | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that people played bears its day, and a second one of that day takes no other's place."""
    monkeypatch.setattr(rehearsing, "play", lambda *args: rehearsal_kit.played())
    runs = [
        rehearsing.rehearse(
            rehearsal_kit.earthquake(),
            1,
            folder=None,
            out=tmp_path,
            language="en",
            sitting=(lambda _zone: sitting) if sitting else None,
        )
        for _ in range(2)
    ]
    expected = ["earthquake-1"] * 2 if sitting is None else ["earthquake-1-2026-11-20", "earthquake-1-2026-11-20-2"]
    assert [done.report.stem for done in runs] == expected
    beside = json.loads(runs[1].report.with_suffix(".json").read_text("utf-8"))
    assert beside["sitting"] == (None if sitting is None else {"players": ["suzuki"], "on": "2026-11-20"})
    assert {path.suffix for path in tmp_path.iterdir()} == {".html", ".json"}
