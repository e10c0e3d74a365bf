"""What intake refuses, and what it says of a notice that it could read only in part. None repeats the content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crisis.errors import Refused
from crisis.model.finding import Finding, Severity
from crisis.model.notice import Notice
from crisis.sentence import Sentence

MOST = 5_000
"""The most notices in one file: a month of a busy portal."""

# First bytes of files that are no text, and what people call them (the formats' own published signatures).
_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "Office or ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office or Outlook"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"\x7fELF", "program"),
)


def check_bytes(raw: bytes, name: str, limit: int) -> None:
    """Refuse what no form could read: too much, nothing, or a file that is no text."""
    if len(raw) > limit:
        raise Refused(
            "too-large",
            "{name} is too large for a notice: {size} MB, and the limit is {limit} MB.",
            "Take the notice itself out of it and give that alone.",
            name=name,
            size=-(-len(raw) // 1_000_000),
            limit=limit // 1_000_000,
        )
    if not raw.strip(b"\x00 \t\r\n\x0b\x0c\xef\xbb\xbf"):
        raise Refused("empty", "{name} is empty.", "Check that it was saved or downloaded completely.", name=name)
    kind = next((kind for magic, kind in _MAGIC if raw.startswith(magic)), None)
    if kind is not None:
        raise Refused(
            "binary-notice",
            "{name} is a {kind} file, which cannot be read as a notice.",
            "Save it as text, HTML or mail, or paste its text: crisis notice add -",
            name=name,
            kind=kind,
        )


def check_readable(notices: Sequence[Notice], name: str) -> None:
    """Refuse where nothing at all could be read."""
    if not any(notice.title or notice.text.strip() or notice.entries for notice in notices):
        raise Refused(
            "no-readable-text",
            "{name} holds no readable text.",
            "If the notice is an image or an attachment, paste its text: crisis notice add -",
            name=name,
        )


def check_count(count: int, name: str) -> None:
    """Refuse a file of more notices than anyone means to take in."""
    if count > MOST:
        raise Refused(
            "too-many-notices",
            "{name} holds more than {most} notices.",
            "Take the ones that matter out of it and give those alone.",
            name=name,
            most=MOST,
        )


def binary(name: str) -> Refused:
    """The bytes decode to no text."""
    return Refused(
        "binary-notice",
        "{name} is not text in any encoding that is known here.",
        "Save it as UTF-8 text, or paste its text: crisis notice add -",
        name=name,
    )


def too_deep(name: str) -> Refused:
    """Its parts are nested beyond what any notice needs."""
    return Refused(
        "too-deep",
        "{name} is nested too deeply to be read.",
        "Paste the text of the notice alone: crisis notice add -",
        name=name,
    )


def xml_entities(name: str) -> Refused:
    """An XML document brings its own document type or entities, which could pull in other files."""
    return Refused(
        "xml-entities",
        "{name} declares a document type or entities, which no notice needs and which can be an attack.",
        "Ask its sender for plain XML without <!DOCTYPE>, and tell the security team if it came from outside.",
        name=name,
    )


def broken_xml(name: str) -> Refused:
    """No element of the document could be read."""
    return Refused(
        "broken-xml",
        "{name} is no well-formed XML, and nothing of it could be read.",
        "Ask its sender for it again, or paste the text of the notice: crisis notice add -",
        name=name,
    )


def broken_call(name: str) -> Refused:
    """The record of a call has lost its head."""
    return Refused(
        "broken-call",
        "{name} begins as the record of a telephone call and does not say who called when.",
        "Take the call down again: crisis say",
        name=name,
    )


def telegram(name: str) -> Refused:
    """A hazard telegram (CAP, JMA, EDXL-DE)."""
    return Refused(
        "hazard-telegram",
        "{name} is a hazard telegram; hazard telegrams open no post.",
        "Write what it means for staff as a notice: crisis say",
        name=name,
    )


def hold(code: str, template: str, /, **details: Any) -> Finding:
    """A defect that a person must look at before anything is made of the notice."""
    return Finding(code, Severity.HOLD, Sentence(template, **details))


def advise(code: str, template: str, /, **details: Any) -> Finding:
    """A defect that is said and let go."""
    return Finding(code, Severity.ADVISE, Sentence(template, **details))


def unreadable(code: str) -> Finding:
    """One of several notices could not be read; the others go on."""
    return hold(
        "unreadable", "This one could not be read ({code}). Open the original and write it out by hand.", code=code
    )


def broken() -> Finding:
    """The document is not well-formed; what could be read was read."""
    return hold("broken", "The file is damaged, and only a part of it could be read. Compare with the original.")


def truncated() -> Finding:
    """The content ends before its end (a feed's teaser, a file that was cut)."""
    return hold("truncated", "The notice is cut off. Read it whole at its source before anything is made of it.")
