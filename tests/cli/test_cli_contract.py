"""What scripts and auditors rely on: the shapes of `--json`, the exit codes, the times."""

from __future__ import annotations

import json
import re
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from cli_kit import OFFSET, Office, closed, crisis, in_words, now, process, times_of

from crisis.cli.outbox.qr import drawn

NOTICE = {"file", "notice", "type", "facts", "withheld", "posts", "findings", "refused"}
POST = {"post", "template", "variant", "language", "account", "platform", "text", "length", "limit"}
FINDING = {"code", "severity", "post", "start", "end", "mend"}
SECRET = "3階の天井が落下、負傷者2名"
MERGER = "極秘 合併の件\n来週、東洋開発との合併を発表する。\n"


# draft


def test_a_draft_has_every_field_of_the_contract(office: Office) -> None:
    text = closed(reason=f"地震のため（{SECRET}）", 被害="天井の落下")
    (notice,) = office.json("draft", "-", stdin=text)["notices"]
    assert set(notice) == NOTICE
    assert (notice["file"], notice["notice"], notice["type"], notice["refused"]) == ("-", None, "office-status", None)
    status = next(fact for fact in notice["facts"] if fact["name"] == "status")
    assert status == {"name": "status", "value": "closed", "label": "public", "from": "line 3"}
    assert {"name", "label", "why"} == set(notice["withheld"][0])
    assert all(withheld["label"] == "internal" and withheld["why"] for withheld in notice["withheld"])
    assert SECRET not in json.dumps(notice, ensure_ascii=False)


def test_each_post_is_for_one_account_in_one_language_and_fits(office: Office) -> None:
    (notice,) = office.json("draft", "-", stdin=closed())["notices"]
    assert {(post["language"], post["account"]) for post in notice["posts"]} == {
        ("ja", "page"),
        ("ja", "feed"),
        ("ja", "x-main"),
        ("en", "page"),
        ("en", "feed"),
        ("en", "x-en"),
    }
    for post in notice["posts"]:
        assert set(post) == POST
        assert post["post"] is None
        assert post["template"] == "office-status"
        assert post["variant"] >= 1
        assert post["limit"] is None or 0 < post["length"] <= post["limit"] == 280


def test_a_draft_stores_nothing_without_save_and_gives_identifiers_with_it(office: Office) -> None:
    office.json("draft", "-", stdin=closed())
    assert office.json("notice", "list") == {"notices": []}
    kept = office.drafted()
    assert kept["notice"].startswith("N-")
    assert all(post["post"].startswith("P-") for post in kept["posts"])
    again = office.json("draft", kept["notice"])["notices"][0]
    assert (again["file"], again["notice"]) == (None, kept["notice"])
    assert [post["text"] for post in again["posts"]] == [post["text"] for post in kept["posts"]]


def test_a_held_draft_exits_4_and_says_where(office: Office) -> None:
    held = office.json("draft", "-", stdin=closed(状況="閉鎖または通常どおり"), code=4)["notices"][0]
    stops = [finding for finding in held["findings"] if finding["severity"] != "advise"]
    assert stops
    assert all(set(finding) == FINDING for finding in held["findings"])
    assert all(finding["mend"] for finding in held["findings"])


def test_what_no_type_fits_is_refused_with_exit_3(office: Office) -> None:
    refused = office.json("draft", "-", stdin=MERGER, code=3)["notices"][0]
    assert refused["type"] is None
    assert refused["posts"] == []
    assert "crisis say holding" in refused["refused"]
    assert "東洋開発" not in json.dumps(refused, ensure_ascii=False)


