"""The readable body of a mail: plain text preferred, else HTML; forwarded messages below it; what stayed unread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import Message

from crisis.intake.parts import refusals
from crisis.intake.parts.charset import Decoded, decode
from crisis.intake.parts.headers import declared_charset, header, written_at
from crisis.intake.parts.labels import entries_in
from crisis.intake.parts.lines import Line, hush_quotes, is_header, plain_lines
from crisis.intake.parts.pages import read_page
from crisis.intake.parts.tables import tabbed
from crisis.model.finding import Finding
from crisis.model.notice import Entry

_LINE = re.compile(r"line (\d+)")
_SAYS_SOMETHING = 30
"""Characters of its own from which a mail is no mere covering note of what it quotes."""


@dataclass(frozen=True, slots=True)
class Body:
    """What a mail says."""

    lines: tuple[Line, ...] = ()
    entries: tuple[Entry, ...] = ()
    defects: tuple[Finding, ...] = ()
    title: str = ""


def body_of(message: Message, *, passed_on: bool = False) -> Body:
    """The body's lines and entries. `line N` counts the lines of this body; `passed_on`: the subject says that it is forwarded."""
    texts = [part for part in _inline(message) if part.get_content_type() == "text/plain"]
    plain = [decoded for part in texts if (decoded := _text(part)).text.strip() and not decoded.binary]
    if plain:
        body = _plain(plain, passed_on=passed_on)
    else:
        pages = [part for part in _inline(message) if part.get_content_type() == "text/html"]
        body = _html([_text(part) for part in pages])
    attached = tuple(_attached(message))
    if len(attached) == 1 and not body.entries and (passed_on or _covers(body)):
        return _below(body, attached[0])
    lines = body.lines + tuple(_forwarded(message))
    return replace(body, lines=lines, defects=body.defects + _doubts(message, lines, body.entries))


def _covers(body: Body) -> bool:
    """Whether a mail says so little of its own that what is attached to it is the notice."""
    return len("".join(line.words for line in body.lines).strip()) < _SAYS_SOMETHING


def _below(cover: Body, message: Message) -> Body:
    """The message that a covering note brings along, read as the notice that it is. Its own date is read with it: 本日 is that
    of whoever wrote it first."""
    inner = body_of(message, passed_on=True)
    at = written_at(message)
    dated = (Line(""), Line(f"Date: {at.isoformat(timespec='minutes')}")) if at else (Line(""),)
    above = (*cover.lines, *dated)
    told = tuple(_moved(entry, len(above)) for entry in inner.entries)
    stamps = tuple(Entry("Date", line.words[6:], f"line {n}") for n, line in enumerate(above, 1) if line in dated[1:])
    return Body(above + inner.lines, (*stamps, *told), cover.defects + inner.defects, header(message, "Subject"))


def _moved(entry: Entry, by: int) -> Entry:
    """The entry of a line that stands below others now."""
    found = _LINE.fullmatch(entry.where)
    return replace(entry, where=f"line {int(found[1]) + by}") if found else entry


def _plain(texts: list[Decoded], *, passed_on: bool) -> Body:
    lines, rows = tabbed(hush_quotes(plain_lines("\n".join(decoded.text for decoded in texts)), passed_on=passed_on))
    return Body(lines, entries_in(lines) + rows, tuple(d for decoded in texts for d in decoded.defects))


def _html(pages: list[Decoded]) -> Body:
    if not pages:
        return Body()
    page = read_page("\n".join(decoded.text for decoded in pages), quotes=True)
    return Body(page.lines, page.entries, tuple(d for decoded in pages for d in decoded.defects), page.title)


def _inline(message: Message) -> Iterator[Message]:
    """The leaf parts that are the message itself: no attachment, nothing of a message within it."""
    if header(message, "Content-Disposition").lower().startswith("attachment"):
        return
    if not message.is_multipart():
        yield message
    elif message.get_content_maintype() == "multipart":
        for part in _parts(message):
            yield from _inline(part)


def _parts(message: Message) -> list[Message]:
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []


def _text(part: Message) -> Decoded:
    payload = part.get_payload(decode=True)
    return decode(payload if isinstance(payload, bytes) else b"", declared_charset(part))


def _attached(message: Message) -> Iterator[Message]:
    """The messages attached to this one, but not those within them."""
    for part in _parts(message):
        if part.get_content_type() == "message/rfc822":
            yield from _parts(part)
        elif part.get_content_maintype() == "multipart":
            yield from _attached(part)


def _forwarded(message: Message) -> Iterator[Line]:
    """The text of messages attached to this one and within them, readable and quiet."""
    for inner in _attached(message):
        yield Line("", quiet=True)
        yield Line(header(inner, "Subject"), quiet=True)
        for text in (_text(leaf).text for leaf in _inline(inner) if leaf.get_content_type() == "text/plain"):
            yield from (Line(line, quiet=True) for line in text.split("\n"))
        yield from _forwarded(inner)


def _doubts(message: Message, lines: tuple[Line, ...], entries: tuple[Entry, ...]) -> tuple[Finding, ...]:
    """What a person should know was not read as the notice."""
    found = []
    loud = tuple(replace(line, quiet=False) for line in lines if line.quiet and not is_header(line))
    if entries_in(loud):
        own = "".join(line.words for line in lines if not line.quiet).strip()
        say = refusals.advise if entries or len(own) >= _SAYS_SOMETHING else refusals.hold
        found.append(
            say(
                "quoted-part",
                "A quoted or forwarded part was not read as the notice. If it is one, take it in by itself.",
            )
        )
    unread = sum(1 for part in message.walk() if _is_attachment(part))
    if unread:
        found.append(refusals.advise("attachment-unread", "Attachments were not read: {count}.", count=unread))
    return tuple(found)


def _is_attachment(part: Message) -> bool:
    disposition = header(part, "Content-Disposition").lower()
    if part.is_multipart():
        return False
    return disposition.startswith("attachment") or part.get_content_maintype() in (
        "application",
        "image",
        "audio",
        "video",
    )


def damage(message: Message) -> tuple[Finding, ...]:
    """Whether the mail ends before its end: no closing boundary, half a base64 block."""
    from email import errors

    kinds = (errors.CloseBoundaryNotFoundDefect, errors.InvalidBase64PaddingDefect, errors.InvalidBase64LengthDefect)
    cut = any(isinstance(defect, kinds) for part in message.walk() for defect in part.defects)
    return (refusals.truncated(),) if cut else ()
