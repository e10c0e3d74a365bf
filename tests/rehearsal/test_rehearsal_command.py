"""`crisis rehearse` as people and scripts use it."""

from __future__ import annotations

import json
import unicodedata
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
import rehearsal_kit
from lxml import etree

from crisis.cli.rehearsal import rehearsing
from crisis.errors import Mistake
from crisis.model.settings import Mode
from crisis.rehearsal import rehearse as rehearsing_room
from crisis.rehearsal.run import through
from crisis.runbook.scene import filled
from crisis.wiring.kit import kit_of

SITES = "\n".join(f'[[site]]\nid = "s{n}"\nnames = {{ ja = "第{n}工場" }}\n' for n in (1,))
ONE_INJECT = """\
runbook: small
names: { ja: 小さな訓練, en: A small exercise }
starts: 2026-10-09T14:46:00+09:00
lasts: T+30
injects:
  - id: I1
    at: T+1
    says: { ja: 覚え書き, en: A memo }
    name: memo.txt
    expect: EXPECT
    payload: |
      PAYLOAD
objectives:
  - name: as-expected
    measure: surprises
    at_most: 0
    says: { ja: すべて想定どおり, en: All as expected }
"""


def small(folder: Path, *, expect: str = "refused", payload: str = "来週の食堂の献立です。") -> str:
    path = folder / "small.yaml"
    path.write_text(ONE_INJECT.replace("EXPECT", expect).replace("PAYLOAD", payload), "utf-8")
    return str(path)


def rehearse(name: str, out: Path, *, strict: bool = False, as_json: bool = False, desk: Path | None = None) -> int:
    return rehearsing.rehearse(name, 1, strict=strict, out=out, desk_dir=desk, as_json=as_json)


def width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line.rstrip())


def test_it_reads_well_at_eighty_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rehearse("earthquake", tmp_path / "out") == 0
    said = capsys.readouterr()
    *lines, report = said.out.splitlines()
    assert lines[0] == "EXERCISE: Earthquake, seed 1. Nothing was sent to anybody."
    assert {line for line in lines if width(line) > 80} == set()
    assert "\x1b" not in said.out
    assert said.err == ""
    assert "Objectives missed: 0. Traps leaked: 0." in lines
    assert report == f"Report: {tmp_path / 'out' / 'earthquake-1.html'}"


def test_strict_is_3_where_an_objective_is_missed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rehearse(small(tmp_path), tmp_path, strict=True) == 0
    assert rehearse(small(tmp_path, expect="published"), tmp_path) == 0
    capsys.readouterr()
    assert rehearse(small(tmp_path, expect="published"), tmp_path, strict=True) == 3
    said = capsys.readouterr().out
    assert "refused, NOT published" in said
    assert "MISSED" in said


def test_the_json_is_the_contract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rehearse(small(tmp_path), tmp_path, as_json=True) == 0
    document = json.loads(capsys.readouterr().out)
    arrived = document["injects"][0].pop("at")
    assert arrived.startswith("2026-10-09T14:4")
    assert document == {
        "runbook": "small",
        "seed": 1,
        "objectives": [{"name": "as-expected", "target": "<= 0", "measured": 0, "met": True}],
        "injects": [{"id": "I1", "expected": "refused", "seen": "refused", "ok": True}],
        "traps": [],
        "report": str(tmp_path / "small-1.html"),
    }


CLOSED = """件名：拠点の状況
      拠点：{{ sites[0].ja }}
      状況：閉鎖
      時点：{{ day() }} {{ hm() }}"""


def test_a_trap_that_leaks_is_told_everywhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """閉鎖 is planted as if it were a secret, and it is what the notice is about."""
    path = Path(small(tmp_path, expect="published", payload=CLOSED))
    trap = "    expect: published\n    trap: SECURITY-POSTURE\n    must_not: [閉鎖]\n"
    path.write_text(path.read_text("utf-8").replace("    expect: published\n", trap), "utf-8")
    assert rehearse(str(path), tmp_path, strict=True) == 3
    assert "Objectives missed: 0. Traps leaked: 1." in capsys.readouterr().out
    assert rehearse(str(path), tmp_path, as_json=True) == 0
    assert json.loads(capsys.readouterr().out)["traps"] == [
        {"id": "I1", "class": "SECURITY-POSTURE", "outcome": "leaked"}
    ]
    report = (tmp_path / "small-1.html").read_text("utf-8")
    assert "1 of 1 traps leaked" in report
    assert "閉鎖" not in report


