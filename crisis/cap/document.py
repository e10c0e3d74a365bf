"""A message as XML: valid by the schema of CAP 1.2, and by the stricter habits of those who read it (domain, 2.1)."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crisis.cap.messages import Message
from crisis.cap.words import EVERYWHERE, EXERCISE, OURSELVES, SEVERITY, grades
from crisis.model.names import name_in
from crisis.model.published import PublishedPost
from crisis.model.settings import Account, Mode

if TYPE_CHECKING:
    from lxml.etree import _Element

CAP = "urn:oasis:names:tc:emergency:cap:1.2"
LONGEST_HEADLINE = 140
"""Characters (Google's profile; CAP itself advises 160)."""


def alert(message: Message, sender: str, zone: tzinfo, web: str | None = None) -> bytes:
    """The message as bytes, a pure function of it. `sender` names whoever sends, the same for ever; `web` is where people read
    more. Raises `ValueError` where a text holds a character that XML cannot carry."""
    from lxml import etree

    return etree.tostring(element(message, sender, zone, web), xml_declaration=True, encoding="utf-8")


def element(message: Message, sender: str, zone: tzinfo, web: str | None = None) -> _Element:
    """The message as an element. Raises as `alert` does."""
    from lxml import etree

    root: _Element = etree.Element(f"{{{CAP}}}alert", nsmap={None: CAP})  # type: ignore[dict-item]
    _add(root, "identifier", message.identifier)
    _add(root, "sender", sender)
    _add(root, "sent", stamp(message.sent, zone))
    _add(root, "status", "Exercise" if message.mode is Mode.EXERCISE else "Actual")
    _add(root, "msgType", message.kind)
    _add(root, "scope", "Public")
    if message.mode is Mode.EXERCISE:
        _add(root, "note", _note(message))
    if message.follows:
        _add(root, "references", " ".join(reference(each, sender, zone) for each in message.follows))
    if message.incident is not None:
        _add(root, "incidents", message.incident.id)
    for post in message.posts:
        _info(_add(root, "info"), message, post, zone, web)
    return root


def sender_of(account: Account) -> str:
    """Whoever sends: the account's handle, else the host of its address (CAP 1.2, 3.2.1: unique, such as a domain)."""
    return account.handle or urlsplit(account.url or "").hostname or f"{account.id}.invalid"


def reference(message: Message, sender: str, zone: tzinfo) -> str:
    """How others name the message: sender, identifier, time of sending."""
    return f"{sender},{message.identifier},{stamp(message.sent, zone)}"


def stamp(at: datetime, zone: tzinfo) -> str:
    """A time as the schema wants it: whole seconds and an offset in numbers; UTC is -00:00 (CAP 1.2, 3.3.2)."""
    written = at.astimezone(zone).isoformat(timespec="seconds")
    return written.replace("+00:00", "-00:00")


def _info(info: _Element, message: Message, post: PublishedPost, zone: tzinfo, web: str | None) -> None:
    said = grades(message.posts[-1].notice_type, final=message.final)
    _add(info, "language", post.language)
    _add(info, "category", said.category)
    _add(info, "event", event(message, post))
    _add(info, "responseType", said.response)
    _add(info, "urgency", said.urgency)
    _add(info, "severity", SEVERITY)
    _add(info, "certainty", said.certainty)
    _add(info, "expires", stamp(message.expires, zone))
    _add(info, "senderName", _organisation(message, post.language))
    if (headline := _headline(post.text)) is not None:
        _add(info, "headline", headline)
    _add(info, "description", post.text)
    if web is not None:
        _add(info, "web", web)
    everywhere = name_in(EVERYWHERE, post.language).format(organisation=_organisation(message, post.language))
    for words in post.areas or (everywhere,):
        _add(_add(info, "area"), "areaDesc", words)


def event(message: Message, post: PublishedPost) -> str:
    """What happens: the incident by the name that the page shows, else what the post is."""
    named = name_in(message.incident.names, post.language) if message.incident else ""
    return named or post.subject or _organisation(message, post.language)


def _organisation(message: Message, language: str) -> str:
    return name_in(message.organisation or OURSELVES, language)


def _note(message: Message) -> str:
    named = f" ({message.incident.id})" if message.incident else ""
    return " / ".join(EXERCISE.values()) + named


def _headline(text: str) -> str | None:
    """The first line, cut where it is too long; None where it would be the whole text again."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if line in ("", text.strip()) and len(line) <= LONGEST_HEADLINE:
        return None
    return line if len(line) <= LONGEST_HEADLINE else line[: LONGEST_HEADLINE - 1] + "…"


def _add(parent: _Element, name: str, content: str | None = None) -> _Element:
    from lxml import etree

    element = etree.SubElement(parent, f"{{{CAP}}}{name}")
    try:
        element.text = content
    except ValueError:
        raise ValueError("the text holds a control character that CAP cannot carry; take it out") from None
    return element
