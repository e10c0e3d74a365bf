"""The wire under tweepy's session: where requests go, how long they may take, and what was seen of them.

tweepy has a fixed host and no timeout. Its `session` is public, so an adapter mounted there sets both.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import requests
from requests.adapters import HTTPAdapter

from crisis.channels.x.verdict import Exchange

CONNECT, READ, TOTAL = 5.0, 15.0, 30.0
"""Seconds to connect, to wait for the next bytes, and for an answer's body in all."""
LARGEST = 4 * 1024 * 1024
"""Bytes of an answer that are read at most."""


TALKATIVE = ("oauthlib", "requests_oauthlib", "tweepy")
"""Libraries that write keys, tokens and signatures to their logs at the level DEBUG."""


class Wire(HTTPAdapter):
    """Sends to `api_base` where there is one, within the limits, and keeps what it saw in `exchange`."""

    def __init__(self, api_base: str | None) -> None:
        super().__init__(max_retries=0)
        self.exchange = Exchange()
        self._base = urlsplit(api_base) if api_base else None

    def mount(self, session: requests.Session) -> None:
        """Become the session's only way out, and keep credentials out of logs. A redirect is not followed: it would carry
        the post to another host."""
        for name in TALKATIVE:
            logging.getLogger(name).setLevel(logging.INFO)
        session.adapters.clear()
        session.mount("https://", self)
        session.max_redirects = 0

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: Any = None,
        verify: bool | str = True,
        cert: Any = None,
        proxies: Mapping[str, str] | None = None,
    ) -> requests.Response:
        """Send one request and read its whole answer. Raises as requests does."""
        self._aim(request)
        self.exchange = Exchange(reached=True)
        direct = None if self._base is not None and self._base.scheme == "http" else proxies
        response = super().send(request, True, (CONNECT, READ), verify, cert, direct)
        self.exchange = Exchange(True, response.status_code, response.headers)
        self.exchange.body = _body(response)
        response.raw = BytesIO(self.exchange.body)
        # A connection kept for the next request may die meanwhile: a post on it would needlessly be in doubt.
        self.close()
        return response

    def _aim(self, request: requests.PreparedRequest) -> None:
        request.headers["Connection"] = "close"
        if self._base is not None:
            parts = urlsplit(str(request.url))
            path = self._base.path.rstrip("/") + parts.path
            request.url = urlunsplit((self._base.scheme, self._base.netloc, path, parts.query, ""))


def _body(response: requests.Response) -> bytes:
    """Reads in pieces against a deadline, since a read timeout alone lets a dripping server hold us for ever."""
    deadline, data = time.monotonic() + TOTAL, bytearray()
    try:
        while piece := response.raw.read1(65536, decode_content=True):
            data += piece
            if len(data) > LARGEST or time.monotonic() > deadline:
                raise requests.ConnectionError("the answer is too long or too slow")
    except requests.RequestException:
        raise
    except Exception:  # noqa: BLE001 - urllib3's errors, which requests would wrap if it did the reading
        raise requests.ConnectionError("the answer broke off") from None
    finally:
        response.close()
    return bytes(data)
