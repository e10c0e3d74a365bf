"""How long a text is on each platform: the one counter behind drafting, the guard and the meter."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from crisis.text.emoji import find_emoji
from crisis.text.graphemes import count_graphemes
from crisis.text.links import Link, find_links

X_LIMIT = 280
MASTODON_LIMIT = 500
BLUESKY_LIMIT = 300
BLUESKY_BYTES = 3000
URL_LENGTH = 23
"""X (`transformedURLLength`) and Mastodon both count any link as 23."""

_LIGHT = re.compile("[\0-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]+")
_NEVER_JOINED = "\0-\x7f\u3001-\u3029\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff"
_PIECE = re.compile(f"[{_NEVER_JOINED}]*+[^{_NEVER_JOINED}]{{0,200}}+")
"""Begins with what composes with nothing before it."""
_INVALID_ON_X = re.compile("[\ufffe\ufeff\uffff]")


@dataclass(frozen=True, slots=True)
class Measure:
    """`length` and `limit` in the platform's own unit: weighted characters on X, characters as people see them elsewhere.
    `limit` is None where nothing is bounded. `valid` says whether the platform would take the text."""

    length: int
    limit: int | None
    valid: bool


def measure(text: str, platform: str, *, limit: int | None = None) -> Measure:
    """Measure a text for a platform (`x`, `mastodon`, `bluesky`; any other name is unbounded).

    `limit` replaces the platform's usual limit where an instance states its own.
    """
    match platform:
        case "x":
            return _on_x(text, limit or X_LIMIT)
        case "mastodon":
            return _on_mastodon(text, limit or MASTODON_LIMIT)
        case "bluesky":
            return _on_bluesky(text, limit or BLUESKY_LIMIT)
        case _:
            return _bounded(text, count_graphemes(text), limit)


def _bounded(text: str, length: int, limit: int | None) -> Measure:
    return Measure(length, limit, bool(text.strip()) and (limit is None or length <= limit))


def _on_mastodon(text: str, limit: int) -> Measure:
    """Graphemes (Mastodon's StatusLengthValidator), with links and mentions as `crisis.text.mastodon` tells."""
    from crisis.text.mastodon import countable

    return _bounded(text, count_graphemes(countable(text, URL_LENGTH)), limit)


def _on_bluesky(text: str, limit: int) -> Measure:
    """300 graphemes and 3,000 bytes of UTF-8 (lexicon app.bsky.feed.post: `maxGraphemes`, `maxLength`); URLs count in full."""
    fits = _bounded(text, count_graphemes(text), limit)
    small = len(text.encode("utf-8", "surrogatepass")) <= BLUESKY_BYTES
    return Measure(fits.length, fits.limit, fits.valid and small)


def _on_x(text: str, limit: int) -> Measure:
    """By twitter-text's parseTweet: what it calls valid is neither empty nor too long and holds no invalid character.
    (Blank text is valid to it.)"""
    normal = composed(text)
    length = weighted_length(normal)
    return Measure(length, limit, 0 < length <= limit and not _INVALID_ON_X.search(normal))


def composed(text: str) -> str:
    """The text in Normalization Form C. Sorting marks takes Python quadratic time, so that a long text is composed in pieces:
    exactly, unless 200 characters on end are neither ASCII, kana nor kanji."""
    if text.isascii() or len(text) <= 1000:
        return unicodedata.normalize("NFC", text)
    return "".join(unicodedata.normalize("NFC", piece) for piece in _PIECE.findall(text))


def weighted_length(text: str, *, emoji: bool = True) -> int:
    """The weighted length of NFC text by twitter-text's configuration v3 (v2 without `emoji`): 1 for most of the Latin,
    Greek, Cyrillic, Arabic and Indic scripts and for general punctuation, 2 for the rest, 2 for an emoji sequence, 23 for a link."""
    total, at = _plain_weight(text), 0
    for start, end, free, weight in _weighed_whole(text, emoji):
        if start >= at:
            total += weight - _plain_weight(text[start:end])
            at = free
    return total


def _weighed_whole(text: str, emoji: bool) -> list[tuple[int, int, int, int]]:
    """What has a weight of its own: (start, end, from where the next may start, weight), leftmost first; they may overlap."""
    links = [(link.start, *_covered(text, link), URL_LENGTH) for link in find_links(text)]
    if not emoji or text.isascii():
        return links
    return sorted([*links, *((start, end, end, 2) for start, end in find_emoji(text))])


def _covered(text: str, link: Link) -> tuple[int, int]:
    """Where a link's 23 ends, and from where an emoji may start: half of a pair may be covered (see `Link.counted`)."""
    if link.counted is None:
        return link.end, link.end
    at, left = link.start, link.counted
    while left > 0:
        left -= 2 if text[at] > "\uffff" else 1
        at += 1
    return (at - 1, at) if left < 0 else (at, at)


def _plain_weight(text: str) -> int:
    """1 per code point, 1 more for each outside the light ranges."""
    return len(text) if text.isascii() else len(text) + len(_LIGHT.sub("", text))
