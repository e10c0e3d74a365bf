"""One entry of a feed as a notice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from textwrap import dedent
from typing import Any

from crisis.canon import digest
from crisis.intake.parts import refusals
from crisis.intake.parts.charset import newlines
from crisis.intake.parts.envelope import aware, owner_in
from crisis.intake.parts.headers import mail_date
from crisis.intake.parts.labels import entries_in
from crisis.intake.parts.lines import plain_lines
from crisis.intake.parts.pages import read_page
from crisis.intake.parts.xml import local, said
from crisis.model.finding import Finding
from crisis.model.notice import Entry, Notice

_TEASER = re.compile(
    r"(?:…|\.{3}|・{3}|\[(?:…|\.{3})\]|続きを読む|続きはこちら|もっと読む|もっと見る|全文を読む|全文はこちら"
    r"|read more|continue reading|\(more\)|more\s*[»>])[\s»>→.。)\]】]*(?:https?://\S+)?\s*$",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<[A-Za-z/!][^<>]*>")
_TELEGRAMS = frozenset({"alert", "Report", "EDXLDistribution"})
_OWN = re.compile(
    "id|guid|title|link|updated|published|pubDate|date|modified|issued|created|author|creator|contributor|rights|source|category"
    "|content|encoded|summary|description|subject|comments|enclosure|publisher|language|type|format|identifier|thumbnail|group|point"
)


@dataclass(frozen=True, slots=True)
class _Said:
    text: str = ""
    entries: tuple[Entry, ...] = ()
    telegram: bool = False


def read_entry(node: Any, *, raw: bytes, name: str, author: str | None, defects: tuple[Finding, ...]) -> Notice:
    """The notice that an entry holds. `author` is the feed's; an entry without id, guid and link is known by its bytes."""
    parts: dict[str, Any] = {}
    for child in node:
        parts.setdefault(local(child), child)
    title = _title(parts.get("title"))
    body = _body(parts)
    link = _link(node)
    identity = said(parts.get("id")) or said(parts.get("guid")) or link or _fingerprint(node)
    return Notice(
        form="feed",
        name=name,
        raw=raw,
        title=title or body.text.strip().split("\n")[0][:120],
        text=body.text or title,
        entries=(*body.entries, *_extensions(node), *((Entry("link", link, "feed link"),) if link else ())),
        written_at=_written_at(parts),
        owner=author_in(node) or author or owner_in(body.entries),
        source_id=identity,
        defects=defects + tuple(_doubts(body, title)),
    )


def telegram_in(node: Any) -> Any:
    """The hazard telegram that an entry carries as XML (Atom content, RFC 4287, 4.1.3.3); None for any other entry."""
    for child in node:
        if local(child) in ("content", "encoded", "summary", "description"):
            found = next((inner for inner in child if local(inner) in _TELEGRAMS), None)
            if found is not None:
                return found
    return None


def _doubts(body: _Said, title: str) -> Iterator[Finding]:
    if body.telegram:
        yield refusals.hold("hazard-telegram", "This entry is a hazard telegram; hazard telegrams open no post.")
    elif not body.text and not title:
        yield refusals.hold("empty-entry", "This entry of the feed holds nothing to read.")
    if _TEASER.search(body.text):
        yield refusals.truncated()


def _title(node: Any) -> str:
    text = said(node)
    if _MARKUP.search(text) and node is not None and node.get("type") in ("html", None):
        text = read_page(text).text
    return " ".join(unescape(text).split())


def _body(parts: dict[str, Any]) -> _Said:
    """The fullest of what the entry says: content before summary."""
    for key in ("content", "encoded", "summary", "description"):
        body = _content(parts[key]) if key in parts else _Said()
        if body.text or body.telegram:
            return body
    return _Said()


def _content(node: Any) -> _Said:
    kind = (node.get("type") or "").lower()
    if any(local(inner) in _TELEGRAMS for inner in node):
        return _Said(telegram=True)
    if len(node):
        return _page(_markup(node))
    text = node.text or ""
    if "html" in kind or (kind != "text" and _MARKUP.search(text)):
        return _page(text)
    plain = _straight(unescape(text) if not kind else text)
    return _Said(plain, entries_in(plain_lines(plain)))


def _page(html: str) -> _Said:
    page = read_page(html)
    return _Said(page.text, page.entries)


def _markup(node: Any) -> str:
    """XHTML inside an entry as HTML, without its namespaces."""
    from lxml import etree

    for inner in node.iter():
        if local(inner):
            with suppress(ValueError):  # a name that is none stays as it is
                inner.tag = local(inner)
    return (node.text or "") + "".join(etree.tostring(inner, encoding="unicode", method="html") for inner in node)


def _straight(text: str) -> str:
    """Text without the indentation of the XML around it."""
    first, _, rest = newlines(text).strip("\n").partition("\n")
    return f"{first.strip()}\n{dedent(rest)}".strip()


def _link(node: Any) -> str:
    """The entry's canonical address: Atom's alternate link, RSS's link."""
    links = [child for child in node if local(child) == "link"]
    chosen = next((link for link in links if link.get("rel", "alternate") == "alternate"), None)
    return (chosen.get("href") or said(chosen)).strip() if chosen is not None else ""


def _extensions(node: Any) -> Iterator[Entry]:
    """Elements of the publisher's own (`<status>閉鎖</status>`)."""
    for child in node:
        if local(child) and not len(child) and said(child) and not _OWN.fullmatch(local(child)):
            yield Entry(local(child), said(child), f"feed element {local(child)}")


def _written_at(parts: dict[str, Any]) -> datetime | None:
    stated = (said(parts[key]) for key in ("updated", "published", "modified", "date", "pubDate") if key in parts)
    return next((at for text in stated if (at := aware(text) or mail_date(text)) is not None), None)


def author_in(node: Any) -> str | None:
    """The author's name that an entry, feed or channel states; RSS writes `address (name)`."""
    author = next(
        (child for child in node if local(child) in ("author", "creator", "managingEditor") and said(child)), None
    )
    if author is None:
        return None
    name = next((said(inner) for inner in author if local(inner) == "name"), said(author))
    found = re.match(r"\S+@\S+\s+\((.+)\)$", name)
    return (found[1] if found else name) or None


def _fingerprint(node: Any) -> str:
    """What recognises an entry without id and link when it comes again: its own content."""
    return digest("\x1f".join(text.strip() for text in node.itertext()).encode("utf-8", errors="replace"))
