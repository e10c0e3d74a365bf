"""Text behind escapes: HTML entities, percent and backslash escapes, base64; with the way back to the text as written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

ROUNDS = 2
"""How often what was decoded is decoded again: nobody hides by accident twice."""

_CODED = re.compile(
    r"(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});)"
    r"|(?P<percent>(?:%[0-9A-Fa-f]{2})+)"
    r"|(?P<backslash>\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|u\{[0-9A-Fa-f]{1,6}\}))"
    r"|(?P<base64>(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{8,4096}={0,2}(?![A-Za-z0-9+/_=-]))"
)
_MARKS = ("&", "%", "\\")

Piece = tuple[int, int, str]
"""Start and end as written, and what stands there decoded."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text and where each of its characters stood as written: [starts[i], ends[i])."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def decoded(text: str) -> Iterator[Decoded]:
    """The text without its escapes, and what that becomes without its own; nothing where there are none. Time is linear."""
    found: Decoded | None = None
    for _ in range(ROUNDS):
        pieces = list(_pieces(found.text if found else text))
        if not pieces:
            return
        found = replaced(text, found, pieces)
        yield found


def replaced(text: str, before: Decoded | None, pieces: list[Piece]) -> Decoded:
    """The text with those pieces put in, placed as written in the very first."""
    source = before.text if before else text
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    last = 0
    for start, end, plain in [*pieces, (len(source), len(source), "")]:
        parts += (source[last:start], plain)
        places += ((at, at + 1) for at in range(last, start))
        places += ((start, end) for _ in plain)
        last = end
    starts = tuple(before.starts[start] if before else start for start, _ in places)
    ends = tuple(before.ends[end - 1] if before else end for _, end in places)
    return Decoded("".join(parts), starts, ends)


def _pieces(text: str) -> Iterator[Piece]:
    """What can be decoded, in order."""
    for match in _CODED.finditer(text):
        kind = match.lastgroup or ""
        if kind == "percent":
            yield from _percent(match)
        elif plain := _DECODERS[kind](match[0]):
            yield *match.span(), plain


def _percent(match: re.Match[str]) -> Iterator[Piece]:
    """Each character of a run of percent escapes by itself, so that places stay exact."""
    plain = _utf8(bytes.fromhex(match[0].replace("%", "")))
    at = match.start()
    for char in plain:
        end = at + 3 * len(char.encode())
        yield at, end, char
        at = end


def _entity(coded: str) -> str:
    from html import unescape

    plain = unescape(coded)
    return plain if plain != coded else ""


def _backslash(coded: str) -> str:
    number = int(coded[2:].strip("{}"), 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else ""


def _base64(coded: str) -> str:
    """What a token says in base64; nothing where it does not decode to readable text, as ordinary words do not."""
    from base64 import urlsafe_b64decode

    token = coded.rstrip("=").replace("+", "-").replace("/", "_")
    if len(token) % 4 == 1:
        return ""
    plain = _utf8(urlsafe_b64decode(token + "=" * (-len(token) % 4)))
    return plain if "".join(plain.split()).isprintable() else ""


def _utf8(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return ""


_DECODERS = {"entity": _entity, "backslash": _backslash, "base64": _base64}


def says(token: str) -> str:
    """What a token of base64 says, or nothing."""
    return _base64(token)