@pytest.mark.parametrize(
    ("kinds", "code"),
    [(("fine",), 0), (("fine", "refused"), 0), (("refused", "refused"), 3), (("fine", "held", "refused"), 4)],
)
def test_several_notices_mix_their_exit_codes(
    office: Office, tmp_path: Path, kinds: tuple[str, ...], code: int
) -> None:
    texts = {"fine": closed(), "held": closed(状況="閉鎖または通常どおり"), "refused": MERGER}
    files = []
    for number, kind in enumerate(kinds):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(texts[kind], "utf-8")
    document = office.json("draft", *files, code=code)
    assert [notice["file"] for notice in document["notices"]] == [str(file) for file in files]


def test_without_a_desk_a_draft_works_on_defaults_and_says_so(office: Office, tmp_path: Path) -> None:
    ran = crisis(
        "draft", "-", "--json", stdin=f"種別：安否確認\nお願い：安否確認メールに返信\n時点：{in_words(now())}\n"
    ).exits(0)
    assert "No desk here" in ran.err
    (notice,) = ran.document["notices"]
    assert {post["language"] for post in notice["posts"]} == {"ja", "en"}
    assert all(post["account"] is None for post in notice["posts"])
    assert {finding["code"] for finding in notice["findings"]} == {"no-account", "no-next-update"}


def test_a_date_in_a_japanese_post_reads_as_japanese_does(office: Office) -> None:
    (notice,) = office.json("draft", "-", stdin=closed())["notices"]
    text = next(post["text"] for post in notice["posts"] if post["account"] == "page" and post["language"] == "ja")
    at = now() - timedelta(minutes=5)
    assert f"{at.month}月{at.day}日({'月火水木金土日'[at.weekday()]})" in text


# scan and measure


def test_scan_exits_4_for_what_must_not_go_out_and_repeats_nothing(office: Office) -> None:
    text = "サーバー db01.intra.kitahama.example の password: hunter2secret です"
    document = office.json("scan", stdin=text, code=4)
    assert all(set(finding) == FINDING for finding in document["findings"])
    assert "hunter2" not in json.dumps(document, ensure_ascii=False)
    assert "db01" not in json.dumps(document, ensure_ascii=False)
    for finding in document["findings"]:
        if finding["severity"] == "block":
            assert 0 <= finding["start"] < finding["end"] <= len(text)


def test_scan_of_a_plain_text_exits_0(office: Office) -> None:
    document = office.json("scan", stdin=f"北浜電機です。{now().hour}:00現在、通常どおりです。")
    assert all(finding["severity"] == "advise" for finding in document["findings"])


def test_measure_answers_each_line(office: Office) -> None:
    rows = [json.dumps("閉鎖しています"), json.dumps("a" * 281), '"\\ud800"', '""']
    ran = crisis("measure", "--platform", "x", "--json-lines", stdin="\n".join(rows) + "\n").exits(0)
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert answers[0] == {"length": 14, "limit": 280, "valid": True}
    assert answers[1] == {"length": 281, "limit": 280, "valid": False}
    assert len(answers) == len(rows)


@pytest.mark.parametrize("row", [b"{}", b"no json", b"\xff\xfe", b'["x"]', b"1", b"null", b"[" * 100_000])
def test_measure_names_the_line_that_is_no_string(office: Office, row: bytes) -> None:
    ran = crisis("measure", "--platform", "x", "--json-lines", stdin=b'"a"\n' + row + b"\n").exits(2)
    assert "Line 2" in ran.err
    assert json.loads(ran.out) == {"length": 1, "limit": 280, "valid": True}


@pytest.mark.parametrize(("platform", "limit"), [("x", 280), ("mastodon", 500), ("bluesky", 300)])
def test_measure_knows_each_platform(office: Office, platform: str, limit: int) -> None:
    ran = crisis("measure", "--platform", platform, "--json-lines", stdin='"a"\n').exits(0)
    assert json.loads(ran.out)["limit"] == limit


# The flow


