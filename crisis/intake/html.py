"""HTML pages, such as an intranet portal's: the notice without the navigation around it."""

from __future__ import annotations

import re

from crisis.intake.parts import refusals
from crisis.intake.parts.charset import decode
from crisis.intake.parts.xml import root_of
from crisis.model.notice import Notice

NAME = "html"

_CHARSET = re.compile(
    rb"<(?:meta\b[^>]*?|\?xml\b[^>]*?en)(?:charset|coding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE
)
_ENTITY = re.compile(r"<!DOCTYPE[^>\[]*\[[^\]]*<!ENTITY", re.IGNORECASE)
_WRITTEN = re.compile(
    r"<meta\b[^>]*(?:article:published_time|article:modified_time|dc\.date|dcterms\.modified)[\"'][^>]*content=[\"']([^\"']+)",
    re.IGNORECASE,
)
_TAGS = re.compile(
    "html|head|body|div|table|p|h[1-6]|section|article|main|dl|ul|ol|center|font|form|span|meta|title|!doctype",
    re.IGNORECASE,
)


def recognises(raw: bytes, name: str) -> int:
    """By its first tag, else by its ending."""
    if _TAGS.fullmatch(root_of(raw)):
        return 60
    return 40 if name.lower().endswith((".html", ".htm", ".xhtml")) else 0


def read(raw: bytes, name: str) -> tuple[Notice, ...]:
    """The one notice on the page. Raises `Refused` (`binary-notice`, `xml-entities`)."""
    from crisis.intake.parts.envelope import aware, owner_in
    from crisis.intake.parts.pages import read_page

    declared = _CHARSET.search(raw[:4096])
    decoded = decode(raw, declared[1].decode("ascii") if declared else None)
    if decoded.binary:
        raise refusals.binary(name)
    if _ENTITY.search(decoded.text[:20000]):
        raise refusals.xml_entities(name)
    page = read_page(decoded.text)
    written = _WRITTEN.search(decoded.text[:20000])
    return (
        Notice(
            form=NAME,
            name=name,
            raw=raw,
            title=page.title,
            text=page.text,
            entries=page.entries,
            written_at=aware(written[1]) if written else None,
            owner=owner_in(page.entries, page.lines),
            defects=decoded.defects,
        ),
    )