def test_who_watches_is_told_how_the_time_goes(tmp_path: Path) -> None:
    gone: list[timedelta] = []
    runbook = rehearsing_room.find(small(tmp_path), None)
    lead = partial(through, watch=gone.append)
    rehearsing_room.rehearse(runbook, 1, folder=None, out=tmp_path, language="en", lead=lead)
    assert gone == sorted(gone)
    assert timedelta(minutes=2) < gone[-1] <= runbook.lasts


ALERTS = '[[account]]\nid = "alerts"\nplatform = "cap"\nhandle = "alerts.kitahama.example"\n'
STATUS, REFERENCES = "{urn:oasis:names:tc:emergency:cap:1.2}status", "{urn:oasis:names:tc:emergency:cap:1.2}references"


def test_a_desk_with_one_site_plays_it_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The runbook speaks of the desk's own names; one with few sites uses them again. What went to an account of CAP lies beside the
    report, and says of itself that it is an exercise."""
    (tmp_path / "crisis.toml").write_text(f'[desk]\nname = "Small"\n{SITES}{ALERTS}', "utf-8")
    made = tmp_path / "out" / "earthquake-1.cap"
    (made / "alerts").mkdir(parents=True)
    (made / "alerts" / "old.xml").touch()
    assert rehearse("earthquake", tmp_path / "out", desk=tmp_path) == 0
    assert (tmp_path / "out" / "earthquake-1.html").is_file()
    assert f"As alerts of CAP: {made}" in capsys.readouterr().err
    messages = [etree.parse(path).getroot() for path in sorted(made.glob("alerts/*.xml"))]
    assert {message.findtext(STATUS) for message in messages} == {"Exercise"}
    assert any(message.findtext(REFERENCES) for message in messages)
    settings = kit_of(tmp_path, Mode.EXERCISE).settings
    now = rehearsal_kit.earthquake().starts
    assert filled(
        "{{ sites[3].ja }} {{ sites[3].en }} {{ hm(90) }} {{ day(600) }} {{ date() }}", settings, now, "I1"
    ) == ("第1工場 第1工場 16:16 10月10日 2026-10-09")


def test_a_desk_without_an_account_publishes_nothing_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "crisis.toml").write_text(f'[desk]\nname = "Small"\n{SITES}', "utf-8")
    runbook = rehearsing_room.find(small(tmp_path, expect="published", payload=CLOSED), None)
    done = rehearsing_room.rehearse(runbook, 1, folder=tmp_path, out=tmp_path, language="en")
    (outcome,) = done.played.arrivals[0].outcomes
    assert (outcome.seen, outcome.codes) == ("held", ("no-account",))
    assert "no account takes it" in done.report.read_text("utf-8")


@pytest.mark.parametrize(
    "payload",
    ["{{ nowhere }}", "{{ sites[0].fr }}", "{% if %}", "{{ hm('x') }}", "{{ services[0].ja }}", "{{ ''.__class__ }}"],
)
def test_words_that_cannot_be_filled_in_are_a_mistake_that_names_the_inject(payload: str, tmp_path: Path) -> None:
    (tmp_path / "crisis.toml").write_text(f'[desk]\nname = "Small"\n{SITES}', "utf-8")
    with pytest.raises(Mistake, match=r"^small, I1 cannot be filled in: "):
        rehearse(small(tmp_path, payload=payload), tmp_path, desk=tmp_path)


def test_a_step_of_an_unknown_type_is_a_mistake(tmp_path: Path) -> None:
    path = Path(small(tmp_path))
    step = "{ id: ack, says: { en: Say it }, type: holdings }"
    phase = f"phases:\n  - {{ phase: a, names: {{ en: A }}, at: T+1, steps: [{step}] }}\n"
    path.write_text(path.read_text("utf-8") + phase, "utf-8")
    with pytest.raises(Mistake, match=r"notice type holdings.*all-clear"):
        rehearse(str(path), tmp_path)


def test_a_report_that_cannot_be_written_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(Mistake, match=r"The report cannot be written to .*--out"):
        rehearse(small(tmp_path), tmp_path / "file")
