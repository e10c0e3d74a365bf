"""Mail as it is really sent: charsets, quotes, parts, bounces, mailboxes."""

from __future__ import annotations

import base64
from datetime import datetime
from pathlib import Path

import pytest

from crisis.intake import read
from crisis.model.finding import Severity
from crisis.model.notice import Entry, Notice

BODY = """総務部です。

拠点：仙台事業所
状況：閉鎖
理由：停電のため
　　　　（復旧未定）

> 拠点：仙台事業所
> 状況：通常どおり
--\x20
総務部 TEL: 022-000-0000
"""
UNSAID = {("utf-8", "us-ascii"), *((charset, '"=?"') for charset in ("iso-2022-jp", "shift_jis", "euc-jp", "utf-8"))}
READ = (
    Entry("拠点", "仙台事業所", "line 3"),
    Entry("状況", "閉鎖", "line 4"),
    Entry("理由", "停電のため\n（復旧未定）", "line 5"),
)


def word(text: str, charset: str) -> str:
    return f"=?{charset}?B?{base64.b64encode(text.encode(charset)).decode()}?="


SUBJECT = word("【第2報】仙台", "iso2022_jp")


def mail(
    body: bytes,
    kind: str = "text/plain; charset=utf-8",
    extra: str = "",
    subject: str = word("【第2報】仙台", "iso2022_jp"),
) -> bytes:
    head = (
        f"Received: from a\r\nFrom: {word('総務部', 'utf-8')} <soumu@kitahama.example>\r\nSubject: {subject}\r\n"
        "Date: Fri, 9 Oct 2026 15:20:00 +0900 (JST)\r\nMessage-ID: <1@kitahama.example>\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: {kind}\r\n{extra}\r\n"
    )
    return head.encode() + body


def one(raw: bytes, name: str = "a.eml") -> Notice:
    (notice,) = read(raw, name)
    return notice


def labelled(notice: Notice) -> dict[str, str]:
    return {entry.label: entry.value for entry in notice.entries if entry.label != "Subject"}


def codes(notice: Notice) -> dict[str, Severity]:
    return {defect.code: defect.severity for defect in notice.defects}


@pytest.mark.parametrize("charset", ["iso-2022-jp", "shift_jis", "euc-jp", "utf-8"])
@pytest.mark.parametrize(
    "declared", ["iso-2022-jp", "shift_jis", "euc-jp", "utf-8", "us-ascii", "iso-8859-1", "x-unknown", '"=?"']
)
def test_the_body_in_any_charset_whatever_it_declares(charset: str, declared: str) -> None:
    notice = one(mail(BODY.encode(charset), f"text/plain; charset={declared}"))
    assert notice.entries[1:] == READ
    assert notice.text == BODY.rstrip("\n")
    assert ("wrong-charset" in codes(notice)) == (charset != declared and (charset, declared) not in UNSAID)


def test_the_envelope() -> None:
    notice = one(mail(BODY.encode()))
    assert (notice.form, notice.title, notice.owner, notice.source_id) == (
        "mail",
        "【第2報】仙台",
        "総務部",
        "<1@kitahama.example>",
    )
    assert notice.written_at == datetime.fromisoformat("2026-10-09T15:20:00+09:00")
    assert notice.entries[0] == Entry("Subject", "【第2報】仙台", "header Subject")


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_transfer_encodings(encoding: str) -> None:
    import quopri

    data = BODY.encode("cp932")
    sent = base64.encodebytes(data) if encoding == "base64" else quopri.encodestring(data)
    assert (
        one(mail(sent, "text/plain; charset=Shift_JIS", f"Content-Transfer-Encoding: {encoding}\r\n")).entries[1:]
        == READ
    )


def test_half_width_kana_and_vendor_characters_in_iso_2022_jp() -> None:
    status = "状況：閉鎖".encode("iso2022_jp")
    body = b"\x1b(I\x3e\x4a\x40\x1b(B\r\n\x1b$B\x2d\x21\x2d\x6a\x1b(B\r\n\x0e\x3e\x0f " + status + b"\r\n"
    notice = one(mail(body, "text/plain; charset=ISO-2022-JP"))
    assert notice.text.split("\n")[:3] == ["ｾﾊﾀ", "①㈱", "ｾ 状況：閉鎖"]
    assert not notice.defects


def test_headers_cut_in_a_character_or_sent_raw() -> None:
    data = "仙台事業所の閉鎖".encode()
    cut = " ".join(f"=?utf-8?B?{base64.b64encode(part).decode()}?=" for part in (data[:7], data[7:]))
    assert one(mail(b"x", subject=cut)).title == "仙台事業所の閉鎖"
    raw = mail(b"x", subject="HERE").replace(b"HERE", "仙台の閉鎖".encode("cp932"))
    assert one(raw).title == "仙台の閉鎖"
    assert one(mail(b"x", subject="HERE").replace(b"HERE", "仙台の閉鎖".encode("iso2022_jp"))).title == "仙台の閉鎖"


def test_plain_is_preferred_and_html_is_the_way_back() -> None:
    html = "<table><tr><td>状況</td><td>閉鎖</td></tr></table><blockquote>状況：通常</blockquote>".encode()
    both = b"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html
    both += b"\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + BODY.encode() + b"\r\n--b--\r\n"
    assert one(mail(both, "multipart/alternative; boundary=b")).entries[1:] == READ
    assert one(mail(html, "text/html; charset=utf-8")).entries[1:] == (Entry("状況", "閉鎖", "table row 1"),)


