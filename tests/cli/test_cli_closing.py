"""The end of an incident: what is asked, what is refused, and the review that is begun."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cli_kit import Office

from crisis.cli.duty.reviewing import carried


def opened(office: Office) -> str:
    return str(office.json("incident", "open", "fire", "--as", "drafter")["incident"])


def test_without_a_final_post_somebody_has_to_say_yes(office: Office) -> None:
    incident = opened(office)
    asked = office.run("incident", "close", incident, "--as", "drafter").exits(2)
    assert "No final post is out" in asked.out
    assert "[ ] The authority has cleared it" in asked.out
    assert office.json("incident", "list")["incidents"][0]["closed"] is None
    assert office.json("incident", "close", incident, "--as", "drafter", "--yes")["closed"]


def test_the_review_tells_the_course_and_nobody_who_called(office: Office) -> None:
    incident = opened(office)
    posts = office.waiting()
    office.json("clear", *posts, "--as", "approver", "--yes")
    for post, row in office.queue().items():
        if row["state"] in ("by-hand", "queued"):
            office.run("withdraw", post, "--reason", "x", "--as", "drafter")
    enquiry = office.json("enquiry", "add", "Reporter Sato", "--question", "Is it true?", "--as", "drafter")
    waits = office.run("incident", "close", incident, "--as", "drafter", "--yes").exits(3)
    assert "still wait for an answer" in waits.err
    office.run("enquiry", "answer", enquiry["enquiry"], "--text", "We said it.", "--as", "drafter").exits(0)
    closed = office.json("incident", "close", incident, "--as", "drafter", "--yes")
    text = Path(closed["review"]).read_text("utf-8")
    for part in (
        "Texts were cleared. (",
        "A notice came in. (",
        "Promises: ",
        "Notice to cleared, median: ",
        "- [ ]  | owner:",
    ):
        assert part in text
    assert [word for word in ("Sato", "Is it true", "We said it") if word in text] == []
    record = json.loads(Path(closed["review"]).with_suffix(".json").read_text("utf-8"))
    assert {"incident-opened", "release-cleared", "incident-closed"} <= {each["kind"] for each in record["course"]}
    assert (record["incident"], len(record["questions"])) == (incident, 1)
    again = Path(office.json("incident", "review", incident)["review"])
    assert again.read_text("utf-8") == text


def test_what_was_not_finished_is_carried_into_the_next_review(office: Office) -> None:
    first = Path(office.json("incident", "close", opened(office), "--as", "drafter", "--yes")["review"])
    first.write_text(first.read_text("utf-8") + "- [ ] A second telephone | owner: GA | due: 2026-12-01\n", "utf-8")
    second = Path(office.json("incident", "close", opened(office), "--as", "drafter", "--yes")["review"])
    assert "- [ ] A second telephone | owner: GA | due: 2026-12-01" in second.read_text("utf-8")


def test_an_item_is_carried_until_it_is_ticked() -> None:
    item = "- [ ] Phone numbers | owner: GA | due: Friday"
    assert carried([item, item]) == [item]
    assert carried([item, item.replace("[ ]", "[x]")]) == []
    assert carried(["- [ ]  | owner:  | due: "]) == [], "an empty line is no item"


def test_the_final_post_is_drafted_whatever_waits_with_what_the_incident_spoke_of_and_it_stays_open(
    office: Office,
) -> None:
    incident = opened(office)
    office.run(
        "say", "office-status", *answers(site="仙台事業所", status="閉鎖", reason="地震"), "--as", "drafter"
    ).exits(0)
    office.json("clear", *office.waiting(), "--as", "approver", "--yes")
    refused = office.run("incident", "close", incident, "--as", "drafter").exits(3)
    assert f"incident close {incident} --final" in refused.err
    tomorrow = f"{datetime.now(UTC) + timedelta(days=2):%Y-%m-%d} 09:00"
    drafted = office.run(
        "incident",
        "close",
        incident,
        "--final",
        *answers(done="点検", from_time=tomorrow),
        "--as",
        "drafter",
        "--json",
    ).exits(0)
    (notice,) = json.loads(drafted.out)["notices"]
    assert notice["type"] == "all-clear"
    assert any("仙台事業所" in post["text"] and "最終報" in post["text"] for post in notice["posts"])
    assert all(post["post"] for post in notice["posts"] if post["account"])
    assert office.json("incident", "list")["incidents"][0]["closed"] is None


def answers(**given: str) -> list[str]:
    return [word for name, answer in given.items() for word in ("--answer", f"{name}={answer}")]


def test_the_only_open_incident_need_not_be_named(office: Office) -> None:
    office.run("incident", "close", "--as", "drafter", "--yes").exits(3)
    opened = office.json("incident", "open", "fire", "--as", "drafter")["incident"]
    other = office.json("incident", "open", "outage", "--as", "drafter")["incident"]
    assert opened in office.run("incident", "close", "--as", "drafter", "--yes").exits(3).err
    office.json("incident", "close", other, "--as", "drafter", "--yes")
    assert office.json("incident", "close", "--as", "drafter", "--yes")["incident"] == opened
