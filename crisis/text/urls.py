"""Addresses in texts: where they stand, and whether the desk lists them by parsed origin and path segments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

# Up to the first character that RFC 3986 does not allow; the closing mark of a sentence or bracket is not part of it.
_URL = re.compile(
    r"(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]*://[^\s<>\"'`{}|\\^\u3000-\u303f\u3040-\u30ff\u4e00-\u9fff\uff00-\uffef]+"
)
_TRAILING = ".,;:!?*_~"
_PORTS = {"http": 80, "https": 443}
_ESCAPES = 4  # rounds of percent-decoding before an address counts as hiding something
_ODD = re.compile(r"[\x00-\x20\x7f\\]|[^\x00-\x7f]")
_ADDRESS = re.compile(
    r"[a-z][a-z0-9+.-]*:/|//|\\|(?:^|[=&])(?:javascript:|data:|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[/:?&#]|$))"
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host and port (RFC 6454), lower case, default port filled in."""

    scheme: str
    host: str
    port: int


def urls_in(text: str) -> Iterator[str]:
    """The absolute URLs that stand in a text, as written, less the sentence's own punctuation."""
    return (text[start:end] for start, end in places_of_urls(text))


def places_of_urls(text: str) -> Iterator[tuple[int, int]]:
    """Where the absolute URLs stand in a text: start and end in code points."""
    for match in _URL.finditer(text):
        yield match.start(), match.start() + len(_trimmed(match[0]))


def _trimmed(url: str) -> str:
    """Without closing punctuation, nor a bracket that was opened before it."""
    end, surplus = len(url), url.count(")") - url.count("(")
    while end and (url[end - 1] in _TRAILING or url[end - 1] == "]" or (url[end - 1] == ")" and surplus > 0)):
        surplus -= url[end - 1] == ")"
        end -= 1
    return url[:end]


def listed(url: str, prefixes: Iterable[str]) -> bool:
    """Whether a URL lies under a listed origin and path prefix, segment by segment.

    Never passes: userinfo, another port or scheme, a host in other letters (punycode of a look-alike included), `.` and `..`
    segments however they are escaped, control characters, and a query or fragment that carries another address (an open
    redirect).
    """
    parts = _split(url)
    if parts is None or _carries_address(parts):
        return False
    origin, path = _origin(parts), _segments(parts.path)
    return any(_under(origin, path, prefix) for prefix in prefixes) if origin and path is not None else False


def is_web_address(url: str) -> bool:
    """Whether a whole text is the address of a page: http or https, a named host, nothing that RFC 3986 does not allow."""
    parts = _split(url) if _URL.fullmatch(url) else None
    origin = _origin(parts) if parts else None
    return origin is not None and ("." in origin.host or origin.host == "localhost")


def _split(url: str) -> SplitResult | None:
    if _ODD.search(url) or url != url.strip():
        return None
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises where the port is no number
    except ValueError:
        return None
    return parts if parts.scheme in _PORTS and parts.hostname else None


def _origin(parts: SplitResult) -> Origin | None:
    """The origin; None with userinfo, or with a host that is no plain lower-case name (a trailing dot is another host)."""
    if "@" in parts.netloc or parts.netloc.endswith(":"):
        return None
    host = (parts.hostname or "").lower()
    if not re.fullmatch(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?", host) or ".." in host:
        return None
    return Origin(parts.scheme, host, parts.port or _PORTS[parts.scheme])


def _segments(path: str) -> tuple[str, ...] | None:
    """The path's segments, decoded; None where one of them climbs, hides another, or is escaped over and over."""
    segments = [_decoded(raw) for raw in path.split("/")[1:]]
    good = [s for s in segments if s is not None and s not in {".", ".."} and not re.search(r"[/\\;]|:$", s)]
    if len(good) < len(segments) or "" in good[:-1]:
        return None
    return tuple(good)


def _decoded(raw: str) -> str | None:
    for _ in range(_ESCAPES):
        plain = unquote(raw)
        if plain == raw:
            return None if any(ord(c) < 0x20 for c in raw) else raw
        raw = plain
    return None


def _under(origin: Origin, path: tuple[str, ...], prefix: str) -> bool:
    parts = _split(prefix)
    if parts is None or _origin(parts) != origin:
        return False
    base = _segments(parts.path)
    if base is None:
        return False
    base = base[:-1] if base and base[-1] == "" else base
    return path[: len(base)] == base


def _carries_address(parts: SplitResult) -> bool:
    """Whether query or fragment names another address: a redirector under a listed host leads anywhere."""
    for raw in (parts.query, parts.fragment):
        plain = _decoded(raw)
        if plain is None or _ADDRESS.search(plain.lower()):
            return True
    return False
