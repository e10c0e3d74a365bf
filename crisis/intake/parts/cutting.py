"""A feed without the entries that a look before has held byte for byte, so that what has not changed is not parsed again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from html import escape

from crisis.intake.parts.feeds import spans

LENGTH = 24
"""Hexadecimal digits of a digest: 96 bits, of entries that the company itself wrote."""

_TIMES = re.compile(rb"<(?:\w+:)?(updated|lastBuildDate|pubDate|date)\b[^<>]*>[^<>]*</[^<>]*>|\s+")


@dataclass(frozen=True)
class Cut:
    """`raw` is the feed with its new entries alone, `new` their number; `digests` recognise all that the feed holds now: of
    what stands around its entries, then of each entry."""

    raw: bytes
    new: int
    digests: str
    known: tuple[bytes, ...]

    def is_shared(self, identity: str) -> bool:
        """Whether an entry that was cut out states the same id, guid or link."""
        own = re.escape(escape(identity).encode())
        stated = re.compile(rb">\s*" + own + rb"\s*</(?:[\w.-]+:)?(?:id|guid|link)|href\s*=\s*[\"']" + own + rb"[\"']")
        return any(stated.search(piece) for piece in self.known)


def less(raw: bytes, seen: str) -> Cut | None:
    """The feed less the entries of which `seen` (the digests of a look before) knows; None where its bytes cannot be cut:
    a wide charset, no entry, an entry that never ends. Where anything but a time around the entries has changed, such as the
    feed's author, every entry counts as new."""
    if b"\0" in raw[:200]:
        return None
    places = list(spans(raw))
    if not places:
        return None
    pieces = [raw[start:end] for start, end in places]
    around = _digest(_TIMES.sub(b"", b"".join(_between(raw, places))))
    each = [_digest(piece) for piece in pieces]
    known = set(_split(seen)[1:]) if seen[:LENGTH] == around else set[str]()
    kept = [place for place, own in zip(places, each, strict=True) if own in known]
    cut = b"".join(_between(raw, kept))
    return Cut(cut, len(places) - len(kept), "".join((around, *each)), tuple(raw[start:end] for start, end in kept))


def _between(raw: bytes, places: list[tuple[int, int]]) -> Iterator[bytes]:
    """The bytes outside some places."""
    at = 0
    for start, end in places:
        yield raw[at:start]
        at = end
    yield raw[at:]


def _digest(piece: bytes) -> str:
    return sha256(piece).hexdigest()[:LENGTH]


def _split(digests: str) -> list[str]:
    return [digests[at : at + LENGTH] for at in range(0, len(digests), LENGTH)]
