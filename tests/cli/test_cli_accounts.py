"""The registry of accounts, posts made outside, and whom to phone in an incident, as people type them."""

from __future__ import annotations

import csv
import io
import stat
from html.parser import HTMLParser
from pathlib import Path

from cli_kit import Office

POST = "https://x.com/kitahama_jp/status/1"


def test_the_registry_goes_to_all_staff_without_a_secret(office: Office, tmp_path: Path) -> None:
    office.configure(
        'owner = "Corporate Communications"\nlanguages = ["ja"]',
        'owner = "=1+1"\nlanguages = ["ja"]\noperators = ["Corporate Communications", "<b>Agency</b>"]\n'
        'credentials = "env:CANARY_PLACE"',
    )
    text = office.run("account", "list", "--csv").exits(0).out
    rows = {row["account"]: row for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))}
    assert set(rows) == {"page", "feed", "x-main", "x-en"}
    assert rows["x-main"]["operators"] == "Corporate Communications, <b>Agency</b>"
    assert rows["x-main"]["owner"] == "'=1+1"
    page = tmp_path / "accounts.html"
    office.run("account", "list", "--html", page, "--lang", "ja").exits(0)
    told = page.read_text("utf-8")
    assert stat.S_IMODE(page.stat().st_mode) == 0o644
    assert "&lt;b&gt;Agency" in told
    assert "運用者" in told
    HTMLParser().feed(told)
    assert "CANARY" not in told + text


def test_reads_of_the_day_are_shown_where_they_are_limited(office: Office) -> None:
    office.configure('handle = "@kitahama_jp"', 'handle = "@kitahama_jp"\nreads_per_day = 5')
    assert "x-main: 0 of 5 reads spent today." in office.run("account", "list").exits(0).out
    (row,) = [each for each in office.json("account", "list")["accounts"] if each["account"] == "x-main"]
    assert (row["reads_today"], row["reads_per_day"]) == (0, 5)


def test_a_post_made_outside_is_recorded_and_marked_so(office: Office) -> None:
    asked = ("hand", "--outside", POST, "--account", "x-main", "--seen", "-", "--as", "drafter")
    assert "needs a reason" in office.run(*asked, stdin="本日のセール").exits(2).err
    assert "On which account" in office.run("hand", "--outside", POST, "--as", "drafter").exits(2).err
    assert "no web address" in office.run(*asked[:2], "x", *asked[3:], "--reason", "agency", stdin="a").exits(2).err
    assert office.json(*asked, "--reason", "agency", stdin="本日のセール\n")["outside"] is True
    (release,) = [each for each in office.json("ledger", "releases")["releases"] if each["outside"]]
    assert (release["release"], release["cleared_by"]) == (None, [])
    assert (release["posts"][0]["text"], release["posts"][0]["url"]) == ("本日のセール", POST)
    assert "MADE OUTSIDE" in office.run("ledger", "releases").exits(0).out
    assert office.json("ledger", "verify")["ok"]


def test_whom_to_phone_is_ticked_off_and_shown_until_then(office: Office) -> None:
    opened = office.json("incident", "open", "earthquake", "--as", "drafter")
    assert [each["stopped"] for each in opened["outside"]] == [None]
    assert "NOT STOPPED: Aobayama" in office.run("status").exits(0).out
    assert "1 [ ] 03-0000-0110  Aobayama" in office.run("incident", "stopped").exits(0).out
    told = office.json("incident", "stopped", "1", "--as", "approver")["outside"]
    assert told[0]["by"] == "approver"
    assert office.json("status")["not_stopped"] == []
    assert "NOT STOPPED" not in office.run("status").exits(0).out
    office.run("incident", "stopped", "9", "--as", "approver").exits(2)
