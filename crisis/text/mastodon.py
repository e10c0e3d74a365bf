"""What Mastodon counts: links as 23 characters, mentions without their server (its StatusLengthValidator).

Its links need a protocol (its own, wider list; `xmpp:` and `magnet:` are left out here), and their paths run on through
Japanese text until a space: a link wants a space after it.
"""

from __future__ import annotations

import re

from crisis.text.links import LinkRules, find_links

_P = r"[^\s<>()?]"
_UNICODE = "\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0010ffff\ue000-\uf8ff"
RULES = LinkRules(
    schemes=("https", "http", "dat", "dweb", "ipfs", "ipns", "ssb", "gopher", "gemini"),
    bare=False,
    path=re.compile(rf"/(?:{_P}++|\((?:{_P}++|{_P}*+\({_P}++\){_P}*+)\))*+"),
    not_last_in_path="!*\"'「」;:=,.$%[]~&|@",
    query=re.compile(rf"\?[A-Za-z0-9!?*'();:&=+$/%#\[\]\-_.,~|@^{_UNICODE}]++"),
    not_last_in_query="!?*'();:+$%[].,~|@^",
)
_MENTION = re.compile(r"(?<![=/\w])@([A-Za-z0-9_]++(?:[.-]++[A-Za-z0-9_]++)*+)(?:@\w++(?:[.-]++\w++)*+)?")
_NO_MENTION_BEFORE = re.compile("[@＠\xc0-\u024f]|://")


def countable(text: str, url_length: int = 23) -> str:
    """The text as its characters are counted: each link replaced by that many letters, mentions cut to `@name`."""
    parts, at = [], 0
    for start, end, shown in sorted([*_links(text, url_length), *_mentions(text)]):
        if start >= at:
            parts += [text[at:start], shown]
            at = end
    return "".join([*parts, text[at:]])


def _links(text: str, url_length: int) -> list[tuple[int, int, str]]:
    return [(link.start, link.end, "x" * url_length) for link in find_links(text, RULES)]


def _mentions(text: str) -> list[tuple[int, int, str]]:
    found = (m for m in _MENTION.finditer(text) if not _NO_MENTION_BEFORE.match(text, m.end()))
    return [(m.start(), m.end(), f"@{m[1]}") for m in found]
