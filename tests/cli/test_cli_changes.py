"""A change while posts are on their way, as it is typed (scene b): stop, see, draft anew, one language first, wait for a word."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from cli_kit import Office, closed, in_words, now


def notice(leave: str, about: str = "early") -> str:
    day = now() + timedelta(days=1)
    told = {
        "発信部署": "人事部",
        "地域": "首都圏",
        "対象日": f"{day.year}年{day.month}月{day.day}日",
        "勤務": "早退",
        "退社時刻": f"{day.year}年{day.month}月{day.day}日 {leave}",
        "時点": in_words(now() - timedelta(minutes=5)),
    }
    return f"件名：{about}\n" + "".join(f"{name}：{value}\n" for name, value in told.items())


def stopped(office: Office) -> dict[str, Any]:
    """One post out on page and feed, one in a person's hands, one set for later; then everything is stopped."""
    office.cleared()
    office.json("daemon", "--once")
    later = office.waiting(closed(site="郡山工場", 次回=in_words(now() + timedelta(hours=9))))
    at = (now() + timedelta(hours=1)).isoformat(timespec="seconds")
    office.json("clear", *later, "--as", "approver", "--yes", "--at", at)
    return dict(office.json("hold"))


def test_a_stop_says_what_it_caught_what_people_hold_and_what_had_left(office: Office) -> None:
    held = stopped(office)
    assert {row["account"] for row in held["held"]} == {"page", "feed"}
    assert {row["account"] for row in held["by_hand"]} == {"x-main", "x-en"}
    assert {(row["account"], row["state"]) for row in held["left"]} == {("page", "published"), ("feed", "published")}
    again = office.json("hold")
    assert again["held"] == []
    assert {row["post"] for row in again["already"]} == {row["post"] for row in held["held"]}
    assert len([stop for stop in office.json("status")["stops"] if not stop["routine"]]) == 1


def test_a_stop_shows_each_text_once_and_whom_to_phone_first(office: Office) -> None:
    stopped(office)
    lines = office.run("hold").exits(0).out.splitlines()
    assert lines[0].startswith("STOPPED. Caught: 0. In people's hands: 4. Had already left: 4.")
    assert "Phone them" in lines[1]
    assert len([line for line in lines if "published" in line]) == 2


def test_an_incident_shows_who_may_be_posting_what_is_routine_and_how_that_goes_on(office: Office) -> None:
    office.cleared()
    opened = office.run("incident", "open", "earthquake", "--as", "approver").exits(0).out
    assert "IN PEOPLE'S HANDS. Phone them" in opened
    assert "x-main" in opened
    resumed = office.run("resume", "--as", "approver", "--yes").exits(0).out
    assert "crisis resume --routine" in resumed
    again = office.run("resume", "--routine", "--as", "approver", "--yes").exits(0).out
    assert "crisis resume --routine" not in again


def test_while_everything_is_stopped_nobody_is_sent_to_post_by_hand(office: Office) -> None:
    stopped(office)
    out = office.run("status").exits(0).out
    assert "Next: crisis resume" in out
    office.json("resume", "--as", "approver", "--yes")
    assert "Next: crisis hand" in office.run("status").out


def test_what_is_cleared_under_a_stop_says_that_it_waits_for_its_end(office: Office) -> None:
    stopped(office)
    shown = office.run("clear", *office.waiting(closed("郡山工場")), "--as", "approver", "--yes").exits(0).out
    assert "goes out once it is lifted: crisis resume" in shown


def test_an_update_is_cleared_a_language_at_a_time_and_the_rest_stays_out_of_date(office: Office) -> None:
    office.json("clear", *office.waiting(notice("17:00")), "--as", "approver", "--yes")
    office.json("daemon", "--once")
    update = office.drafted(notice("15:30", "changed"))
    texts = {post["language"]: post["text"] for post in update["posts"] if post["account"] == "page"}
    assert texts["ja"].startswith("【変更】")
    assert texts["ja"].index("15:30") < texts["ja"].index("17:00")
    assert (texts["ja"].count("17:00"), texts["en"].count("17:00")) == (1, 1)
    out = office.run("status").out
    assert out.count("OUT OF DATE: 4 posts are out on") == 1
    assert f"Next: crisis clear {update['notice']} --as ID" in out
    clear = ("clear", update["notice"], "--as", "approver", "--yes", "--language")
    assert office.run(*clear, "fr").exits(2).err
    done = office.json(*clear, "ja")
    assert {row["state"] for row in done["posts"]} == {"cleared"}
    office.json("daemon", "--once")
    old = office.json("status")["outdated"]
    assert {row["account"] for row in old} == {"page", "feed"}
    assert len(old) == 2
    office.json(*clear, "en")
    office.json("daemon", "--once")
    assert office.json("status")["outdated"] == []


def test_all_that_is_stale_is_taken_back_at_once(office: Office) -> None:
    posts = office.waiting(notice("17:00"))
    at = (now() + timedelta(minutes=30)).isoformat(timespec="seconds")
    office.json("clear", *posts, "--as", "approver", "--yes", "--at", at)
    office.drafted(notice("15:30", "changed"))
    taken = office.json("withdraw", "--stale", "--as", "drafter")["posts"]
    queue = office.queue()
    assert {row["post"] for row in taken} == {post for post in posts if queue[post]["state"] == "withdrawn"} != set()
    assert office.json("withdraw", "--stale", "--as", "drafter") == {"posts": []}
    office.run("withdraw", "--as", "drafter").exits(2)
    office.run("withdraw", posts[0], "--stale", "--as", "drafter").exits(2)


def test_no_name_of_the_program_is_on_the_screen(office: Office) -> None:
    office.cleared(notice("17:00"))
    office.drafted(notice("15:30", "changed"))
    changed = office.json("notice", "list")["notices"][-1]["notice"]
    out = office.run("changed", changed).exits(0).out
    assert "CHANGED leave at:" in out
    assert "leave_at" not in out
    assert "退社時刻" in office.run("changed", changed, "--lang", "ja").out


def test_what_waits_for_an_announcement_goes_on_a_persons_word(office: Office) -> None:
    posts = office.waiting(closed(状況="通常どおり", 理由="", 次回=""))
    shown = office.run("clear", *posts, "--as", "approver", "--yes", "--when-announced", "JR runs again").exits(0)
    assert f"crisis announced {posts[0]}" in shown.err
    office.json("daemon", "--once")
    assert {row["state"] for row in office.queue().values()} == {"held"}
    assert "WAITS FOR: JR runs again (6 posts" in office.run("status").out
    assert len(office.json("status")["awaited"]) == len(office.json("announced")["deliveries"]) == 6
    office.run("clear", *posts, "--as", "approver", "--yes", "--when-announced", " ").exits(2)
    assert "JR runs again" in office.run("announced", posts[0], "--as", "approver", "--yes").exits(0).out
    office.json("daemon", "--once")
    assert {row["state"] for row in office.queue().values()} == {"published", "by-hand"}
    office.run("announced", posts[0], "--as", "approver", "--yes").exits(3)
    assert "Nothing waits" in office.run("announced").out
