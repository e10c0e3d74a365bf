"""What people get wrong: one clear sentence with the mend, the right exit code, never a traceback."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from cli_kit import Office, closed, crisis, in_words, now, process

ENTITIES = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;">]>
<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>&b;</title></entry></feed>"""
FEED = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>t</title>
<entry><title>拠点の状況</title><content>{text}</content></entry>
<entry><title>拠点の状況</title><content>{other}</content></entry></feed>"""
DEEP = 30


def nested(depth: int) -> str:
    """The notice as a table, inside so many tables that lay a page out."""
    rows = "".join("<tr><th>{}</th><td>{}</td></tr>".format(*line.split("：", 1)) for line in closed().splitlines()[1:])
    inside = f"<h1>拠点の状況について</h1><table>{rows}</table>"
    return "<html><body>" + "<table><tr><td>" * depth + inside + "</td></tr></table>" * depth + "</body></html>"


def mail(**parts: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = "拠点の状況について"
    message["From"] = "soumu@kitahama.example"
    message.set_content(parts.get("text", closed()), charset="utf-8")
    return message.as_bytes()


def picture() -> bytes:
    message = EmailMessage()
    message["Subject"] = "写真"
    message.add_attachment(b"\x89PNG\r\n\x1a\n" + bytes(64), maintype="image", subtype="png", filename="x.png")
    return message.as_bytes()


BAD: dict[str, tuple[bytes, str, int]] = {
    "empty": (b"", "notice.txt", 3),
    "blank": (b" \n\n\t", "notice.txt", 3),
    "cut-mail": (mail()[: len(mail()) * 2 // 3], "notice.eml", 4),
    "binary": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "notice.txt", 3),
    "noise": (os.urandom(4096), "notice.bin", 3),
    "mail-without-text": (picture(), "notice.eml", 3),
    "entities": (ENTITIES.encode(), "feed.xml", 3),
    "broken-xml": (b"<?xml version='1.0'?><feed><entry><title>x", "feed.xml", 3),
    "no-type": ("来週の食堂の献立です。\n".encode(), "menu.txt", 3),
    "two-values": (closed().replace("状況：閉鎖\n", "状況：閉鎖\n状況：通常どおり\n").encode(), "notice.txt", 4),
    "no-such-date": (closed(次回="2026年2月30日 10:00").encode(), "notice.txt", 4),
    "weekday": (closed(次回="2026年10月9日(月) 10:00").encode(), "notice.txt", 4),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_notice_is_refused_or_held_with_the_mend(office: Office, tmp_path: Path, case: str) -> None:
    data, name, code = BAD[case]
    file = tmp_path / name
    file.write_bytes(data)
    ran = office.run("draft", file, "--json")
    assert ran.code in ({3, 4} if case in {"cut-mail", "noise", "mail-without-text", "broken-xml"} else {code}), ran.out
    ran.exits(ran.code)
    (notice,) = ran.document["notices"]
    mends = [finding["mend"] for finding in notice["findings"] if finding["severity"] != "advise"]
    assert mends or notice["refused"]
    shown = office.run("draft", file).exits(ran.code)
    assert (notice["refused"] or mends[0].replace("_", " ")) in shown.out


def test_a_promise_that_is_past_is_advised_of(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "notice.txt"
    file.write_text(closed(次回=in_words(now() - timedelta(hours=2))), "utf-8")
    (notice,) = office.json("draft", file)["notices"]
    assert {f["severity"] for f in notice["findings"] if f["code"] == "past-next-update"} == {"advise"}


@pytest.mark.parametrize("case", [case for case in BAD if case not in ("empty", "blank", "broken-xml")])
def test_the_bytes_of_a_bad_notice_are_kept(office: Office, tmp_path: Path, case: str) -> None:
    data, name, _code = BAD[case]
    file = tmp_path / name
    file.write_bytes(data)
    ran = office.run("notice", "add", file, "--json")
    assert ran.code in (0, 3)
    (added,) = ran.exits(ran.code).document["notices"]
    office.run("notice", "show", added["notice"]).exits(0)
    with closing(sqlite3.connect(office.folder / "crisis.db")) as database:
        ((kept,),) = database.execute("SELECT raw FROM notice WHERE id = ?", (added["notice"],))
    assert kept == data


def test_a_notice_in_the_wrong_charset_is_read_or_held(office: Office) -> None:
    for charset in ("cp932", "euc-jp", "iso-2022-jp", "utf-16"):
        ran = office.run("draft", "-", "--json", stdin=closed().encode(charset))
        (notice,) = ran.exits(ran.code).document["notices"]
        assert notice["type"] == "office-status"
        assert "仙台" in notice["posts"][0]["text"]


def test_a_hundred_megabytes_are_refused_at_once(office: Office, tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    before = time.process_time()
    for command in (("draft", large), ("notice", "add", large), ("draft", large, "--save", "--as", "drafter")):
        ran = office.run(*command).exits(2)
        assert "20 MB" in ran.err
    assert time.process_time() - before < 5
    with large.open("rb") as stdin:
        done = subprocess.run(
            [sys.executable, "-m", "crisis", "draft", "-"], stdin=stdin, capture_output=True, check=False, timeout=60
        )
    assert done.returncode in (2, 3)
    assert b"Traceback" not in done.stderr
    assert b"20 MB" in done.stderr + done.stdout


@pytest.mark.parametrize("depth", [0, 1, 3, DEEP])
def test_nested_tables_are_read(office: Office, depth: int) -> None:
    (notice,) = office.json("draft", "-", stdin=nested(depth))["notices"]
    assert {fact["name"] for fact in notice["facts"]} >= {"site", "status", "reason", "next_update"}


def test_tables_without_end_break_nothing(office: Office) -> None:
    ran = office.run("draft", "-", "--json", stdin="<table><tr><td>" * 50_000)
    assert ran.exits(ran.code).code in (3, 4)


def test_a_feed_without_ids_gives_its_notices(office: Office, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text(FEED.format(text=closed(), other=closed("大阪支社")), "utf-8")
    assert len(office.json("draft", feed)["notices"]) == 2
    kept = {row["notice"] for row in office.json("notice", "add", feed)["notices"]}
    assert len(kept) == 2
    assert {row["notice"] for row in office.json("notice", "add", feed)["notices"]} == kept


@pytest.mark.parametrize("payload", ["{{ 7*7 }}", "{% raw %}", "{{ config }}", "{x}", "${HOME}", "%s%n"])
def test_template_syntax_in_a_field_is_only_text(office: Office, payload: str) -> None:
    ran = office.run("draft", "-", "--json", stdin=closed(reason=f"地震のため {payload}", 件名2=payload))
    (notice,) = ran.exits(ran.code).document["notices"]
    for post in notice["posts"]:
        assert payload not in post["text"]
        assert "49" not in post["text"].replace(in_words(now()), "") or "49" in in_words(now())
    office.run("draft", "-", stdin=payload).exits(3)
    office.run("notice", "add", "-", stdin=f"件名：{payload}\n" + closed()).exits(0)
    assert payload in office.run("notice", "list").exits(0).out + office.run("notice", "list", "--json").out


# crisis.toml

TYPOS = {
    "timezone": ('timezone = "Asia/Tokyo"', 'timezon = "Asia/Tokyo"', ["[desk]", "timezon", "timezone"]),
    "zone": ('timezone = "Asia/Tokyo"', 'timezone = "Asia/Tokio"', ["[desk]", "timezone", "Asia/Tokyo"]),
    "platform": ('platform = "feed"', 'platform = "fed"', ["[[account]]", "platform", "feed"]),
    "language": ('languages = ["ja", "en"]', 'languages = ["jp"]', ["[desk]", "languages", "ja"]),
    "secret": ('url = "https://x.com/kitahama_jp"', 'credentials = "hunter2secret"', ["credentials", "env:PREFIX"]),
    "syntax": ("[links]", "[links", ["line "]),
    "name": ('name = "Kitahama Denki crisis desk"\n', "", ["[desk]", "name", "missing"]),
}


@pytest.mark.parametrize("case", TYPOS)
@pytest.mark.parametrize("command", [("draft", "-"), ("queue",), ("account", "list")], ids=lambda c: c[0])
def test_a_mistake_in_crisis_toml_names_its_place(office: Office, case: str, command: tuple[str, ...]) -> None:
    old, new, told = TYPOS[case]
    office.configure(old, new)
    ran = office.run(*command, stdin=closed()).exits(2)
    assert len(ran.err.strip().splitlines()) == 1
    assert "crisis.toml" in ran.err
    for word in told:
        assert word in ran.err
    assert "hunter2secret" not in ran.err


# Folders and files


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_desk_says_so(office: Office) -> None:  # pragma: no cover
    office.folder.chmod(0o500)
    office.run("hold").exits(1)


def test_a_database_that_cannot_be_opened_says_so(office: Office) -> None:
    (office.folder / "crisis.db").unlink()
    (office.folder / "crisis.db").mkdir()
    for command in (("queue",), ("hold",), ("clear",), ("daemon", "--once"), ("status",)):
        ran = office.run(*command)
        assert ran.code in (1, 2)
        ran.exits(ran.code)
        assert "database" in ran.err
        assert len(ran.err.strip().splitlines()) == 1


def test_a_damaged_database_says_so(office: Office) -> None:
    (office.folder / "crisis.db").write_bytes(b"no database at all" * 1000)
    ran = office.run("queue")
    ran.exits(ran.code)
    assert ran.code in (1, 2, 5)
    assert "database" in ran.err


@pytest.mark.parametrize(
    "command",
    [
        ("draft", "nowhere.txt"),
        ("draft", "."),
        ("notice", "add", "nowhere.txt"),
        ("notice", "add", "."),
        ("notice", "show", "N-nowhere"),
        ("draft", "N-nowhere"),
        ("clear", "P-nowhere", "--as", "approver", "--yes"),
        ("edit", "P-nowhere", "--text", "nowhere.txt", "--as", "drafter"),
        ("hand", "P-nowhere"),
        ("settle", "P-nowhere", "--published", "https://x.com/1"),
        ("correct", "P-nowhere", "--text", ".", "--as", "drafter"),
        ("incident", "close", "I-nowhere", "--as", "drafter"),
        ("person", "revoke", "nobody", "--yes"),
        ("say", "no-such-type", "--as", "drafter"),
        ("say", "holding"),
        ("draft", "-", "--type", "no-such-type"),
        ("no-such-command",),
        ("queue", "--no-such-option"),
        ("measure",),
        ("measure", "--platform", "myspace"),
        ("ledger", "show", "--last", "0"),
        ("ledger", "show", "--last", "many"),
        ("clear", "--as"),
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_2_with_one_sentence(office: Office, command: tuple[str, ...]) -> None:
    ran = office.run(*command).exits(2)
    assert ran.err.strip()


def test_a_desk_that_is_none(office: Office, tmp_path: Path) -> None:
    assert "There is no desk here" in crisis("queue").exits(2).err
    assert "crisis.toml" in crisis("queue", "--desk", tmp_path / "nowhere").exits(2).err
    crisis("init", tmp_path / "desk").exits(3)
    (tmp_path / "file").write_text("x")
    crisis("init", tmp_path / "file").exits(2)
    crisis("init", tmp_path / "file" / "below").exits(2)


@pytest.mark.parametrize("name", ["../evil", "a/b", "", ".", "keys", "x" * 300, "山田 太郎", "a\nb", "ledger"])
def test_a_person_with_an_odd_name_breaks_nothing(office: Office, name: str) -> None:
    before = {path for path in office.folder.parent.rglob("*") if path.is_file()}
    ran = office.run("person", "add", name, "--name", "x", "--role", "approver", "--generate")
    ran.exits(ran.code)
    added = {path for path in office.folder.parent.rglob("*") if path.is_file()} - before
    assert all(path.parent in (office.folder / "keys", office.folder) for path in added), added


def test_a_text_that_is_no_text_is_refused(office: Office, tmp_path: Path) -> None:
    post = office.waiting()[0]
    assert "UTF-8" in office.run("edit", post, "--text", "-", "--as", "drafter", stdin=b"\xff\xfe\x00").exits(2).err
    assert "UTF-8" in office.run("scan", stdin=b"\xff\xff\xff").exits(2).err
    office.run("edit", post, "--text", "-", "--as", "drafter", stdin="").exits(4)
    office.run("scan", stdin="").exits(0)


def test_an_output_that_cannot_be_written_is_said(office: Office) -> None:
    post = office.by_hand()
    assert "nowhere" in office.run("hand", post, "--out", "nowhere/post.txt").exits(2).err


def test_a_hyphen_is_the_screen(office: Office) -> None:
    post = office.by_hand()
    assert office.run("hand", post, "--out", "-").exits(0).out == office.run("hand", post).exits(0).out != ""


@pytest.mark.parametrize("at", ["25:00", "soon", "16:3x", "2026-13-01T10:00", "：", "10月9日"])
def test_a_time_that_is_none(office: Office, at: str) -> None:
    posts = office.waiting()
    assert "HH:MM" in office.run("clear", *posts, "--as", "approver", "--yes", "--at", at).exits(2).err


def test_a_time_that_is_past_or_beyond_what_the_text_says(office: Office) -> None:
    posts = office.waiting()
    clear = ("clear", *posts, "--as", "approver", "--yes", "--json", "--at")
    assert office.run(*clear, "2020-01-01T10:00").exits(2).document["error"]["code"] == "time-past"
    beyond = office.run(*clear, (now() + timedelta(hours=3)).isoformat()).exits(3)
    assert beyond.document["error"]["code"] == "over-by-then"
    assert office.json("queue") == {"deliveries": []}
    office.run(*clear, (now() + timedelta(minutes=30)).isoformat()).exits(0)
    assert office.json("daemon", "--once")["published"] == 0


def test_without_a_terminal_nothing_irreversible_is_done(office: Office) -> None:
    posts = office.waiting()
    assert "--yes" in office.run("clear", *posts, "--as", "approver").exits(2).err
    assert office.json("queue") == {"deliveries": []}


def test_ctrl_c_ends_without_a_traceback(office: Office) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "crisis", "daemon", "--desk", str(office.folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as daemon:
        assert daemon.stderr is not None
        daemon.stderr.readline()
        time.sleep(3)
        daemon.send_signal(signal.SIGINT)
        _out, err = daemon.communicate(timeout=20)
    assert daemon.returncode == 0
    assert b"Traceback" not in err
    assert list((office.folder / "senders").iterdir()) == []


def test_ctrl_c_at_standard_input(office: Office) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "crisis", "scan", "--desk", str(office.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as scan:
        time.sleep(3)
        scan.send_signal(signal.SIGINT)
        _out, err = scan.communicate(timeout=20)
    assert scan.returncode == 130
    assert b"Traceback" not in err


def test_a_closed_pipe_is_no_fault(office: Office) -> None:
    command = f"{sys.executable} -m crisis ledger show --desk '{office.folder}' | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False, timeout=60)
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


# Secrets


CANARY = "canary-7f3a-do-not-show"
NAMES = ("API_KEY", "API_SECRET", "ACCESS_TOKEN", "ACCESS_TOKEN_SECRET")


def test_no_secret_of_the_environment_is_shown_or_kept(office: Office) -> None:
    office.configure(
        'url = "https://x.com/kitahama_jp"', 'api_base = "http://127.0.0.1:9"\ncredentials = "env:CRISIS_X_MAIN"'
    )
    secrets = {f"CRISIS_X_MAIN_{name}": f"{CANARY}-{name}" for name in NAMES}
    said = []
    for name, value in secrets.items():
        os.environ[name] = value
    try:
        posts = office.waiting()
        for command in (
            ("clear", *posts, "--as", "approver", "--yes"),
            ("daemon", "--once", "--json"),
            ("daemon", "--once"),
            ("queue", "--json"),
            ("queue",),
            ("account", "list", "--json"),
            ("account", "check"),
            ("doctor",),
            ("status", "--json"),
            ("ledger", "show", "--json"),
            ("ledger", "releases", "--json"),
        ):
            ran = office.run(*command)
            said.append(ran.exits(ran.code).out + ran.err)
        tried = process("daemon", "--once", "--desk", office.folder)
        said.append(tried.out + tried.err)
    finally:
        for name in secrets:
            del os.environ[name]
    assert CANARY not in "".join(said)
    kept = [path for path in office.folder.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]
    assert kept == []
    row = next(row for row in office.queue().values() if row["account"] == "x-main")
    assert row["attempts"] >= 1, "the account was never tried, so the test shows nothing"


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_came_from_outside_moves_no_cursor(office: Office, tmp_path: Path, language: str) -> None:
    """An escape in a mail could show whoever clears another text than the one that goes out."""
    mail = tmp_path / "mail.txt"
    mail.write_text("仙台事業所\x1b[2J 休業\n対象拠点：仙台事業所\n状況：休業\n担当：\x1b[1A\x9b2J\n", "utf-8")
    told = [office.run("notice", "add", str(mail), "--lang", language)]
    notice = told[0].out.split()[0]
    told += [office.run("notice", "show", notice), office.run("notice", "list"), office.run("draft", str(mail))]
    office.run(
        "enquiry", "add", "NHK \x1b[2J\n1. settle everything", "--question", "why\x1b[1A", "--as", "drafter"
    ).exits(0)
    board = office.run("board", "--plain")
    told += [board, office.run("enquiry", "list"), office.run("status")]
    assert not [ran.out + ran.err for ran in told if "\x1b" in ran.out + ran.err or "\x9b" in ran.out + ran.err]
    assert "\n1. settle" not in board.out


def test_a_note_of_a_call_is_refused_and_says_where_it_belongs(office: Office, tmp_path: Path) -> None:
    note = tmp_path / "call.txt"
    note.write_text(
        "電話メモ 14:05 北日本新報の記者から\n「火災は放火ですか」と聞かれた。折り返すと答えた。\n", "utf-8"
    )
    told = office.run("draft", note, "--lang", "ja").exits(3)
    assert "crisis enquiry add" in told.out + told.err
    added = office.run("notice", "add", note, "--json").exits(3).document
    assert "crisis enquiry add" in added["notices"][0]["refused"]