def test_a_release_by_script(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "notice.txt"
    file.write_text(closed(), "utf-8")
    (added,) = office.json("notice", "add", file)["notices"]
    assert set(added) == {"notice", "type", "refused"}
    (kept,) = office.json("draft", added["notice"], "--save", "--as", "drafter")["notices"]
    posts = [post["post"] for post in kept["posts"]]
    cleared = office.json("clear", *posts, "--as", "approver", "--yes")
    assert cleared == {"posts": [{"post": post, "state": "cleared", "missing": []} for post in posts]}
    assert {row["state"] for row in office.queue().values()} == {"queued", "by-hand"}
    assert office.json("daemon", "--once") == {"published": 4, "unknown": 0, "held": 0, "failed": 0}
    out = [row for row in office.queue().values() if row["account"] == "page"]
    assert [row["state"] for row in out] == ["published"] * 2
    (release,) = office.json("ledger", "releases")["releases"]
    told = {"release", "notices", "released", "withheld", "posts", "cleared_by", "at", "refused"}
    assert set(release) == told | {"approvals", "precleared_by", "outside", "on_duty"}
    assert release["cleared_by"] == ["approver"]
    assert release["notices"] == [added["notice"]]
    assert {post["state"] for post in release["posts"]} == {"published", "by-hand"}
    verdict = office.json("ledger", "verify")
    assert set(verdict) == {"ok", "entries", "root", "problems", "key", "key_on_trust"}
    assert verdict["ok"] is True
    assert verdict["problems"] == []


def test_clear_refuses_the_last_editor_and_leaves_a_document(office: Office) -> None:
    posts = office.waiting()
    document = office.json("clear", *posts, "--as", "drafter", "--yes", code=3)
    assert [row["post"] for row in document["posts"]] == posts
    assert {row["state"] for row in document["posts"]} == {"in-review"}
    assert all(row["missing"] for row in document["posts"])


def test_whoever_edits_last_may_not_clear_and_the_drafter_may(office: Office, tmp_path: Path) -> None:
    post = office.waiting()[0]
    (tmp_path / "new.txt").write_text(f"北浜電機 仙台事業所は閉鎖しています。{in_words(now())}現在\n", "utf-8")
    edited = office.json("edit", post, "--text", tmp_path / "new.txt", "--as", "approver")
    assert set(edited["posts"][0]) == {"post", "text", "length", "limit"}
    office.json("clear", post, "--as", "approver", "--yes", code=3)
    assert office.json("clear", post, "--as", "drafter", "--yes")["posts"][0]["state"] == "cleared"


def test_a_finding_that_holds_is_released_with_a_reason(office: Office) -> None:
    posts = office.waiting()
    office.run(
        "edit", posts[0], "--text", "-", "--as", "drafter", stdin="仙台支店長の山田太郎が対応します。9:00現在"
    ).exits(4)
    held = office.run("clear", posts[0], "--as", "approver", "--yes", "--json").exits(4)
    code = held.document["error"]["code"]
    assert code == "held"
    assert "山田" not in held.out + held.err
    office.run("clear", posts[0], "--as", "approver", "--yes", "--accept", "pii-name").exits(2)
    accepted = office.json(
        "clear",
        posts[0],
        "--as",
        "approver",
        "--yes",
        "--accept",
        "pii-name",
        "--accept",
        "copied",
        "--reason",
        "本人同意",
    )
    assert accepted["posts"][0]["state"] == "cleared"


def test_clear_without_posts_lists_what_waits(office: Office) -> None:
    assert office.json("clear") == {"posts": []}
    posts = office.waiting()
    listed = office.json("clear")["posts"]
    assert sorted(row["post"] for row in listed) == sorted(posts)
    assert all(set(row) == {"post", "state", "missing"} for row in listed)
    assert "crisis clear" in office.run("clear").exits(0).err


def test_one_release_for_some_posts_leaves_the_others_waiting(office: Office) -> None:
    posts = office.waiting()
    office.json("clear", *posts[:3], "--as", "approver", "--yes")
    assert sorted(row["post"] for row in office.json("clear")["posts"]) == sorted(posts[3:])


def test_return_needs_a_reason_and_voids_the_post(office: Office) -> None:
    posts = office.waiting()
    office.run("return", posts[0], "--as", "approver").exits(2)
    returned = office.json("return", posts[0], "--as", "approver", "--reason", "拠点が違う")
    assert returned == {"posts": [{"post": posts[0], "state": "returned", "missing": []}]}
    assert posts[0] not in {row["post"] for row in office.json("clear")["posts"]}


def test_hold_needs_nobody_and_resume_is_signed(office: Office) -> None:
    posts = office.cleared()
    held = office.json("hold")
    assert {row["state"] for row in held["held"]} == {"held"}
    assert held["left"] == []
    assert office.json("daemon", "--once")["published"] == 0
    assert office.json("status")["stops"]
    office.run("resume", "--yes", "--json").exits(2)
    resumed = office.json("resume", "--as", "approver", "--yes")
    assert {row["state"] for row in resumed["deliveries"]} == {"queued"}
    assert office.json("status")["stops"] == []
    assert office.json("daemon", "--once")["published"] == len(
        [p for p in posts if office.queue()[p]["account"] in ("page", "feed")]
    )


def test_hold_of_one_account_leaves_the_others(office: Office) -> None:
    office.cleared()
    assert {row["account"] for row in office.json("hold", "--account", "page")["held"]} == {"page"}
    assert office.json("daemon", "--once")["published"] == 2
    office.run("hold", "--account", "nowhere").exits(2)


def test_withdraw_before_it_leaves_and_not_after(office: Office) -> None:
    posts = office.cleared()
    by_account = {row["account"]: post for post, row in office.queue().items()}
    first = by_account["page"]
    office.run("withdraw", first, "--as", "drafter").exits(2)
    assert office.json("withdraw", first, "--as", "drafter", "--reason", "変更") == {
        "posts": [{"post": first, "state": "withdrawn"}]
    }
    assert office.queue()[first]["state"] == "withdrawn"
    office.json("daemon", "--once")
    out = next(post for post in posts if office.queue()[post]["state"] == "published")
    refused = office.run("withdraw", out, "--as", "drafter", "--reason", "変更", "--json").exits(3)
    assert refused.document["error"]["code"] == "left-already"
    assert "crisis correct" in refused.err


def test_correct_drafts_a_new_post_that_says_so(office: Office) -> None:
    office.cleared()
    office.json("daemon", "--once")
    out = next(post for post, row in office.queue().items() if row["state"] == "published")
    right = f"北浜電機 仙台事業所は閉鎖しています。{in_words(now())}現在"
    corrected = office.json("correct", out, "--text", "-", "--as", "drafter", stdin=right)
    assert corrected["corrects"] == out
    assert corrected["post"] != out
    assert corrected["text"].endswith(right)
    assert corrected["text"] != right
    waiting = office.waiting(closed("大阪支社"))[0]
    office.run("correct", waiting, "--text", "-", "--as", "drafter", stdin=right).exits(3)


def test_who_corrects_a_post_hears_where_its_words_are_out_besides(office: Office) -> None:
    office.cleared()
    office.json("daemon", "--once")
    page = next(post for post, row in office.queue().items() if row["account"] == "page")
    right = f"北浜電機 仙台事業所は閉鎖しています。{in_words(now())}現在"
    told = office.run("correct", page, "--text", "-", "--as", "drafter", stdin=right).exits(0)
    (feed,) = re.findall(r"feed: crisis correct (…\w+) ", told.out)
    told = office.run("correct", feed, "--text", "-", "--as", "drafter", stdin=right).exits(0)
    assert "crisis correct …" not in told.out


def test_hand_gives_exactly_the_cleared_text(office: Office, tmp_path: Path) -> None:
    post = office.by_hand()
    text = next(
        p["text"] for r in office.json("ledger", "releases")["releases"] for p in r["posts"] if p["post"] == post
    )
    assert office.run("hand", post).exits(0).out == text + "\n"
    office.run("hand", post, "--out", tmp_path / "post.txt").exits(0)
    assert office.run("hand", post, "--qr").exits(0).out == drawn(text, columns=None, coloured=False)
    assert (tmp_path / "post.txt").read_bytes() == text.encode()
    assert office.json("hand", post)["text"] == text
    assert post in {row["post"] for row in office.json("hand")["deliveries"]}
    wrong = office.run("hand", post, "--done", "https://x.com/1", "--seen", "-", stdin=text + "!").exits(3)
    assert "exact text" in wrong.err
    with sqlite3.connect(office.folder / "crisis.db") as database:
        assert database.execute("select odd, post, url, ended_at from odd_post").fetchall() == [
            ("changed", post, "https://x.com/1", None)
        ]
    done = office.json("hand", post, "--done", "https://x.com/1", "--seen", "-", stdin=text)
    assert (done["state"], done["url"]) == ("published", "https://x.com/1")
    office.run("hand", post, "--done", "https://x.com/1").exits(3)


@pytest.mark.parametrize("nowhere", ["javascript:alert(1)", "done", "ftp://x.com/1", 'https://x.com/"><b>', "https://"])
def test_a_post_stands_at_an_address_of_the_web(office: Office, nowhere: str) -> None:
    post = office.by_hand()
    refused = office.run("hand", post, "--done", nowhere, "--as", "drafter").exits(2)
    assert "no web address" in refused.err
    office.run("settle", post, "--published", nowhere, "--as", "drafter").exits(2)


def test_a_post_on_another_account_is_asked_about(office: Office) -> None:
    post = office.by_hand()
    told = office.run("hand", post, "--done", "x.com/somebody/status/1", "--as", "drafter").exits(0)
    assert "https://x.com/somebody/status/1" in told.out
    assert "right account" in told.err


def test_settle_is_for_what_nobody_is_sure_of(office: Office) -> None:
    post = office.cleared()[0]
    office.run("settle", post).exits(2)
    office.run("settle", post, "--not-sent").exits(2)
    office.run("settle", post, "--published", "https://x.com/1", "--not-sent", "--reason", "r").exits(2)
    assert (
        office.run("settle", post, "--published", "https://x.com/1", "--json").exits(3).document["error"]["code"]
        == "not-unknown"
    )


# Incidents, accounts, people, the ledger, the desk


def test_an_incident_holds_what_is_routine_and_lists_who_to_phone(office: Office) -> None:
    office.cleared()
    opened = office.json("incident", "open", "earthquake")
    assert {row["state"] for row in opened["held"]} == {"held"}
    assert opened["incident"].startswith("I-")
    (listed,) = office.json("incident", "list")["incidents"]
    assert set(listed) == {"incident", "kind", "severity", "names", "opened", "closed", "runbook", "begins"}
    assert listed["closed"] is None
    shown = office.run("incident", "open", "typhoon").exits(0).out
    assert "03-0000-0110" in shown
    office.run("incident", "open", "no-such").exits(2)


def test_an_incident_closes_once_nothing_of_it_is_still_to_go(office: Office) -> None:
    incident = office.json("incident", "open", "earthquake")["incident"]
    office.json("resume", "--as", "approver", "--yes")
    posts = office.cleared()
    refused = office.run("incident", "close", incident, "--as", "drafter", "--json").exits(3)
    assert refused.document["error"]["code"] == "posts-still-open"
    assert "crisis hand P-" in refused.document["error"]["mend"]
    assert f"crisis incident close {incident} --final" in refused.document["error"]["mend"]
    office.json("withdraw", *posts, "--as", "drafter", "--reason", "訓練")
    assert office.json("incident", "close", incident, "--as", "drafter", "--yes")["closed"]
    office.run("incident", "close", incident, "--as", "drafter").exits(3)


def test_accounts_are_listed_and_checked(office: Office) -> None:
    listed = office.json("account", "list")["accounts"]
    assert [row["account"] for row in listed] == ["page", "feed", "x-main", "x-en"]
    assert [row["by_hand"] for row in listed] == [False, False, True, True]
    assert all(row["ok"] for row in office.json("account", "check")["accounts"])
    office.configure('url = "https://x.com/kitahama_jp"', 'credentials = "env:CRISIS_X_NOBODY"')
    checked = {row["account"]: row for row in office.json("account", "check", code=6)["accounts"]}
    assert checked["x-main"]["ok"] is False
    assert "CRISIS_X_NOBODY" in checked["x-main"]["problem"]


ENROL = ("person", "add", "suzuki", "--name", "鈴木花子", "--role", "approver", "--generate", "--as", "drafter")


def in_force(office: Office, *arguments: str) -> None:
    """A decision that `drafter` proposes and `approver` confirms."""
    proposed = office.json(*arguments, "--as", "drafter")
    assert (proposed["in_force"], proposed["missing"]) == (False, 1)
    confirmed = office.json("person", "confirm", proposed["decision"], "--as", "approver", "--yes")
    assert confirmed["in_force"] is True
    assert confirmed["signed_by"] == ["drafter", "approver"]


def test_people_are_enrolled_listed_and_revoked_by_two(office: Office) -> None:
    added = office.json(*ENROL)
    assert added["key"].startswith("ssh-ed25519 ")
    assert (office.folder / "keys" / "suzuki").stat().st_mode & 0o777 == 0o600
    assert {row["person"] for row in office.json("person", "list")["people"]} == {"drafter", "approver"}
    office.json("person", "confirm", added["decision"], "--as", "approver", "--yes")
    assert {row["person"] for row in office.json("person", "list")["people"]} == {"drafter", "approver", "suzuki"}
    posts = office.waiting()
    office.run("person", "revoke", "suzuki", "--as", "drafter").exits(2)
    in_force(office, "person", "revoke", "suzuki", "--yes")
    assert [row["revoked"] for row in office.json("person", "list")["people"]] == [False, False, True]
    refused = office.json("clear", *posts, "--as", "suzuki", "--yes", code=3)
    assert refused["error"]["code"] == "person-not-valid"
    assert office.json("ledger", "verify")["ok"] is True


def test_a_lost_key_is_suspended_by_one_and_comes_back_by_two(office: Office) -> None:
    posts = office.waiting()
    suspended = office.json("person", "suspend", "approver", "--as", "drafter", "--yes")
    assert suspended["in_force"] is True
    assert office.json("clear", *posts, "--as", "approver", "--yes", code=3)["error"]["code"] == "person-not-valid"
    in_force(office, "person", "reinstate", "approver")
    assert office.json("clear", *posts, "--as", "approver", "--yes")["posts"][0]["state"] == "cleared"


def test_a_mistake_about_people_is_one_sentence(office: Office) -> None:
    office.run(*ENROL[:-2]).exits(2)
    office.run("person", "add", "suzuki", "--name", "x", "--role", "boss", "--generate", "--as", "drafter").exits(2)
    office.run("person", "add", "suzuki", "--name", "x", "--role", "approver", "--as", "drafter").exits(2)
    office.run(
        "person", "add", "../suzuki", "--name", "x", "--role", "approver", "--generate", "--as", "drafter"
    ).exits(2)
    office.run("person", "add", "suzuki", "--name", "x", "--generate", "--as", "drafter").exits(3)
    assert not (office.folder / "keys" / "suzuki").exists()
    office.run("person", "change", "approver", "--as", "drafter").exits(2)
    office.run("person", "change", "approver", "--until", "tomorrow", "--as", "drafter").exits(2)
    office.run("person", "revoke", "approver", "--as", "drafter", "--yes").exits(3)
    office.run("person", "confirm", "7F3K", "--as", "approver", "--yes").exits(2)


def test_the_ledger_shows_entries_and_finds_what_was_changed(office: Office) -> None:
    office.cleared()
    entries = office.json("ledger", "show", "--last", 3)["entries"]
    assert [set(entry) for entry in entries] == [{"entry", "at", "kind", "body"}] * 3
    with sqlite3.connect(office.folder / "crisis.db") as database:
        database.execute("UPDATE ledger_entry SET body = replace(body, 'drafter', 'nobodys') WHERE seq = 3")
    verdict = office.json("ledger", "verify", code=5)
    assert verdict["ok"] is False
    assert {"entry", "what"} == set(verdict["problems"][0])
    assert "DOES NOT HOLD" in office.run("ledger", "verify").exits(5).out
    assert office.run("doctor", "--json").document["checks"]


def test_the_desk_tells_how_it_stands(office: Office) -> None:
    office.cleared()
    office.json("incident", "open", "earthquake")
    standing = office.json("status")
    assert set(standing) == {
        "mode",
        "at",
        "incidents",
        "stops",
        "waiting",
        "deliveries",
        "promises",
        "outdated",
        "failing",
        "changed",
        "awaited",
        "odd",
        "not_stopped",
        "disputes",
        "proposals",
        "agendas",
        "next",
        "alerts",
        "enquiries",
        "owed",
        "returned",
    }
    assert standing["mode"] == "actual"
    office.json("hold")
    documents = [standing, office.json("queue"), office.json("incident", "list"), office.json("ledger", "releases")]
    told = list(times_of(documents, ("at", "since", "due", "not_after", "opened", "closed")))
    assert told
    assert all(OFFSET.fullmatch(at) and at.endswith("+09:00") for at in told)


def test_doctor_names_what_to_mend(office: Office) -> None:
    document = office.json("doctor")
    assert all(set(check) == {"check", "ok", "warning", "what"} for check in document["checks"])
    (office.folder / "keys" / "drafter").chmod(0o644)
    checks = {check["check"]: check for check in office.json("doctor", code=2)["checks"]}
    assert "chmod go-rwx" in checks["modes"]["what"]


def test_init_makes_a_desk_that_works_as_it_is(tmp_path: Path, office: Office) -> None:
    made = crisis("init", tmp_path / "new", "--json").exits(0).document
    assert made == {"desk": str(tmp_path / "new"), "sample": False}
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700
    assert crisis("status", "--json", "--desk", tmp_path / "new").exits(0).document["deliveries"] == {}
    again = crisis("init", tmp_path / "new", "--json").exits(3)
    assert again.document["error"]["code"] == "already-a-desk"


def test_a_rehearsal_tells_its_measures(office: Office) -> None:
    played = office.json("rehearse", "earthquake", "--seed", 3)
    assert set(played) >= {"runbook", "seed", "objectives", "injects", "traps", "report"}
    assert played["seed"] == 3
    assert Path(played["report"]).is_file()
    assert Path(played["report"]).is_absolute()
    office.run("rehearse", "no-such-runbook").exits(2)


# Whole flows in processes of their own


def test_a_whole_release_in_processes(office: Office) -> None:
    desk = ("--desk", office.folder, "--json")
    kept = process("draft", "-", "--save", "--as", "drafter", *desk, stdin=closed().encode()).exits(0).document
    posts = [post["post"] for post in kept["notices"][0]["posts"]]
    process("clear", *posts, "--as", "approver", "--yes", *desk).exits(0)
    assert process("daemon", "--once", *desk).exits(0).document["published"] == 4
    assert process("ledger", "verify", *desk).exits(0).document["ok"] is True
    assert (office.folder / "public" / "index.html").is_file()


def test_a_refusal_in_a_process_is_one_sentence_and_one_document(office: Office) -> None:
    posts = office.waiting()
    ran = process("clear", *posts, "--as", "drafter", "--yes", "--json", "--desk", office.folder).exits(3)
    assert ran.document["posts"]
    assert len(ran.err.strip().splitlines()) == 1
