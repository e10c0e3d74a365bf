"""Mail headers as people meet them: encoded words (RFC 2047) well and badly made, raw 8-bit and raw ISO-2022-JP."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from email.message import Message

from crisis.intake.parts.charset import decode

_WORD = re.compile(r"=\?([^?\s]+)\?([bBqQ])\?([^?]*)\?=")
_BETWEEN = re.compile(r"(\?=)[ \t\r\n]+(?==\?)")
_FOLD = re.compile(r"\r?\n[ \t]*|\r[ \t]*")
_NAMED = re.compile(r'^\s*"?(.*?)"?\s*<([^<>]*)>\s*$', re.DOTALL)
_UTC = re.compile(r"[+-]0000|\b(?:UT|UTC|GMT|Z)\b")
_CHARSET = re.compile(r"charset\*?\s*=\s*(?:[\w-]*'[\w-]*')?[\"']?\s*([A-Za-z0-9_.:+-]+)", re.IGNORECASE)


def header(message: Message, name: str) -> str:
    """The first header of that name as readable text on one line; empty where there is none."""
    value = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
    return readable(str(value))


def readable(value: str) -> str:
    """A header's value as text: unfolded, encoded words and raw bytes decoded."""
    raw = value.encode("utf-8", "surrogateescape")
    text = _FOLD.sub(" ", decode(raw).text if b"\x1b" in raw or not raw.isascii() else value)
    return "".join(_decoded(_BETWEEN.sub(r"\1", text))).strip()


def _decoded(text: str) -> Iterator[str]:
    """Encoded words side by side are decoded together: senders cut them in the middle of a character."""
    at, charset, pending = 0, "", b""
    for word in _WORD.finditer(text):
        adjacent = word.start() == at and word[1].lower() == charset
        if not adjacent:
            yield _flushed(pending, charset)
            yield text[at : word.start()]
            pending, charset = b"", word[1].lower()
        pending += _bytes(word[2], word[3])
        at = word.end()
    yield _flushed(pending, charset)
    yield text[at:]


def _flushed(pending: bytes, charset: str) -> str:
    return decode(pending, charset.split("*", maxsplit=1)[0]).text.replace("\n", " ") if pending else ""


def _bytes(encoding: str, text: str) -> bytes:
    data = text.encode("utf-8", "surrogateescape")
    if encoding in "qQ":
        return quopri.decodestring(data.replace(b"_", b" "), header=False)
    try:
        return base64.b64decode(data + b"=" * (-len(data) % 4))
    except (binascii.Error, ValueError):
        return data


def sender(message: Message) -> str | None:
    """Who sent it: the name in From, else its address."""
    value = header(message, "From")
    named = _NAMED.match(value)
    return ((named[1].strip(" \"'\u3000") or named[2].strip()) if named else value) or None


def written_at(message: Message) -> datetime | None:
    """The Date header as an aware time; None where it is absent, unreadable or without a zone."""
    return mail_date(header(message, "Date"))


def mail_date(value: str) -> datetime | None:
    """A date as mail and RSS write it (RFC 5322), aware or None."""
    from email.utils import parsedate_tz

    try:
        parts = parsedate_tz(value)
        zone = _zone(value, parts[9]) if parts else None
        return datetime(*parts[:6], tzinfo=zone) if parts and zone else None
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _zone(value: str, offset: int | None) -> timezone | None:
    """The stated zone; JST by its name, which RFC 5322 does not know; -0000 is UTC (RFC 5322, 3.3)."""
    if offset:
        return timezone(timedelta(seconds=offset))
    if "JST" in value:
        return timezone(timedelta(hours=9))
    return UTC if _UTC.search(value) else None


def declared_charset(part: Message) -> str | None:
    """The charset that a part declares, read by hand: `email` gives up on malformed parameters."""
    found = _CHARSET.search(header(part, "Content-Type"))
    return found[1] if found else None
