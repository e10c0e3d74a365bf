"""The wire under atproto's httpx client: how long an exchange may take, where it may go, and what was seen of it."""

from __future__ import annotations

from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx

from crisis.channels._deadline import within
from crisis.channels._verdict import Exchange, Unconnected, Watch

CONNECT, READ, TOTAL = 5.0, 15.0, 30.0
"""Seconds to connect, to wait for the next bytes, and for the whole exchange."""
LARGEST = 4 * 1024 * 1024
"""Bytes of an answer that are read at most."""
_EARLY = (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)


class BlueskyWire(Watch, httpx.BaseTransport):
    """Sends within the limits, each request on a connection of its own, and follows no redirect."""

    def __init__(self, base: str) -> None:
        super().__init__()
        parts = urlsplit(base)
        direct = parts.scheme == "http" or proxy_bypass(parts.hostname or "")
        self._proxy = None if direct else getproxies().get("https")

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request and read its whole answer. Raises as httpx does; `exchange` then knows no status."""
        request.headers["Connection"] = "close"
        request.extensions["timeout"] = httpx.Timeout(READ, connect=CONNECT).as_dict()
        self.exchange = Exchange(reached=True)
        self.exchange = within(TOTAL, lambda: self._exchange(request))
        if 300 <= (self.exchange.status or 0) < 400:
            raise httpx.TooManyRedirects("a redirect would carry the post to another host", request=request)
        headers = {name: self.exchange.headers[name] for name in self.exchange.headers if name == "content-type"}
        return httpx.Response(self.exchange.status or 0, headers=headers, content=self.exchange.body, request=request)

    def _exchange(self, request: httpx.Request) -> Exchange:
        with httpx.HTTPTransport(retries=0, proxy=self._proxy) as transport:
            try:
                response = transport.handle_request(request)
            except _EARLY:
                raise Unconnected from None
            answer = httpx.Response(
                response.status_code, headers=response.headers, stream=response.stream, request=request
            )
            return Exchange(True, answer.status_code, answer.headers, _whole(answer))


def _whole(answer: httpx.Response) -> bytes:
    body = bytearray()
    for chunk in answer.iter_bytes():
        body += chunk
        if len(body) > LARGEST:
            raise httpx.ReadError("the answer is too long", request=answer.request)
    return bytes(body)