QUOTED = {
    "marks": "> 状況：通常",
    "Outlook": "-----Original Message-----\nFrom: a\nSent: x\n\n状況：通常",
    "Outlook ja": "差出人: 総務部 <a@b>\n送信日時: 2026年10月9日\n宛先: all\n件名: 拠点\n\n状況：通常",
    "Gmail": "On Fri, Oct 9, 2026 at 3:20 PM GA <a@b.example> wrote:\n状況：通常",
    "Gmail ja": "2026年10月9日(金) 15:20 総務部 <a@b.example>:\n状況：通常",
    "forward": "---------- Forwarded message ---------\nFrom: a <a@b>\n\n状況：通常",
    "signature": "-- \n状況：通常",
}


@pytest.mark.parametrize("way", QUOTED)
def test_an_old_notice_is_not_read_as_the_new_one(way: str) -> None:
    notice = one(mail(f"変更です。\n状況：閉鎖\n\n{QUOTED[way]}\n".encode()))
    assert labelled(notice) == {"状況": "閉鎖"}
    assert codes(notice) == {"quoted-part": Severity.ADVISE}
    assert "状況：通常" in notice.text
    alone = one(mail(f"転送します。\n\n{QUOTED[way]}\n".encode()))
    if way == "forward":  # what a covering note passes on is the notice
        assert labelled(alone) == {"状況": "通常"}
        assert codes(alone) == {}
    else:
        assert labelled(alone) == {}
        assert codes(alone) == {"quoted-part": Severity.HOLD}


def test_an_attached_message_is_not_read_as_the_new_one() -> None:
    parts = "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n状況：閉鎖\r\n"
    parts += "--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: x@y\r\nSubject: old\r\n\r\n状況：通常\r\n--b--\r\n"
    notice = one(mail(parts.encode(), "multipart/mixed; boundary=b"))
    assert labelled(notice) == {"状況": "閉鎖"}
    assert "状況：通常" in notice.text


@pytest.mark.parametrize("cover", ["転送します。", "FYI, see attached.", ""])
def test_a_message_that_a_covering_note_brings_along_is_the_notice(cover: str) -> None:
    inner = "From: x@y\r\nSubject: closed\r\nDate: Fri, 09 Oct 2026 09:05:00 +0900\r\n"
    inner += "Content-Type: text/plain; charset=utf-8\r\n\r\n状況：閉鎖\r\n理由：停電\r\n"
    parts = f"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{cover}\r\n"
    parts += f"--b\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--b--\r\n"
    notice = one(mail(parts.encode(), "multipart/mixed; boundary=b"))
    assert labelled(notice) == {"Date": "2026-10-09T09:05+09:00", "状況": "閉鎖", "理由": "停電"}
    assert codes(notice) == {}
    for entry in notice.entries[1:]:  # each stands where it says
        assert entry.value in notice.text.split("\n")[int(entry.where.removeprefix("line ")) - 1]


def test_no_text_part_is_held() -> None:
    pdf = b"--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERg==\r\n--b--\r\n"
    notice = one(mail(pdf, "multipart/mixed; boundary=b"))
    assert codes(notice) == {"no-text-part": Severity.HOLD, "attachment-unread": Severity.ADVISE}
    assert notice.title == "【第2報】仙台"


def test_a_mail_cut_off_is_held() -> None:
    cut = b"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + BODY.encode()
    assert codes(one(mail(cut, "multipart/mixed; boundary=b")))["truncated"] is Severity.HOLD


def test_mail_typed_by_hand_keeps_every_line() -> None:
    raw = b"From: GA\nTo: all\nSubject: Office closed\nSite: Sendai\nStatus: closed\n\nReason: power cut\n"
    assert labelled(one(raw, "-")) == {"Site": "Sendai", "Status": "closed", "Reason": "power cut"}
    assert one(raw, "-").owner == "GA"


@pytest.mark.parametrize(
    "date", ["Fri, 99 Oct 2026 15:20:00 +0900", "tomorrow", "", "Fri, 9 Oct 2026 15:20:00", "9 Oct 99999 1:1 +0900"]
)
def test_a_date_that_says_no_moment_is_none(date: str) -> None:
    raw = mail(b"x").replace(b"Fri, 9 Oct 2026 15:20:00 +0900 (JST)", date.encode())
    assert one(raw).written_at is None


def test_a_mailbox_loses_no_byte_and_no_message() -> None:
    messages = [b"From a@b Fri Oct  9 15:20:00 2026\n" + mail(f"状況：{n}\n".encode()) + b"\n" for n in range(3)]
    messages[1] = b"From a@b Fri Oct  9 15:20:00 2026\nX-A: 1\nContent-Type: text/plain\n\n\x00\x01\x02\n\n"
    notices = read(b"".join(messages), "a.mbox")
    assert [notice.raw for notice in notices] == messages
    assert [labelled(notice).get("状況") for notice in notices] == ["0", None, "2"]
    assert any(defect.stops for defect in notices[1].defects)


def test_real_mail_survives(shared_data: Path) -> None:
    files = sorted((shared_data / "mail").glob("*.eml"))
    assert files
    for file in files:
        (notice,) = read(file.read_bytes(), file.name)
        assert notice.raw == file.read_bytes()
        assert notice.title
        assert notice.text.strip()
        assert "\ufffd" not in notice.text
        assert notice.written_at is not None
        bounced = "not-is-not" not in file.name
        assert (codes(notice).get("bounce") is Severity.HOLD) == bounced
        if bounced:
            assert notice.entries == ()
