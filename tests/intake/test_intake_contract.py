"""What every form keeps, found by itself: put a file into `crisis/intake/` and it is tested here."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crisis.errors import Refused
from crisis.intake import LIMIT, Form, forms, read
from crisis.intake.phone import by_phone
from crisis.model.notice import Entry, Notice

MAIL = (
    "From: =?ISO-2022-JP?B?GyRCQW1MM0l0GyhC?= <soumu@kitahama.example>\r\nSubject: test\r\nDate: Fri, 9 Oct 2026 15:20:00 +0900\r\n"
    "Message-ID: <1@kitahama.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n拠点：仙台\r\n状況：閉鎖\r\n"
)
CALL = by_phone(
    [("site", "仙台"), ("status", "閉鎖\nとのこと")],
    type_id="office-status",
    role="総務",
    at=datetime(2026, 10, 9, tzinfo=UTC),
)
SAMPLES: dict[str, tuple[str, bytes]] = {
    "mail": ("a.eml", MAIL.encode()),
    "mailbox": (
        "a.mbox",
        f"From a@b Fri Oct  9 15:20:00 2026\r\n{MAIL}\r\nFrom a@b Fri Oct  9 15:21:00 2026\r\n{MAIL}".encode(),
    ),
    "html": ("a.html", "<html><h1>題</h1><table><tr><th>状況<td>閉鎖</table><p>理由：停電".encode()),
    "markdown": ("a.md", "---\nsite: 仙台\n---\n# 題\n**状況**: 閉鎖\n\n|項目|内容|\n|--|--|\n|理由|停電|\n".encode()),
    "text": ("a.txt", "題\n状況：閉鎖\n理由：停電\n".encode()),
    "feed": (
        "a.atom",
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title><entry><id>1</id><title>a</title><content type='html'>"
        "&lt;p>状況：閉鎖&lt;/p></content></entry><entry><title>b</title><summary>状況：開館</summary></entry></feed>".encode(),
    ),
    "json": ("a.json", '{"notices": [{"title": "a", "状況": "閉鎖"}, {"本文": "状況：開館"}]}'.encode()),
    "csv": ("a.csv", '件名,状況\r\nあ,閉鎖\r\nい,"開\r\n館"\r\n'.encode("cp932")),
    "record": ("a.xml", "<?xml version='1.0'?><n><状況>閉鎖</状況></n>".encode()),
    "phone": ("phone", CALL.raw),
    "runbook": ("earthquake/ack", CALL.raw.replace(b"By phone", b"By runbook")),
}
FORMS = pytest.mark.parametrize("form", forms(), ids=lambda form: str(form.NAME))
EACH = pytest.mark.parametrize("sample", SAMPLES)


def try_read(form: Form, raw: bytes, name: str) -> tuple[Notice, ...]:
    try:
        return form.read(raw, name)
    except Refused as refusal:
        refusals = [str(refusal.sentence), str(refusal.mend)]
    assert all(refusals)
    return ()


def squeezed(text: str) -> str:
    return re.sub(r"[\s・※*_>\\`~|-]+", "", text)


def stands(entry: Entry, notice: Notice) -> bool:
    """Whether a person finds the entry where it says that it is."""
    lines = notice.text.split("\n")
    numbered = re.fullmatch(r"line (\d+)", entry.where)
    if numbered:
        place = squeezed(lines[int(numbered[1]) - 1])
        return squeezed(entry.label) in place and squeezed(entry.value)[:5] in squeezed(
            "".join(lines[int(numbered[1]) - 1 :])
        )
    return bool(
        re.match(r"(table( \d+)? row \d+|front matter line \d+|header \S+|field .+|answer \d+|feed .+)", entry.where)
    )


@FORMS
def test_a_form_has_a_name_of_its_own(form: Form) -> None:
    assert sum(other.NAME == form.NAME for other in forms()) == 1


@FORMS
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(raw=st.binary(max_size=400))
def test_no_bytes_crash_a_form(form: Form, raw: bytes) -> None:
    assert 0 <= form.recognises(raw, "a") <= 100
    for notice in try_read(form, raw, "a"):
        assert notice.raw in raw or len(notice.raw) <= len(raw)


@EACH
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_no_damage_crashes_it(sample: str, data: st.DataObject) -> None:
    name, raw = SAMPLES[sample]
    at = data.draw(st.integers(0, len(raw)))
    to = data.draw(st.integers(at, min(len(raw), at + 30)))
    damaged = raw[:at] + data.draw(st.binary(max_size=8)) + raw[to:]
    try:
        first = read(damaged, name)
    except Refused:
        return
    assert first == read(damaged, name)
    for notice in first:
        assert notice.raw
        assert all(entry.label.strip() and entry.where for entry in notice.entries)


@EACH
@settings(max_examples=40, deadline=None)
@given(text=st.text(st.sampled_from("状況：閉鎖:=＝ \n\t　・■【】[]<>&|*#->1９。./\"',{}%"), max_size=80))
def test_entries_stand_where_they_say(sample: str, text: str) -> None:
    for notice in try_read(next(f for f in forms() if f.NAME == "text"), text.encode(), "a.txt"):
        assert all(stands(entry, notice) for entry in notice.entries), (notice.text, notice.entries)


@EACH
def test_raw_is_kept_and_reads_back(sample: str) -> None:
    name, raw = SAMPLES[sample]
    notices = read(raw, name)
    assert notices == read(raw, name)
    assert len({notice.raw for notice in notices}) == len(notices)
    for notice in notices:
        assert notice.entries
        assert all(stands(entry, notice) for entry in notice.entries), notice.entries
        (again,) = read(notice.raw, name)
        assert (again.title, again.text, again.source_id) == (notice.title, notice.text, notice.source_id)
        assert [(e.label, e.value) for e in again.entries] == [(e.label, e.value) for e in notice.entries]
    if len(notices) == 1:
        assert notices[0].raw == raw


@EACH
def test_template_syntax_stays_data(sample: str) -> None:
    name, raw = SAMPLES[sample]
    evil = "{{ 7*7 }}{% raw %}%s{0}"
    charset = "cp932" if sample == "csv" else "utf-8"
    notices = read(raw.replace("閉鎖".encode(charset), evil.encode(charset)), name)
    values = [e.value for n in notices for e in n.entries]
    assert any(evil in value for value in values)
    assert "49" not in "".join(n.text for n in notices)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\x00" * 50, "empty"),
        (b"%PDF-1.7\n", "binary-notice"),
        (b"PK\x03\x04abc", "binary-notice"),
        (bytes(range(256)) * 20, "binary-notice"),
        (b"<html><body><img src=a></body></html>", "no-readable-text"),
        (b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "xml-entities"),
        (
            "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".encode("utf-16"),
            "xml-entities",
        ),
        (b"<!DOCTYPE html [<!ENTITY x 'y'>]><html><p>&x;</p></html>", "xml-entities"),
        (
            b"<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'><identifier>1</identifier></alert>",
            "incomplete-telegram",
        ),
        (b"<rss><channel></channel></rss>", "no-entries"),
        (b'{"notices": []}', "no-entries"),
        (b'{"notices": [', "broken-export"),
    ],
)
def test_what_is_refused(raw: bytes, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        read(raw, "x")
    assert refusal.value.code == code
    assert refusal.value.exit_code == 3
    assert str(refusal.value.mend)


def test_a_hundred_megabytes_are_refused_at_once() -> None:
    raw = bytes(100_000_000)
    begun = time.process_time()
    with pytest.raises(Refused, match="100 MB"):
        read(raw, "big.txt")
    assert time.process_time() - begun < 0.1


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("a.txt", b"status: closed a=b " * 10),
        ("a.txt", "状況：閉鎖\n".encode()),
        ("a.txt", "・".encode() * 500 + b"\n"),
        ("a.txt", b" " * 200 + b"x"),
        ("a.md", b"**a** [b](c) `d` "),
        ("a.html", b"<p>a: b</p>"),
        ("a.html", b"<div>"),
        ("a.html", b"<table><tr><td>"),
        ("a.json", b"["),
        ("a.json", b'{"a":'),
        ("a.eml", b"From: a\nSubject: b\n\n> "),
        ("a.mbox", b"From a@b\nFrom: c\n\nx\n\n"),
        ("a.csv", b'a,b,"'),
        ("a.md", b"---\n" + b"a: [" * 500),
        ("a.xml", b"<?xml version='1.0'?><a>"),
        ("a.atom", b"<feed><entry>"),
    ],
)
def test_a_megabyte_of_anything_is_quick(name: str, unit: bytes) -> None:
    raw = (unit * (400_000 // len(unit) + 1))[:400_000]
    begun = time.process_time()
    with suppress(Refused):
        read(raw, name)
    assert time.process_time() - begun < 6


def test_nothing_slow_is_imported_to_find_the_forms() -> None:
    slow = "lxml yaml email.parser csv json tomllib charset_normalizer markdown_it"
    script = f"import sys; from crisis.intake import forms; forms(); print([m for m in {slow.split()!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_importing_the_room_imports_no_form() -> None:
    script = "import sys, crisis.intake; print([m for m in sys.modules if m.startswith('crisis.')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['crisis.intake']"


@pytest.mark.parametrize(
    ("name", "unit"),
    [("a.csv", b"a,b\n"), ("a.json", b'{"a": 1}\n'), ("a.rss", b"<item/>"), ("a.mbox", b"From a@b\nFrom: c\n\nx\n\n")],
)
def test_more_notices_than_anyone_means_are_refused(name: str, unit: bytes) -> None:
    raw = unit * 6_000
    with pytest.raises(Refused) as refusal:
        read(b"<rss><channel>" + raw + b"</channel></rss>" if name == "a.rss" else raw, name)
    assert refusal.value.code == "too-many-notices"


def test_limit() -> None:
    assert LIMIT == 20_000_000


def test_an_answer_to_no_question_is_no_entry() -> None:
    name, raw = SAMPLES["runbook"]
    (notice,) = read(raw.replace(b"answer 1: site =", b"answer 1:  ="), name)
    assert [entry.where for entry in notice.entries] == ["answer 2"]
