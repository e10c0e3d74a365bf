"""The record of a post: its key, its time, and its facets, which mark links and hashtags by bytes of UTF-8.

Lexicons app.bsky.feed.post and app.bsky.richtext.facet; keys are TIDs (atproto.com/specs/tid).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from crisis.canon import timestamp
from crisis.text.graphemes import count_graphemes
from crisis.text.links import find_links

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DIGITS = "234567abcdefghijklmnopqrstuvwxyz"
_TAG = re.compile(r"(?:^|(?<=\s))[#＃]([^\s\u00ad\u2060\u200a-\u200d\u20e2]+)")
LONGEST_TAG = 64
"""Graphemes of a hashtag (app.bsky.richtext.facet#tag)."""


def record_key(first_tried: datetime, key: str) -> str:
    """A TID that is the same in every repetition: the millisecond of the first attempt, and below it 20 bits of the
    delivery's key where others have microseconds and a clock's number, so that two posts of one moment differ."""
    milliseconds = (first_tried - EPOCH) // timedelta(milliseconds=1)
    mixed = int.from_bytes(hashlib.sha256(key.encode()).digest()[:4])
    microseconds, clock = mixed % 1000, (mixed // 1000) % 1024
    value = (milliseconds * 1000 + microseconds) << 10 | clock
    return "".join(_DIGITS[value >> shift & 31] for shift in range(60, -1, -5))


def record(text: str, language: str, first_tried: datetime) -> dict[str, Any]:
    """The record, in which nothing changes from one repetition to the next."""
    made: dict[str, Any] = {
        "$type": "app.bsky.feed.post",
        "text": text,
        "createdAt": timestamp(first_tried),
        "langs": [language.partition("-")[0]],
    }
    found = list(facets(text))
    return made | {"facets": found} if found else made


def facets(text: str) -> Iterator[dict[str, Any]]:
    """The links and hashtags, in their order; where they meet, the link counts."""
    links = [(link.start, link.end, _link(link.url)) for link in find_links(text)]
    tags = [tag for tag in _tags(text) if not any(start < tag[1] and tag[0] < end for start, end, _ in links)]
    for start, end, feature in sorted([*links, *tags], key=lambda each: each[:2]):
        place = {"byteStart": len(text[:start].encode()), "byteEnd": len(text[:end].encode())}
        yield {"$type": "app.bsky.richtext.facet", "index": place, "features": [feature]}


def _link(url: str) -> dict[str, str]:
    return {"$type": "app.bsky.richtext.facet#link", "uri": url if "://" in url else f"https://{url}"}


def _tags(text: str) -> Iterator[tuple[int, int, dict[str, str]]]:
    """Hashtags as Bluesky's own client finds them: after a space, not of digits alone, without punctuation at the end."""
    for match in _TAG.finditer(text):
        tag = match[1]
        while tag and unicodedata.category(tag[-1]).startswith("P"):
            tag = tag[:-1]
        if tag and not tag.isdigit() and not tag.startswith("\ufe0f") and count_graphemes(tag) <= LONGEST_TAG:
            yield match.start(), match.start(1) + len(tag), {"$type": "app.bsky.richtext.facet#tag", "tag": tag}
