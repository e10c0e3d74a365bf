"""Runbooks as people have them: listed, checked, shown, and their steps taken."""

from __future__ import annotations

from pathlib import Path

from cli_kit import Office


def standing(office: Office) -> dict[str, str]:
    (agenda,) = office.json("step", "list")["agendas"]
    return {step["step"]: step["standing"] for step in (*agenda["due"], *agenda["ahead"])}


def opened(office: Office, *options: str) -> str:
    return str(office.json("incident", "open", "earthquake", "--as", "drafter", *options)["incident"])


def test_an_incident_brings_its_runbook_and_status_shows_what_is_due(office: Office) -> None:
    opened(office)
    assert standing(office)["outside"] == "due"
    assert "Now: Phone the agencies" in office.run("status").exits(0).out
    assert [each["runbook"] for each in office.json("status")["agendas"]] == ["earthquake"]
    assert "今すること：" in office.run("step", "list", "--lang", "ja").exits(0).out


def test_a_step_is_drafted_as_the_runbooks_notice_and_done_once_it_is_out(office: Office) -> None:
    opened(office)
    drafted = office.json("step", "draft", "ack", "--as", "drafter")["notices"][0]
    assert "(by runbook, desk)" in office.json("notice", "show", drafted["notice"])["title"]
    assert standing(office)["ack"] == "begun"
    posts = [post["post"] for post in drafted["posts"] if post["account"] == "x-main"]
    office.json("clear", *posts, "--as", "approver", "--yes")
    office.run("hand", *posts, "--done", "https://x.com/kitahama_jp/status/1", "--as", "drafter").exits(0)
    assert "ack" not in standing(office)
    assert office.json("ledger", "verify")["ok"]


def test_what_people_do_is_no_post(office: Office) -> None:
    opened(office)
    ran = office.run("step", "draft", "outside", "--as", "drafter").exits(2)
    assert "people do it" in ran.err
    assert "Say how or why" in office.run("step", "done", "outside", "--as", "drafter").exits(2).err
    office.run("step", "done", "outside", "--reason", "secret words", "--as", "drafter").exits(0)
    assert "outside" not in standing(office)
    assert "secret words" not in office.run("ledger", "show").out
    assert office.run("step", "skip", "nothing", "--reason", "x", "--as", "drafter").exits(2).err


def test_figures_of_the_safety_check_call_for_the_other_way_to_reply(office: Office) -> None:
    opened(office, "--t0", "00:00")
    assert "safety-other" not in standing(office)
    office.json("step", "replies", "1000", "--replied", "400", "--as", "drafter")
    assert "safety-other" in standing(office)
    office.json("step", "replies", "1000", "--replied", "900", "--as", "drafter")
    assert "safety-other" not in standing(office)
    assert office.run("step", "replies", "10", "--replied", "11", "--as", "drafter").exits(3).err


def test_a_broken_runbook_of_the_desk_leaves_the_shipped_one_in_its_place_and_is_told(office: Office) -> None:
    (office.folder / "runbooks").mkdir(exist_ok=True)
    (office.folder / "runbooks" / "earthquake.yaml").write_text("runbook: [", "utf-8")
    opened(office)
    assert standing(office)["ack"]
    assert "earthquake.yaml, line 1" in office.run("status").exits(0).out


def test_runbooks_are_listed_shown_and_checked(office: Office, tmp_path: Path) -> None:
    assert {each["runbook"] for each in office.json("runbook", "list")["runbooks"]} >= {
        "earthquake",
        "typhoon",
        "ransomware",
    }
    shown = office.json("runbook", "show", "typhoon")
    assert shown["phases"][0]["steps"][0]["minute"] == -72 * 60
    assert "T-72:00" in office.run("runbook", "show", "typhoon").exits(0).out
    wrong = tmp_path / "flood.yaml"
    wrong.write_text("runbook: flood\nnames: Flood\nstarts: 2026-10-09T14:46:00+09:00\nlasts: T+2h\n", "utf-8")
    ran = office.run("runbook", "check", wrong).exits(2)
    assert "flood.yaml, line 2" in ran.err
    assert "の2行目" in office.run("runbook", "check", wrong, "--lang", "ja").exits(2).err


def test_the_book_is_one_page_that_needs_nothing_else_in_both_languages(office: Office, tmp_path: Path) -> None:
    for language, said in (("en", "Nobody clears their own post"), ("ja", "自分が書いた投稿は、自分では承認しない")):
        book = tmp_path / f"{language}.html"
        office.run("runbook", "print", "--out", book, "--lang", language).exits(0)
        text = book.read_text("utf-8")
        assert f'lang="{language}"' in text
        assert said in text
        assert text.count("<article") == 7
        assert "T-48:00" in text
        assert [word for word in ("<script", "http://", "src=") if word in text] == []
    office.run("runbook", "print", "nothing", "--out", tmp_path / "x.html").exits(2)


def test_what_an_incident_counts_from_can_move_and_its_steps_with_it(office: Office) -> None:
    incident = str(
        office.json("incident", "open", "typhoon", "--as", "drafter", "--t0", "2099-01-10T18:00")["incident"]
    )
    (agenda,) = office.json("step", "list")["agendas"]
    assert agenda["ahead"][0]["at"] == "2099-01-07T18:00:00+09:00"
    office.json("incident", "begins", incident, "2099-01-10T16:00", "--as", "drafter")
    (agenda,) = office.json("step", "list")["agendas"]
    assert agenda["ahead"][0]["at"] == "2099-01-07T16:00:00+09:00"
    assert office.run("incident", "begins", incident, "soon", "--as", "drafter").exits(2).err
