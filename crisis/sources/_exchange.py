"""One HTTP request and its bounded answer: no redirect is followed here, nothing is sent that was not asked for."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from crisis.sources._reach import CONNECT, Gate

if TYPE_CHECKING:
    from ssl import SSLContext

    from urllib3 import HTTPConnectionPool, HTTPResponse

READ = 10.0
"""Seconds to wait for the next bytes."""
CHUNK = 65_536
GZIP = 16 + zlib.MAX_WBITS


class TooMuch(Exception):
    """The answer is larger than the limit in bytes, packed or unpacked."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class Garbled(Exception):
    """The answer ends early, or is packed in a way that was not asked for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers (any case) and body; the body is empty unless the status is 200."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


def get(url: str, headers: Mapping[str, str], gate: Gate, limit: int) -> Answer:
    """Ask for an address. Raises `TooMuch`, `Garbled`, what the gate raises, and what urllib3 does where nobody answers."""
    with _asked(url, {"Accept-Encoding": "gzip", **headers}, gate) as response:
        body = _body(response, limit) if response.status == 200 else b""
        if response.status == 200 and not body:
            raise Garbled
        return Answer(response.status, response.headers, body)


def peek(url: str, headers: Mapping[str, str], gate: Gate, most: int) -> Answer:
    """As `get`, but no more than the first bytes of the body are read, as they come over the wire; fewer where it breaks
    off."""
    with _asked(url, {"Accept-Encoding": "identity", **headers}, gate) as response:
        return Answer(response.status, response.headers, _beginning(response, most) if response.status == 200 else b"")


@contextmanager
def _asked(url: str, headers: Mapping[str, str], gate: Gate) -> Iterator[Any]:
    """The answer of one request, its body not read yet; closed at the end."""
    from urllib3.util import parse_url

    target = parse_url(url)
    with _pool(target.scheme or "http", target.hostname or "", target.port, gate) as pool:
        response = pool.urlopen(
            "GET",
            target.request_uri,
            headers=headers,
            redirect=False,
            retries=False,
            preload_content=False,
            decode_content=False,
            assert_same_host=False,
        )
        try:
            yield response
        finally:
            response.close()


def _pool(scheme: str, host: str, port: int | None, gate: Gate) -> HTTPConnectionPool:
    """A pool for one connection, made through the gate; no proxy, no .netrc, no cookies."""
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout
    from urllib3.connection import HTTPConnection, HTTPSConnection

    class Gated(HTTPConnection):
        def _new_conn(self) -> Any:
            return gate.connect(self.host, self.port)

    class GatedSecurely(HTTPSConnection):
        def _new_conn(self) -> Any:
            return gate.connect(self.host, self.port)

    pace = Timeout(connect=CONNECT, read=READ)
    if scheme == "https":
        pool = HTTPSConnectionPool(host, port, timeout=pace, maxsize=1, ssl_context=trust())
        pool.ConnectionCls = GatedSecurely
        return pool
    plain = HTTPConnectionPool(host, port, timeout=pace, maxsize=1)
    plain.ConnectionCls = Gated
    return plain


@lru_cache(maxsize=1)
def trust() -> SSLContext:
    """Whom to believe: the machine's own authorities, where a company keeps its internal one, and the public ones."""
    import ssl

    from requests.utils import DEFAULT_CA_BUNDLE_PATH

    context = ssl.create_default_context()
    context.load_verify_locations(DEFAULT_CA_BUNDLE_PATH)
    return context


def _body(response: HTTPResponse | Any, limit: int) -> bytes:
    encoding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if encoding in ("gzip", "x-gzip"):
        return b"".join(_unpacked(_bounded(response, limit), limit))
    if encoding != "identity":
        raise Garbled
    return b"".join(_bounded(response, limit))


def _bounded(response: Any, limit: int) -> Iterator[bytes]:
    """The bytes as they come over the wire, no more than the limit."""
    total = 0
    while piece := response.read(CHUNK):
        total += len(piece)
        if total > limit:
            raise TooMuch(limit)
        yield piece


def _beginning(response: Any, most: int) -> bytes:
    from urllib3.exceptions import HTTPError

    read = b""
    try:
        while len(read) < most and (piece := response.read1(most - len(read))):
            read += piece
    except (HTTPError, OSError):
        return read
    return read


def _unpacked(pieces: Iterator[bytes], limit: int) -> Iterator[bytes]:
    """What gzip packed (one member or several): never more than the limit is unpacked."""
    total, unpacker = 0, zlib.decompressobj(GZIP)
    for piece in pieces:
        rest = piece
        while rest:
            if unpacker.eof:
                unpacker = zlib.decompressobj(GZIP)
            data = _inflated(unpacker, rest, limit - total + 1)
            total += len(data)
            if total > limit:
                raise TooMuch(limit)
            yield data
            rest = unpacker.unused_data or unpacker.unconsumed_tail
    if not unpacker.eof:
        raise Garbled


def _inflated(unpacker: Any, data: bytes, most: int) -> bytes:
    try:
        return bytes(unpacker.decompress(data, most))
    except zlib.error:
        raise Garbled from None
