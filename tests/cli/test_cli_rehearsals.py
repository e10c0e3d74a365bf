"""After a rehearsal: kept with its people, reviewed, compared, and on the card."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_kit import Office, crisis

ITEM = "- [ ] 紙の番号表 | 担当：総務 | 期限：2020-12-01"


@pytest.fixture
def report(office: Office) -> Path:
    """A rehearsal played at the desk."""
    told = office.json("rehearse", "ransomware", "--out", office.folder / "rehearsals")
    return Path(told["report"]).with_suffix(".json")


def test_a_rehearsal_is_kept_reviewed_and_shown(office: Office, report: Path) -> None:
    refused = office.run("rehearse", "keep", report, "--as", "drafter").exits(3)
    assert "Nobody took part" in refused.err
    kept = office.json("rehearse", "keep", report, "--with", "approver", "--with", "GA Tanaka", "--as", "drafter")
    assert (kept["runbook"], kept["players"], kept["guests"]) == ("ransomware", ["approver"], ["GA Tanaka"])
    office.run("rehearse", "keep", report, "--with", "approver", "--as", "drafter").exits(3)
    review = Path(kept["review"])
    text = review.read_text("utf-8")
    assert "Objectives met: " in text
    assert "Tanaka" not in text, "nobody is named where one talks about what went wrong"
    people = {one["person"]: one for one in office.json("person", "training")["people"]}
    assert [each["runbook"] for each in people["approver"]["rehearsals"]] == ["ransomware"]
    assert people["drafter"]["overdue"]
    assert [one["person"] for one in office.json("person", "training", "--overdue")["people"]] == ["drafter"]
    assert "NEVER" in office.run("person", "training").exits(0).out

    review.write_text(f"{text}{ITEM}\n- ○ 声に出して読む\n", "utf-8")
    (item,) = [each for each in office.json("rehearse", "items")["items"] if each["what"] == "紙の番号表"]
    assert item == {"what": "紙の番号表", "owner": "総務", "due": "2020-12-01", "overdue": True}
    assert "期限切れ" in office.run("rehearse", "items", "--lang", "ja").exits(0).out
    both = office.json("rehearse", "compare", report, report)
    assert "紙の番号表" in {each["what"] for each in both["open"]}
    shown = office.run("rehearse", "compare", report, report).exits(0).out
    assert "Every inject became the same" in shown

    (case,) = office.json("rehearse", "cases", "番号表", "声")["cases"]
    assert (case["review"], case["lessons"]["do"]) == (str(review), ["声に出して読む"])
    assert {"what": "紙の番号表", "owner": "総務", "due": "2020-12-01", "done": False} in case["items"]
    listed = office.run("rehearse", "cases").exits(0).out
    assert "Review: EXERCISE Ransomware" in listed
    assert "○ 声に出して読む" in listed
    assert "No such case" in office.run("rehearse", "cases", "番号表", "津波").exits(0).out
    assert "There is no desk here" in crisis("rehearse", "cases").exits(2).err

    assert office.json("rehearse", "cards", "cyber")["lessons"]["do"] == ["声に出して読む"]
    office.run("rehearse", "cards", "cyber", "--lang", "ja").exits(0)
    page = (office.folder / "rehearsals" / "cards.html").read_text("utf-8")
    assert "声に出して読む" in page
    assert "サイバー攻撃" in page
    assert "台風" not in page


def test_an_open_item_is_carried_from_an_incident_into_a_rehearsal(office: Office, report: Path) -> None:
    incident = office.json("incident", "open", "fire", "--as", "drafter")["incident"]
    review = Path(office.json("incident", "review", incident)["review"])
    review.write_text(f"{review.read_text('utf-8')}{ITEM}\n", "utf-8")
    kept = office.json("rehearse", "keep", report, "--with", "approver", "--as", "drafter")
    assert ITEM in Path(kept["review"]).read_text("utf-8")


def test_what_a_rehearsal_proposes_counts_once_in_whichever_language_it_was_kept(office: Office, report: Path) -> None:
    """One team keeps a rehearsal in Japanese, the other the next one in English."""
    told = json.loads(report.read_text("utf-8"))
    assert told["items"], "the platform that was down is to be talked about"
    office.run("rehearse", "keep", report, "--with", "approver", "--as", "drafter", "--lang", "ja").exits(0)
    ja = office.json("rehearse", "items")["items"]
    report.write_text(json.dumps({**told, "seed": 2}, ensure_ascii=False), "utf-8")
    office.run("rehearse", "keep", report, "--with", "approver", "--as", "drafter", "--lang", "en").exits(0)
    en = office.json("rehearse", "items")["items"]
    assert [len(ja), len(en)] == [len(told["items"])] * 2
    assert {each["what"] for each in ja} == {item["says"]["ja"] for item in told["items"]}
    assert {each["what"] for each in en} == {item["says"]["en"] for item in told["items"]}


def test_options_may_stand_before_the_runbook(tmp_path: Path) -> None:
    told = crisis("rehearse", "--json", "--out", tmp_path, "nowhere").exits(2)
    assert json.loads(told.out)["error"]["code"]
    assert "nowhere" in told.err


def test_what_cannot_be_done_is_said(office: Office, report: Path, tmp_path: Path) -> None:
    assert "no card for flood" in office.run("rehearse", "cards", "flood").exits(2).err
    assert "no report" in office.run("rehearse", "compare", report, report.with_suffix(".html")).exits(2).err
    assert "One run alone" in office.run("rehearse", "compare", report).exits(2).err
    assert "--live-players" in office.run("rehearse", "fire", "--with", "drafter").exits(2).err
    assert "cannot be read" in office.run("rehearse", "keep", tmp_path / "none.json", "--as", "drafter").exits(2).err
    assert "There is no crisis.toml" in crisis("rehearse", "items", "--desk", tmp_path).exits(2).err
