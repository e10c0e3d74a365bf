"""Whether a post that a server shows is the text that we sent: servers make HTML of it."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

_SERVER_OF_MENTION = re.compile(r"(@[\w.-]+)@[\w.-]+")


def same(sent: str, content: str) -> bool:
    """Whether the HTML says exactly the sent text. White space counts as one space, since paragraphs are made of it; a mention
    counts without its server, which Mastodon hides."""
    return _plain(sent) == _plain(_words(content))


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", _SERVER_OF_MENTION.sub(r"\1", text)).split())


def _words(content: str) -> str:
    """The text of the HTML. Links stand in it whole, cut only by invisible spans."""
    words = _Words(convert_charrefs=True)
    words.feed(content)
    words.close()
    return "".join(words.parts)


class _Words(HTMLParser):
    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"br", "p"}:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
