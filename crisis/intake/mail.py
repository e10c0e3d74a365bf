"""Mail: one message (.eml) or a mailbox (mbox) of several, as Japanese offices and carriers really send it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from crisis.errors import Refused
from crisis.intake.parts import refusals
from crisis.model.finding import Finding
from crisis.model.notice import Entry, Notice

if TYPE_CHECKING:
    from email.message import Message

NAME = "mail"

_FIELD = re.compile(rb"^([!-9;-~]{1,60})[ \t]*:", re.MULTILINE)
_TRACE = frozenset(
    b"received return-path message-id mime-version delivered-to x-mailer content-type dkim-signature".split()
)
_COMMON = frozenset(b"from to cc subject date reply-to sender".split())
_STANDARD = re.compile(
    r"(?:x-|resent-|content-|list-|arc-|dkim-|auto-|authentication-|received|return-|delivered-|errors-|disposition-|thread-"
    r"|mime-version|message-id|in-reply-to|references|from|to|cc|bcc|subject|date|reply-to|sender|importance|priority"
    r"|precedence|lines|user-agent|organization|organisation|comments|keywords|envelope-|domainkey|archived-at"
    r"|accept-language|feedback-id|require-recipient|original-|apparently-to|old-|newsgroups|path|xref).*",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(r"\s*(?:fwd?|転送)\s*[:：]|\s*【転送】", re.IGNORECASE)
_FLAGS = re.compile("[ROADFNU]{1,4}")
_POSTMASTER = re.compile(
    r"postmaster|mailer-daemon|mail delivery (?:subsystem|system)|mail administrator", re.IGNORECASE
)
_RETURNED = re.compile(
    r"return|undeliver|deliver|fail|bounce|mail system error|配信不能|配信できません|送信できません|エラー|戻り|不達",
    re.IGNORECASE,
)
_POSTMARK = re.compile(rb"^From (?:\S+ )?.*\r?\n(?=[!-9;-~]{1,60}:|>From )", re.MULTILINE)
_HEAD = 16_384


def recognises(raw: bytes, name: str) -> int:
    """By headers that only mail has, else by its ending with any header at all."""
    head = raw.lstrip(b"\r\n")[:_HEAD]
    fields = {field.lower() for field in _FIELD.findall(_header_block(head))}
    ending = name.lower().endswith((".eml", ".mbox", ".mbx", ".mail"))
    if _POSTMARK.match(head) or (fields & _TRACE and len(fields & (_TRACE | _COMMON)) > 1):
        return 70
    if name.lower().endswith((".txt", ".text", ".md")):
        return 0
    return 65 if (ending and fields & (_TRACE | _COMMON)) or len(fields & _COMMON) > 2 else 45 if ending else 0


def read(raw: bytes, name: str) -> tuple[Notice, ...]:
    """The message, or each message of a mailbox. A message of a mailbox that cannot be read is a notice with a defect."""
    pieces = tuple(_messages(raw))
    refusals.check_count(len(pieces), name)
    if len(pieces) == 1:
        return (_notice(pieces[0], name),)
    return tuple(_kept(piece, name) for piece in pieces)


def _header_block(head: bytes) -> bytes:
    return re.split(rb"\r?\n\r?\n|\r\r", head, maxsplit=1)[0]


def _messages(raw: bytes) -> Iterator[bytes]:
    """A mailbox's messages, byte for byte: `From ` at the start and after each empty line (RFC 4155)."""
    first = len(raw) - len(raw.lstrip(b"\r\n"))
    marks = [mark.start() for mark in _POSTMARK.finditer(raw)]
    starts = [at for at in marks if at == first or raw[max(0, at - 4) : at].endswith((b"\n\n", b"\n\r\n"))]
    if not starts or starts[0] != first or len(starts) < 2:
        yield raw
        return
    for start, end in zip([0, *starts[1:]], [*starts[1:], len(raw)], strict=True):
        yield raw[start:end]


def _kept(piece: bytes, name: str) -> Notice:
    try:
        return _notice(piece, name)
    except (Refused, RecursionError) as error:
        code = error.code if isinstance(error, Refused) else "too-deep"
        return Notice(form=NAME, name=name, raw=piece, defects=(refusals.unreadable(code),))


def _notice(raw: bytes, name: str) -> Notice:
    from email.parser import BytesParser
    from email.policy import compat32

    from crisis.intake.parts import headers
    from crisis.intake.parts.bodies import body_of, damage

    message = BytesParser(policy=compat32).parsebytes(raw.lstrip(b"\r\n"))
    subject = headers.header(message, "Subject")
    body = body_of(message, passed_on=_PASSED_ON.match(subject) is not None)
    text = "\n".join(line.text for line in body.lines).rstrip("\n")
    reply = _machine_reply(message, subject)
    return Notice(
        form=NAME,
        name=name,
        raw=raw,
        title=(subject or body.title or text.strip().split("\n")[0])[:120],
        text=text,
        entries=() if reply else (*_stated(message, subject), *body.entries),
        written_at=headers.written_at(message),
        owner=headers.sender(message),
        source_id=headers.header(message, "Message-ID") or None,
        defects=((reply,) if reply else ()) + _empty(text) + damage(message) + (() if reply else body.defects),
    )


def _stated(message: Message, subject: str) -> Iterator[Entry]:
    """The subject, and labelled lines that stand among the headers of something typed as mail by hand."""
    from crisis.intake.parts.headers import readable

    if subject:
        yield Entry("Subject", subject, "header Subject")
    for key, value in message.raw_items():
        text = readable(str(value))
        if text and not _STANDARD.fullmatch(key) and not (key.lower() == "status" and _FLAGS.fullmatch(text)):
            yield Entry(key, text, f"header {key}")


def _machine_reply(message: Message, subject: str) -> Finding | None:
    """A bounce (RFC 3464, and carriers' own) or an automatic answer (RFC 3834): it says nothing about the company."""
    from crisis.intake.parts.headers import header

    kind = header(message, "Content-Type").lower()
    if "delivery-status" in kind or message["X-Failed-Recipients"] or _from_postmaster(message, subject):
        return refusals.hold("bounce", "This is a delivery report, not a notice: a mail could not be delivered.")
    if header(message, "Auto-Submitted").lower().startswith("auto-replied"):
        return refusals.hold("automatic-reply", "This is an automatic reply, not a notice.")
    return None


def _from_postmaster(message: Message, subject: str) -> bool:
    from crisis.intake.parts.headers import header, sender

    empty_path = header(message, "Return-Path").strip() == "<>"
    postmaster = _POSTMASTER.search(header(message, "From")) is not None
    nobody = sender(message) is None
    return (empty_path and (postmaster or nobody)) or (postmaster and _RETURNED.search(subject) is not None)


def _empty(text: str) -> tuple[Finding, ...]:
    if text.strip():
        return ()
    return (
        refusals.hold(
            "no-text-part", "The mail has no text that can be read. Open it, and paste its text if it is a notice."
        ),
    )
