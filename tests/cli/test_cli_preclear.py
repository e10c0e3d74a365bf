"""Pre-clearance as it is typed: agreed by two, sent by one, and a way on where it is refused."""

from __future__ import annotations

from datetime import timedelta

from cli_kit import Office, now

SOON = f"{now() + timedelta(hours=1):%H:%M}"
HOLDING = ("say", "holding", "--precleared", "--as", "drafter", "--answer", "what=不正アクセス", "--yes")


def test_the_sample_desk_lets_one_person_send_a_holding_post(office: Office) -> None:
    sent = office.json(*HOLDING, "--answer", f"next_update={SOON}")
    assert {post["state"] for post in sent["posts"]} == {"cleared"}
    assert (sent["precleared"]["by"], sent["precleared"]["sent_by"]) == (["drafter", "approver"], "drafter")
    assert {row["state"] for row in office.queue().values()} == {"queued", "by-hand"}
    assert all(row["precleared_by"] == ["drafter", "approver"] for row in office.queue().values())
    (release,) = office.json("ledger", "releases")["releases"]
    assert (release["precleared_by"], release["cleared_by"]) == (["drafter", "approver"], ["drafter"])
    for screen in (("queue",), ("ledger", "releases")):
        assert "pre-cleared by drafter, approver; sent by drafter" in office.run(*screen).exits(0).out
    office.run("ledger", "report", "--out", office.folder / "report.html").exits(0)
    assert "sent by drafter" in (office.folder / "report.html").read_text("utf-8")


def test_a_refusal_leaves_a_draft_that_another_person_clears(office: Office) -> None:
    refused = office.json(*HOLDING, "--answer", "next_update=2030-01-01 10:00", code=3)
    assert refused["error"]["code"] == "slot-outside"
    posts = [post["post"] for post in refused["posts"]]
    assert office.queue() == {}
    assert office.json("clear", *posts, "--as", "approver", "--yes")["posts"][0]["state"] == "cleared"


def test_two_agree_with_the_same_command_and_one_may_end_it(office: Office) -> None:
    type_it = ("preclear", "all-clear", "--yes")
    first = office.json(*type_it, "--as", "drafter")
    assert (first["state"], first["signed_by"]) == ("waiting", ["drafter"])
    second = office.json(*type_it, "--as", "approver")
    assert (second["preclearance"], second["state"]) == (first["preclearance"], "in-force")
    assert second["texts"]
    ended = office.json("preclear", "revoke", first["preclearance"], "--as", "drafter", "--reason", "a new template")
    assert ended["state"] == "revoked"


def test_a_refused_notice_points_to_what_one_person_may_send(office: Office) -> None:
    refused = office.run("draft", "-", "--save", "--as", "drafter", stdin="本日の昼食はカレーです").exits(3)
    assert "crisis say holding --precleared" in refused.err
